// Comparing tellings: whether two lists of movements, told by files that do not both name their account, are of one account. Pure.
import { type Day, daysBetween, groupBy } from '../../kernel/index.ts';
import { type MovementTraits, wordsOf } from './movement-traits.ts';

/**
 * `same`: one account, told twice. `other`: on the days that both tell they have nothing in common. `apart`: they tell no day in common.
 * `unsure`: something is common, too little to say.
 */
export type Overlap = 'same' | 'other' | 'apart' | 'unsure';

/** So many movements met prove an account, where they are most of the shorter list. */
const PROOF = 3;
/** Days by which two files may date one movement. */
const DATED_APART = 3;

type Span = Readonly<{ from: Day; to: Day }>;

function spanOf(list: readonly MovementTraits[]): Span | null {
  const days = list.map(({ bookedOn }) => bookedOn).sort();
  return days.length > 0 ? { from: days[0]!, to: days.at(-1)! } : null;
}

const within = (list: readonly MovementTraits[], { from, to }: Span): MovementTraits[] =>
  list.filter(({ bookedOn }) => bookedOn >= from && bookedOn <= to);

type Pair = readonly [MovementTraits, MovementTraits];
/** Those of one day and amount, each in one pair at most; and those that are left on both sides. */
function pairByDay(ours: readonly MovementTraits[], theirs: readonly MovementTraits[]) {
  const keyOf = ({ bookedOn, cents }: MovementTraits) => `${bookedOn} ${cents}`;
  const waiting = groupBy(theirs, keyOf);
  const met: Pair[] = [];
  const left: MovementTraits[] = [];
  for (const one of ours) {
    const other = waiting.get(keyOf(one))?.pop();
    if (other) met.push([one, other]);
    else left.push(one);
  }
  return { met, left, rest: [...waiting.values()].flat() };
}

/** Whether any are of one amount, dated a few days apart. */
function someNear(ours: readonly MovementTraits[], theirs: readonly MovementTraits[]): boolean {
  const days = new Map<number, Set<Day>>();
  for (const { cents, bookedOn } of theirs) days.set(cents, (days.get(cents) ?? new Set()).add(bookedOn));
  const isNear = (a: Day, b: Day): boolean => Math.abs(daysBetween(a, b)) <= DATED_APART;
  return ours.some(({ cents, bookedOn }) => [...(days.get(cents) ?? [])].some((on) => isNear(on, bookedOn)));
}

/** Money that came in, in words of which one is shared: charges and salaries are alike on every account. */
function isTelling([one, other]: Pair): boolean {
  const words = wordsOf(other);
  return one.cents > 0 && [...wordsOf(one)].some((word) => words.has(word));
}

/** Compares two tellings of the same currency. */
export function compareTellings(ours: readonly MovementTraits[], theirs: readonly MovementTraits[]): Overlap {
  const [a, b] = [spanOf(ours), spanOf(theirs)];
  if (a === null || b === null) return 'apart';
  const shared = { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
  const [mine, others] = [within(ours, shared), within(theirs, shared)];
  const least = Math.min(mine.length, others.length);
  if (least === 0) return 'apart';
  const { met, left, rest } = pairByDay(mine, others);
  if (met.length === 0 && !someNear(left, rest)) return 'other';
  if (met.length >= PROOF && met.length * 3 >= least * 2) return 'same';
  return met.length === least && met.some(isTelling) ? 'same' : 'unsure';
}
