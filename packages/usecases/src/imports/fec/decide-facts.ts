// Decides what the staged lines are: transfers to 416, kinds by journal, opening entries against what is known.
import {
  classifyFecLine,
  type DoubtfulTransfers,
  decideDoubtfulTransfers,
  decideOpening,
  FEC_STORAGE,
  type FecJournal,
  journalNature,
} from '@quittance/core/intake';
import type { Cents, CustomerId } from '@quittance/core/kernel';
import {
  type BooksScope,
  createFecFacts,
  hasFecOpenings,
  type KindRow,
  listOpeningBalances,
  listTransferLines,
  markOpenings,
  markTransfers,
} from '@quittance/db/imports/fec/write';
import type { Tx } from '@quittance/db/tx';
import type { ImportNote } from '../report.ts';

/** Every combination a line may show, with its kind: small enough to be joined by the database. */
const kindsOf = (journals: readonly FecJournal[]): KindRow[] =>
  journals.flatMap((journal) => {
    const nature = journalNature(journal);
    return [true, false].flatMap((isDebit) =>
      [true, false].map((hasPiece): KindRow => {
        const kind = classifyFecLine({ isDebit, hasPiece }, nature);
        const { table, nature: stored } = FEC_STORAGE[kind];
        return { journalCode: journal.code, isDebit, hasPiece, kind, target: table, nature: stored };
      }),
    );
  });

/** Makes the table of facts wanted; returns what was decided about transfers between 411 and 416. */
export async function decideFacts(
  tx: Tx,
  scope: BooksScope,
  journals: readonly FecJournal[],
): Promise<DoubtfulTransfers> {
  const transfers = decideDoubtfulTransfers(await listTransferLines(tx));
  await markTransfers(tx, transfers);
  await createFecFacts(tx, scope, kindsOf(journals));
  return transfers;
}

/** What was decided about opening entries. */
export type OpeningOutcome = Readonly<{
  hasOpenings: boolean;
  /** What earlier sources left to the customers whose opening creates no detail. */
  carried: readonly Readonly<{ customerId: CustomerId; cents: Cents }>[];
  notes: readonly ImportNote[];
}>;

/** Compares opening entries with what is known, customer by customer, and marks the facts wanted. */
export async function decideOpenings(tx: Tx, scope: BooksScope): Promise<OpeningOutcome> {
  if (!(await hasFecOpenings(tx))) return { hasOpenings: false, carried: [], notes: [] };
  const carried: { customerId: CustomerId; cents: Cents }[] = [];
  const differences: { customerId: CustomerId; cents: Cents }[] = [];
  const same: CustomerId[] = [];
  const notes: ImportNote[] = [];
  for (const balance of await listOpeningBalances(tx, scope)) {
    const { customerId, ref, openingCents, knownCents, isKnown } = balance;
    const decided = decideOpening(balance);
    if (isKnown && openingCents !== knownCents)
      notes.push({ code: 'opening_differs', customer: ref, openingCents, knownCents });
    if (decided.kind === 'detail') continue;
    carried.push({ customerId, cents: knownCents });
    if (decided.kind === 'carried') same.push(customerId);
    else differences.push({ customerId, cents: decided.cents });
  }
  await markOpenings(tx, { carried: same, differences });
  return { hasOpenings: true, carried, notes };
}
