// Customer: what it owes and how it pays, why each term is chased or not, whom to talk to, and everything that happened.
import './words.ts';
import { Anchor, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { type CustomerView, customers } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FileText, Mail } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { sayCode, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, Waiting } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { Balance } from './card/balance.tsx';
import { Contacts } from './card/contacts.tsx';
import { HoldDialog } from './card/hold-dialog.tsx';
import { Holds } from './card/holds.tsx';
import { Identity } from './card/identity.tsx';
import { Credits, Receivables } from './card/receivables.tsx';
import { Documents } from './file/documents.tsx';
import { Notes } from './file/notes.tsx';
import { Timeline } from './file/timeline.tsx';

const MessageDialog = lazy(() => import('./message/message-dialog.tsx'));
const CustomerPayments = lazy(() =>
  import('../payments/customer/customer-payments.tsx').then((m) => ({ default: m.CustomerPayments })),
);
const StatementDialog = lazy(() => import('./card/statement-dialog.tsx'));
const route = getRouteApi('/shell/customers/$customerId');
const ICON = 16;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The reader's day, for links to lists; the figures themselves are the server's. */
const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
};

function Deeds({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const may = useMay();
  const [open, setOpen] = useState<'message' | 'statement' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {may('message.write') && customer.receivables.length > 0 && (
        <Button leftSection={<Mail size={ICON} aria-hidden />} onClick={() => setOpen('message')}>
          {t('message.write')}
        </Button>
      )}
      {may('ledger.export') && (
        <Button
          variant="default"
          leftSection={<FileText size={ICON} aria-hidden />}
          onClick={() => setOpen('statement')}
        >
          {t('statement.open')}
        </Button>
      )}
      {may('hold.write') && <HoldDialog key={customer.customerId} customerId={customer.customerId} />}
      <Suspense>
        {open === 'message' && <MessageDialog customer={customer} onClose={close} />}
        {open === 'statement' && <StatementDialog customer={customer} onClose={close} />}
      </Suspense>
    </>
  );
}

function Customer({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const { customerId } = customer;
  return (
    <>
      <PageHeader title={customer.name}>
        <Deeds customer={customer} />
      </PageHeader>
      <Group gap="xs" mb="md">
        <Text c="dimmed">
          {customer.ref} · {t(`words:kind.${customer.kind}`)} · {t('scenario')}
          {t('words:colon')} {sayCode(t, `words:scenario.${customer.scenario}`, 'words:empty')}
          {customer.owner && ` · ${t('owner')}${t('words:colon')} ${customer.owner.name}`}
        </Text>
        {customer.doubtful && <StatusBadge mood="late">{t('doubtful')}</StatusBadge>}
      </Group>
      <Balance customer={customer} today={today()} />
      <Holds holds={customer.holds} />
      <Stack gap="xl">
        <section>
          <Title order={2} mb="xs">
            {t('receivables')}
          </Title>
          <Receivables of={customer.receivables} />
        </section>
        <Suspense fallback={<Waiting />}>
          <CustomerPayments key={customerId} customer={customer} />
        </Suspense>
        <Credits customer={customer} />
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Timeline customerId={customerId} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }} order={{ base: -1, md: 1 }}>
            <Stack gap="xl">
              <Contacts customer={customer} />
              <Notes customerId={customerId} />
              <Documents customerId={customerId} />
              <Identity customer={customer} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}

/** The screen. */
export function CustomerPage() {
  const { t } = useWords('customers');
  const { customerId } = route.useParams();
  const answer = useRead(customers.get, { params: { customerId: Number(customerId) as CustomerId } });
  return (
    <>
      <Anchor component={Link} to="/customers" size="sm">
        {t('back')}
      </Anchor>
      <Answer of={answer}>{(customer) => <Customer customer={customer} />}</Answer>
    </>
  );
}
