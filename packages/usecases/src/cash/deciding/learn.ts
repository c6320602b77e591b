// Learning from decisions: how customers pay, and who pays for whom.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import type { Evidence } from '@quittance/core/reconciliation';
import { countHabits, type LockedMovement, learnPayer, noteTaught } from '@quittance/db/cash/write';
import type { Tx } from '@quittance/db/tx';
import type { DecisionOrder } from './check-order.ts';

type For = Readonly<{ companyId: CompanyId; actor: string; on: Day }>;

/** How the amount agreed, where a decision is one customer's. */
export function habitOf(
  evidence: readonly Evidence[],
  customerIds: readonly CustomerId[],
): { customerId: CustomerId; habit: Evidence } | null {
  const habit = evidence.find((code) => code.startsWith('amount_'));
  const [customerId, ...others] = new Set(customerIds);
  return habit && customerId !== undefined && others.length === 0 ? { customerId, habit } : null;
}

/** Counts how the customers of decisions paid. */
export async function countLessons(tx: Tx, orders: readonly DecisionOrder[], { companyId, on }: For): Promise<void> {
  const seen = orders.flatMap(({ evidence, parts }) => {
    const habit = habitOf(
      evidence,
      parts.map(({ customerId }) => customerId),
    );
    return habit ? [{ ...habit, companyId, on }] : [];
  });
  await countHabits(tx, seen);
}

/** Remembers the payer of a movement for the customer a person gave it to, by IBAN, else by name. Several customers teach nothing. */
export async function learnFrom(
  tx: Tx,
  taught: Readonly<{ decisionId: number; movement: LockedMovement; customerIds: readonly CustomerId[] }>,
  { companyId, actor, on }: For,
): Promise<void> {
  const [customerId, ...others] = new Set(taught.customerIds);
  const { counterpartyIban: iban, counterpartyName: name, transactionId } = taught.movement;
  if (customerId === undefined || others.length > 0 || (!iban && !name)) return;
  const payer = iban ? { iban, name: null } : { iban: null, name };
  const lesson = { companyId, customerId, setAsideReason: null, ...payer, learnedFrom: transactionId, actor, on };
  const aliasId = await learnPayer(tx, lesson);
  if (aliasId !== null) await noteTaught(tx, taught.decisionId, aliasId);
}
