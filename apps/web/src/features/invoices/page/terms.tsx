// Due terms: when each is due, what is open on it, how far reminders went, what comes next; and due dates it had before.
import { Button, List, Text } from '@mantine/core';
import type { InvoiceView } from '@quittance/contracts/api';
import { Amount, DayText, LateBadge } from '@quittance/ui/values';
import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { daysLateOf, Level, Statuses } from '../../../receivables/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { Section } from './figure.tsx';

const DueDateDialog = lazy(() => import('./due-date-dialog.tsx').then((m) => ({ default: m.DueDateDialog })));
const DiscountDialog = lazy(() =>
  import('../../payments/invoice/discount-dialog.tsx').then((m) => ({ default: m.DiscountDialog })),
);

type Term = InvoiceView['terms'][number];
const ICON = 16;

function useColumns(onDue: (term: Term) => void): Column<Term>[] {
  const { t } = useWords('invoices');
  const { day, money } = useFormats();
  const may = useMay();
  const next = ({ next: step }: Term) =>
    step
      ? t('nextStep', { step: sayCode(t, `words:step.${step.step}`, 'words:empty'), day: day(step.on) })
      : t('words:empty');
  return [
    {
      key: 'due',
      title: t('due'),
      isName: true,
      cell: ({ dueOn, dueEstimated, discount, currency }) => (
        <>
          <DayText day={dueOn} />{' '}
          {dueEstimated && (
            <Text span size="xs">
              ({t('estimated')})
            </Text>
          )}
          {discount && (
            <Text size="xs" c="dimmed">
              {t('earlyDiscount', { amount: money(discount.cents, currency), day: day(discount.untilOn) })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'late',
      title: t('late'),
      cell: (term) => (term.openCents === 0 ? null : <LateBadge daysLate={daysLateOf(term)} />),
    },
    { key: 'status', title: t('status'), cell: ({ statuses }) => <Statuses of={statuses} /> },
    { key: 'level', title: t('level'), cell: ({ level }) => <Level of={level} /> },
    { key: 'next', title: t('next'), cell: (term) => <span className="q-next-step">{next(term)}</span> },
    {
      key: 'gross',
      title: t('amount'),
      numeric: true,
      cell: ({ grossCents, currency }) => <Amount cents={grossCents} currency={currency} />,
    },
    {
      key: 'open',
      title: t('open'),
      numeric: true,
      cell: ({ openCents, currency }) => <Amount cents={openCents} currency={currency} strong blankZero />,
    },
    {
      key: 'deeds',
      title: t('deeds'),
      cell: (term) =>
        term.openCents > 0 && may('customer.write') ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<CalendarClock size={ICON} aria-hidden />}
            aria-label={t('dueDate.changeOf', { day: day(term.dueOn) })}
            onClick={() => onDue(term)}
          >
            {t('dueDate.change')}
          </Button>
        ) : null,
    },
  ];
}

function Changes({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  const actorOf = useActor();
  if (invoice.dueChanges.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        {t('dueDate.changes')}
      </Text>
      <List size="sm">
        {invoice.dueChanges.map(({ receivableId, on, oldDueOn, newDueOn, reason, author, wasEstimated }) => (
          <List.Item key={`${receivableId} ${on} ${oldDueOn} ${newDueOn}`}>
            {t('dueDate.moved', { on: day(on), from: day(oldDueOn), to: day(newDueOn), author: actorOf(author) })}
            {wasEstimated && ` (${t('estimated')})`}
            {reason && `${t('words:colon')} ${reason}`}
          </List.Item>
        ))}
      </List>
    </>
  );
}

/** The section. */
export function Terms({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const [changing, setChanging] = useState<Term | null>(null);
  const may = useMay();
  const [isDiscounting, setDiscounting] = useState(false);
  const open = invoice.terms.filter(({ openCents }) => openCents > 0);
  const deeds = open.length > 0 && may('customer.write') && (
    <Button variant="default" onClick={() => setDiscounting(true)}>
      {t(open.some(({ discount }) => discount) ? 'discountChange' : 'discountAgree')}
    </Button>
  );
  return (
    <Section title={t('terms')} deeds={deeds}>
      <DataTable
        label={t('terms')}
        rows={invoice.terms}
        columns={useColumns(setChanging)}
        rowKey={({ receivableId }) => String(receivableId)}
      />
      <Changes invoice={invoice} />
      <Suspense fallback={null}>
        {changing && <DueDateDialog invoice={invoice} term={changing} onClose={() => setChanging(null)} />}
        {isDiscounting && <DiscountDialog invoice={invoice} open={open} onClose={() => setDiscounting(false)} />}
      </Suspense>
    </Section>
  );
}
