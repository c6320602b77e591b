// Weighing: how likely an explanation is to be wrong, from its evidence. Reference, payer and amount speak independently.
import type { CustomerId } from '../kernel/index.ts';
import type { Evidence, Explanation } from './decision.ts';
import type { Draft } from './explain/draft.ts';
import type { PayerCandidate } from './payers/payer-index.ts';
import type { Standing } from './shelf.ts';

/**
 * Chance that each piece of evidence stands beside a wrong explanation, the others being silent. Set on generated books with a known
 * truth and held against the labelled sets (bench `matching-quality`); never tuned to one of them.
 */
const WRONG: Readonly<Partial<Record<Evidence, number>>> = {
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
  amount_exact: 0.02,
  amount_sum: 0.02,
  amount_all_open: 0.02,
  amount_discount: 0.05,
  amount_fee: 0.3,
  amount_partial: 0.3,
  amount_over: 0.3,
};

/** Another pays than the one whose number is written, or whose name it seems to be. */
const DIFFERS = 10;
/** What the text names beyond what is explained speaks against it. */
const LEFT_OUT = 20;
/** An amount that somebody owes says little where nobody, or somebody else, seems to pay. */
const UNKNOWN_PAYER = 8;
const OTHER_PAYER = 45;
/** An amount that does not come out confirms no number that is not written exactly. */
const UNCONFIRMED = new Set<Evidence>(['amount_partial', 'amount_over', 'amount_fee']);
const INEXACT = new Set<Evidence>(['reference_near', 'reference_far', 'reference_short']);
/** A slip among crowded numbers names another invoice: one number in thirty is mistyped, two thirds of that in what stays readable. */
const SLIP = 0.02;
/** One that is not written as it is has slipped already. */
const SLIPPED = 0.5;
/** An amount that does not come out and no number: where a person starts from, hardly ever what was meant. */
const ON_ACCOUNT = 0.9;
/** Fees on an invoice that nobody names: an amount near another. */
const UNNAMED_FEE = 10;
/** Money that names what is settled fills something else as often as not; what nobody has may be an invoice yet to come. */
const INSTEAD_OF_SETTLED = 0.5;
const INSTEAD_OF_UNKNOWN = 0.05;
/** What a person undid was wrong, most likely. */
const UNDONE = 50;

/** An explanation with its weight: the lower, the surer. */
export type Weighed = Readonly<{ explanation: Explanation; wrong: number; isUndone: boolean; draft: Draft }>;

/** What weighing knows besides the draft. */
export type WeighingContext = Readonly<{
  payers: readonly PayerCandidate[];
  isUndone: (itemId: number) => boolean;
  /** The text writes a number of the book's kind that nobody has, or what it calls an invoice is not what is explained. */
  namesUnknown: boolean;
  /** What fills the amount is not what the text names. */
  isOpenQuestion: boolean;
  /** The text names what is settled already. */
  namesSettled: boolean;
  /** Share of all receivables that are open with the very amount of an item. */
  shareOfAmount: (standing: Standing) => number;
}>;

const worst = (evidence: readonly Evidence[]): number => Math.max(...evidence.map((code) => WRONG[code] ?? 1));

/** The payer speaks for an explanation where every customer concerned is a candidate, against it where others are. */
function payerEvidence(customers: readonly CustomerId[], payers: readonly PayerCandidate[]): Evidence[] {
  const found = customers.map((customerId) => payers.find((payer) => payer.customerId === customerId)?.evidence);
  if (found.every((evidence) => evidence !== undefined)) return [...new Set(found)];
  return payers.length > 0 ? ['payer_differs'] : [];
}

/** Several candidates of one strength share what they say. */
function whoIsWrong(payer: readonly Evidence[], { payers }: WeighingContext): number {
  const weakest = payer.toSorted((a, b) => (WRONG[b] ?? 1) - (WRONG[a] ?? 1))[0];
  if (weakest === undefined || weakest === 'payer_differs') return 1;
  return Math.min(1, (WRONG[weakest] ?? 1) * payers.filter(({ evidence }) => evidence === weakest).length);
}

const isSpokenFor = (payer: readonly Evidence[]): boolean => payer.length > 0 && !payer.includes('payer_differs');

/** Whether only the name speaks for it while the account is another customer's: names are alike, accounts are not. */
const isAnothersAccount = (payer: readonly Evidence[], { payers }: WeighingContext): boolean =>
  payer.length === 1 && payer[0] === 'payer_name' && payers.some(({ evidence }) => evidence === 'payer_iban');

