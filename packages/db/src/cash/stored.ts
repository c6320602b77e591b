// What is kept of a proposal: an explanation of the engine, and the same as a decision would write it.
import type { CreditNoteId, Currency, CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import type { Explanation } from '@quittance/core/reconciliation';

/** What closes a small difference of a term. */
export type AdjustmentNature = 'discount' | 'bank_fee' | 'write_off' | 'exchange';

/** Part of a movement: one payment of one customer and what it pays. All amounts positive; `cents` of the movement, in its currency. */
export type DecisionPart = Readonly<{
  customerId: CustomerId;
  /** 0 where credit notes alone settle what this customer has in it: no payment is made. */
  cents: number;
  /** A payment that the books already hold. Of a return: the payment it gives back, or the money out that is noted already. */
  paymentId: PaymentId | null;
  /** What the money settles in another currency; null: the movement's own. */
  settles: Readonly<{ cents: number; currency: Currency }> | null;
  allocations: readonly Readonly<{ receivableId: ReceivableId; cents: number }>[];
  credits: readonly Readonly<{ creditNoteId: CreditNoteId; receivableId: ReceivableId; cents: number }>[];
  adjustments: readonly Readonly<{ receivableId: ReceivableId; cents: number; nature: AdjustmentNature }>[];
}>;

/** An explanation with its parts. */
export type StoredExplanation = Pick<Explanation, 'evidence' | 'confidence' | 'spans'> &
  Readonly<{ unappliedCents: number; parts: readonly DecisionPart[] }>;

/** Items of the engine carry one number for both tables: even for terms, odd for credit notes. */
export const receivableItem = (id: ReceivableId): number => id * 2;
/** The same for a credit note. */
export const creditItem = (id: CreditNoteId): number => id * 2 + 1;
