// Views of cash application: a movement, what is proposed for it, what was decided about it, what can be chosen by hand.
import type { CreditNoteId, CustomerId, InvoiceId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import { centsValue, currencyValue, dayValue, idValue, instantValue, positiveCentsValue } from '../../values/index.ts';
import {
  adjustmentNatureValue,
  asideReasonValue,
  decisionOriginValue,
  evidenceValue,
  movementKindValue,
  movementStateValue,
  proposalDecisionValue,
  waitingAgeValue,
} from './matching-values.ts';

/** A customer as named beside money. */
const customerName = z.strictObject({ customerId: idValue<CustomerId>(), ref: z.string(), name: z.string() });

const spanView = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });

/** Money on an item; of a credit note, what of it is used up. Positive for both. */
const allocationView = z.strictObject({
  kind: z.enum(['receivable', 'credit_note']),
  /** Of a credit note: the term it goes to, where that is known. */
  receivableId: idValue<ReceivableId>().nullable(),
  creditNoteId: idValue<CreditNoteId>().nullable(),
  invoiceId: idValue<InvoiceId>().nullable(),
  customerId: idValue<CustomerId>(),
  number: z.string(),
  dueOn: dayValue,
  /** Open now. */
  openCents: centsValue,
  currency: currencyValue,
  cents: positiveCentsValue,
});

const adjustmentView = z.strictObject({
  receivableId: idValue<ReceivableId>(),
  number: z.string(),
  nature: adjustmentNatureValue,
  cents: positiveCentsValue,
});

/** The payment that a return gives back, and what it pays or had paid. Of money out that gives nothing known back: itself. */
const returnedPayment = z.strictObject({
  paymentId: idValue<PaymentId>(),
  customer: customerName,
  paidOn: dayValue,
  cents: positiveCentsValue,
  /** Not applied to anything now. */
  openCents: centsValue,
  currency: currencyValue,
  reference: z.string(),
  paid: z.array(
    z.strictObject({
      receivableId: idValue<ReceivableId>(),
      invoiceId: idValue<InvoiceId>(),
      number: z.string(),
      cents: positiveCentsValue,
    }),
  ),
});

/** One explanation of a movement. */
export const explanationView = z.strictObject({
  customers: z.array(customerName),
  allocations: z.array(allocationView),
  adjustments: z.array(adjustmentView),
  evidence: z.array(evidenceValue),
  confidence: z.number().min(0).max(1),
  /** Received beyond what the items take; stays unapplied on the customer. In the currency of `settles` where there is one. */
  unappliedCents: centsValue,
  /** What the money settles where the bank changed it; null: the movement's own amount and currency. */
  settles: z.strictObject({ cents: positiveCentsValue, currency: currencyValue }).nullable(),
  /** Characters of the label where the evidence stands, `to` excluded. */
  spans: z.array(spanView),
  /** A payment of the books that this movement is; null where it is new money. */
  paymentId: idValue<PaymentId>().nullable(),
  /** Of a return: the payment it gives back; null for money in. */
  returned: returnedPayment.nullable(),
});

/** A decision with what it wrote, live or undone. */
export const matchDecisionView = z.strictObject({
  decisionId: idValue(),
  origin: decisionOriginValue,
  /** Name of the person; a code of the program where the engine decided alone. */
  actor: z.string(),
  at: instantValue,
  on: dayValue,
  customers: z.array(customerName),
  payments: z.array(
    z.strictObject({
      paymentId: idValue<PaymentId>(),
      customerId: idValue<CustomerId>(),
      cents: positiveCentsValue,
      currency: currencyValue,
      /** Not applied to anything now. */
      openCents: centsValue,
      isRecordedBefore: z.boolean(),
    }),
  ),
  allocations: z.array(allocationView),
  adjustments: z.array(adjustmentView),
  /** Of a return: the payment it gave back; null for money in. */
  returned: returnedPayment.nullable(),
  evidence: z.array(evidenceValue),
  confidence: z.number().nullable(),
  spans: z.array(spanView),
  note: z.string(),
  undone: z.strictObject({ on: dayValue, by: z.string(), at: instantValue, reason: z.string() }).nullable(),
});

