// Importing a FEC: the books of customer accounts become facts, found again by any other export of the same year.
import { type Exercise, exerciseOf, findTransferred, placeBooks, type TransferLine } from '@quittance/core/intake';
import { type ImportId, ok, type Result, refuse } from '@quittance/core/kernel';
import { listBooks } from '@quittance/db/imports';
import {
  adoptKnownFacts,
  type BooksScope,
  cancelWithdrawn,
  createFecStage,
  createLetteringStage,
  findWithdrawn,
  flagDoubtfulCustomers,
  insertFecCustomers,
  insertFecFacts,
  learnStatistics,
  listTransferCandidates,
  listUntied,
  markDoubtful,
  readFileBalance,
  rekeyReturned,
} from '@quittance/db/imports/fec/write';
import type { Tx } from '@quittance/db/tx';
import type { FecSummary } from '@quittance/formats/fec';
import type { ImportOutcome, ImportRun } from '../importer.ts';
import { type ImportNote, type ImportRefusal, NO_COUNTS } from '../report.ts';
import { decideFacts, decideOpenings } from './decide-facts.ts';
import { joinBankPayments } from './join-bank-payments.ts';
import { letterBooks, tieOpenings } from './letter-books.ts';
import { stageBooks } from './stage-books.ts';

/** Brings a FEC in; refuses a file that is none, an older year after a newer one, and figures that would not tie. */
export async function importFec(tx: Tx, run: ImportRun): Promise<Result<ImportOutcome, ImportRefusal>> {
  await createFecStage(tx);
  run.progress.enter('reading');
  const read = await stageBooks(tx, run);
  if (!read.ok) return read;
  const covers = exerciseOf(read.value.journals);
  if (!covers) return refuse({ code: 'no_entry', row: null, seen: '', expected: 'at least one entry' });
  const place = placeBooks(covers, await listBooks(tx, run.companyId));
  if (!place.ok) {
    const { code, laterFrom } = place;
    return refuse({ code, row: null, seen: `${covers.from}..${covers.to}`, expected: `entries from ${laterFrom} on` });
  }
  run.progress.enter('saving');
  return saveBooks(tx, run, { summary: read.value, covers, ...place });
}

/** The file as read and placed among the books already known. */
type PlacedBooks = Readonly<{
  summary: FecSummary;
  covers: Exercise;
  sameYear: readonly ImportId[];
  isNewest: boolean;
}>;

/** Steps of saving, of unequal length: enough to show that something moves. */
const SAVING_STEPS = 4;

async function saveBooks(tx: Tx, run: ImportRun, books: PlacedBooks): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { companyId, importId, currency, actor, on } = run;
  const scope: BooksScope = {
    companyId,
    importId,
    currency,
    actor,
    on,
    sameYear: books.sameYear,
    from: books.covers.from,
  };
  const customers = await insertFecCustomers(tx, scope);
  run.progress.step(1, SAVING_STEPS);
  const transfers = await decideFacts(tx, scope, books.summary.journals);
  run.progress.step(2, SAVING_STEPS);
  const bank = await joinBankPayments(tx, scope);
  const adopted = (await adoptKnownFacts(tx, scope)) + bank.joined;
  const openings = await decideOpenings(tx, scope);
  if (scope.sameYear.length > 0) await rekeyReturned(tx, scope);
  run.progress.step(3, SAVING_STEPS);
  const facts = await insertFecFacts(tx, scope);
  run.progress.step(SAVING_STEPS, SAVING_STEPS);
  await learnStatistics(tx, books.summary.kept);
  run.progress.enter('allocating');
  const updates = books.isNewest ? await updateBooks(tx, scope) : { ...NO_UPDATES, notes: [{ code: 'older_export' }] };
  const flagged = await flagDoubtfulCustomers(tx, scope);
  const untold = await markTransferred(tx, scope, transfers.untied);
  const untied = await listUntied(tx, scope, { isNewest: books.isNewest, carried: openings.carried });
  if (untied.length > 0) return refuse(untiedRefusal(untied));
  const { added, undone } = updates;
  return ok({
    counts: {
      ...NO_COUNTS,
      customers: { created: customers, updated: flagged },
      invoices: { created: facts.invoices, updated: 0 },
      creditNotes: { created: facts.creditNotes, updated: 0 },
      payments: { created: facts.payments, updated: 0 },
      allocations: { created: added, updated: undone },
    },
    notes: [
      ...books.summary.notes.map((note): ImportNote => ({ ...note })),
      ...openings.notes,
      ...updates.notes,
      ...(adopted > 0 ? [{ code: 'known_from_other_source', facts: adopted }] : []),
      ...(bank.ambiguous > 0 ? [{ code: 'bank_payments_ambiguous', count: bank.ambiguous }] : []),
      ...(untold > 0 ? [{ code: 'doubtful_not_told', lines: untold }] : []),
      { code: 'customer_accounts', ...(await readFileBalance(tx)) },
    ],
    covers: books.covers,
    hasOpenings: openings.hasOpenings,
  });
}

const NO_UPDATES = { added: 0, undone: 0 };

/** Lettering added and undone, lines withdrawn: what a newer export changes in what is known. */
async function updateBooks(tx: Tx, scope: BooksScope): Promise<{ added: number; undone: number; notes: ImportNote[] }> {
  await createLetteringStage(tx, scope);
  await tieOpenings(tx, scope);
  const lettered = await letterBooks(tx, scope);
  if (scope.sameYear.length === 0) return lettered;
  const withdrawn = await findWithdrawn(tx, scope);
  if (withdrawn === 0) return lettered;
  await cancelWithdrawn(tx, scope);
  return { ...lettered, notes: [...lettered.notes, { code: 'entries_withdrawn', facts: withdrawn }] };
}

/** Flags the receivables that went to 416; returns how many transfers could not be told. */
async function markTransferred(tx: Tx, scope: BooksScope, untied: readonly TransferLine[]): Promise<number> {
  const refs = [...new Set(untied.map((line) => line.customerRef))];
  const candidates = refs.length > 0 ? await listTransferCandidates(tx, scope, refs) : [];
  const found = untied.map((line) =>
    findTransferred(
      line,
      candidates.filter((one) => one.customerRef === line.customerRef),
    ),
  );
  const told = found.flatMap((one) => (one ? [one.receivableId] : []));
  await markDoubtful(tx, scope, told);
  return untied.length - told.length;
}

const untiedRefusal = (untied: Awaited<ReturnType<typeof listUntied>>): ImportRefusal => ({
  code: 'unplaced',
  row: null,
  seen: untied
    .slice(0, 5)
    .map((one) => `${one.ref}: ${one.ledgerCents}`)
    .join(', '),
  expected: untied
    .slice(0, 5)
    .map((one) => `${one.ref}: ${one.fileCents}`)
    .join(', '),
});
