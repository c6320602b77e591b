// Contacts: whom to write to and call, and how to repair an address.
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { type CustomerView, contacts as contactRoutes } from '@quittance/contracts/api';
import type { ContactView } from '@quittance/contracts/values';
import { StatusBadge } from '@quittance/ui/values';
import { lazy, Suspense, useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

const ContactDialog = lazy(async () => ({ default: (await import('./contact-dialog.tsx')).ContactDialog }));

type ContactProps = Readonly<{ contact: ContactView; onEdit: (() => void) | null; onRemove: () => void }>;

function Contact({ contact, onEdit, onRemove }: ContactProps) {
  const { t } = useWords('customers');
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2} miw={0}>
        <Text fw={500} dir="auto">
          {contact.name}
        </Text>
        <Text size="sm" c="dimmed">
          {contact.roles.map((role) => t(`words:contactRole.${role}`)).join(', ')}
        </Text>
        {contact.email && (
          <Anchor py={3} href={`mailto:${contact.email}`} size="sm">
            {contact.email}
          </Anchor>
        )}
        {contact.phone && (
          <Anchor py={3} href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`} size="sm">
            {contact.phone}
          </Anchor>
        )}
        {contact.emailStatus !== 'valid' && (
          <StatusBadge mood="late">{t(`words:emailStatus.${contact.emailStatus}`)}</StatusBadge>
        )}
      </Stack>
      {onEdit && (
        <Group gap={0} wrap="nowrap" flex="none">
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={onEdit}
            aria-label={t('editContact', { name: contact.name })}
          >
            {t('edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={onRemove}
            aria-label={t('contact.remove', { name: contact.name })}
          >
            {t('remove')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

const STALE = ['/api/v1/customers', '/api/v1/reminders', '/api/v1/tasks'];

/** People of a customer, to add and to correct. */
export function Contacts({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const may = useMay();
  const [edited, setEdited] = useState<ContactView | 'new' | null>(null);
  const canWrite = may('contact.write');
  const toast = useToast();
  const setActive = useWrite(contactRoutes.setActive, STALE);
  const remove = ({ contactId, name }: ContactView) =>
    setActive.mutate(
      { params: { contactId }, body: { active: false } },
      {
        onSuccess: () =>
          toast.done(t('contact.removed', { name }), {
            undo: () => setActive.mutateAsync({ params: { contactId }, body: { active: true } }),
          }),
        onError: toast.refused,
      },
    );
  return (
    <section>
      <Title order={2} mb="xs">
        {t('contacts')}
      </Title>
      <Stack>
        {customer.contacts.length === 0 && <Text c="dimmed">{t('noContacts')}</Text>}
        {customer.contacts.map((contact) => (
          <Contact
            key={contact.contactId}
            contact={contact}
            onEdit={canWrite ? () => setEdited(contact) : null}
            onRemove={() => remove(contact)}
          />
        ))}
        {canWrite && (
          <div>
            <Button variant="default" size="xs" onClick={() => setEdited('new')}>
              {t('addContact')}
            </Button>
          </div>
        )}
      </Stack>
      {edited && (
        <Suspense>
          <ContactDialog
            key={edited === 'new' ? 'new' : edited.contactId}
            customerId={customer.customerId}
            contact={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
