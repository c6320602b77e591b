// What matching decides about one movement: allocations, the evidence for them, and how sure it is.
import type { Cents, Currency, CustomerId, PaymentId } from '../kernel/index.ts';

/** Why an explanation is believed, or doubted. */
export const EVIDENCE = [
  'creditor_reference',
  'reference',
  'reference_short',
  'reference_listed',
  // One edit away; two edits away.
  'reference_near',
  'reference_far',
  // The text names what is settled already: paid twice, or a wrong number.
  'reference_settled',
  'payer_iban',
  'payer_alias',
  'payer_name',
  'payer_group',
  'payer_differs',
  'amount_exact',
  'amount_sum',
  'amount_all_open',
  'amount_discount',
  'amount_fee',
  'amount_partial',
  'amount_over',
  'undone_before',
  // The books already hold this money as a payment.
  'payment_recorded',
  // The amount is the one the payer ordered, before the bank changed the currency.
  'amount_instructed',
  // A return: what ties it to the payment it gives back.
  'return_end_to_end_id',
  'return_mandate',
  'return_reference',
  'return_amount_and_name',
  // The books, or a person, noted this return already as money out.
  'return_recorded',
] as const;

/** One code of evidence. */
export type Evidence = (typeof EVIDENCE)[number];

/** Part of a movement put on an item; for a credit note, the part of it that is used up. Always positive. */
export type ProposedAllocation = Readonly<{ itemId: number; cents: Cents }>;

/** Where in the text the evidence stands: characters from (included) to (excluded). */
export type TextSpan = Readonly<{ from: number; to: number }>;

/** One explanation of a movement. */
export type Explanation = Readonly<{
  allocations: readonly ProposedAllocation[];
  customerIds: readonly CustomerId[];
  evidence: readonly Evidence[];
  /** Estimated chance that it is right, 0 to 1. */
  confidence: number;
  /** Received beyond what the items take: stays unapplied. */
  unappliedCents: Cents;
  spans: readonly TextSpan[];
  /**
   * The recorded payment that this movement is: it is no new money. The allocations (none where the books applied it) then come from
   * what of that payment is still open, and `unappliedCents` is the rest of it.
   */
  paymentId?: PaymentId;
  /** Currency of the allocations and of what is left, where the bank changed it: never without a person. */
  currency?: Currency;
}>;

/** `auto`: the only explanation sure enough; `suggest`: a person chooses; `none`: nothing speaks. */
export type MatchDecision = Readonly<{
  transactionId: number;
  decision: 'auto' | 'suggest' | 'none';
  best: Explanation | null;
  alternatives: readonly Explanation[];
  /** Items that the movement could settle, by these explanations and by others as good of which a person is shown no more. */
  couldSettle: readonly number[];
}>;
