// Twins: the movements that two accounts both tell, where the two turn out to be one; and which of each pair stands. Pure.
import { type MergeDecision, mergeMovements, type StoredMovement } from './merge-movements.ts';
import type { MovementTraits } from './movement-traits.ts';

/** A movement of an account, with the format that brought it and the keys under which files told it. */
export type AccountLine = MovementTraits &
  Readonly<{ transactionId: number; format: string; key: string; toldAs: readonly string[] }>;

/** The same movement told by both accounts: one on each side, or a total on one and its details on the other. */
export type Twins = Readonly<{ from: readonly number[]; into: readonly number[] }>;

const asStored = (line: AccountLine): StoredMovement => ({ ...line, statements: [], perhaps: [] });

function gathered(decisions: readonly MergeDecision[], lines: readonly AccountLine[]): Twins[] {
  const groups = new Map<string, { from: number[]; into: readonly number[] }>();
  for (const { position, as, transactionIds } of decisions) {
    if (as === 'new') continue;
    const group = groups.get(transactionIds.join()) ?? { from: [], into: transactionIds };
    group.from.push(lines[position]!.transactionId);
    groups.set(transactionIds.join(), group);
  }
  return [...groups.values()];
}

/** Finds them as an import of the one account's movements into the other would recognise them; each movement has one twin at most. */
export function findTwins(from: readonly AccountLine[], into: readonly AccountLine[]): Twins[] {
  const met = new Set<number>();
  const found: Twins[] = [];
  for (const format of new Set(from.map((line) => line.format))) {
    const lines = from.filter((line) => line.format === format);
    const stored = into.filter(({ transactionId }) => !met.has(transactionId)).map(asStored);
    const read = lines.map((line, position) => ({ ...line, position, statement: 0 }));
    const twins = gathered(mergeMovements({ format, read, stored, apart: new Map() }), lines);
    for (const id of twins.flatMap((each) => each.into)) met.add(id);
    found.push(...twins);
  }
  return found;
}

/** What became of a movement: nothing yet, set aside, or money of it tied to payments. */
export type Standing = 'waiting' | 'aside' | 'matched';

/** Which side's movements stand; null where money stands in both: one is taken back first. */
export function standingSide(from: Standing, into: Standing): 'from' | 'into' | null {
  const weight = { waiting: 0, aside: 1, matched: 2 };
  if (from === 'matched' && into === 'matched') return null;
  return weight[from] > weight[into] ? 'from' : 'into';
}
