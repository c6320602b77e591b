// Headline: the figures a director reads first, each with what changed in a week, its formula, and the way to what makes it up.
import { useFormats, useWords } from '../../i18n/index.ts';
import { type Board, useNumbers, waysOf } from './board.ts';
import { DeltaText, Figure } from './figure.tsx';

/** Outstanding, overdue, newly late, on hold. */
export function Amounts({ board }: Readonly<{ board: Board }>) {
  const { t } = useWords('dashboard');
  const { day, number } = useFormats();
  const { cash, percent, change } = useNumbers(board);
  const { view } = board;
  const ways = waysOf(board);
  const { now, before, indicators, totals } = view;
  const balance = now.openCents - now.unappliedCents;
  const sum = (amounts: Readonly<Record<string, number>>) => Object.values(amounts).reduce((all, one) => all + one, 0);
  const [disputed, held] = [sum(totals.disputed), sum(totals.held)];
  return (
    <section className="q-board-figures" aria-label={t('amounts')}>
      <Figure
        label={t('outstanding')}
        value={cash(balance)}
        way={ways.balance}
        below={<DeltaText delta={change(balance, before.openCents - before.unappliedCents, cash)} />}
        explain={t('outstandingHow', {
          open: cash(now.openCents),
          unapplied: cash(now.unappliedCents),
          balance: cash(balance),
        })}
      />
      <Figure
        label={t('overdue')}
        value={cash(now.overdueCents)}
        way={ways.overdue}
        below={<DeltaText delta={change(now.overdueCents, before.overdueCents, cash)} />}
        explain={t('overdueHow', {
          overdue: cash(now.overdueCents),
          open: cash(now.openCents),
          share: percent(indicators.overdueRatioPct),
          customers: view.overdueCustomers,
        })}
      />
      <Figure
        label={t('overdueShare')}
        value={percent(indicators.overdueRatioPct)}
        way={ways.overdue}
        below={
          <DeltaText
            delta={change(indicators.overdueRatioPct, view.indicatorsBefore.overdueRatioPct, (n) =>
              t('points', { value: number(Number(n.toFixed(1))) }),
            )}
          />
        }
        explain={t('overdueShareHow', {
          overdue: cash(now.overdueCents),
          open: cash(now.openCents),
          share: percent(indicators.overdueRatioPct),
        })}
      />
      <Figure
        label={t('newlyLate')}
        value={cash(view.newlyLateCents)}
        way={ways.newlyLate}
        below={t('newlyLateOf', { on: day(view.weekBeforeOn) })}
      />
      <Figure
        label={t('stopped')}
        value={cash(disputed + held)}
        way={ways.disputed}
        below={t('stoppedOf', { disputed: cash(disputed), held: cash(held) })}
      />
    </section>
  );
}
