// Principal: how much of a due term was unpaid on which days, from dated payments and credit notes.
import { addDays, type Cents, cents, type Day } from '../../../kernel/index.ts';

/** A dated fact that changes what is open. Positive reduces it; negative brings it back (a payment taken back). */
export type OpenChange = Readonly<{ on: Day; kind: 'payment' | 'credit_note'; cents: Cents }>;

/** One due term of an invoice, VAT included, and what happened to it. */
export type PenaltyTerm = Readonly<{ dueOn: Day; cents: Cents; changes: readonly OpenChange[] }>;

/** Whether a credit note reduces the principal from the due date (it corrects the invoice) or from its own day. No text says. */
export type CreditNoteEffect = 'origin' | 'own_day';

/** Days `from` to `to`, both included, on which the same amount was unpaid. */
export type PrincipalSpan = Readonly<{ from: Day; to: Day; cents: Cents }>;

const unpaid = (size: number): Cents => cents(Math.max(size, 0));

/**
 * The spans with something unpaid within `from`…`to`. The day of payment still bears interest (R2192-32 CCP; practice under L441-10),
 * so a change counts from the next day. Changes after `knownOn` have not happened yet; a credit note after `to` still corrects the origin.
 */
export function principalSpans(
  term: PenaltyTerm,
  window: Readonly<{ from: Day; to: Day; knownOn: Day }>,
  creditNotes: CreditNoteEffect,
): readonly PrincipalSpan[] {
  let open = term.cents as number;
  const later: OpenChange[] = [];
  for (const change of term.changes) {
    const atOnce = change.on < window.from || (change.kind === 'credit_note' && creditNotes === 'origin');
    if (change.on > window.knownOn) continue;
    if (atOnce) open -= change.cents;
    else if (change.on <= window.to) later.push(change);
  }
  later.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const spans: PrincipalSpan[] = [];
  let from = window.from;
  for (const change of later) {
    if (change.on >= from) {
      if (unpaid(open) > 0) spans.push({ from, to: change.on, cents: unpaid(open) });
      from = addDays(change.on, 1);
    }
    open -= change.cents;
  }
  if (from <= window.to && unpaid(open) > 0) spans.push({ from, to: window.to, cents: unpaid(open) });
  return spans;
}
