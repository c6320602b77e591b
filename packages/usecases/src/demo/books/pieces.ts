// Pieces: numbers given in order of date, by exercise: invoices FA, credit notes AV, bank movements BQ.
import { type Day, yearOf } from '@quittance/core/kernel';
import type { Exercise } from '../trade/days.ts';
import type { Receipt, Sale, Trade } from '../trade/trade.ts';

export type Pieces = Readonly<{ saleNumber: (sale: Sale) => string; receiptNumber: (receipt: Receipt) => string }>;

const exerciseYear = (on: Day, exercises: readonly Exercise[]): number =>
  yearOf((exercises.find(({ from, to }) => on >= from && on <= to) ?? exercises[0]!).to);

const numbered = <T>(items: readonly T[], on: (item: T) => Day, prefixOf: (item: T) => string): Map<T, string> => {
  const counts = new Map<string, number>();
  const numbers = new Map<T, string>();
  for (const item of items.toSorted((a, b) => (on(a) < on(b) ? -1 : on(a) > on(b) ? 1 : 0))) {
    const prefix = prefixOf(item);
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    numbers.set(item, `${prefix}-${String(count).padStart(4, '0')}`);
  }
  return numbers;
};

/** Numbers every sale and receipt: continuous within a prefix and a year (art. 242 nonies A ann. II CGI). */
export function numberPieces(trade: Trade, exercises: readonly Exercise[]): Pieces {
  const year = (on: Day): string => String(exerciseYear(on, exercises)).slice(2);
  const sales = numbered(
    trade.sales,
    (sale) => sale.issuedOn,
    (sale) => `${sale.kind === 'invoice' ? 'FA' : 'AV'}${year(sale.issuedOn)}`,
  );
  const receipts = numbered(
    trade.receipts,
    (receipt) => receipt.on,
    (receipt) => `BQ${year(receipt.on)}`,
  );
  return { saleNumber: (sale) => sales.get(sale)!, receiptNumber: (receipt) => receipts.get(receipt)! };
}
