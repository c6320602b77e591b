// Matching: a run over movements. The indexes are built once; what is applied is no longer open for the next.

import type { CustomerId } from '../kernel/index.ts';
import { decideNewMoney, type Undone } from './decide.ts';
import type { MatchDecision } from './decision.ts';
import type { Scene } from './explain/scene.ts';
import type { MatchingFacts, MatchingPolicy, OpenItem, Transaction } from './facts.ts';
import { NearIndex } from './nearness/near-index.ts';
import { OpenBook, settledId } from './open-book.ts';
import { PayerIndex } from './payers/payer-index.ts';
import { RecordedBook } from './recorded.ts';
import { readCreditorReference } from './references/creditor-reference.ts';
import { type Reading, readMentions } from './references/mentions.ts';
import { ReferenceIndex } from './references/reference-index.ts';

const NAMED = new Set<string>(['creditor_reference', 'reference', 'reference_listed', 'payment_recorded']);
const isNamed = ({ best }: MatchDecision): boolean => best?.evidence.some((code) => NAMED.has(code)) ?? false;

const byDay = (a: Transaction, b: Transaction): number =>
  a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : a.transactionId - b.transactionId;

/** A run over movements. What is open is learned first. */
class MatchingRun {
  private readonly book: OpenBook;
  private readonly references = new ReferenceIndex();
  private readonly payers: PayerIndex;
  private readonly recorded: RecordedBook;
  private readonly undone = new Map<number, Set<number>>();
  private readonly near = new Map<CustomerId, NearIndex>();
  private readonly scenes = new Map<Transaction, Scene>();
  private readonly policy: MatchingPolicy;

  constructor(facts: MatchingFacts, policy: MatchingPolicy) {
    for (const { transactionId, itemId } of facts.undone) {
      const there = this.undone.get(transactionId) ?? new Set();
      this.undone.set(transactionId, there.add(itemId));
    }
    this.policy = policy;
    this.book = new OpenBook(facts.settled);
    for (const [place, { number }] of (facts.settled ?? []).entries())
      this.references.add({ itemId: settledId(place), number, references: [] });
    this.payers = new PayerIndex(facts);
    this.recorded = new RecordedBook(facts, policy);
  }

  /** Learns items that are open; before the first question. */
  learn(items: readonly OpenItem[]): void {
    for (const item of items) {
      this.book.add(item);
      this.references.add(item);
    }
  }

  /** Tells the run which movements it will be asked about: two that may be one recorded payment are a tie. */
  expect(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) this.recorded.claim(this.sceneOf(transaction));
  }

  /** The decision about one movement as things stand; nothing is applied. */
  decide(transaction: Transaction): MatchDecision {
    const scene = this.sceneOf(transaction);
    return this.recorded.recognise(scene, decideNewMoney(scene, this.undoneOf(transaction)));
  }

  /** Whether the text names anything: what comes before all that only has an amount. */
  isNaming(transaction: Transaction): boolean {
    const { text, structured } = this.sceneOf(transaction);
    return text.mentions.length > 0 || (structured?.mentions.length ?? 0) > 0;
  }

  /** Takes an automatic decision's allocations out of what is open, and the payment it recognised. */
  apply({ decision, best }: MatchDecision): void {
    if (decision !== 'auto' || !best) return;
    this.book.apply(best.allocations);
    if (best.paymentId !== undefined) this.recorded.take(best.paymentId);
  }

  private undoneOf({ transactionId }: Transaction): Undone {
    const items = this.undone.get(transactionId);
    return { isAny: items !== undefined, has: (itemId) => items?.has(itemId) ?? false };
  }

  /** Read once for each movement: the text and the payer do not change while the run goes on. */
  private sceneOf(transaction: Transaction): Scene {
    const there = this.scenes.get(transaction);
    if (there) return there;
    const { creditorReference, text } = transaction;
    const reference = creditorReference && (readCreditorReference(creditorReference) ?? creditorReference);
    const scene: Scene = {
      transaction,
      book: this.book,
      references: this.references,
      text: readMentions(text, this.references),
      structured: reference ? this.readStructured(reference, creditorReference) : null,
      nearOf: (customerId) => this.nearOf(customerId),
      payers: this.payers.find(transaction),
      policy: this.policy,
    };
    this.scenes.set(transaction, scene);
    return scene;
  }

  /** A reference whose check digits are right was given by us: where nobody has it, it names what is unknown. */
  private readStructured(reference: string, written: string): Reading {
    const reading = readMentions(reference, this.references);
    const isForeign = reading.mentions.length === 0 && readCreditorReference(written) !== null;
    return isForeign ? { ...reading, namesUnknown: true } : reading;
  }

  /** Built for a customer when first asked. */
  private nearOf(customerId: CustomerId): NearIndex {
    const there = this.near.get(customerId);
    if (there) return there;
    const made = new NearIndex(this.book.itemsOf(customerId));
    this.near.set(customerId, made);
    return made;
  }
}

/** Movements between two pauses of a run in slices, and items learned between two. */
const SLICE = 5;
const ITEMS_LEARNED = 1_000;

/**
 * Decisions about movements, in their order. Those that name their items are applied first, so that an amount alone never takes an
 * item that a later movement names; then the others, oldest first. Pauses after every few movements, giving what was decided since the
 * last pause, for good, so that whoever runs it can do other things between; the decisions are the same whatever happens in the pauses.
 */
export function* matchInSlices(
  transactions: readonly Transaction[],
  facts: MatchingFacts,
  policy: MatchingPolicy,
): Generator<readonly MatchDecision[], MatchDecision[]> {
  const run = new MatchingRun(facts, policy);
  for (let from = 0; from < facts.items.length; from += ITEMS_LEARNED) {
    yield [];
    run.learn(facts.items.slice(from, from + ITEMS_LEARNED));
  }
  const inTime = transactions.toSorted(byDay);
  const decisions = new Map<number, MatchDecision>();
  let steps = 0;
  const isPause = () => ++steps % SLICE === 0;
  for (const transaction of inTime) {
    run.expect([transaction]);
    if (isPause()) yield [];
  }
  let fresh: MatchDecision[] = [];
  const settle = (decision: MatchDecision) => {
    run.apply(decision);
    decisions.set(decision.transactionId, decision);
    fresh.push(decision);
  };
  const handOver = () => {
    const given = fresh;
    fresh = [];
    return given;
  };
  const left: Transaction[] = [];
  for (const transaction of inTime) {
    const decision = run.isNaming(transaction) ? run.decide(transaction) : null;
    if (decision?.decision === 'auto' && isNamed(decision)) settle(decision);
    else left.push(transaction);
    if (isPause()) yield handOver();
  }
  for (const transaction of left) {
    settle(run.decide(transaction));
    if (isPause()) yield handOver();
  }
  yield handOver();
  return transactions.map(({ transactionId }) => decisions.get(transactionId) as MatchDecision);
}

/** The same at one go. */
export function matchTransactions(
  transactions: readonly Transaction[],
  facts: MatchingFacts,
  policy: MatchingPolicy,
): MatchDecision[] {
  const run = matchInSlices(transactions, facts, policy);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}
