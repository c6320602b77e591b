// Balance printer port: the aged balance as a PDF for paper.
import type { Buckets } from '@quittance/core/ageing';
import type { Currency, Day } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import type { RenderedPdf } from './letter-renderer.ts';

/** One row: amounts by bucket in order, then credits (negative), then the balance; cents. */
export type BalancePrintRow = Readonly<{
  ref: string;
  name: string;
  customers: number;
  amounts: readonly number[];
  /** Of them disputed or on hold. */
  heldCents: number;
}>;

/** Everything a printed balance shows. */
export type BalancePrint = Readonly<{
  company: string;
  on: Day;
  currency: Currency;
  language: Language;
  by: 'customer' | 'segment' | 'owner';
  buckets: Buckets;
  /** What the rows were narrowed to, as people know it; empty: everybody. */
  filters: readonly string[];
  rows: readonly BalancePrintRow[];
  totals: readonly number[];
  heldCents: number;
  /** How it compares with the last books; null before any. */
  tie: Readonly<{ on: Day; ledgerCents: number; differenceCents: number }> | null;
}>;

export type BalancePrinter = Readonly<{
  /** A4 landscape, as many pages as needed, sums carried from page to page. */
  renderBalance(print: BalancePrint): Promise<RenderedPdf>;
}>;
