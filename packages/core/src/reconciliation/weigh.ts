// Weighing: how likely an explanation is to be wrong, from its evidence. Reference, payer and amount speak independently.
import type { CustomerId } from '../kernel/index.ts';
import type { Evidence, Explanation } from './decision.ts';
import type { Draft } from './explain/draft.ts';
import type { PayerCandidate } from './payers/payer-index.ts';

/**
 * Chance that each piece of evidence stands beside a wrong explanation, the others being silent. Set on generated books with a known
 * truth and held against the labelled sets (bench/RESULTS.md); never tuned to one of them.
 */
const WRONG: Readonly<Record<Evidence, number>> = {
  creditor_reference: 0.0005,
  reference: 0.002,
  reference_listed: 0.004,
  reference_near: 0.03,
  reference_far: 0.4,
  reference_short: 0.2,
  payer_iban: 0.02,
  payer_alias: 0.02,
  payer_name: 0.05,
  payer_group: 0.1,
  payer_differs: 10,
  amount_exact: 0.02,
  amount_sum: 0.02,
  amount_all_open: 0.02,
  amount_discount: 0.05,
  amount_fee: 0.3,
  amount_partial: 0.3,
  amount_over: 0.3,
  undone_before: 1,
  payment_recorded: 0.005,
};

/** An explanation with its weight: the lower, the surer. */
export type Weighed = Readonly<{ explanation: Explanation; wrong: number; isUndone: boolean }>;

const worst = (evidence: readonly Evidence[]): number => Math.max(...evidence.map((code) => WRONG[code]));

/** What the text names beyond what is explained speaks against it. */
const LEFT_OUT = 20;

/** The payer speaks for an explanation where every customer concerned is a candidate, against it where others are. */
function payerEvidence(customers: readonly CustomerId[], payers: readonly PayerCandidate[]): Evidence[] {
  const found = customers.map((customerId) => payers.find((payer) => payer.customerId === customerId)?.evidence);
  if (found.every((evidence) => evidence !== undefined)) return [...new Set(found)];
  return payers.length > 0 ? ['payer_differs'] : [];
}

/** Weighs a draft. */
export function weigh(
  draft: Draft,
  context: Readonly<{ payers: readonly PayerCandidate[]; isUndone: (itemId: number) => boolean }>,
): Weighed {
  const customerIds = [...new Set(draft.items.map(({ item }) => item.customerId))];
  const payer = payerEvidence(customerIds, context.payers);
  // Several candidates of one strength share what they say.
  const rivals = payer.includes('payer_name')
    ? context.payers.filter(({ evidence }) => evidence === 'payer_name').length
    : 1;
  const reference = draft.references.length > 0 ? worst(draft.references) : 1;
  const who = payer.length > 0 ? Math.min(1, worst(payer) * rivals) : 1;
  const amount = Math.max(WRONG[draft.amount], Math.min(1, draft.chance));
  const isUndone = draft.items.some(({ item }) => context.isUndone(item.itemId));
  const differs = payer.includes('payer_differs') ? WRONG.payer_differs : 1;
  const leftOut = draft.isWholeText ? 1 : LEFT_OUT;
  const wrong = Math.min(1, reference * who * amount * differs * leftOut);
  const evidence: Evidence[] = [...new Set(draft.references), ...payer, draft.amount];
  if (isUndone) evidence.push('undone_before');
  return {
    wrong,
    isUndone,
    explanation: {
      allocations: draft.allocations,
      customerIds,
      evidence,
      confidence: 1 - wrong,
      unappliedCents: draft.unappliedCents,
      spans: draft.spans,
    },
  };
}
