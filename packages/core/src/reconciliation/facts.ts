// Facts of cash application: what a bank movement says, what is open, who usually pays for whom. The room is pure.
import type { Calendar } from '../calendar/index.ts';
import type { Cents, Currency, CustomerId, Day, PaymentId } from '../kernel/index.ts';

/** An amount in its currency, positive. */
export type Instructed = Readonly<{ cents: Cents; currency: Currency }>;

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
  /** What the payer ordered, where the bank changed it into another currency. */
  instructed?: Instructed | null;
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
  /** Day of the document: an amount alone never speaks for what was issued later. Left out where unknown. */
  issuedOn?: Day | null;
}>;

/** A document of which nothing is open any more: naming it again speaks against every explanation that leaves it out. */
export type SettledDocument = Readonly<{ customerId: CustomerId; number: string }>;

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

/** What a person undid: this movement is not that recorded payment. */
export type UndoneRecognition = Readonly<{ transactionId: number; paymentId: PaymentId }>;

/** A payment that the books already hold and no movement is tied to yet. */
export type RecordedPayment = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  cents: Cents;
  currency: Currency;
  paidOn: Day;
  /** Not applied yet: 0 where the books let it all settle invoices. */
  openCents: Cents;
  /** Number of the transfer, the cheque or the document, as the books write it. */
  reference: string | null;
}>;

/** What the company allows. */
export type MatchingPolicy = Readonly<{
  /** Bank fees kept on the way: a payment short by at most this is still the whole. */
  feeToleranceCents: Cents;
  /** Highest estimated chance of being wrong that is applied without a person. */
  automaticBelow: number;
  /** A recorded payment is recognised within so many worked days either way; 5 where nothing is said. */
  recordedWithinWorkedDays?: number;
}>;

/** 15 € of fees on the way, at most one in two hundred estimated wrong. */
export const DEFAULT_MATCHING_POLICY: MatchingPolicy = { feeToleranceCents: 1500 as Cents, automaticBelow: 0.005 };

/** Everything matching reads. */
export type MatchingFacts = Readonly<{
  items: readonly OpenItem[];
  /** Settled documents whose number a movement may write (`numbersWritten`). */
  settled?: readonly SettledDocument[];
  payers: readonly Payer[];
  aliases: readonly PayerAlias[];
  undone: readonly UndoneMatch[];
  /** Payments that the books brought and no movement is tied to. */
  recordedPayments?: readonly RecordedPayment[];
  undoneRecognitions?: readonly UndoneRecognition[];
  /** Which days are worked; France without days of closing where nothing is said. */
  calendar?: Calendar;
}>;
