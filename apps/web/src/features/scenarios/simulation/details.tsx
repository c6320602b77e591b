// Details: what each customer would get, and the receivables nothing would be done about, by reason.
import { Button, List, Text, Title } from '@mantine/core';
import type { SimulationView } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

const SHOWN = 20;

type Line = SimulationView['lines'][number];

const largest = ({ actions }: Line) =>
  actions.reduce((most, each) => (each.totalCents > most.totalCents ? each : most), actions[0]!);

/** Customer by customer, those with most to pay first. */
export function Lines({ of }: Readonly<{ of: SimulationView }>) {
  const { t } = useWords('scenarios');
  const { day } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const columns: Column<Line>[] = [
    {
      key: 'customer',
      title: t('sim.customer'),
      isName: true,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {customerName}
        </Link>
      ),
    },
    {
      key: 'actions',
      title: t('sim.what'),
      cell: ({ actions }) =>
        actions
          .map(({ on, tone, channel }) =>
            t('effect.step', { what: t(`words:tone.${tone}`), way: t(`by.${channel}`), day: day(on) }),
          )
          .join(`${t('words:semicolon')} `),
    },
    {
      key: 'amount',
      title: t('sim.asked'),
      numeric: true,
      cell: (line) => <Amount cents={largest(line).totalCents} currency={largest(line).currency} />,
    },
  ];
  return (
    <section aria-label={t('sim.byCustomer')}>
      <Title order={2} size="h4" mb="xs">
        {t('sim.byCustomer')}
      </Title>
      <DataTable
        label={t('sim.byCustomer')}
        rows={isWhole ? of.lines : of.lines.slice(0, SHOWN)}
        columns={columns}
        rowKey={({ customerId }) => String(customerId)}
      />
      {!isWhole && of.lines.length > SHOWN && (
        <Button mt="xs" variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {t('sim.more', { count: of.lines.length - SHOWN })}
        </Button>
      )}
      {isWhole && of.reached > of.lines.length && (
        <Text size="xs" c="dimmed">
          {t('sim.firstLines', { count: of.lines.length, all: of.reached })}
        </Text>
      )}
    </section>
  );
}

/** What gets nothing over the whole period. */
export function Held({ of }: Readonly<{ of: SimulationView }>) {
  const { t } = useWords('scenarios');
  const { day } = useFormats();
  if (of.held.length === 0) return null;
  return (
    <section aria-label={t('sim.held')}>
      <Title order={2} size="h4" mb="xs">
        {t('sim.held')}
      </Title>
      <List size="sm" spacing="xs">
        {of.held.map(({ reason, count, examples }) => (
          <List.Item key={reason}>
            <Text span fw={500}>
              {t(`words:reason.${reason}`)}
            </Text>{' '}
            · {t('receivables', { count })}
            <Text size="xs" c="dimmed">
              {examples
                .map(({ invoiceNumber, customerName, until }) =>
                  until
                    ? t('sim.heldUntil', { invoice: invoiceNumber, customer: customerName, until: day(until) })
                    : t('sim.heldOne', { invoice: invoiceNumber, customer: customerName }),
                )
                .join(`${t('words:semicolon')} `)}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
