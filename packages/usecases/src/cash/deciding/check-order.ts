// Checking a decision against what is locked: refused with what is left, before anything is written.
import type { ReceivableId } from '@quittance/core/kernel';
import type { Evidence, TextSpan } from '@quittance/core/reconciliation';
import type { DecisionPart } from '@quittance/db/cash';
import type { OverLimit } from '../../payments/over-limit.ts';
import type { Standing } from './standing.ts';

/** A decision about one movement. */
export type DecisionOrder = Readonly<{
  transactionId: number;
  origin: 'automatic' | 'accepted' | 'manual';
  parts: readonly DecisionPart[];
  evidence: readonly Evidence[];
  confidence: number | null;
  spans: readonly TextSpan[];
  note: string;
}>;

/** Why nothing was written. Amounts are what was left under lock. */
export type DecisionRefusal =
  | Readonly<{ code: 'not_found' | 'allocation_mismatch' | 'state_forbids' }>
  | Readonly<{ code: 'movement_matched' | 'debt_settled' | 'credit_spent'; openCents: number }>
  | OverLimit;

const sum = (rows: readonly Readonly<{ cents: number }>[]): number =>
  rows.reduce((total, { cents }) => total + cents, 0);

function totals<K>(rows: readonly Readonly<{ key: K; cents: number }>[]): Map<K, number> {
  const by = new Map<K, number>();
  for (const { key, cents } of rows) by.set(key, (by.get(key) ?? 0) + cents);
  return by;
}

const onDebt = (part: DecisionPart) =>
  [...part.allocations, ...part.credits, ...part.adjustments].map(({ receivableId, cents }) => ({
    key: receivableId,
    cents,
  }));

/** One customer and one currency throughout, and no more paid than there is. */
function checkPart(
  part: DecisionPart,
  currency: string,
  { debts, notes, payments, customers }: Standing,
): DecisionRefusal | null {
  const own = part.settles?.currency ?? currency;
  const mismatch = { code: 'allocation_mismatch' } as const;
  if (!customers.has(part.customerId)) return { code: 'not_found' };
  for (const { key } of onDebt(part)) {
    const debt = debts.get(key);
    if (!debt) return { code: 'not_found' };
    if (debt.customerId !== part.customerId || debt.currency !== own) return mismatch;
  }
  for (const { creditNoteId } of part.credits) {
    const note = notes.get(creditNoteId);
    if (!note) return { code: 'not_found' };
    if (note.customerId !== part.customerId || note.currency !== own) return mismatch;
  }
  const paid = sum(part.allocations);
  if (part.paymentId === null) return paid > (part.settles?.cents ?? part.cents) ? mismatch : null;
  const payment = payments.get(part.paymentId);
  if (!payment) return { code: 'not_found' };
  if (payment.customerId !== part.customerId || payment.currency !== own) return mismatch;
  const untied = payment.cents - payment.tiedCents;
  if ((part.settles?.cents ?? part.cents) > untied) return { code: 'credit_spent', openCents: untied };
  return paid > payment.left ? { code: 'credit_spent', openCents: payment.left } : null;
}

function checkAdjustments(order: DecisionOrder, own: string, limitCents: number): OverLimit | null {
  const limited = order.parts.flatMap(({ adjustments, settles }) =>
    adjustments
      .filter(({ nature }) => nature !== 'discount' || order.origin === 'manual')
      .map(({ receivableId: key, cents }) => ({ key, cents, currency: settles?.currency ?? own })),
  );
  const over = [...totals(limited)].find(([, cents]) => cents > limitCents);
  if (!over) return null;
  const [term, amountCents] = over;
  const { currency } = limited.find(({ key }) => key === term)!;
  return { code: 'over_limit', amountCents, limitCents, currency };
}

/** The first reason against a decision, or null. */
export function checkOrder(order: DecisionOrder, standing: Standing, limitCents: number): DecisionRefusal | null {
  const movement = standing.movements.get(order.transactionId);
  if (!movement) return { code: 'not_found' };
  if (movement.cents < 0 || movement.isAside) return { code: 'state_forbids' };
  if (sum(order.parts) > movement.left || sum(order.parts) === 0)
    return { code: 'movement_matched', openCents: movement.left };
  for (const part of order.parts) {
    const refusal = checkPart(part, movement.currency, standing);
    if (refusal) return refusal;
  }
  const debts: Map<ReceivableId, number> = totals(order.parts.flatMap(onDebt));
  for (const [id, cents] of debts) {
    const { left } = standing.debts.get(id)!;
    if (cents > left) return { code: 'debt_settled', openCents: left };
  }
  const credits = order.parts.flatMap(({ credits: used }) =>
    used.map(({ creditNoteId, cents }) => ({ key: creditNoteId, cents })),
  );
  for (const [id, cents] of totals(credits)) {
    const { left } = standing.notes.get(id)!;
    if (cents > left) return { code: 'credit_spent', openCents: left };
  }
  return checkAdjustments(order, movement.currency, limitCents);
}

/** Takes what a checked decision uses from what is left for the next. */
export function takeOrder(order: DecisionOrder, standing: Standing): void {
  standing.movements.get(order.transactionId)!.left -= sum(order.parts);
  for (const part of order.parts) {
    for (const { key, cents } of onDebt(part)) standing.debts.get(key)!.left -= cents;
    for (const { creditNoteId, cents } of part.credits) standing.notes.get(creditNoteId)!.left -= cents;
    if (part.paymentId !== null) {
      const payment = standing.payments.get(part.paymentId)!;
      payment.left -= sum(part.allocations);
      (payment as { tiedCents: number }).tiedCents += part.settles?.cents ?? part.cents;
    }
  }
}
