// Matching: each movement's explanations, weighed; automatic only where one is sure enough and no other comes near.

import type { CustomerId } from '../kernel/index.ts';
import type { MatchDecision } from './decision.ts';
import { explainByAmount, explainByExactAmount, explainOnAccount } from './explain/by-amount.ts';
import { explainByReference, isSettled } from './explain/by-reference.ts';
import { type Draft, draftKey } from './explain/draft.ts';
import type { Scene } from './explain/scene.ts';
import type { MatchingFacts, MatchingPolicy, OpenItem, Transaction } from './facts.ts';
import { OpenBook } from './open-book.ts';
import { PayerIndex } from './payers/payer-index.ts';
import { NearIndex } from './references/near-index.ts';
import { ReferenceIndex } from './references/reference-index.ts';
import { type Weighed, weigh } from './weigh.ts';

/** Another explanation this many times less likely to be right is no rival. */
const CLEAR_BY = 50;
const MOST_ALTERNATIVES = 5;

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
const isClear = ([best, second]: readonly Weighed[], policy: MatchingPolicy): boolean =>
  best !== undefined &&
  !best.isUndone &&
  best.explanation.unappliedCents === 0 &&
  best.wrong <= policy.automaticBelow &&
  (second === undefined || second.wrong >= best.wrong * CLEAR_BY);

function decide(scene: Scene, isUndone: (itemId: number) => boolean): MatchDecision {
  const { transactionId } = scene.transaction;
  const weighed = draftsOf(scene)
    .map((draft) => weigh(draft, { payers: scene.payers, isUndone }))
    .sort((a, b) => a.wrong - b.wrong || a.explanation.allocations.length - b.explanation.allocations.length);
  const [best, ...rest] = weighed;
  if (!best) return { transactionId, decision: 'none', best: null, alternatives: [] };
  return {
    transactionId,
    decision: isClear(weighed, scene.policy) ? 'auto' : 'suggest',
    best: best.explanation,
    alternatives: rest.slice(0, MOST_ALTERNATIVES).map(({ explanation }) => explanation),
  };
}

const NAMED = new Set<string>(['creditor_reference', 'reference', 'reference_listed']);
const isNamed = ({ best }: MatchDecision): boolean => best?.evidence.some((code) => NAMED.has(code)) ?? false;

/** A run over movements: the indexes are built once, what is applied is no longer open for the next. */
export class MatchingRun {
  private readonly book: OpenBook;
  private readonly references: ReferenceIndex;
  private readonly payers: PayerIndex;
  private readonly undone: ReadonlySet<string>;
  private readonly itemsOf = new Map<CustomerId, OpenItem[]>();
  private readonly near = new Map<CustomerId, NearIndex>();
  private readonly policy: MatchingPolicy;

  constructor(facts: MatchingFacts, policy: MatchingPolicy) {
    this.undone = new Set(facts.undone.map(({ transactionId, itemId }) => `${transactionId} ${itemId}`));
    for (const item of facts.items) {
      const there = this.itemsOf.get(item.customerId);
      if (there) there.push(item);
      else this.itemsOf.set(item.customerId, [item]);
    }
    this.policy = policy;
    this.book = new OpenBook(facts.items);
    this.references = new ReferenceIndex(facts.items);
    this.payers = new PayerIndex(facts);
  }

  /** The decision about one movement as things stand; nothing is applied. */
  decide(transaction: Transaction): MatchDecision {
    const { book, references, policy } = this;
    const payers = this.payers.find(transaction);
    const nearOf = (customerId: CustomerId) => this.nearOf(customerId);
    return decide({ transaction, book, references, nearOf, payers, policy }, (itemId) =>
      this.undone.has(`${transaction.transactionId} ${itemId}`),
    );
  }

  /** Built for a customer when first asked. */
  private nearOf(customerId: CustomerId): NearIndex {
    const there = this.near.get(customerId);
    if (there) return there;
    const made = new NearIndex(this.itemsOf.get(customerId) ?? []);
    this.near.set(customerId, made);
    return made;
  }

  /** Takes an automatic decision's allocations out of what is open. */
  apply({ decision, best }: MatchDecision): void {
    if (decision === 'auto' && best) this.book.apply(best.allocations);
  }
}

/**
 * Decisions about movements, in their order. Those that name their items are applied first, so that an amount alone never takes an
 * item that a later movement names; then the others, oldest first.
 */
export function matchTransactions(
  transactions: readonly Transaction[],
  facts: MatchingFacts,
  policy: MatchingPolicy,
): MatchDecision[] {
  const run = new MatchingRun(facts, policy);
  const inTime = transactions.toSorted((a, b) =>
    a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : a.transactionId - b.transactionId,
  );
  const decisions = new Map<number, MatchDecision>();
  const left: Transaction[] = [];
  for (const transaction of inTime) {
    const decision = run.decide(transaction);
    if (decision.decision === 'auto' && isNamed(decision)) {
      run.apply(decision);
      decisions.set(transaction.transactionId, decision);
    } else left.push(transaction);
  }
  for (const transaction of left) {
    const decision = run.decide(transaction);
    run.apply(decision);
    decisions.set(transaction.transactionId, decision);
  }
  return transactions.map(({ transactionId }) => decisions.get(transactionId) as MatchDecision);
}
