// Merging one account: day by day, the lines of the file against what is known, so that memory does not grow with either.
import { mergeMovements, type StatementSpan, statementsApart } from '@quittance/core/intake';
import { type Day, groupBy } from '@quittance/core/kernel';
import {
  listKnownMovements,
  listNeighbours,
  listStagedDays,
  listStagedLines,
  type NeighbourStatement,
  stageDecisions,
} from '@quittance/db/bank/write';
import type { Tx } from '@quittance/db/tx';
import { hashedKey } from './movement-keys.ts';

/** A statement of the file with its ends. */
export type PlacedSpan = StatementSpan & Readonly<{ statement: number }>;

/** The statements of a file that are of one account. */
export type AccountLines = Readonly<{ bankAccountId: number; format: string; statements: readonly PlacedSpan[] }>;

/** Lines merged at once, days being whole. */
const LINES_AT_ONCE = 4_000;

type Stretch = { from: Day; to: Day; lines: number };

/** Whole days together, as many as make enough lines. */
function stretchesOf(days: readonly Readonly<{ on: Day; lines: number }>[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { on, lines } of days) {
    const last = stretches.at(-1);
    if (last && last.lines + lines <= LINES_AT_ONCE) Object.assign(last, { to: on, lines: last.lines + lines });
    else stretches.push({ from: on, to: on, lines });
  }
  return stretches;
}

/** For each statement of the file, the known ones before and after it: only those that share its first or last day matter. */
function apartOf(ours: readonly PlacedSpan[], known: readonly NeighbourStatement[]): Map<number, ReadonlySet<number>> {
  const all: readonly (PlacedSpan | NeighbourStatement)[] = [...known, ...ours];
  const byLast = groupBy(all, ({ toOn }) => toOn);
  const byFirst = groupBy(all, ({ fromOn }) => fromOn);
  const found = new Map<number, ReadonlySet<number>>();
  for (const one of ours) {
    if (one.fromOn === null || one.toOn === null) continue;
    const near = new Set([...(byLast.get(one.fromOn) ?? []), ...(byFirst.get(one.toOn) ?? [])]);
    near.delete(one);
    const apart = statementsApart(one, [...near]).flatMap((each) => ('statementId' in each ? [each.statementId] : []));
    if (apart.length > 0) found.set(one.statement, new Set(apart));
  }
  return found;
}

/** Decides every staged line of the account; returns how many were told otherwise, as a total or as details. */
export async function mergeAccount(tx: Tx, { bankAccountId, format, statements }: AccountLines): Promise<number> {
  const days = (of: (one: PlacedSpan) => Day | null) => [...new Set(statements.flatMap((one) => of(one) ?? []))];
  const known = await listNeighbours(tx, bankAccountId, {
    from: days(({ fromOn }) => fromOn),
    to: days(({ toOn }) => toOn),
  });
  const apart = apartOf(statements, known);
  const near = [...new Set([...apart.values()].flatMap((ids) => [...ids]))];
  const places = statements.map(({ statement }) => statement);
  let batches = 0;
  for (const { from, to } of stretchesOf(await listStagedDays(tx, places))) {
    const read = await listStagedLines(tx, { statements: places, from, to });
    const stored = await listKnownMovements(tx, bankAccountId, { from, to, near });
    const keyed = stored.map((movement) => ({ ...movement, key: hashedKey(movement) }));
    const decisions = mergeMovements({ format, read, stored: keyed, apart });
    await stageDecisions(tx, decisions);
    batches += decisions.filter(({ as }) => as === 'batch').length;
  }
  return batches;
}
