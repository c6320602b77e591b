// Saving a bank file: accounts met or opened, known movements recognised, statements and new movements stored, sums and gaps checked.
import { type BalanceCheck, checkTotals } from '@quittance/core/intake';
import { cents, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import {
  insertMovements,
  insertStatements,
  listStagedSpans,
  type NewStatement,
  reviveTold,
  type StagedSpan,
} from '@quittance/db/bank/write';
import { learnStatistics, planForBulk } from '@quittance/db/imports/fec/write';
import type { Tx } from '@quittance/db/tx';
import type { BankReading } from '@quittance/formats/bank';
import { listStatementGaps } from '../../bank/gaps.ts';
import type { ImportOutcome, ImportRun } from '../importer.ts';
import { type ImportNote, type ImportRefusal, NO_COUNTS } from '../report.ts';
import { type ChosenAccount, type ChosenAccounts, chooseAccounts } from './choose-accounts.ts';
import { mergeAccount } from './merge-account.ts';
import { noteOf, notesOfFile } from './notes.ts';
import { type PlacedHead, type StagedFile, stageBankFile } from './stage-file.ts';

/** A statement of the file: whose account, its days, and how its arithmetic came out. */
type Told = Readonly<{ head: PlacedHead; identity: string; staged: StagedSpan | undefined; check: BalanceCheck }>;

/** What the file names the account by: IBAN, else number, else ''. */
const identityOf = ({ accountIban, accountNumber }: PlacedHead): string =>
  accountIban?.replace(/\s/g, '').toUpperCase() ?? accountNumber?.trim() ?? '';

/** Brings a bank file in. */
export async function saveBankFile(
  tx: Tx,
  run: ImportRun,
  reading: BankReading & Readonly<{ rememberedAccount?: number | null }>,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const staged = await stageBankFile(tx, run, reading);
  if (!staged.ok) return staged;
  const spans = new Map((await listStagedSpans(tx)).map((span) => [span.statement, span]));
  const told = staged.value.heads.map((head): Told => {
    const span = spans.get(head.statement);
    return { head, identity: identityOf(head), staged: span, check: checkTotals(head, cents(span?.cents ?? 0)) };
  });
  const refused = refusalOf(run, told);
  if (refused) return refuse(refused);
  const asked = { account: run.account, rememberedAccount: reading.rememberedAccount ?? null };
  const chosen = await chooseAccounts(tx, run, { ...asked, told });
  return chosen.ok ? saveStatements(tx, run, { file: staged.value, told, chosen: chosen.value }) : chosen;
}

function refusalOf(run: ImportRun, told: readonly Told[]): ImportRefusal | null {
  const wrong = run.strict ? told.find(({ check }) => check.state === 'differs') : undefined;
  if (wrong?.check.state !== 'differs') return null;
  const { foundCents, expectedCents } = wrong.check;
  return { code: 'balance_differs', row: null, seen: String(foundCents), expected: String(expectedCents) };
}

type Read = Readonly<{ file: StagedFile; told: readonly Told[]; chosen: ChosenAccounts }>;

const newStatement = ({ head, staged, check }: Told, { bankAccountId, toldBy }: ChosenAccount): NewStatement => ({
  statement: head.statement,
  bankAccountId,
  toldBy,
  reference: head.reference,
  fromOn: staged?.fromOn ?? head.opening?.on ?? head.closing?.on ?? null,
  toOn: staged?.toOn ?? head.closing?.on ?? head.opening?.on ?? null,
  openingOn: head.opening?.on ?? null,
  openingCents: head.opening?.cents ?? null,
  closingOn: head.closing?.on ?? null,
  closingCents: head.closing?.cents ?? null,
  balance: check.state,
});

async function saveStatements(
  tx: Tx,
  run: ImportRun,
  { file, told, chosen }: Read,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  run.progress.enter('saving');
  const { accounts } = chosen;
  const statements = told.map((one) => newStatement(one, accounts.get(one.head.statement)!));
  await planForBulk(tx, file.lines);
  const ids = [...new Set(statements.map(({ bankAccountId }) => bankAccountId))];
  let batches = 0;
  for (const [step, bankAccountId] of ids.entries()) {
    const own = statements.filter((one) => one.bankAccountId === bankAccountId);
    batches += await mergeAccount(tx, { bankAccountId, format: file.format, statements: own });
    run.progress.step(step + 1, ids.length + 1);
  }
  const scope = { companyId: run.companyId, importId: run.importId, format: file.format };
  const kept = await insertStatements(tx, scope, statements);
  const created = await insertMovements(
    tx,
    scope,
    statements.map(({ statement, bankAccountId }, place) => ({
      statement,
      bankAccountId,
      statementId: kept[place]!,
    })),
  );
  const back = await reviveTold(tx, run.importId);
  await learnStatistics(tx, file.lines);
  const lines = told.reduce((sum, { staged }) => sum + (staged?.movements ?? 0), 0);
  return ok({
    counts: { ...NO_COUNTS, transactions: { created, updated: back } },
    notes: [
      ...notesOfFile(file, { known: lines - created, batches, back }),
      ...chosen.notes,
      ...told.flatMap((one) => balanceNotes(one)),
      ...(await gapNotes(
        tx,
        run,
        told.map(({ head, identity }, place) => ({
          statementId: kept[place]!,
          account: identity || `id:${accounts.get(head.statement)!.bankAccountId}`,
        })),
      )),
    ],
    covers: coversOf(statements),
    hasOpenings: false,
  });
}

function balanceNotes({ head, identity, check }: Told): ImportNote[] {
  if (check.state !== 'differs') return [];
  const { expectedCents, foundCents } = check;
  return [noteOf('balance_differs', { account: identity, on: head.closing!.on, expectedCents, foundCents })];
}

/** Gaps beside the statements of this file. */
async function gapNotes(
  tx: Tx,
  run: ImportRun,
  kept: readonly Readonly<{ statementId: number; account: string }>[],
): Promise<ImportNote[]> {
  const gaps = await listStatementGaps(tx, run.companyId);
  const ours = new Map(kept.map(({ statementId, account }) => [statementId, account]));
  return gaps.flatMap(({ afterId, beforeId, afterOn, beforeOn, missingCents }) => {
    const account = ours.get(beforeId) ?? ours.get(afterId);
    if (account === undefined) return [];
    return missingCents === null
      ? [noteOf('statement_gap_days', { account, afterOn, beforeOn })]
      : [noteOf('statement_gap', { account, afterOn, beforeOn, cents: missingCents })];
  });
}

function coversOf(statements: readonly NewStatement[]): { from: Day; to: Day } | null {
  const days = statements
    .flatMap(({ fromOn, toOn, closingOn }) => [fromOn, toOn, closingOn])
    .filter((on): on is Day => on !== null)
    .sort();
  return days.length > 0 ? { from: days[0]!, to: days.at(-1)! } : null;
}
