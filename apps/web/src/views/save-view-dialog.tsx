// Save view dialog: a name for what is on the screen, and whether colleagues see it.
import { Button, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { views } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWrite } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { ProblemNote, useToast } from '../page/index.ts';
import { filtersOf, type Search } from './search.ts';

const MOST_LETTERS = 80;

/** `name` is proposed: that of the view in use. */
export function SaveViewDialog({
  screen,
  search,
  columns,
  name: proposed,
  onClose,
}: Readonly<{ screen: string; search: Search; columns: readonly string[]; name: string; onClose: () => void }>) {
  const { t } = useWords('views');
  const toast = useToast();
  const [name, setName] = useState(proposed);
  const [shared, setShared] = useState(false);
  const save = useWrite(views.save, ['/api/v1/views']);
  const submit = () =>
    save.mutate(
      { body: { screen, name, shared, search: filtersOf(search), columns: [...columns] } },
      {
        onSuccess: () => {
          toast.done(t('view.saved', { name: name.trim() }));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('view.save')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <TextInput
            label={t('view.name')}
            description={t('view.nameHint')}
            required
            maxLength={MOST_LETTERS}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Switch
            label={t('view.share')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <ProblemNote error={save.error} />
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('words:do.save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