/** How the payer counts where nobody speaks for the explanation, or somebody speaks for another. */
function against(draft: Draft, payer: readonly Evidence[], context: WeighingContext): number {
  const isNamed = draft.references.length > 0;
  if (payer.includes('payer_differs')) return isNamed ? DIFFERS : OTHER_PAYER;
  if (isNamed) return 1;
  if (payer.length === 0) return UNKNOWN_PAYER;
  return isAnothersAccount(payer, context) ? DIFFERS : 1;
}

/** Subscriptions and the like: an amount that many owe confirms little, least of all where no payer speaks for the explanation. */
const COMMON_AMOUNT = 10;

function commonness({ amount, items: [first] }: Draft, payer: readonly Evidence[], context: WeighingContext): number {
  if (amount !== 'amount_exact' || !first) return 0;
  return Math.min(1, context.shareOfAmount(first) * (isSpokenFor(payer) ? 1 : COMMON_AMOUNT));
}

function wrongOf(draft: Draft, payer: readonly Evidence[], context: WeighingContext): number {
  const isInexact = draft.references.some((code) => INEXACT.has(code));
  // Where the payer speaks for it, a slip would have had to name another invoice of his.
  const slip = isSpokenFor(payer) ? 0 : (isInexact ? SLIPPED : SLIP) * draft.crowded;
  const isNamed = draft.references.length > 0;
  if (!isNamed && UNCONFIRMED.has(draft.amount) && draft.amount !== 'amount_fee') return ON_ACCOUNT;
  const reference = isNamed ? worst(draft.references) + slip : draft.amount === 'amount_fee' ? UNNAMED_FEE : 1;
  const isUnconfirmed = UNCONFIRMED.has(draft.amount) && isInexact;
  const amount = isUnconfirmed
    ? 1
    : Math.max(WRONG[draft.amount] ?? 1, Math.min(1, draft.chance), commonness(draft, payer, context));
  const leftOut = draft.isWholeText && !context.namesUnknown ? 1 : LEFT_OUT;
  return (
    Math.min(isNamed ? 1 : UNNAMED_FEE, reference) *
    whoIsWrong(payer, context) *
    amount *
    against(draft, payer, context) *
    leftOut
  );
}

/** At least so likely wrong, however well the amount agrees. */
function leastWrong({ isOpenQuestion, namesSettled, namesUnknown }: WeighingContext): number {
  if (!isOpenQuestion) return 0;
  return namesSettled ? INSTEAD_OF_SETTLED : namesUnknown ? INSTEAD_OF_UNKNOWN : 0;
}

/** Weighs a draft by itself; its rivals are `withRivals`' matter. */
export function weigh(draft: Draft, context: WeighingContext): Weighed {
  const customerIds = [...new Set(draft.items.map(({ item }) => item.customerId))];
  const payer = payerEvidence(customerIds, context.payers);
  const isUndone = draft.items.some(({ item }) => context.isUndone(item.itemId));
  const wrong = Math.min(1, Math.max(leastWrong(context), wrongOf(draft, payer, context) * (isUndone ? UNDONE : 1)));
  const evidence: Evidence[] = [...new Set(draft.references), ...payer, draft.amount];
  if (isUndone) evidence.push('undone_before');
  if (context.namesSettled) evidence.push('reference_settled');
  return {
    wrong,
    isUndone,
    draft,
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

/** Nothing is surer than this. */
const SUREST = 1e-6;
const odds = (wrong: number): number => (1 - wrong) / Math.max(wrong, SUREST);

/** The same explanations, surest first, each with the confidence that its rivals leave it: only one of them can be right. */
export function withRivals(weighed: readonly Weighed[]): Weighed[] {
  const all = 1 + weighed.reduce((sum, { wrong }) => sum + odds(wrong), 0);
  return weighed
    .map((one) => ({ ...one, explanation: { ...one.explanation, confidence: odds(one.wrong) / all } }))
    .sort((a, b) => a.wrong - b.wrong || byItems(a, b));
}

/** Fewer items first, then the older: the order of the facts never shows. */
function byItems(a: Weighed, b: Weighed): number {
  const [left, right] = [a.explanation.allocations, b.explanation.allocations];
  if (left.length !== right.length) return left.length - right.length;
  for (let at = 0; at < left.length; at++) {
    const difference = (left[at]?.itemId ?? 0) - (right[at]?.itemId ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
