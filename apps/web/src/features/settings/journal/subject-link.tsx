// Subject link: from a line of the journal to what it is about.
import { Anchor, Text } from '@mantine/core';
import type { JournalEvent } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';

/** Where subjects without a customer behind them are looked at. */
const PAGES: Readonly<Record<string, string>> = {
  company: '/settings/company',
  user: '/settings/users',
  rates: '/settings/rates',
  scenario: '/scenarios',
  template: '/templates',
  import: '/imports',
  backup: '/settings/backup',
};

function addressOf({ subject, customerId }: JournalEvent): string | null {
  const [type = '', id = ''] = subject.split(':');
  if (type === 'invoice') return `/invoices/${id}`;
  if (type === 'action') return `/outbox?action=${id}`;
  return customerId === null ? (PAGES[type] ?? null) : `/customers/${customerId}`;
}

/** The name, as a link where there is somewhere to go. */
export function SubjectLink({ event }: Readonly<{ event: JournalEvent }>) {
  const [, id = ''] = event.subject.split(':');
  const name = event.subjectName ?? (/^\d+$/.test(id) || id.length > 40 ? null : id);
  const address = addressOf(event);
  if (name === null) return null;
  if (address === null)
    return (
      <Text span size="sm" truncate="end" display="block" maw="11rem" title={name}>
        {name}
      </Text>
    );
  return (
    <Anchor component={Link} to={address as never} size="sm" truncate="end" display="block" maw="11rem" title={name}>
      {name}
    </Anchor>
  );
}
