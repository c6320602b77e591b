// Summary: the state of an invoice in a sentence, then its amounts and days.
import { Group, Text } from '@mantine/core';
import type { InvoiceView } from '@quittance/contracts/api';
import { Amount, DayText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { type Say, useFormats, useWords } from '../../../i18n/index.ts';
import { Statuses } from '../../../receivables/index.ts';
import { Figure } from './figure.tsx';

type Formats = ReturnType<typeof useFormats>;

const isCancelled = ({ allocations }: InvoiceView): boolean => {
  const live = allocations.filter(({ reversedOn }) => reversedOn === null);
  return live.length > 0 && live.every(({ source }) => source === 'credit_note');
};

/** "En retard de 45 jours : il reste 1 200,00 € sur 3 600,00 €." */
export function stateSentence(invoice: InvoiceView, t: Say, { money, day }: Formats): string {
  const { openCents, grossCents, currency, dueOn, daysLate } = invoice;
  if (openCents === 0) return t(isCancelled(invoice) ? 'sentence.cancelled' : 'sentence.paid');
  const part = openCents < grossCents;
  const facts = { open: money(openCents, currency), gross: money(grossCents, currency), due: day(dueOn) };
  if (daysLate > 0) return t(part ? 'sentence.latePart' : 'sentence.late', { ...facts, count: daysLate });
  return t(part ? 'sentence.duePart' : 'sentence.due', facts);
}

function Amounts({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { currency, grossCents, netCents, vatCents, openCents } = invoice;
  return (
    <>
      <Figure label={t('open')}>
        <Text component="div" fz={22}>
          <Amount cents={openCents} currency={currency} strong />
        </Text>
      </Figure>
      <Figure label={t('gross')}>
        <Amount cents={grossCents} currency={currency} />
      </Figure>
      {netCents !== null && (
        <Figure label={t('net')}>
          <Amount cents={netCents} currency={currency} />
        </Figure>
      )}
      {vatCents !== null && (
        <Figure label={t('vat')}>
          <Amount cents={vatCents} currency={currency} />
        </Figure>
      )}
    </>
  );
}

/** What stands on top of the page. */
export function Summary({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const formats = useFormats();
  return (
    <div>
      <Text size="lg" fw={600} mb="xs">
        {stateSentence(invoice, t, formats)}
      </Text>
      <Group gap="sm" mb="md">
        <Link to="/customers/$customerId" params={{ customerId: String(invoice.customerId) }}>
          {invoice.customerName}
        </Link>
        <Text size="sm" c="dimmed">
          {t(`words:kind.${invoice.customerKind}`)}
        </Text>
        <Statuses of={invoice.statuses} />
      </Group>
      {invoice.label && <Text mb="md">{invoice.label}</Text>}
      <Group gap="xl">
        <Amounts invoice={invoice} />
        <Figure label={t('issued')}>
          <DayText day={invoice.issuedOn} />
        </Figure>
        {invoice.sentOn && (
          <Figure label={t('sent')}>
            <DayText day={invoice.sentOn} />
          </Figure>
        )}
      </Group>
    </div>
  );
}
