// Withdrawing a bank file brought in by mistake: its decisions are undone, its statements tell nothing any more; and putting it back.
import { type CompanyId, type CustomerId, type ImportId, ok, type Result, refuse } from '@quittance/core/kernel';
import {
  type BankFile,
  listToldBy,
  lockBankFile,
  type MatchedMoney,
  markFileWithdrawn,
  readMatchedMoney,
  reviveTold,
  setMovementsWithdrawn,
} from '@quittance/db/bank/write';
import { dropCandidates, lockMovements } from '@quittance/db/cash/write';
import { lockImports } from '@quittance/db/imports/write';
import { appendEvent, listEvents } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { lookAround, matchWaiting, redoMatch, undoMatchWithin } from '../cash/index.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { followMoney } from '../payments/index.ts';

/** An import of a company. */
export type NamedFile = Readonly<{ companyId: CompanyId; importId: ImportId }>;

/** Why a file is neither withdrawn nor put back: unknown; no bank file, or not in that state. */
export type FileRefusal = Readonly<{ code: 'not_found' | 'state_forbids' }>;

/** What withdrawing a file would do. */
export type Withdrawal = Readonly<{
  statements: number;
  /** Movements that count no more, and those that another statement tells too, which stay. */
  gone: readonly number[];
  staying: number;
  /** What was decided about those that go: undone with them. */
  matched: MatchedMoney;
}>;

async function findFile(
  tx: Tx,
  { companyId, importId }: NamedFile,
  status: 'imported' | 'withdrawn',
): Promise<Result<BankFile, FileRefusal>> {
  const file = await lockBankFile(tx, companyId, importId);
  if (!file) return refuse({ code: 'not_found' });
  return file.status !== status || file.statements === 0 || file.isMixed ? refuse({ code: 'state_forbids' }) : ok(file);
}

/** Under the locks of the movements that go. */
async function look(tx: Tx, { companyId, importId }: NamedFile, { statements }: BankFile): Promise<Withdrawal> {
  const told = await listToldBy(tx, importId);
  const gone = told.filter(({ isAlone }) => isAlone).map(({ transactionId }) => transactionId);
  await lockMovements(tx, companyId, gone);
  return { statements, gone, staying: told.length - gone.length, matched: await readMatchedMoney(tx, gone) };
}

/** What withdrawing would do; nothing is written. */
export const previewWithdrawal = (context: Context, named: NamedFile): Promise<Result<Withdrawal, FileRefusal>> =>
  inOrganization(context, async (tx) => {
    const file = await findFile(tx, named, 'imported');
    return file.ok ? ok(await look(tx, named, file.value)) : file;
  });

/** Leaves the transaction: one decision cannot be undone, so none is. */
class MoneyWentOn extends Error {}

async function undoAll(
  tx: Tx,
  context: Context,
  order: Readonly<{ companyId: CompanyId; decisionIds: readonly number[]; reason: string }>,
): Promise<CustomerId[]> {
  const customerIds: CustomerId[] = [];
  for (const decisionId of order.decisionIds) {
    const undone = await undoMatchWithin(tx, context, { ...order, decisionId });
    if (!undone.ok) throw new MoneyWentOn(undone.refusal.code);
    customerIds.push(...undone.value.customerIds);
  }
  return [...new Set(customerIds)];
}

type WithdrawOrder = NamedFile & Readonly<{ reason: string }>;

async function withdrawWithin(
  tx: Tx,
  context: Context,
  order: WithdrawOrder,
): Promise<Result<readonly CustomerId[], FileRefusal>> {
  const { companyId, importId, reason } = order;
  await lockImports(tx, companyId);
  const file = await findFile(tx, order, 'imported');
  if (!file.ok) return file;
  const { gone, matched } = await look(tx, order, file.value);
  const { decisionIds, sums } = matched;
  const customerIds = await undoAll(tx, context, { companyId, decisionIds, reason });
  await setMovementsWithdrawn(tx, gone, { actor: context.actor, reason });
  await dropCandidates(tx, gone);
  await markFileWithdrawn(tx, importId, context.actor);
  await appendEvent(tx, {
    ...{ kind: 'import.withdrawn', actor: context.actor, subject: 'import', subjectId: importId },
    payload: { file: file.value.fileName, companyId, movements: gone.length, decisionIds, sums, reason },
  });
  await followMoney(tx, context, companyId);
  return ok(customerIds);
}

/**
 * Withdraws a file, whole or not at all: what was decided about its movements is undone, the newest first; those that no other standing
 * statement tells count no more. Refuses `money_went_on` where money that it brought was refunded, returned or moved: that is undone first.
 */
export async function withdrawFile(
  context: Context,
  order: WithdrawOrder,
): Promise<Result<null, FileRefusal | Readonly<{ code: 'money_went_on' }>>> {
  try {
    const done = await inOrganization(context, (tx) => withdrawWithin(tx, context, order));
    if (!done.ok) return done;
    if (done.value.length > 0)
      await lookAround(context, { companyId: order.companyId, transactionIds: [], customerIds: done.value });
    return ok(null);
  } catch (error) {
    if (error instanceof MoneyWentOn) return refuse({ code: 'money_went_on' });
    throw error;
  }
}

/** Why a withdrawn file is not put back: another bank file came in since, which was read without it. */
export type RestoreRefusal = FileRefusal | Readonly<{ code: 'imported_since' }>;

async function restoreWithin(
  tx: Tx,
  context: Context,
  named: NamedFile,
): Promise<Result<readonly number[], RestoreRefusal>> {
  const { companyId, importId } = named;
  await lockImports(tx, companyId);
  const file = await findFile(tx, named, 'withdrawn');
  if (!file.ok) return file;
  if (file.value.isOvertaken) return refuse({ code: 'imported_since' });
  const of = { subject: `import:${importId}`, kind: 'import.withdrawn' };
  const [withdrawn] = (await listEvents(tx, { ...of, limit: 1, offset: 0 })).items;
  await markFileWithdrawn(tx, importId, null);
  const back = await reviveTold(tx, importId);
  await appendEvent(tx, {
    ...{ kind: 'import.restored', actor: context.actor, subject: 'import', subjectId: importId },
    payload: { file: file.value.fileName, companyId, movements: back },
  });
  return ok((withdrawn!.facts as Readonly<{ decisionIds: readonly number[] }>).decisionIds);
}

/**
 * Puts a withdrawn file back while no other bank file came in since: its movements count again, and what was decided about them is decided
 * again, the oldest first, where both sides still have room; the others wait.
 */
export async function restoreFile(context: Context, named: NamedFile): Promise<Result<null, RestoreRefusal>> {
  const done = await inOrganization(context, (tx) => restoreWithin(tx, context, named));
  if (!done.ok) return done;
  const { companyId } = named;
  for (const decisionId of done.value.toReversed()) await redoMatch(context, { companyId, decisionId });
  await matchWaiting(context, { companyId, apply: true });
  return ok(null);
}
