// New company: another one of the organization, in test mode until somebody lets it go live.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { companies } from '@quittance/contracts/api';
import { useState } from 'react';
import { fieldMessages, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';

/** A button and its form. */
export function NewCompany() {
  const { t } = useWords('settings');
  const toast = useToast();
  const [isOpen, form] = useDisclosure(false);
  const [name, setName] = useState('');
  const [siren, setSiren] = useState('');
  const create = useWrite(companies.create, ['/api/v1/companies', '/api/v1/session']);
  const errors = fieldMessages(create.error);
  const done = () => {
    form.close();
    toast.done(t('newCompany.done', { name }));
    setName('');
    setSiren('');
  };
  return (
    <>
      <Button variant="default" onClick={form.open}>
        {t('newCompany.title')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={form.close}
        title={t('newCompany.title')}
        closeButtonProps={{ 'aria-label': t('words:do.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ body: { name, siren: siren.replace(/\s/g, '') || null } }, { onSuccess: done });
          }}
        >
          <Stack>
            <Text size="sm" c="dimmed">
              {t('newCompany.hint')}
            </Text>
            <TextInput
              label={t('letterhead.name')}
              required
              maxLength={200}
              value={name}
              error={errors.name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('letterhead.siren')}
              value={siren}
              error={errors.siren}
              onChange={(event) => setSiren(event.currentTarget.value)}
            />
            <ProblemNote error={create.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={form.close}>
                {t('words:do.cancel')}
              </Button>
              <Button type="submit" loading={create.isPending}>
                {t('newCompany.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
