// Undoing a decision: all it wrote is reversed by new lines, the movement waits again.
import { localDay } from '@quittance/core/calendar';
import {
  type CompanyId,
  type CustomerId,
  type Day,
  maxDay,
  ok,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { type DecidedAllocation, type DecisionRow, findDecision, listStoredCustomers } from '@quittance/db/cash';
import {
  insertPayments,
  listStanding,
  lockDecision,
  lockMovements,
  lockNotes,
  lockPayments,
  lowerPayer,
  markUndone,
  type NewPayment,
  reverseMatches,
  type StandingAllocation,
  uncountHabit,
} from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import type { CreditKey } from '@quittance/db/ledger';
import { insertAllocations, lockDebts, type NewAllocation } from '@quittance/db/ledger/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../../companies/index.ts';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../../payments/follow-up.ts';
import { lookAround } from '../matching/look-again.ts';
import { isOfReturn, undoReturn } from '../returns/undo-return.ts';
import { habitOf } from './learn.ts';

type Named = Readonly<{ companyId: CompanyId; decisionId: number }>;
/** The movement that waits again, and the customers concerned. */
export type Undone = Readonly<{ transactionId: number; customerIds: readonly CustomerId[] }>;

/** Why a decision stays: unknown, undone before, or its money went on: refunded, returned, moved. */
export type UndoRefusal =
  | Readonly<{ code: 'not_found' | 'decision_undone' }>
  | Readonly<{ code: 'credit_spent'; openCents: number }>;

/** What closed a difference is a credit like others; only these natures are. */
const CLOSING = ['discount', 'bank_fee', 'write_off', 'exchange'];
export const isAdjustment = ({ creditNature }: DecidedAllocation): boolean =>
  creditNature !== null && CLOSING.includes(creditNature);

const creditOf = ({ paymentId, creditNoteId }: StandingAllocation): CreditKey =>
  paymentId === null ? { kind: 'credit_note', id: creditNoteId! } : { kind: 'payment', id: paymentId };

/** Each once, nulls left out. */
export const distinct = <T>(all: readonly (T | null)[]): T[] =>
  [...new Set(all)].filter((each) => each !== null) as T[];

/** A payment that the decision made goes out again; so does what closed a difference. Each is emptied into its money out. */
async function takeOut(
  tx: Tx,
  sources: readonly Readonly<{ credit: CreditKey; out: NewPayment }>[],
  by: Readonly<{ companyId: CompanyId; actor: string; reason: string }>,
): Promise<void> {
  const ids = await insertPayments(
    tx,
    sources.map(({ out }) => out),
  );
  const lines = sources.map(
    ({ credit, out }, n): NewAllocation => ({
      ...{ ...by, credit, receivableId: null, refundId: ids[n]!, reverses: null },
      ...{ on: out.on, cents: out.cents, currency: out.currency },
    }),
  );
  if (lines.length > 0) await insertAllocations(tx, lines);
}

type Lines = Readonly<{ decision: DecisionRow; standing: readonly StandingAllocation[]; on: Day }>;

/** What the decision brought into being: its own payments, and the credits that closed differences. */
function sourcesOf({ decision, on }: Lines, companyId: CompanyId) {
  const money = decision.payments
    .filter(({ isRecordedBefore }) => !isRecordedBefore)
    .map(({ paymentId, customerId, cents, currency }) => ({
      credit: { kind: 'payment', id: paymentId } satisfies CreditKey,
      out: {
        ...{ companyId, customerId, cents, currency, on, reference: null },
        ...{ direction: 'out' as const, purpose: 'misattributed' as const, reverses: paymentId },
      },
    }));
  const closing = decision.allocations.filter(isAdjustment).map(({ creditNoteId, customerId, cents, currency }) => ({
    credit: { kind: 'credit_note', id: creditNoteId! } satisfies CreditKey,
    out: {
      ...{ companyId, customerId, cents, currency, on, reference: null },
      ...{ direction: 'out' as const, purpose: 'cancelled' as const, reverses: null },
    },
  }));
  return [...money, ...closing];
}

async function lockAll(tx: Tx, companyId: CompanyId, decision: DecisionRow): Promise<readonly StandingAllocation[]> {
  const made = decision.payments.filter(({ isRecordedBefore }) => !isRecordedBefore).map(({ paymentId }) => paymentId);
  const of = { paymentIds: made, allocationIds: decision.allocations.map(({ allocationId }) => allocationId) };
  const before = await listStanding(tx, of);
  await lockDebts(tx, companyId, distinct(before.map(({ receivableId }) => receivableId as ReceivableId | null)));
  await lockNotes(tx, companyId, distinct(before.map(({ creditNoteId }) => creditNoteId)));
  await lockPayments(tx, companyId, distinct([...made, ...before.map(({ paymentId }) => paymentId)]));
  return listStanding(tx, of);
}

async function forget(tx: Tx, { evidence, payments, taughtAliasId }: DecisionRow, actor: string): Promise<void> {
  if (taughtAliasId !== null) await lowerPayer(tx, taughtAliasId, actor);
  const habit = habitOf(
    evidence,
    payments.map(({ customerId }) => customerId),
  );
  if (habit) await uncountHabit(tx, habit.customerId, habit.habit);
}

async function reverse(tx: Tx, lines: Lines, by: Readonly<{ companyId: CompanyId; actor: string; reason: string }>) {
  const { decision, standing } = lines;
  const reversals = standing.map(
    (line): NewAllocation => ({
      ...{
        ...by,
        credit: creditOf(line),
        receivableId: line.receivableId as ReceivableId,
        reverses: line.allocationId,
      },
      ...{ on: maxDay(lines.on, line.on), cents: -line.cents, currency: line.currency },
    }),
  );
  if (reversals.length > 0) await insertAllocations(tx, reversals);
  await takeOut(tx, sourcesOf(lines, by.companyId), by);
  await reverseMatches(tx, decision.decisionId, by.actor);
  await markUndone(tx, decision.decisionId, { on: lines.on, actor: by.actor, reason: by.reason });
  await forget(tx, decision, by.actor);
}

/** Undoes one decision within a transaction; what follows from money (`followMoney`, a new look around) is the caller's. */
export async function undoMatchWithin(
  tx: Tx,
  context: Context,
  order: Named & Readonly<{ reason: string }>,
): Promise<Result<Undone, UndoRefusal>> {
  const { companyId, decisionId, reason } = order;
  const known = await findDecision(tx, companyId, decisionId);
  if (!known) return refuse({ code: 'not_found' });
  const { transactionId } = known;
  const [movement] = await lockMovements(tx, companyId, [transactionId]);
  if ((await lockDecision(tx, companyId, decisionId))?.undoneOn) return refuse({ code: 'decision_undone' });
  const { timezone } = await getSettings(tx, companyId);
  const today = localDay(context.clock.now().getTime(), timezone);
  if (isOfReturn(known)) {
    const undone = await undoReturn(tx, context, { companyId, decision: known, today, reason });
    return undone.ok ? ok({ transactionId, customerIds: undone.value }) : undone;
  }
  const standing = await lockAll(tx, companyId, known);
  const decision = (await findDecision(tx, companyId, decisionId))!;
  const gone = standing.filter(({ refundId }) => refundId !== null);
  if (gone.length > 0) {
    const { payments } = decision;
    return refuse({ code: 'credit_spent', openCents: payments.reduce((sum, { openCents }) => sum + openCents, 0) });
  }
  const on = standing.reduce((day: Day, line) => maxDay(day, line.on), maxDay(today, decision.on));
  await reverse(tx, { decision, standing, on }, { companyId, actor: context.actor, reason });
  await appendEvent(tx, {
    kind: 'match.undone',
    actor: context.actor,
    subject: 'movement',
    subjectId: transactionId,
    payload: {
      ...{ decisionId, reason, on, payments: decision.payments },
      cents: decision.payments.reduce((sum, { matchedCents }) => sum + matchedCents, 0),
      currency: movement?.currency,
      allocationIds: standing.map(({ allocationId }) => allocationId),
    },
  });
  const customerIds = decision.payments.map(({ customerId }) => customerId);
  return ok({ transactionId, customerIds: [...customerIds, ...(await listStoredCustomers(tx, [transactionId]))] });
}

/**
 * Takes a decision back from today: allocations by negative lines, the payments it made by money out, the movement waits again. What the
 * books had recorded stays, untied. Refuses `credit_spent` where its money went on; all of that is undone first.
 */
export async function undoMatch(
  context: Context,
  order: Named & Readonly<{ reason: string }>,
): Promise<Result<Undone, UndoRefusal>> {
  const undone = await inOrganization(context, async (tx) => {
    const done = await undoMatchWithin(tx, context, order);
    if (done.ok) await followMoney(tx, context, order.companyId);
    return done;
  });
  if (!undone.ok) return undone;
  const { transactionId, customerIds } = undone.value;
  await lookAround(context, { companyId: order.companyId, transactionIds: [transactionId], customerIds });
  return undone;
}
