// Largest risks: the late customers who owe most, each with why it worries.
import { lateCents } from '@quittance/core/ageing';
import { type Cents, type CustomerId, type Day, daysBetween } from '@quittance/core/kernel';
import { type LedgerDay, listRiskFacts } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { PictureLine } from '../aged-picture.ts';

const MOST_RISKS = 10;

/** One late customer; `daysLate` of the oldest late receivable still open, null where it has been settled since the day. */
export type Risk = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  overdueCents: Cents;
  totalCents: Cents;
  daysLate: number | null;
  level: number;
  brokenPromiseOn: Day | null;
  doubtful: boolean;
}>;

/** The ten largest by what is late. */
export async function readRisks(
  tx: Tx,
  day: LedgerDay,
  of: Readonly<{ lines: readonly PictureLine[]; keys: readonly string[] }>,
): Promise<Risk[]> {
  const late = of.lines
    .map((line) => ({ line, overdueCents: lateCents(line, of.keys) }))
    .filter(({ overdueCents }) => overdueCents > 0)
    .sort((a, b) => b.overdueCents - a.overdueCents || (a.line.ref < b.line.ref ? -1 : 1))
    .slice(0, MOST_RISKS);
  if (late.length === 0) return [];
  const facts = await listRiskFacts(
    tx,
    day,
    late.map(({ line }) => line.customerId),
  );
  const factsOf = new Map(facts.map((one) => [one.customerId, one]));
  return late.map(({ line, overdueCents }) => {
    const { customerId, ref, name, totalCents } = line;
    const known = factsOf.get(customerId);
    return {
      ...{ customerId, ref, name, overdueCents, totalCents },
      daysLate: known?.oldestDueOn ? daysBetween(known.oldestDueOn, day.on) : null,
      level: known?.level ?? 0,
      brokenPromiseOn: known?.brokenPromiseOn ?? null,
      doubtful: known?.doubtful ?? false,
    };
  });
}
