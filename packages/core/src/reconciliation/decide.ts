// Deciding one movement: its explanations, weighed; automatic only where one is sure enough and no other comes near.
import type { Explanation, MatchDecision } from './decision.ts';
import { explainByAmount, explainByExactAmount, explainOnAccount } from './explain/by-amount.ts';
import { explainByReference, isSettled } from './explain/by-reference.ts';
import { type Draft, draftKey, isOpenChoice } from './explain/draft.ts';
import { leftOutOf } from './explain/left-out.ts';
import type { Scene } from './explain/scene.ts';
import type { MatchingPolicy } from './facts.ts';
import { type Weighed, weigh, withRivals } from './weigh.ts';

/** Another explanation this many times less likely to be right is no rival. */
const CLEAR_BY = 50;
const MOST_ALTERNATIVES = 5;
/** Explanations less likely than this are not worth waiting for, unless the best is hardly likelier. */
const WORTH_WAITING = 0.001;

/** What a person undid of this movement, by item; whether he undid anything. */
export type Undone = Readonly<{ isAny: boolean; has: (itemId: number) => boolean }>;

/** One draft for each set of allocations, the one whose text speaks most clearly. */
function merged(drafts: readonly Draft[]): Draft[] {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = draftKey(draft);
    if (!byKey.has(key)) byKey.set(key, draft);
  }
  return [...byKey.values()];
}

/** Names first: an amount alone is asked only where the text does not settle it. */
function draftsOf(scene: Scene): Draft[] {
  const named = explainByReference(scene);
  if (named.some(isSettled)) return merged([...named, ...explainByExactAmount(scene)]);
  const drafts = merged([...named, ...explainByAmount(scene)]);
  return drafts.length > 0 ? drafts : explainOnAccount(scene);
}

/** Money over may pay something nobody found: never without a person. */
function isClear([best, second]: readonly Weighed[], policy: MatchingPolicy): boolean {
  if (!best || best.isUndone || best.draft.isContested || isOpenChoice(best.draft)) return false;
  return (
    best.explanation.unappliedCents === 0 &&
    best.wrong <= policy.automaticBelow &&
    (second === undefined || second.wrong >= best.wrong * CLEAR_BY)
  );
}

function weighedIn(scene: Scene, undone: Undone): Weighed[] {
  const leftOut = leftOutOf(scene);
  const drafts = draftsOf(scene);
  // What is named explains nothing: a credit note alone, an invoice in another currency.
  const isNothingNamed = drafts.every(({ references }) => references.length === 0);
  return drafts.map((draft) => {
    const { isOpenQuestion, isSettled, isUnknown } = leftOut(draft);
    return weigh(isOpenQuestion ? { ...draft, isContested: true } : draft, {
      payers: scene.payers,
      isUndone: undone.has,
      isOpenQuestion,
      namesUnknown: isUnknown || (isOpenQuestion && isNothingNamed),
      namesSettled: isSettled,
      shareOfAmount: (standing) => scene.book.shareOfAmount(standing),
    });
  });
}

/** The same movement in the currency that its payer ordered. */
function inOrderedCurrency(scene: Scene, undone: Undone): Weighed[] {
  const { instructed, currency } = scene.transaction;
  if (!instructed || instructed.currency === currency) return [];
  const transaction = { ...scene.transaction, cents: instructed.cents, currency: instructed.currency };
  return weighedIn({ ...scene, transaction }, undone).map((one) => ({
    ...one,
    explanation: {
      ...one.explanation,
      evidence: [...one.explanation.evidence, 'amount_instructed'],
      currency: instructed.currency,
    },
  }));
}

/** A decision of explanations in order; alternatives are cut to what a person reads. */
export function decisionOf(
  transactionId: number,
  decision: 'auto' | 'suggest',
  explanations: readonly Explanation[],
): MatchDecision {
  const [best, ...rest] = explanations;
  if (!best) return { transactionId, decision: 'none', best: null, alternatives: [], couldSettle: [] };
  const alternatives = rest.slice(0, MOST_ALTERNATIVES);
  const least = Math.min(WORTH_WAITING, best.confidence / CLEAR_BY);
  const waitedFor = explanations.filter((one, at) => at <= MOST_ALTERNATIVES || one.confidence >= least);
  const items = waitedFor.flatMap(({ allocations }) => allocations.map(({ itemId }) => itemId));
  return { transactionId, decision, best, alternatives, couldSettle: [...new Set(items)] };
}

/** Decides a movement as new money. */
export function decideNewMoney(scene: Scene, undone: Undone): MatchDecision {
  const weighed = withRivals([...weighedIn(scene, undone), ...inOrderedCurrency(scene, undone)]);
  const isAutomatic = !undone.isAny && isClear(weighed, scene.policy) && weighed[0]?.explanation.currency === undefined;
  return decisionOf(
    scene.transaction.transactionId,
    isAutomatic ? 'auto' : 'suggest',
    weighed.map(({ explanation }) => explanation),
  );
}
