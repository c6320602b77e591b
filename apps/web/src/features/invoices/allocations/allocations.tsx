// Allocations: what was applied to the invoice, by whom and why; an undone line stays in sight; each opens its credit.
import { Button, Text } from '@mantine/core';
import { type InvoiceView, allocations as routes } from '@quittance/contracts/api';
import { Amount, DayText, StatusBadge } from '@quittance/ui/values';
import { lazy, Suspense, useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { useToast } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { Section } from '../page/figure.tsx';
import { INVOICE_READS } from '../stale.ts';
import type { CreditName } from './credit-drawer.tsx';

const ApplyDialog = lazy(() => import('./apply-dialog.tsx').then((m) => ({ default: m.ApplyDialog })));
const UndoDialog = lazy(() => import('./undo-dialog.tsx').then((m) => ({ default: m.UndoDialog })));
const CloseDifference = lazy(() =>
  import('../../payments/invoice/close-difference.tsx').then((m) => ({ default: m.CloseDifference })),
);
const CreditDrawer = lazy(() => import('./credit-drawer.tsx').then((m) => ({ default: m.CreditDrawer })));

/** What can be applied again once it was taken back; a difference taken back is closed anew instead. */
const REDOABLE: ReadonlySet<string> = new Set(['payment', 'credit_note']);
const UNDOABLE: ReadonlySet<string> = new Set([...REDOABLE, 'write_off', 'discount', 'bank_fee', 'exchange']);

/** One line. */
type Allocation = InvoiceView['allocations'][number];

type Deeds = Readonly<{
  onUndo: (line: Allocation) => void;
  onRedo: (line: Allocation) => void;
  onCredit: (of: CreditName) => void;
}>;

function What({ line, onCredit }: Readonly<{ line: Allocation; onCredit: Deeds['onCredit'] }>) {
  const { t } = useWords('invoices');
  const { source, number, creditId } = line;
  const name = `${t(`source.${source}`)} ${number}`.trim();
  if (source !== 'payment' && source !== 'credit_note') return name;
  return (
    <Button variant="transparent" size="compact-sm" px={0} onClick={() => onCredit({ kind: source, id: creditId })}>
      {name}
    </Button>
  );
}

function State({ line }: Readonly<{ line: Allocation }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  const actorOf = useActor();
  const { reversedOn, reversedBy, reversedWhy } = line;
  if (!reversedOn) return null;
  return (
    <>
      <StatusBadge mood="warn">{t('undone', { day: day(reversedOn) })}</StatusBadge>{' '}
      <Text span size="xs">
        {[reversedBy ? actorOf(reversedBy) : '', reversedWhy ?? ''].filter(Boolean).join(' : ')}
      </Text>
    </>
  );
}

function useColumns(invoice: InvoiceView, { onUndo, onRedo, onCredit }: Deeds): Column<Allocation>[] {
  const { t } = useWords('invoices');
  const may = useMay();
  const actorOf = useActor();
  const canWrite = may('allocation.write');
  return [
    { key: 'what', title: t('what'), isName: true, cell: (line) => <What line={line} onCredit={onCredit} /> },
    { key: 'on', title: t('on'), cell: ({ on }) => <DayText day={on} /> },
    {
      key: 'by',
      title: t('by'),
      cell: ({ origin, author, reason }) => (
        <Text span size="sm">
          {t(`origin.${origin}`)} · {actorOf(author)}
          {reason && ` · ${reason}`}
        </Text>
      ),
    },
    { key: 'state', title: t('status'), cell: (line) => <State line={line} /> },
    {
      key: 'amount',
      title: t('amount'),
      numeric: true,
      cell: ({ cents, reversedOn }) => (
        <Text span inherit td={reversedOn ? 'line-through' : 'none'}>
          <Amount cents={cents} currency={invoice.currency} />
        </Text>
      ),
    },
    {
      key: 'deeds',
      title: t('deeds'),
      cell: (line) =>
        canWrite && (line.reversedOn ? REDOABLE : UNDOABLE).has(line.source) ? (
          <Button size="compact-sm" variant="default" onClick={() => (line.reversedOn ? onRedo(line) : onUndo(line))}>
            {t(line.reversedOn ? 'redo.do' : 'undo.do')}
          </Button>
        ) : null,
    },
  ];
}

/** The section. */
export function Allocations({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const may = useMay();
  const toast = useToast();
  const [undoing, setUndoing] = useState<Allocation | null>(null);
  const [credit, setCredit] = useState<CreditName | null>(null);
  const [isApplying, setApplying] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const redo = useWrite(routes.redo, INVOICE_READS);
  const again = ({ allocationId }: Allocation) =>
    redo.mutate({ params: { allocationId } }, { onSuccess: () => toast.done(t('redo.done')), onError: toast.refused });
  const columns = useColumns(invoice, { onUndo: setUndoing, onRedo: again, onCredit: setCredit });
  const deeds = invoice.openCents > 0 && (
    <>
      {may('payment.write') && (
        <Button variant="default" onClick={() => setClosing(true)}>
          {t('difference')}
        </Button>
      )}
      {may('allocation.write') && (
        <Button variant="default" onClick={() => setApplying(true)}>
          {t('apply.title')}
        </Button>
      )}
    </>
  );
  return (
    <Section title={t('allocations')} deeds={deeds}>
      {invoice.allocations.length === 0 ? (
        <Text c="dimmed">{t('noAllocations')}</Text>
      ) : (
        <DataTable
          label={t('allocations')}
          rows={invoice.allocations}
          columns={columns}
          rowKey={({ allocationId }) => String(allocationId)}
        />
      )}
      <Suspense fallback={null}>
        {isApplying && <ApplyDialog invoice={invoice} onClose={() => setApplying(false)} />}
        {isClosing && <CloseDifference invoice={invoice} onClose={() => setClosing(false)} />}
        {undoing && <UndoDialog invoice={invoice} line={undoing} onClose={() => setUndoing(null)} />}
        {credit && <CreditDrawer of={credit} onClose={() => setCredit(null)} />}
      </Suspense>
    </Section>
  );
}
