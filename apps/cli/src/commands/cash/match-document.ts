// The document of `quittance match`: each waiting movement, what it was found to pay or to give back, and on what evidence.
import type { PaymentId } from '@quittance/core/kernel';
import type { Evidence, OpenItem } from '@quittance/core/reconciliation';
import {
  creditItem,
  type DecisionPart,
  type ReturnedPayment,
  receivableItem,
  type StoredExplanation,
} from '@quittance/db/cash';
import type { MatchedLine, MatchingRunResult, ReturnLine } from '@quittance/usecases/cash';

type Named = Readonly<{ invoice: string; cents: number }>;

/** One explanation: invoices with what goes to each, credit notes used, differences closed. */
type ExplanationDocument = Readonly<{
  allocations: readonly Named[];
  credits: readonly Readonly<{ creditNote: string; cents: number }>[];
  adjustments: readonly (Named & Readonly<{ nature: string }>)[];
  evidence: readonly Evidence[];
  confidence: number;
  unappliedCents: number;
  /** Of money the bank took back: the payment it gives back, with what that had paid. */
  returned: Returned | null;
}>;

type Returned = Readonly<{
  paymentId: number;
  customer: string;
  paidOn: string;
  amountCents: number;
  reference: string;
  paid: readonly Named[];
}>;

/** One line of the document. */
export type MatchDocument = ExplanationDocument &
  Readonly<{
    /** Money in, or money the bank took back. */
    kind: 'receipt' | 'return';
    transaction: Readonly<{
      id: number;
      bookedOn: string;
      amountCents: number;
      label: string;
      counterparty: string | null;
    }>;
    decision: 'auto' | 'suggest' | 'none';
    applied: boolean;
    alternatives: readonly ExplanationDocument[];
  }>;

/** What proposals name: open items by the engine's number, payments that come back by id. */
type Known = Readonly<{ items: ReadonlyMap<number, OpenItem>; payments: ReadonlyMap<PaymentId, ReturnedPayment> }>;

const NOTHING: ExplanationDocument = {
  ...{ allocations: [], credits: [], adjustments: [], evidence: [] },
  ...{ confidence: 0, unappliedCents: 0, returned: null },
};

function add<K>(sums: Map<K, number>, key: K, cents: number): void {
  sums.set(key, (sums.get(key) ?? 0) + cents);
}

/** Money and credit notes together by invoice, as the statement of account will show them. */
function namedOf(parts: readonly DecisionPart[], { items }: Known) {
  const [invoices, notes] = [new Map<number, number>(), new Map<number, number>()];
  for (const part of parts) {
    for (const { receivableId, cents } of [...part.allocations, ...part.credits])
      add(invoices, receivableItem(receivableId), cents);
    for (const { creditNoteId, cents } of part.credits) add(notes, creditItem(creditNoteId), cents);
  }
  const numberOf = (itemId: number) => items.get(itemId)?.number ?? '';
  return {
    allocations: [...invoices].map(([id, cents]) => ({ invoice: numberOf(id), cents })),
    credits: [...notes].map(([id, cents]) => ({ creditNote: numberOf(id), cents })),
    adjustments: parts.flatMap(({ adjustments }) =>
      adjustments.map(({ receivableId, cents, nature }) => ({
        ...{ invoice: numberOf(receivableItem(receivableId)), cents, nature },
      })),
    ),
  };
}

function returnedOf([part]: readonly DecisionPart[], { payments }: Known): Returned | null {
  const payment = part?.paymentId == null ? undefined : payments.get(part.paymentId);
  if (!payment) return null;
  const { paymentId, paidOn, cents: amountCents, reference, customer, paid } = payment;
  const invoices = paid.map(({ number: invoice, cents }) => ({ invoice, cents }));
  return { paymentId, customer: customer.ref, paidOn, amountCents, reference, paid: invoices };
}

const explained = (
  { parts, evidence, confidence, unappliedCents }: StoredExplanation,
  known: Known,
): ExplanationDocument => ({
  ...namedOf(parts, known),
  ...{ evidence, confidence, unappliedCents },
  returned: returnedOf(parts, known),
});

type Line = Pick<MatchedLine, 'proposal' | 'decisionId'> & Pick<MatchDocument, 'kind' | 'transaction'>;

const lineOf = ({ kind, transaction, proposal, decisionId }: Line, known: Known): MatchDocument => ({
  ...{ kind, transaction, decision: proposal.decision, applied: decisionId !== null },
  ...(proposal.best ? explained(proposal.best, known) : NOTHING),
  alternatives: proposal.alternatives.map((each) => explained(each, known)),
});

const receipt = ({ transaction, ...line }: MatchedLine): Line => {
  const { transactionId: id, bookedOn, cents: amountCents, text: label, payerName: counterparty } = transaction;
  return { ...line, kind: 'receipt', transaction: { id, bookedOn, amountCents, label, counterparty } };
};

/** Money out is negative. */
const givenBack = ({ transaction, ...line }: ReturnLine): Line => {
  const { transactionId: id, on: bookedOn, cents, label, counterpartyName: counterparty } = transaction;
  return { ...line, kind: 'return', transaction: { id, bookedOn, amountCents: -cents, label, counterparty } };
};

/** Payments that the returns of a run may give back. */
export const returnedIds = ({ returns }: MatchingRunResult): PaymentId[] =>
  returns.flatMap(({ proposal: { best, alternatives } }) =>
    [best, ...alternatives].flatMap((each) => each?.parts.flatMap(({ paymentId }) => paymentId ?? []) ?? []),
  );

/** The whole document: money in first, then money the bank took back, as the run decided them. */
export function matchDocument(run: MatchingRunResult, payments: Known['payments']): MatchDocument[] {
  const known: Known = { items: run.items, payments };
  return [...run.lines.map(receipt), ...run.returns.map(givenBack)].map((line) => lineOf(line, known));
}
