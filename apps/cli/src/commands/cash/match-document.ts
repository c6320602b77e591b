// The document of `quittance match`: each waiting movement, what it was found to pay, and on what evidence.
import type { Evidence, OpenItem } from '@quittance/core/reconciliation';
import { creditItem, type DecisionPart, receivableItem, type StoredExplanation } from '@quittance/db/cash';
import type { MatchedLine, MatchingRunResult } from '@quittance/usecases/cash';

type Named = Readonly<{ invoice: string; cents: number }>;

/** One explanation: invoices with what goes to each, credit notes used, differences closed. */
type ExplanationDocument = Readonly<{
  allocations: readonly Named[];
  credits: readonly Readonly<{ creditNote: string; cents: number }>[];
  adjustments: readonly (Named & Readonly<{ nature: string }>)[];
  evidence: readonly Evidence[];
  confidence: number;
  unappliedCents: number;
}>;

/** One line of the document. */
export type MatchDocument = ExplanationDocument &
  Readonly<{
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

type Items = ReadonlyMap<number, OpenItem>;

const NOTHING: ExplanationDocument = {
  ...{ allocations: [], credits: [], adjustments: [], evidence: [] },
  ...{ confidence: 0, unappliedCents: 0 },
};

function add<K>(sums: Map<K, number>, key: K, cents: number): void {
  sums.set(key, (sums.get(key) ?? 0) + cents);
}

/** Money and credit notes together by invoice, as the statement of account will show them. */
function namedOf(parts: readonly DecisionPart[], items: Items) {
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

const explained = (
  { parts, evidence, confidence, unappliedCents }: StoredExplanation,
  items: Items,
): ExplanationDocument => ({
  ...namedOf(parts, items),
  ...{ evidence, confidence, unappliedCents },
});

function lineOf({ transaction, proposal, decisionId }: MatchedLine, items: Items): MatchDocument {
  const { transactionId: id, bookedOn, cents: amountCents, text: label, payerName: counterparty } = transaction;
  return {
    transaction: { id, bookedOn, amountCents, label, counterparty },
    decision: proposal.decision,
    applied: decisionId !== null,
    ...(proposal.best ? explained(proposal.best, items) : NOTHING),
    alternatives: proposal.alternatives.map((each) => explained(each, items)),
  };
}

/** The whole document. */
export const matchDocument = ({ lines, items }: MatchingRunResult): MatchDocument[] =>
  lines.map((line) => lineOf(line, items));
