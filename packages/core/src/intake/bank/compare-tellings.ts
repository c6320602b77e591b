// Comparing tellings: whether two lists of movements, told by files that do not both name their account, are of one account. Pure.
import { type Day, daysBetween } from '../../kernel/index.ts';
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
type Fits = (one: MovementTraits, other: MovementTraits) => boolean;

/** Pairs of equal amount that fit, each movement in one at most; and what is left of the others. */
function pair(ours: readonly MovementTraits[], theirs: readonly MovementTraits[], fits: Fits) {
  const byAmount = new Map<number, MovementTraits[]>();
  for (const each of theirs) byAmount.set(each.cents, [...(byAmount.get(each.cents) ?? []), each]);
  const met: Pair[] = [];
  const left: MovementTraits[] = [];
  for (const one of ours) {
    const among = byAmount.get(one.cents) ?? [];
    const at = among.findIndex((other) => fits(one, other));
    if (at < 0) left.push(one);
    else met.push([one, among.splice(at, 1)[0]!]);
  }
  return { met, left, rest: [...byAmount.values()].flat() };
}

const isSameDay: Fits = (one, other) => one.bookedOn === other.bookedOn;
const isNear: Fits = (one, other) => Math.abs(daysBetween(one.bookedOn, other.bookedOn)) <= DATED_APART;

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
  const { met, left, rest } = pair(mine, others, isSameDay);
  if (met.length === 0 && pair(left, rest, isNear).met.length === 0) return 'other';
  if (met.length >= PROOF && met.length * 3 >= least * 2) return 'same';
  return met.length === least && met.some(isTelling) ? 'same' : 'unsure';
}
