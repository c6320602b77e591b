// Charts of the dashboard: the ageing bar, outstanding and late by month-end, DSO by month-end.
import { ShareBar, TimeChart } from '../../chart/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { dueDaysOf, useBucketTitle } from '../../receivables/index.ts';
import { type Board, useNumbers, waysOf } from './board.ts';
import { WayLink } from './figure.tsx';

/** What is open, by days late; each part leads to its invoices. */
export function AgeingBar({ board }: Readonly<{ board: Board }>) {
  const { t } = useWords('dashboard');
  const { cash } = useNumbers(board);
  const bucketTitle = useBucketTitle();
  const { view } = board;
  const ways = waysOf(board);
  const shares = view.buckets.map((key) => ({
    key,
    name: bucketTitle(key),
    cents: view.totals.cents[key] ?? 0,
    text: cash(view.totals.cents[key] ?? 0),
    link: (children: React.ReactNode) => (
      <WayLink way={ways.invoices({ open: 'true', ...dueDaysOf(key, view.on) })}>{children}</WayLink>
    ),
  }));
  const said = shares.map(({ name, text }) => `${name} ${text}`).join(', ');
  return (
    <section className="q-panel q-chart">
      <h2>{t('ageing')}</h2>
      <ShareBar title={t('ageingSaid', { said })} shares={shares} />
    </section>
  );
}

const MONTH_ENDS = { month: 'short', year: '2-digit', timeZone: 'UTC' } as const;

/** Month-ends behind the day, and the day itself. */
export function Trends({ board }: Readonly<{ board: Board }>) {
  const { t, language } = useWords('dashboard');
  const { day } = useFormats();
  const { cash, days, short, plain } = useNumbers(board);
  const { trend } = board.view;
  const months = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', MONTH_ENDS);
  const last = trend.length - 1;
  const labels = trend.map(({ on }, i) => (i === last ? day(on).slice(0, 5) : months.format(new Date(on))));
  const longLabels = trend.map(({ on }) => day(on));
  const common = { labels, longLabels };
  return (
    <div className="q-board-charts">
      <TimeChart
        {...common}
        kind="columns"
        title={t('trendAmounts')}
        series={[
          { key: 'outstanding', name: t('outstanding'), values: trend.map((one) => one.outstandingCents) },
          { key: 'overdue', name: t('ofWhichLate'), values: trend.map((one) => one.overdueCents) },
        ]}
        format={cash}
        axis={short}
      />
      <TimeChart
        {...common}
        kind="lines"
        title={t('trendDso')}
        series={[
          { key: 'countback', name: t('figure.dsoCountbackDays'), values: trend.map((one) => one.dsoCountbackDays) },
          { key: 'simple', name: t('figure.dsoSimpleDays'), values: trend.map((one) => one.dsoSimpleDays) },
        ]}
        format={days}
        axis={plain}
      />
    </div>
  );
}
