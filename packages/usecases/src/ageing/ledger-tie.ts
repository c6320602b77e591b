// Ledger tie: the ledger against the customer accounts of the last books brought in, on the day they end.
import type { Cents } from '@quittance/core/kernel';
import { findLastBooks, type LastBooks, type LedgerDay, readBalanceCents } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';
import { rememberByMark } from './by-mark.ts';

/** The last books against the ledger on the day they end; zero difference when they agree. */
export type LedgerTie = LastBooks & Readonly<{ quittanceCents: Cents; differenceCents: Cents }>;

const remember = rememberByMark<LedgerTie | null>(100);

async function tieOf(tx: Tx, { companyId, currency }: Omit<LedgerDay, 'on'>): Promise<LedgerTie | null> {
  const books = await findLastBooks(tx, companyId);
  if (!books) return null;
  const quittanceCents = await readBalanceCents(tx, { companyId, currency, on: books.booksOn });
  return { ...books, quittanceCents, differenceCents: (quittanceCents - books.ledgerCents) as Cents };
}

/** Compares; null before any books. */
export const readLedgerTie = (tx: Tx, context: Context, of: Omit<LedgerDay, 'on'>): Promise<LedgerTie | null> =>
  remember(tx, context, `${of.companyId} ${of.currency}`, () => tieOf(tx, of));