const head = {
  transactionId: idValue(),
  bookedOn: dayValue,
  valueOn: dayValue.nullable(),
  /** Negative: money out. */
  cents: centsValue,
  currency: currencyValue,
  /** Still to be matched, never negative. */
  openCents: positiveCentsValue,
  kind: movementKindValue,
  state: movementStateValue,
  label: z.string(),
  counterpartyName: z.string().nullable(),
  counterpartyIban: z.string().nullable(),
  account: z.strictObject({ accountId: idValue(), name: z.string(), iban: z.string().nullable() }),
  ageDays: z.int(),
  setAside: z.strictObject({ reason: asideReasonValue, note: z.string(), by: z.string(), at: instantValue }).nullable(),
};

const proposed = {
  decision: proposalDecisionValue,
  confidence: z.number().min(0).max(1),
  best: explanationView.nullable(),
  /** To be given back when the proposal is accepted: another value means it changed. */
  madeAt: instantValue,
};

/** A line of the list: the movement, the best explanation, the decisions in force. */
export const movementRow = z.strictObject({
  ...head,
  /** Null where the engine was not asked yet, and for what is not waiting. `rivals`: how many other explanations. */
  proposal: z.strictObject({ ...proposed, rivals: z.int().min(0) }).nullable(),
  decided: z.array(matchDecisionView),
});

/** A movement with all alternatives and all decisions ever taken, undone ones included, the newest first. */
export const movementView = z.strictObject({
  ...head,
  endToEndId: z.string().nullable(),
  creditorReference: z.string().nullable(),
  mandateId: z.string().nullable(),
  bankReference: z.string().nullable(),
  returnReason: z.string().nullable(),
  original: z.strictObject({ cents: centsValue, currency: currencyValue }).nullable(),
  statement: z.strictObject({ statementId: idValue(), fileName: z.string(), row: z.int() }),
  /** `alternatives` follow `best`: choice 0 is the best, 1 the first alternative. */
  proposal: z.strictObject({ ...proposed, alternatives: z.array(explanationView) }).nullable(),
  decided: z.array(matchDecisionView),
});

/** What waits, whatever the filters say. */
export const waitingSummary = z.strictObject({
  waiting: z.array(z.strictObject({ currency: currencyValue, count: z.int(), cents: centsValue })),
  /** Money in that waits, by what the engine said; `unasked`: not asked yet. */
  decisions: z.strictObject({ auto: z.int(), suggest: z.int(), none: z.int(), unasked: z.int() }),
  ages: z.array(z.strictObject({ age: waitingAgeValue, currency: currencyValue, count: z.int(), cents: centsValue })),
});

/** What can be chosen by hand: open terms, credit notes and payments the books hold, each with its customer. */
export const openItemsView = z.strictObject({
  customers: z.array(customerName),
  receivables: z.array(
    z.strictObject({
      receivableId: idValue<ReceivableId>(),
      invoiceId: idValue<InvoiceId>(),
      number: z.string(),
      customer: customerName,
      issuedOn: dayValue,
      dueOn: dayValue,
      openCents: positiveCentsValue,
      currency: currencyValue,
    }),
  ),
  creditNotes: z.array(
    z.strictObject({
      creditNoteId: idValue<CreditNoteId>(),
      number: z.string(),
      customer: customerName,
      issuedOn: dayValue,
      openCents: positiveCentsValue,
      currency: currencyValue,
    }),
  ),
  /** Payments of the books, of the movement's amount, that no movement is tied to; for a return, those it may give back. */
  recordedPayments: z.array(
    z.strictObject({
      paymentId: idValue<PaymentId>(),
      customer: customerName,
      paidOn: dayValue,
      cents: positiveCentsValue,
      openCents: positiveCentsValue,
      currency: currencyValue,
      reference: z.string(),
    }),
  ),
});

/** What a run did. */
export const matchingRunView = z.strictObject({
  /** Movements looked at. */
  looked: z.int(),
  /** Applied alone, and their amounts by currency. */
  applied: z.int(),
  appliedCents: z.array(z.strictObject({ currency: currencyValue, cents: centsValue })),
  /** Sure enough, but not applied: not asked for, or things changed meanwhile. */
  sure: z.int(),
  suggested: z.int(),
  none: z.int(),
});

export type ReturnedPaymentView = z.output<typeof returnedPayment>;
export type ExplanationView = z.output<typeof explanationView>;
export type MatchDecisionView = z.output<typeof matchDecisionView>;
export type MovementRow = z.output<typeof movementRow>;
export type MovementView = z.output<typeof movementView>;
export type WaitingSummary = z.output<typeof waitingSummary>;
export type OpenItemsView = z.output<typeof openItemsView>;
export type MatchingRunView = z.output<typeof matchingRunView>;
