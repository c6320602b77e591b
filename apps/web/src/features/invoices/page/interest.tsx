// Interest: what could be claimed as of a day, line by line with each rate and its source, and the fixed fee or why there is none.
import { Text } from '@mantine/core';
import { type InterestView, type InvoiceView, invoices } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { Amount, DayText } from '@quittance/ui/values';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { sourceWords, useFormats, useWords } from '../../../i18n/index.ts';
import { Answer, DayPicker } from '../../../page/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { Section } from './figure.tsx';

type Line = InterestView['lines'][number];
const PERCENT = 100;

function useColumns(currency: string): Column<Line>[] {
  const { t, language } = useWords('invoices');
  const percent = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { minimumFractionDigits: 2 });
  return [
    {
      key: 'days',
      title: t('interest.period'),
      isName: true,
      cell: ({ from, to }) => (
        <span className="q-nowrap">
          <DayText day={from} /> – <DayText day={to} />
        </span>
      ),
    },
    { key: 'count', title: t('interest.days'), numeric: true, cell: ({ days }) => days },
    {
      key: 'principal',
      title: t('interest.principal'),
      numeric: true,
      cell: ({ principalCents }) => <Amount cents={principalCents} currency={currency} />,
    },
    {
      key: 'rate',
      title: t('interest.rate'),
      numeric: true,
      cell: ({ rate }) => `${percent.format(rate / PERCENT)}\u00A0%`,
    },
    {
      key: 'source',
      title: t('interest.source'),
      cell: ({ halfYear, source, isDoubtful, isShipped }) => (
        <Text span size="sm">
          {t('interest.halfYear', { half: halfYear.slice(-1), year: halfYear.slice(0, 4) })} ·{' '}
          {sourceWords(source, { isShipped, language })}
          {isDoubtful && ` · ${t('interest.doubtful')}`}
        </Text>
      ),
      hideOnPhone: true,
    },
    {
      key: 'interest',
      title: t('interest.amount'),
      numeric: true,
      cell: ({ interestCents }) => <Amount cents={interestCents} currency={currency} />,
    },
  ];
}

function Sheet({ sheet, currency }: Readonly<{ sheet: InterestView; currency: string }>) {
  const { t } = useWords('invoices');
  const { money } = useFormats();
  const columns = useColumns(currency);
  // A key that ends in `_other` would be taken for a plural.
  const rule = sheet.rateRule.replace(/_other$/, '');
  const fee = sheet.feeWhy
    ? t(`interest.noFee.${sheet.feeWhy}`)
    : t('interest.fee', { amount: money(sheet.fixedFeeCents, currency) });
  return (
    <>
      <Text mb="xs" fw={600} role="status">
        {t('interest.total', {
          interest: money(sheet.interestCents, currency),
          total: money(sheet.totalCents, currency),
        })}
      </Text>
      <Text size="sm">{fee}</Text>
      <Text size="sm" mb="xs">
        {t(`interest.rule.${rule}`)} {t('interest.formula')} ({sheet.articles.join(', ')})
      </Text>
      {sheet.lines.length > 0 && (
        <DataTable
          label={t('interest.title')}
          rows={sheet.lines}
          columns={columns}
          rowKey={({ dueOn, from, principalCents }) => `${dueOn} ${from} ${principalCents}`}
        />
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t('interest.notClaimed')}
      </Text>
    </>
  );
}

/** The section; its day is the reader's to choose. */
export function Interest({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const [on, setOn] = useState<string | undefined>();
  const answer = useRead(
    invoices.interest,
    { params: { invoiceId: invoice.invoiceId }, query: on ? { on: on as Day } : {} },
    { keep: true },
  );
  return (
    <Section title={t('interest.title')} deeds={<DayPicker label={t('interest.on')} value={on} onChange={setOn} />}>
      <Answer of={answer}>{(sheet) => <Sheet sheet={sheet} currency={invoice.currency} />}</Answer>
    </Section>
  );
}
