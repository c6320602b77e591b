// Contact dialog: adds a person or corrects one; a corrected address is written to again.
import { Button, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contacts } from '@quittance/contracts/api';
import { type ContactView, contactRoleValue } from '@quittance/contracts/values';
import type { CustomerId } from '@quittance/core/kernel';
import type { ContactRole } from '@quittance/core/parties';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, fieldMessages, refresh } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useDraft, useToast } from '../../../page/index.ts';

type EmailStatus = ContactView['emailStatus'];
type Fields = {
  emailStatus: EmailStatus;
  name: string;
  roles: ContactRole[];
  language: 'fr' | 'en' | '';
  email: string;
  phone: string;
};

const STATUSES = ['valid', 'bounced', 'opted_out'] as const;

const startOf = (contact: ContactView | null): Fields => ({
  emailStatus: contact?.emailStatus ?? 'valid',
  name: contact?.name ?? '',
  roles: contact?.roles ?? ['reminders'],
  language: contact?.language ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
});

/** Another address is taken for a good one until it bounces. */
const mended = (contact: ContactView, email: string | null, status: EmailStatus): EmailStatus =>
  email !== contact.email && status === contact.emailStatus ? 'valid' : status;

/** `contact` is null for a new one. */
export function ContactDialog({
  customerId,
  contact,
  onClose,
}: Readonly<{ customerId: CustomerId; contact: ContactView | null; onClose: () => void }>) {
  const { t } = useWords('customers');
  const toast = useToast();
  const client = useQueryClient();
  const draft = useDraft<Fields>(`contact.${contact?.contactId ?? `new.${customerId}`}`, startOf(contact));
  const form = useForm<Fields>({ mode: 'controlled', initialValues: draft.value, onValuesChange: draft.set });
  const save = useMutation({
    mutationFn: ({ emailStatus, name, roles, language, email, phone }: Fields) => {
      const body = {
        name,
        roles,
        language: language || null,
        email: email.trim() || null,
        phone: phone.trim() || null,
      };
      return contact
        ? call(contacts.update, {
            params: { contactId: contact.contactId },
            body: { ...body, emailStatus: mended(contact, body.email, emailStatus) },
          })
        : call(contacts.create, { params: { customerId }, body });
    },
    onSuccess: async () => {
      await refresh(client, '/api/v1/customers', '/api/v1/reminders', '/api/v1/tasks');
      toast.done(t('contact.saved'));
      draft.clear();
      onClose();
    },
    onError: (error) => form.setErrors(fieldMessages(error)),
  });
  const title = contact ? t('editContact', { name: contact.name }) : t('addContact');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <form onSubmit={form.onSubmit((fields) => save.mutate(fields))}>
        <Stack>
          <TextInput label={t('contact.name')} required data-autofocus {...form.getInputProps('name')} />
          <TextInput label={t('contact.email')} type="email" {...form.getInputProps('email')} />
          {contact && (
            <Select
              label={t('contact.emailStatus')}
              data={STATUSES.map((value) => ({ value, label: t(`words:emailStatus.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('emailStatus')}
            />
          )}
          <TextInput label={t('contact.phone')} type="tel" {...form.getInputProps('phone')} />
          <MultiSelect
            label={t('contact.roles')}
            data={contactRoleValue.options.map((role) => ({ value: role, label: t(`words:contactRole.${role}`) }))}
            {...form.getInputProps('roles')}
          />
          <Select
            label={t('contact.language')}
            placeholder={t('contact.sameLanguage')}
            data={(['fr', 'en'] as const).map((value) => ({ value, label: t(`words:language.${value}`) }))}
            clearable
            value={form.values.language || null}
            onChange={(language) => form.setFieldValue('language', (language ?? '') as Fields['language'])}
          />
          <ProblemNote error={save.error} />
          <Button type="submit" loading={save.isPending}>
            {t('words:do.save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
