// Untying a return: the decision that tied its money out to a movement of the bank ends with it, and the movement waits again.
import type { CompanyId, Day, PaymentId } from '@quittance/core/kernel';
import { findTieOfOut } from '@quittance/db/cash';
import { lockDecision, lockMovements, markUndone, reverseMatches } from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';

type Tie = Readonly<{ decisionId: number; transactionId: number }>;

/** The decision in force about this money out, its movement and itself locked; null where there is none. */
export async function lockTie(tx: Tx, companyId: CompanyId, outPaymentId: PaymentId): Promise<Tie | null> {
  const tie = await findTieOfOut(tx, outPaymentId);
  if (!tie) return null;
  await lockMovements(tx, companyId, [tie.transactionId]);
  const locked = await lockDecision(tx, companyId, tie.decisionId);
  return locked && locked.undoneOn === null ? tie : null;
}

/** Ends a locked decision: its tie is reversed by a new line. */
export async function untie(
  tx: Tx,
  { decisionId, transactionId }: Tie,
  by: Readonly<{ on: Day; actor: string; reason: string }>,
): Promise<void> {
  await reverseMatches(tx, decisionId, by.actor);
  await markUndone(tx, decisionId, by);
  await appendEvent(tx, {
    kind: 'match.undone',
    actor: by.actor,
    subject: 'movement',
    subjectId: transactionId,
    payload: { decisionId, reason: by.reason, on: by.on, allocationIds: [] },
  });
}
