// Customer: what it owes, why each term is chased or not, whom to talk to, what was said.
import './words.ts';
import { Anchor, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { type CustomerView, customers } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { Amount, StatusBadge } from '@quittance/ui/values';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { download, useRead } from '../../api/index.ts';
import { sayCode, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader, useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';
import { Contacts } from './contacts.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { Holds } from './holds.tsx';
import { Identity } from './identity.tsx';
import { Messages } from './messages.tsx';
import { Credits, Receivables } from './receivables.tsx';

const route = getRouteApi('/shell/customers/$customerId');

function Balance({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const figures = [
    { label: t('balance'), cents: customer.totalCents, strong: true },
    ...customer.buckets.map(({ bucket, cents }) => ({ label: t(`words:bucket.${bucket}`), cents, strong: false })),
    { label: t('unapplied'), cents: -customer.unappliedCents, strong: false },
  ];
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="q-facts">
      {figures.map(({ label, cents, strong }) => (
        <div key={label}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="div" fz={strong ? 22 : 16}>
            <Amount cents={cents} currency={customer.currency} strong={strong} blankZero={!strong} />
          </Text>
        </div>
      ))}
    </Group>
  );
}

function Statement({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const toast = useToast();
  const [isMaking, setMaking] = useState(false);
  const save = async () => {
    setMaking(true);
    const { customerId } = customer;
    await download(customers.statement, { params: { customerId }, query: {} }).catch(toast.refused);
    setMaking(false);
  };
  return (
    <Button variant="default" onClick={() => void save()} loading={isMaking}>
      {t('statement')}
    </Button>
  );
}

function Customer({ customer }: Readonly<{ customer: CustomerView }>) {
  const { t } = useWords('customers');
  const may = useMay();
  return (
    <>
      <PageHeader title={customer.name}>
        {may('ledger.export') && <Statement customer={customer} />}
        {may('hold.write') && <HoldDialog customerId={customer.customerId} />}
      </PageHeader>
      <Group gap="xs" mb="md">
        <Text c="dimmed">
          {customer.ref} · {t(`words:kind.${customer.kind}`)} · {t('scenario')} :{' '}
          {sayCode(t, `words:scenario.${customer.scenario}`, 'words:empty')}
        </Text>
        {customer.doubtful && <StatusBadge mood="late">{t('doubtful')}</StatusBadge>}
      </Group>
      <Balance customer={customer} />
      <Holds holds={customer.holds} />
      <Stack gap="xl">
        <section>
          <Title order={2} mb="xs">
            {t('receivables')}
          </Title>
          <Receivables of={customer.receivables} />
        </section>
        <Credits customer={customer} />
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Messages of={customer.messages} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="xl">
              <Contacts customer={customer} />
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
