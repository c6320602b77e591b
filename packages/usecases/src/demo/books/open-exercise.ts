// Opens an exercise: what was left on the balance sheet accounts comes back, customers line by line, the result in 120000.
import type { Day } from '@quittance/core/kernel';
import type { Settlement } from '../trade/trade.ts';
import { type Account, balanceOf, type Entry, type Line } from './entry.ts';
import { lineOf } from './write-trade.ts';

const isCustomer = (line: Line): boolean => line.account === '411000' || line.account === '416000';
const isProfitOrLoss = (line: Line): boolean => line.account >= '600000';

/** Settlements whose lines sum to nothing: they are done with. */
const completeOf = (lines: readonly Line[]): ReadonlySet<Settlement> => {
  const sums = new Map<Settlement, number>();
  for (const line of lines)
    if (line.settlement) sums.set(line.settlement, (sums.get(line.settlement) ?? 0) + line.debit - line.credit);
  return new Set([...sums].filter(([, sum]) => sum === 0).map(([settlement]) => settlement));
};

const carried = (lines: readonly Line[]): Line[] => {
  const customers = lines.filter(isCustomer);
  const complete = completeOf(customers);
  return customers.filter((line) => line.settlement === null || !complete.has(line.settlement));
};

const totals = (lines: readonly Line[], on: Day): Line[] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${isProfitOrLoss(line) ? '120000' : line.account} ${line.auxiliary?.ref ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].flatMap(([key, group]) => {
    const balance = balanceOf(group);
    const auxiliary = group[0]!.auxiliary;
    const where = { piece: 'AN', pieceOn: on, label: auxiliary?.name ?? 'À nouveau' };
    if (balance === 0) return [];
    return [lineOf(key.slice(0, 6) as Account, balance, where, auxiliary ? { auxiliary } : {})];
  });
};

/** The opening entry of an exercise, from every line before it (earlier opening entries left out). */
export function openExercise(before: readonly Entry[], on: Day): Entry {
  const lines = before.flatMap((entry) => entry.lines);
  const others = lines.filter((line) => !isCustomer(line));
  return { journal: 'AN', on, lines: [...carried(lines), ...totals(others, on)] };
}
