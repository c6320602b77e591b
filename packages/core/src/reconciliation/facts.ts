// Facts of cash application: what a bank movement says, what is open, who usually pays for whom. The room is pure.
import type { Cents, Currency, CustomerId, Day } from '../kernel/index.ts';

/** A bank movement that brings money, as matching sees it. */
export type Transaction = Readonly<{
  transactionId: number;
  bookedOn: Day;
  /** Positive: money received. */
  cents: Cents;
  currency: Currency;
  /** Remittance text and everything free the bank passed on. */
  text: string;
  payerName: string | null;
  payerIban: string | null;
  /** Structured creditor reference, ISO 11649 or not. */
  creditorReference: string | null;
}>;

/** An early-payment discount agreed on the invoice: so much less until a day included. */
export type AgreedDiscount = Readonly<{ cents: Cents; untilOn: Day }>;

/** Something open of a customer: a receivable adds to what a payment may settle, a credit note takes from it. */
export type OpenItem = Readonly<{
  itemId: number;
  kind: 'receivable' | 'credit_note';
  customerId: CustomerId;
  /** Number as printed. Terms of one invoice share it. */
  number: string;
  /** Other references a payer may quote: order, contract, structured reference. */
  references: readonly string[];
  /** Still open, positive for both kinds. */
  openCents: Cents;
  currency: Currency;
  dueOn: Day;
  discount: AgreedDiscount | null;
}>;

/** A customer as payers write it. */
export type Payer = Readonly<{
  customerId: CustomerId;
  name: string;
  ibans: readonly string[];
  /** Customers of one group pay for each other. */
  groupId: number | null;
}>;

/** A payer learned from what people accepted: its IBAN or its name as the bank writes it, and for whom it pays. */
export type PayerAlias = Readonly<{ iban: string | null; name: string | null; customerId: CustomerId }>;

/** What a person undid: never applied alone again. */
export type UndoneMatch = Readonly<{ transactionId: number; itemId: number }>;

/** What the company allows. */
export type MatchingPolicy = Readonly<{
  /** Bank fees kept on the way: a payment short by at most this is still the whole. */
  feeToleranceCents: Cents;
  /** Highest estimated chance of being wrong that is applied without a person. */
  automaticBelow: number;
}>;

/** 15 € of fees on the way, at most one in two hundred estimated wrong. */
export const DEFAULT_MATCHING_POLICY: MatchingPolicy = { feeToleranceCents: 1500 as Cents, automaticBelow: 0.005 };

/** Everything matching reads. */
export type MatchingFacts = Readonly<{
  items: readonly OpenItem[];
  payers: readonly Payer[];
  aliases: readonly PayerAlias[];
  undone: readonly UndoneMatch[];
}>;
