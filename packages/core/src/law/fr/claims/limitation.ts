// Limitation (prescription): the last day on which a claim can still be brought before a judge, as far as its dates alone tell.
import { addDays, addMonths, type Day } from '../../../kernel/index.ts';
import type { CustomerKind } from '../../../parties/index.ts';

const MONTHS_A_YEAR = 12;

/** Years a claim lives: 5 between traders (art. L110-4 I C. com., 2224 C. civ.), 2 against a consumer (L218-2 C. conso). */
const LIMITATION_YEARS: Readonly<Record<Exclude<CustomerKind, 'public'>, number>> = { business: 5, consumer: 2 };

/** 31 December of the fourth year after the one the debt arose in (loi n° 68-1250 du 31 décembre 1968, art. 1). */
const PUBLIC_YEARS = 4;

/**
 * Last day to sue, counted from the due day (art. 2233 3° C. civ.). What interrupts it (acknowledgement, judicial demand: art. 2240-2244)
 * or made it start sooner is not known here, so it is a warning, never advice that there is time left.
 */
export function limitationDay(dueOn: Day, kind: CustomerKind): Day {
  if (kind === 'public') return `${Number(dueOn.slice(0, 4)) + PUBLIC_YEARS}-12-31` as Day;
  return addMonths(dueOn, LIMITATION_YEARS[kind] * MONTHS_A_YEAR);
}

type Span = Readonly<{ from: Day; to: Day }>;

// A claim due on 29 February ends on the 28th of a common year, as one due on the 28th does: neither end of a span is a mere shift of months.
function monthsBefore({ from, to }: Span, months: number): Span {
  const first = addMonths(from, -months);
  const last = addMonths(to, -months);
  return {
    from: addMonths(first, months) < from ? addDays(first, 1) : first,
    to: addMonths(addDays(last, 1), months) <= to ? addDays(last, 1) : last,
  };
}

/** Due days whose claims of this kind end between two days, both included: what a database looks for. Empty where `from` is after `to`. */
export function dueDaysEnding(kind: CustomerKind, from: Day, to: Day): Span {
  if (kind !== 'public') return monthsBefore({ from, to }, LIMITATION_YEARS[kind] * MONTHS_A_YEAR);
  const year = (on: Day): number => Number(on.slice(0, 4)) - PUBLIC_YEARS;
  const ends = (on: Day): boolean => on.endsWith('-12-31');
  const last = ends(to) ? year(to) : year(to) - 1;
  return last < year(from)
    ? { from: addDays(from, 1), to: from }
    : { from: `${year(from)}-01-01` as Day, to: `${last}-12-31` as Day };
}

/** Claims of one kind that end on one day: those due from one day to another. */
export type Ending = Readonly<{ kind: CustomerKind; dueFrom: Day; dueTo: Day; on: Day }>;

const KINDS: readonly CustomerKind[] = ['business', 'consumer', 'public'];

/** What ends on each day from one to another, both included: for a database to find the claims and tell each its last day. */
export function endingsBetween(from: Day, to: Day): Ending[] {
  const found: Ending[] = [];
  for (let on = from; on <= to; on = addDays(on, 1))
    for (const kind of KINDS) {
      const due = dueDaysEnding(kind, on, on);
      if (due.from <= due.to) found.push({ kind, dueFrom: due.from, dueTo: due.to, on });
    }
  return found;
}
