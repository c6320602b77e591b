// Keeping what the engine said: its explanations as a decision would write them, and whom nobody chases meanwhile.
import { addWorkedDays, type Calendar } from '@quittance/core/calendar';
import type { Day } from '@quittance/core/kernel';
import type { Explanation, MatchDecision, OpenItem, Transaction } from '@quittance/core/reconciliation';
import type { StoredExplanation } from '@quittance/db/cash';
import type { NewProposal } from '@quittance/db/cash/write';
import { candidatesOf, partsOf, termsOf } from './parts-of.ts';

/** Worked days after the booking during which a customer is not chased for what a movement could settle (R8). */
const HELD_WORKED_DAYS = 10;

/** What turns explanations into parts. */
export type Keeping = Readonly<{
  itemOf: (itemId: number) => OpenItem | undefined;
  /** Open of an item when it was explained. */
  openOf: (item: OpenItem) => number;
  /** Last day nobody is chased for what a movement of a day could settle. */
  heldUntil: (bookedOn: Day) => Day;
}>;

/** How long nobody is chased, by a company's calendar; each day of booking is counted once. */
export function holding(calendar: Calendar): Keeping['heldUntil'] {
  const known = new Map<Day, Day>();
  return (bookedOn) => {
    const until = known.get(bookedOn) ?? addWorkedDays(bookedOn, HELD_WORKED_DAYS, calendar);
    known.set(bookedOn, until);
    return until;
  };
}

function stored(explanation: Explanation, transaction: Transaction, keeping: Keeping): StoredExplanation[] {
  const parts = partsOf(explanation, { cents: transaction.cents, instructed: transaction.instructed, ...keeping });
  if (!parts) return [];
  const { evidence, confidence, spans, unappliedCents } = explanation;
  return [{ evidence, confidence, spans, unappliedCents, parts }];
}

/** A proposal to be kept; explanations that cannot be written are left out, and nothing is then automatic. */
export function proposalOf(decision: MatchDecision, transaction: Transaction, keeping: Keeping): NewProposal {
  const written = decision.best ? stored(decision.best, transaction, keeping) : [];
  const others = decision.alternatives.flatMap((each) => stored(each, transaction, keeping));
  const [best = null, ...alternatives] = [...written, ...others];
  const sureEnough = written.length > 0 ? decision.decision : 'suggest';
  const inParts = [best, ...alternatives].flatMap((each) => (each ? candidatesOf(each.parts) : []));
  return {
    transactionId: transaction.transactionId,
    decision: best === null ? 'none' : sureEnough,
    best,
    alternatives,
    candidates: [...inParts, ...termsOf(decision.couldSettle, keeping.itemOf)],
    fromOn: transaction.bookedOn,
    untilOn: keeping.heldUntil(transaction.bookedOn),
  };
}
