// A page of the aged balance on screen: lines, totals over all found, the tie to the last books, and what was entered after the day.
import type { Cents, CompanyId, Currency, Day } from '@quittance/core/kernel';
import {
  type AgedBalancePage,
  type EnteredLater,
  findLastBooks,
  type LastBooks,
  type LedgerDay,
  readAgedBalance,
  readBalanceCents,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { AGEING_BUCKETS } from './aged-balance-report.ts';
import { readEnteredLater } from './entered-later.ts';

/** The last books against the ledger on the day they end; zero difference when they agree. */
export type LedgerTie = LastBooks & Readonly<{ quittanceCents: Cents; differenceCents: Cents }>;

/** What is asked of the page; `sort` is a bucket's key, `overdue`, `total`, `ref` or `name`. */
export type AgedBalancePageRequest = Readonly<{
  companyId: CompanyId;
  on: Day;
  search?: string;
  sort: string;
  descending: boolean;
  limit: number;
  offset: number;
}>;

/** The page as the screen shows it. */
export type AgedBalanceScreen = AgedBalancePage &
  Readonly<{
    on: Day;
    currency: Currency;
    buckets: readonly string[];
    /** Null before any books. */
    tie: LedgerTie | null;
    /** Null where nothing was, or where the day is not over. */
    enteredLater: EnteredLater | null;
  }>;

/** Compares the ledger with the last books brought in, on the day they end; null before any. */
async function readLedgerTie(tx: Tx, { companyId, currency }: Omit<LedgerDay, 'on'>): Promise<LedgerTie | null> {
  const books = await findLastBooks(tx, companyId);
  if (!books) return null;
  const quittanceCents = await readBalanceCents(tx, { companyId, currency, on: books.booksOn });
  return { ...books, quittanceCents, differenceCents: (quittanceCents - books.ledgerCents) as Cents };
}

/** Reads a page of the aged balance in the company's currency, all of it from one consistent picture. */
export function readAgedBalancePage(context: Context, asked: AgedBalancePageRequest): Promise<AgedBalanceScreen> {
  return readOrganization(context, async (tx) => {
    const { currency, timezone } = await getSettings(tx, asked.companyId);
    const page = await readAgedBalance(tx, { ...asked, currency, buckets: AGEING_BUCKETS });
    return {
      ...page,
      on: asked.on,
      currency,
      buckets: AGEING_BUCKETS.map((bucket) => bucket.key),
      tie: await readLedgerTie(tx, { companyId: asked.companyId, currency }),
      enteredLater: await readEnteredLater(tx, context, { ...asked, currency, timezone }),
    };
  });
}
