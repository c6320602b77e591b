// Ledger tie: the ledger against the customer accounts of the last books brought in, on the day they end.
import { type Cents, cents } from '@quittance/core/kernel';
import {
  findLastBooks,
  type LastBooks,
  type LedgerDay,
  type OutsideBooks,
  readBalanceCents,
  readOutsideBooks,
  readToldApart,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';
import { rememberByMark } from './by-mark.ts';

/** The last books against the ledger on the day they end; zero difference when they agree. */
export type LedgerTie = LastBooks &
  Readonly<{
    /** On that day, payments that the bank dates otherwise counted on the books' day. */
    quittanceCents: Cents;
    differenceCents: Cents;
    /** What no books brought in, up to that day; null where they agree. */
    outside: OutsideBooks | null;
  }>;

const remember = rememberByMark<LedgerTie | null>(100);

async function tieOf(tx: Tx, { companyId, currency }: Omit<LedgerDay, 'on'>): Promise<LedgerTie | null> {
  const books = await findLastBooks(tx, companyId);
  if (!books) return null;
  const day = { companyId, currency, on: books.booksOn };
  const quittanceCents = cents((await readBalanceCents(tx, day)) + (await readToldApart(tx, day)));
  const differenceCents = cents(quittanceCents - books.ledgerCents);
  const outside = differenceCents === 0 ? null : await readOutsideBooks(tx, day);
  return { ...books, quittanceCents, differenceCents, outside };
}

/** Compares; null before any books. */
export const readLedgerTie = (tx: Tx, context: Context, of: Omit<LedgerDay, 'on'>): Promise<LedgerTie | null> =>
  remember(tx, context, `${of.companyId} ${of.currency}`, () => tieOf(tx, of));
