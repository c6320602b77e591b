// Indicators: DSO both ways, the best possible one, effectiveness, each with its formula and the numbers in it.
import { useFormats, useWords } from '../../i18n/index.ts';
import { type Board, useNumbers, waysOf } from './board.ts';
import { DeltaText, Figure, WayLink } from './figure.tsx';

type Name =
  | 'dsoCountbackDays'
  | 'dsoSimpleDays'
  | 'bestPossibleDsoDays'
  | 'averageDaysDelinquent'
  | 'collectionEffectivenessPct';

function useExplain(board: Board) {
  const { t } = useWords('dashboard');
  const { cash, days, percent } = useNumbers(board);
  const { indicators, now } = board.view;
  const facts = {
    balance: cash(now.openCents - now.unappliedCents),
    current: cash(indicators.currentCents),
    sales: cash(indicators.salesCents),
    opening: indicators.openingCents === null ? '–' : cash(indicators.openingCents),
    period: indicators.days,
  };
  return (name: Name) => {
    const reason = indicators.notes[name];
    const value = name === 'collectionEffectivenessPct' ? percent(indicators[name]) : days(indicators[name]);
    return (
      <>
        {t(`how.${name}`, { ...facts, value })}
        {reason && (
          <>
            <br />
            {t(`why.${reason}`)}
          </>
        )}
        <br />
        <WayLink way={waysOf(board).sales}>{t('seeSales', { period: indicators.days })}</WayLink>
      </>
    );
  };
}

/** The DSO family and effectiveness. */
export function Indicators({ board }: Readonly<{ board: Board }>) {
  const { t } = useWords('dashboard');
  const { day } = useFormats();
  const { days, percent, change } = useNumbers(board);
  const { indicators, indicatorsBefore } = board.view;
  const ways = waysOf(board);
  const explain = useExplain(board);
  const inDays = (name: Exclude<Name, 'collectionEffectivenessPct'>) => (
    <Figure
      key={name}
      label={t(`figure.${name}`)}
      value={days(indicators[name])}
      way={
        name === 'bestPossibleDsoDays' ? ways.current : name === 'averageDaysDelinquent' ? ways.overdue : ways.balance
      }
      below={
        indicators[name] === null ? (
          t(`why.${indicators.notes[name] ?? 'facts_missing'}`)
        ) : (
          <DeltaText delta={change(indicators[name], indicatorsBefore[name], (n) => days(Number(n.toFixed(1))))} />
        )
      }
      explain={explain(name)}
    />
  );
  return (
    <section className="q-board-figures" aria-label={t('indicators', { on: day(board.view.on) })}>
      {(['dsoCountbackDays', 'dsoSimpleDays', 'bestPossibleDsoDays', 'averageDaysDelinquent'] as const).map(inDays)}
      <Figure
        label={t('figure.collectionEffectivenessPct')}
        value={percent(indicators.collectionEffectivenessPct)}
        way={ways.paid}
        below={
          indicators.collectionEffectivenessPct === null
            ? t(`why.${indicators.notes.collectionEffectivenessPct ?? 'facts_missing'}`)
            : t('effectivenessOf')
        }
        explain={explain('collectionEffectivenessPct')}
      />
    </section>
  );
}
