// Views of cash application: rows of the database as the contract shows them, with names in the place of ids.
import type {
  ExplanationView,
  MatchDecisionView,
  MovementView,
  MovementRow as RowView,
} from '@quittance/contracts/api';
import type { PaymentId } from '@quittance/core/kernel';
import type {
  DecidedAllocation,
  DecisionRow,
  MovementRow,
  MovementSheet,
  PartNames,
  ReturnedPayment,
  StoredExplanation,
} from '@quittance/db/cash';
import { isAdjustment } from '@quittance/usecases/cash';

const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** What explanations name: `returned` holds payments that returns give back, and nothing else. */
export type Named = PartNames & Readonly<{ returned: ReadonlyMap<PaymentId, ReturnedPayment> }>;

/** An explanation with what it names, as it stands now. */
export function explanationView(explanation: StoredExplanation, names: Named): ExplanationView {
  const { parts, evidence, confidence, spans, unappliedCents } = explanation;
  const allocations = parts.flatMap((part) => [
    ...part.allocations.map(({ receivableId, cents }) => ({
      ...{ kind: 'receivable' as const, receivableId, creditNoteId: null, cents },
      ...names.receivables.get(receivableId),
    })),
    ...part.credits.map(({ creditNoteId, receivableId, cents }) => ({
      ...{ kind: 'credit_note' as const, receivableId, creditNoteId, cents },
      ...names.creditNotes.get(creditNoteId),
    })),
  ]);
  const namedId = parts.find(({ paymentId }) => paymentId !== null)?.paymentId ?? null;
  const returned = (namedId !== null && names.returned.get(namedId)) || null;
  return {
    ...{ evidence, confidence, spans, unappliedCents },
    settles: parts.find(({ settles }) => settles !== null)?.settles ?? null,
    customers: [...new Set(parts.map(({ customerId }) => customerId))].map((id) => names.customers.get(id)),
    allocations: allocations.map(({ id: _, ...line }: { id?: number } & Record<string, unknown>) => line),
    adjustments: parts.flatMap((part) =>
      part.adjustments.map((line) => ({ ...line, number: names.receivables.get(line.receivableId)?.number ?? '' })),
    ),
    paymentId: returned === null ? namedId : null,
    returned,
  } as unknown as ExplanationView;
}

const allocationView = ({
  allocationId: _,
  paymentId: _p,
  creditNumber,
  creditNature: _n,
  creditOpenCents,
  ...line
}: DecidedAllocation) =>
  line.creditNoteId === null
    ? { ...line, kind: 'receivable' }
    : { ...line, kind: 'credit_note', number: creditNumber, openCents: creditOpenCents };

/** A decision with what it wrote. */
export function decisionView(row: DecisionRow, names: Pick<Named, 'customers' | 'returned'>): MatchDecisionView {
  const { decisionId, origin, actor, on, evidence, confidence, spans, note, payments, allocations } = row;
  const customerIds = [...new Set([...payments, ...allocations].map(({ customerId }) => customerId))];
  const undone = { on: row.undoneOn, by: row.undoneBy, at: at(row.undoneAt), reason: row.undoneReason };
  return {
    ...{ decisionId, origin, actor, on, evidence, confidence, spans, note },
    at: row.at.toISOString(),
    customers: customerIds.map((id) => names.customers.get(id)),
    payments: payments.map(({ matchedCents: _, givesBack: _g, isOut: _o, ...payment }) => payment),
    returned: payments.flatMap(({ paymentId }) => names.returned.get(paymentId) ?? [])[0] ?? null,
    allocations: allocations.filter((line) => !isAdjustment(line)).map(allocationView),
    adjustments: allocations
      .filter(isAdjustment)
      .map(({ receivableId, number, creditNature, cents }) => ({ receivableId, number, nature: creditNature, cents })),
    undone: row.undoneOn === null ? null : undone,
  } as unknown as MatchDecisionView;
}

function headOf(row: MovementRow) {
  const { transactionId, bookedOn, valueOn, cents, currency, openCents, kind, state, label, counterpartyName } = row;
  const { asideReason: reason, asideNote: note, asideBy: by } = row;
  return {
    ...{ transactionId, bookedOn, valueOn, cents, currency, openCents, kind, state, label, counterpartyName },
    counterpartyIban: row.counterpartyIban,
    account: { accountId: row.accountId, name: row.accountName, iban: row.accountIban },
    ageDays: row.ageDays,
    setAside: reason === null ? null : { reason, note, by, at: at(row.asideAt) },
  };
}

const proposedOf = ({ decision, confidence, best, madeAt }: MovementRow, names: Named) => ({
  ...{ decision, confidence, madeAt: at(madeAt) },
  best: best && explanationView(best, names),
});

/** A line of the list. */
export const rowView = (row: MovementRow, names: Named, decided: readonly MatchDecisionView[]): RowView =>
  ({
    ...headOf(row),
    proposal: row.decision === null ? null : { ...proposedOf(row, names), rivals: row.alternatives.length },
    decided,
  }) as unknown as RowView;

/** A movement with everything about it. */
export function sheetView(row: MovementSheet, names: Named, decided: readonly MatchDecisionView[]): MovementView {
  const { endToEndId, creditorReference, mandateId, bankReference, returnReason, originalCents, originalCurrency } =
    row;
  const alternatives = row.alternatives.map((each) => explanationView(each, names));
  return {
    ...headOf(row),
    ...{ endToEndId, creditorReference, mandateId, bankReference, returnReason },
    original: originalCents === null ? null : { cents: originalCents, currency: originalCurrency },
    statement: { statementId: row.statementId, fileName: row.fileName, row: row.sourceRow },
    proposal: row.decision === null ? null : { ...proposedOf(row, names), alternatives },
    decided,
  } as unknown as MovementView;
}
