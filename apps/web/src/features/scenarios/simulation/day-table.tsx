// Day table: the days something leaves, by channel, with amounts; beside each count the one of the ladder in force where they differ.
import type { SimulationView } from '@quittance/contracts/api';
import { CHANNELS } from '@quittance/core/dunning';
import { Amount, DayText } from '@quittance/ui/values';
import { useWords } from '../../../i18n/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';
import { type Totals, totalsOf } from './totals.ts';

type Days = SimulationView['now'];
type Row = Readonly<{ on: string; counted: Totals; now: Totals | null }>;

const Amounts = ({ of }: Readonly<{ of: Totals['amounts'] }>) =>
  [...of].map(([currency, cents]) => <Amount key={currency} cents={cents} currency={currency} />);

/** Days without anything are left out. */
export function DayTable({ now, edited }: Readonly<{ now: Days; edited: Days | null }>) {
  const { t } = useWords('scenarios');
  const all = totalsOf(edited ?? now);
  const wasAll = edited && totalsOf(now);
  const rows: Row[] = (edited ?? now)
    .map(
      (day, index): Row => ({
        on: day.on,
        counted: totalsOf([day]),
        now: edited && now[index] ? totalsOf([now[index]]) : null,
      }),
    )
    .filter(({ counted: some, now: was }) => some.count > 0 || (was?.count ?? 0) > 0);
  const used = CHANNELS.filter((channel) => all.byChannel.has(channel) || wasAll?.byChannel.has(channel));
  const beside = (count: number, was: number | null | undefined) =>
    was == null || was === count ? count || '' : t('sim.was', { count, was });
  const columns: Column<Row>[] = [
    { key: 'on', title: t('sim.day'), isName: true, cell: ({ on }) => <DayText day={on} /> },
    ...used.map(
      (channel): Column<Row> => ({
        key: channel,
        title: t(`words:channels.${channel}`),
        numeric: true,
        cell: ({ counted: some, now: was }) =>
          beside(some.byChannel.get(channel) ?? 0, was && (was.byChannel.get(channel) ?? 0)),
        total: beside(all.byChannel.get(channel) ?? 0, wasAll && (wasAll.byChannel.get(channel) ?? 0)),
      }),
    ),
    {
      key: 'all',
      title: t('sim.all'),
      numeric: true,
      cell: ({ counted: some, now: was }) => beside(some.count, was?.count),
      total: beside(all.count, wasAll?.count),
    },
    {
      key: 'amount',
      title: t('sim.amount'),
      numeric: true,
      cell: ({ counted: some }) => <Amounts of={some.amounts} />,
    },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="q-scroll" tabIndex={0} aria-label={t('sim.byDay')}>
      <DataTable label={t('sim.byDay')} rows={rows} columns={columns} rowKey={({ on }) => on} />
    </section>
  );
}
