// Columns of the aged balance: the row's name, one for each bucket with what of it is stopped, credits, the balance, the stopped parts.
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useBucketTitle } from '../../receivables/index.ts';
import type { Column } from '../../table/index.ts';
import { type Balance, type Filter, invoicesBehind, type Row } from './search.ts';

const sum = (amounts: Readonly<Record<string, number>>): number =>
  Object.values(amounts).reduce((all, one) => all + one, 0);

const PERCENT = 100;

/** The amount of a cell, leading to its invoices, with the words of what is stopped under it. */
function Cell({
  of,
  balance,
  filter,
  bucket,
  row,
}: Readonly<{ of: Row | Balance['totals']; balance: Balance; filter: Filter; bucket: string; row?: Row }>) {
  const { t } = useWords('aged-balance');
  const { money } = useFormats();
  const cents = of.cents[bucket] ?? 0;
  const [disputed, held] = [of.disputed[bucket] ?? 0, of.held[bucket] ?? 0];
  if (cents === 0) return <Amount cents={0} currency={balance.currency} blankZero />;
  return (
    <>
      <Link to="/invoices" search={invoicesBehind(balance, filter, { bucket, ...(row ? { row } : {}) })}>
        <Amount cents={cents} currency={balance.currency} />
      </Link>
      {disputed > 0 && (
        <small className="q-aged-part">{t('ofWhichDisputed', { amount: money(disputed, balance.currency) })}</small>
      )}
      {held > 0 && <small className="q-aged-part">{t('ofWhichHeld', { amount: money(held, balance.currency) })}</small>}
    </>
  );
}

function Name({ row, filter }: Readonly<{ row: Row; filter: Filter }>) {
  const { t } = useWords('aged-balance');
  if (row.customerId !== null)
    return (
      <Link to="/customers/$customerId" params={{ customerId: String(row.customerId) }}>
        {row.name}
      </Link>
    );
  const { by: _, sort: __, page: ___, ...rest } = filter;
  const key = filter.by === 'owner' ? 'owner' : 'segment';
  return (
    <Link to="/aged-balance" search={{ ...rest, [key]: row.ref === '' ? '-' : row.ref }}>
      {row.name || t(`no.${key}`)}
    </Link>
  );
}

/** What is stopped, and which part of what is owed that makes. */
function Stopped({
  of,
  kind,
  currency,
}: Readonly<{ of: Row | Balance['totals']; kind: 'disputed' | 'held'; currency: string }>) {
  const { t } = useWords('aged-balance');
  const cents = sum(of[kind]);
  const whole = sum(of.cents);
  return (
    <>
      <Amount cents={cents} currency={currency} blankZero />
      {cents > 0 && whole > 0 && (
        <small className="q-aged-part">{t('share', { percent: Math.round((cents / whole) * PERCENT) })}</small>
      )}
    </>
  );
}

/** All of them; groups have their count instead of an account. */
export function useAgedColumns(balance: Balance, filter: Filter): Column<Row>[] {
  const { t } = useWords('aged-balance');
  const bucketTitle = useBucketTitle();
  const { currency, totals } = balance;
  const by = filter.by ?? 'customer';
  const stopped = (kind: 'disputed' | 'held'): Column<Row> => ({
    key: kind,
    title: t(`stopped.${kind}`),
    sort: kind,
    numeric: true,
    hideOnPhone: true,
    // Chosen by whoever wants to sort by it; the words under each amount tell it anyway.
    startsHidden: true,
    cell: (row) => <Stopped of={row} kind={kind} currency={currency} />,
    total: <Stopped of={totals} kind={kind} currency={currency} />,
  });
  return [
    {
      key: 'name',
      title: t(`by.${by}`),
      sort: 'name',
      isName: true,
      cell: (row) => <Name row={row} filter={filter} />,
    },
    by === 'customer'
      ? { key: 'ref', title: t('code'), sort: 'ref', cell: ({ ref }) => ref, hideOnPhone: true }
      : {
          key: 'customers',
          title: t('customers'),
          sort: 'customers',
          numeric: true,
          cell: ({ customers }) => customers,
        },
    ...balance.buckets.map(
      (bucket): Column<Row> => ({
        key: bucket,
        title: bucketTitle(bucket),
        sort: bucket,
        numeric: true,
        cell: (row) => <Cell of={row} row={row} bucket={bucket} balance={balance} filter={filter} />,
        total: <Cell of={totals} bucket={bucket} balance={balance} filter={filter} />,
      }),
    ),
    {
      key: 'unapplied',
      title: t('unapplied'),
      sort: 'unapplied',
      numeric: true,
      cell: ({ unappliedCents }) => <Amount cents={-unappliedCents} currency={currency} blankZero />,
      total: <Amount cents={-totals.unappliedCents} currency={currency} blankZero />,
    },
    {
      key: 'total',
      title: t('total'),
      sort: 'total',
      numeric: true,
      cell: (row) => (
        <Link to="/invoices" search={invoicesBehind(balance, filter, { row })}>
          <Amount cents={row.totalCents} currency={currency} strong />
        </Link>
      ),
      total: (
        <Link to="/invoices" search={invoicesBehind(balance, filter, {})}>
          <Amount cents={totals.totalCents} currency={currency} />
        </Link>
      ),
    },
    stopped('disputed'),
    stopped('held'),
  ];
}
