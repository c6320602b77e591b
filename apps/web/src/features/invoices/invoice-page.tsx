// Invoice: its state, why it is chased or not, what paid it, where it comes from.
import './words.ts';
import { Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { type InvoiceView, invoices } from '@quittance/contracts/api';
import type { InvoiceId } from '@quittance/core/kernel';
import { Amount, DayText, LateBadge } from '@quittance/ui/values';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer, PageHeader } from '../../page/index.ts';
import { daysLateOf, Level, Statuses, WhySentence } from '../../receivables/index.ts';
import { Allocations, Reminders } from './invoice-tables.tsx';

const route = getRouteApi('/shell/invoices/$invoiceId');

const Figure = ({ label, children }: Readonly<{ label: string; children: ReactNode }>) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text component="div">{children}</Text>
  </div>
);

function Terms({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  return (
    <Stack>
      {invoice.terms.map((term) => (
        <Paper key={term.receivableId} className="q-panel" p="md">
          <Group gap="xl" mb="xs">
            <Figure label={t('due')}>
              <DayText day={term.dueOn} />
            </Figure>
            {term.openCents > 0 && (
              <Figure label={t('late')}>
                <LateBadge daysLate={daysLateOf(term)} />
              </Figure>
            )}
            <Figure label={t('level')}>
              <Level of={term.level} />
            </Figure>
            <Figure label={t('open')}>
              <Amount cents={term.openCents} currency={term.currency} strong />
            </Figure>
          </Group>
          <Text fw={600} size="sm">
            {t('words:why.title')}
          </Text>
          <WhySentence why={term.why} />
        </Paper>
      ))}
    </Stack>
  );
}

function Sources({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { instant } = useFormats();
  if (invoice.sources.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {t('sources')}
      </Title>
      <List size="sm">
        {invoice.sources.map(({ fileName, row, importedAt }) => (
          <List.Item key={`${fileName} ${row} ${importedAt}`}>
            {row === null
              ? t('sourceFile', { file: fileName, at: instant(importedAt) })
              : t('sourceLine', { file: fileName, row: row.toLocaleString(), at: instant(importedAt) })}
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Invoice({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { currency } = invoice;
  return (
    <Stack gap="xl">
      <div>
        <PageHeader title={`${t('number')} ${invoice.number}`} />
        <Group gap="sm" mb="md">
          <Link to="/customers/$customerId" params={{ customerId: String(invoice.customerId) }}>
            {invoice.customerName}
          </Link>
          <Statuses of={invoice.statuses} />
        </Group>
        {invoice.label && <Text mb="md">{invoice.label}</Text>}
        <Group gap="xl">
          <Figure label={t('open')}>
            <Text component="div" fz={22}>
              <Amount cents={invoice.openCents} currency={currency} strong />
            </Text>
          </Figure>
          <Figure label={t('gross')}>
            <Amount cents={invoice.grossCents} currency={currency} />
          </Figure>
          {invoice.netCents !== null && (
            <Figure label={t('net')}>
              <Amount cents={invoice.netCents} currency={currency} />
            </Figure>
          )}
          {invoice.vatCents !== null && (
            <Figure label={t('vat')}>
              <Amount cents={invoice.vatCents} currency={currency} />
            </Figure>
          )}
          <Figure label={t('issued')}>
            <DayText day={invoice.issuedOn} />
          </Figure>
          {invoice.sentOn && (
            <Figure label={t('sent')}>
              <DayText day={invoice.sentOn} />
            </Figure>
          )}
        </Group>
        {invoice.dueEstimated && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('due')} : {t('estimated')}
          </Text>
        )}
      </div>
      <section>
        <Title order={2} mb="xs">
          {t('terms')}
        </Title>
        <Terms invoice={invoice} />
      </section>
      <Allocations invoice={invoice} />
      <Reminders invoice={invoice} />
      <Sources invoice={invoice} />
    </Stack>
  );
}

/** The screen. */
export function InvoicePage() {
  const { t } = useWords('invoices');
  const { invoiceId } = route.useParams();
  const answer = useRead(invoices.get, { params: { invoiceId: Number(invoiceId) as InvoiceId } });
  return (
    <>
      <Anchor component={Link} to="/invoices" size="sm">
        {t('back')}
      </Anchor>
      <Answer of={answer}>{(invoice) => <Invoice invoice={invoice} />}</Answer>
    </>
  );
}
