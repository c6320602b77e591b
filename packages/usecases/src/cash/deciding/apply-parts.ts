// Applying decisions: payments, adjustments, allocations, the decisions and their ties, in one transaction; a journal line for each.
import {
  type AllocationId,
  type CompanyId,
  type CreditNoteId,
  type Day,
  maxDay,
  ok,
  type PaymentId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { allocationDay } from '@quittance/core/ledger';
import type { DecisionPart } from '@quittance/db/cash';
import {
  dropCandidates,
  insertAdjustments,
  insertDecisions,
  insertMatches,
  insertPayments,
  type LockedMovement,
  type NewAdjustment,
} from '@quittance/db/cash/write';
import { appendEvents } from '@quittance/db/journal';
import type { CreditKey } from '@quittance/db/ledger';
import { insertAllocations, type NewAllocation } from '@quittance/db/ledger/write';
import type { Tx } from '@quittance/db/tx';
import { checkOrder, type DecisionOrder, type DecisionRefusal, takeOrder } from './check-order.ts';
import { countLessons } from './learn.ts';
import { lockStanding, type Standing } from './standing.ts';

/** For whom and when decisions are written. */
export type Applying = Readonly<{
  companyId: CompanyId;
  actor: string;
  /** The business day. */
  on: Day;
  /** Highest difference closed on one item. */
  limitCents: number;
}>;

/** What one decision wrote. */
export type Applied = Readonly<{ decisionId: number; paymentIds: readonly PaymentId[] }>;

/** Facts of a credit that the day of its allocations depends on. */
type CreditDays = Readonly<{ on: Day; lastOn: Day | null }>;

/** Today, or later where one of the two facts, or the last line either was part of, is later: no day counts an amount twice. */
export function dayOfLine(today: Day, credit: CreditDays, debt: Readonly<{ issuedOn: Day; lastOn: Day | null }>): Day {
  const on = allocationDay(today, credit, { on: debt.issuedOn });
  return [credit.lastOn, debt.lastOn].reduce((day: Day, last) => (last === null ? day : maxDay(day, last)), on);
}

const MOST_REFERENCE = 140;
const NO_REFERENCE = /^NOTPROVIDED$/i;

/** What a payment made from a movement is called: the payer's reference, else what the bank wrote. */
const referenceOf = ({ endToEndId, label }: LockedMovement): string | null => {
  const own = endToEndId && !NO_REFERENCE.test(endToEndId) ? endToEndId : label;
  return own.trim().slice(0, MOST_REFERENCE) || null;
};

type Placed = Readonly<{ order: DecisionOrder; movement: LockedMovement; part: DecisionPart }>;
type Ids = Readonly<{ payments: ReadonlyMap<DecisionPart, PaymentId>; adjustments: readonly CreditNoteId[] }>;

const currencyOf = ({ part, movement }: Placed) => part.settles?.currency ?? movement.currency;

async function writeSources(tx: Tx, placed: readonly Placed[], asked: Applying): Promise<Ids> {
  const { companyId } = asked;
  const fresh = placed.filter(({ part }) => part.paymentId === null && part.cents > 0);
  const made = await insertPayments(
    tx,
    fresh.map((each) => ({
      ...{ companyId, customerId: each.part.customerId, direction: 'in' as const, purpose: 'payment' as const },
      on: each.movement.bookedOn,
      cents: each.part.settles?.cents ?? each.part.cents,
      currency: currencyOf(each),
      reference: referenceOf(each.movement),
      reverses: null,
    })),
  );
  const payments = new Map(fresh.map(({ part }, n) => [part, made[n]!]));
  for (const { part } of placed) if (part.paymentId !== null) payments.set(part, part.paymentId);
  const closing = placed.flatMap((each) =>
    each.part.adjustments.map(
      ({ nature, cents }): NewAdjustment => ({
        ...{ companyId, customerId: each.part.customerId, nature, cents },
        number: `B${each.order.transactionId}`,
        on: maxDay(asked.on, each.movement.bookedOn),
        currency: currencyOf(each),
      }),
    ),
  );
  return { payments, adjustments: await insertAdjustments(tx, closing) };
}

type Line = Readonly<{ order: DecisionOrder; row: NewAllocation }>;

function linesOf(
  placed: readonly Placed[],
  ids: Ids,
  { standing, asked }: { standing: Standing; asked: Applying },
): Line[] {
  const lines: Line[] = [];
  let adjusted = 0;
  for (const each of placed) {
    const { order, part, movement } = each;
    const add = (credit: CreditKey, days: CreditDays, { receivableId, cents }: DecisionPart['allocations'][number]) =>
      lines.push({
        order,
        row: {
          ...{ companyId: asked.companyId, credit, receivableId, cents, currency: currencyOf(each) },
          on: dayOfLine(asked.on, days, standing.debts.get(receivableId)!),
          origin: order.origin === 'automatic' ? 'automatic' : 'manual',
          reverses: null,
          reason: order.note,
          actor: asked.actor,
        },
      });
    const known = part.paymentId === null ? null : standing.payments.get(part.paymentId)!;
    const paid = known ?? { on: movement.bookedOn, lastOn: null };
    for (const line of part.allocations) add({ kind: 'payment', id: ids.payments.get(part)! }, paid, line);
    for (const line of part.credits)
      add({ kind: 'credit_note', id: line.creditNoteId }, standing.notes.get(line.creditNoteId)!, line);
    for (const line of part.adjustments) {
      const days = { on: maxDay(asked.on, movement.bookedOn), lastOn: null };
      add({ kind: 'credit_note', id: ids.adjustments[adjusted]! }, days, line);
      adjusted += 1;
    }
  }
  return lines;
}

async function write(
  tx: Tx,
  orders: readonly DecisionOrder[],
  context: { standing: Standing; asked: Applying },
): Promise<Applied[]> {
  const { standing, asked } = context;
  const { companyId, actor, on } = asked;
  const placed = orders.flatMap((order) =>
    order.parts.map((part): Placed => ({ order, part, movement: standing.movements.get(order.transactionId)! })),
  );
  const ids = await writeSources(tx, placed, asked);
  const lines = linesOf(placed, ids, context);
  const lineIds =
    lines.length === 0
      ? []
      : await insertAllocations(
          tx,
          lines.map(({ row }) => row),
        );
  const allocationIds = new Map<DecisionOrder, AllocationId[]>(orders.map((order) => [order, []]));
  for (const [n, { order }] of lines.entries()) allocationIds.get(order)!.push(lineIds[n]!);
  const decisionIds = await insertDecisions(
    tx,
    orders.map(({ parts: _, ...order }, n) => ({
      ...{ ...order, companyId, actor, on },
      allocationIds: allocationIds.get(orders[n]!)!,
    })),
  );
  const decisionOf = new Map(orders.map((order, n) => [order, decisionIds[n]!]));
  const tied = placed.filter(({ part }) => part.cents > 0);
  await insertMatches(
    tx,
    tied.map(({ order, part }) => ({
      ...{ companyId, actor, transactionId: order.transactionId, decisionId: decisionOf.get(order)! },
      paymentId: ids.payments.get(part)!,
      cents: part.cents,
      isRecordedBefore: part.paymentId !== null,
    })),
  );
  await dropCandidates(
    tx,
    orders.map(({ transactionId }) => transactionId),
  );
  await countLessons(tx, orders, asked);
  // Last: whoever else writes waits for the journal until this transaction ends.
  await appendEvents(
    tx,
    orders.map((order) => ({
      kind: 'movement.matched',
      actor,
      subject: 'movement',
      subjectId: order.transactionId,
      payload: {
        decisionId: decisionOf.get(order)!,
        origin: order.origin,
        cents: order.parts.reduce((total, { cents }) => total + cents, 0),
        currency: standing.movements.get(order.transactionId)!.currency,
        parts: order.parts,
        allocationIds: allocationIds.get(order)!,
        evidence: order.evidence,
        note: order.note,
      },
    })),
  );
  return orders.map((order) => ({
    decisionId: decisionOf.get(order)!,
    paymentIds: order.parts.flatMap((part) => ids.payments.get(part) ?? []),
  }));
}

/**
 * Writes decisions, at most one for a movement, each whole or not at all: what is refused leaves the others untouched. Locks movements,
 * terms and credits first; whoever comes second is refused with what is left.
 */
export async function applyDecisions(
  tx: Tx,
  orders: readonly DecisionOrder[],
  asked: Applying,
): Promise<Result<Applied, DecisionRefusal>[]> {
  const standing = await lockStanding(tx, asked.companyId, orders);
  const refusals = orders.map((order) => {
    const refusal = checkOrder(order, standing, asked.limitCents);
    if (!refusal) takeOrder(order, standing);
    return refusal;
  });
  const good = orders.filter((_, n) => refusals[n] === null);
  const applied = good.length === 0 ? [] : await write(tx, good, { standing, asked });
  const byOrder = new Map(good.map((order, n) => [order, applied[n]!]));
  return orders.map((order, n) => (refusals[n] ? refuse(refusals[n]) : ok(byOrder.get(order)!)));
}
