// Explanations by reference: the items that the remittance text names, and how the amount settles them.
import { cents } from '../../kernel/index.ts';
import type { Standing } from '../shelf.ts';
import type { Draft } from './draft.ts';
import { findNamed, type Named } from './named-items.ts';
import { findNearlyNamed } from './nearly-named.ts';
import type { Scene } from './scene.ts';
import { type Settlement, settle } from './settle.ts';

/** Each item once, in the order of the text. */
function distinct(named: readonly Named[]): Standing[] {
  const items = new Map<number, Standing>();
  for (const { standings } of named) for (const standing of standings) items.set(standing.item.itemId, standing);
  return [...items.values()];
}

function othersOf({ book, transaction }: Scene, items: readonly Standing[]): Standing[] {
  const chosen = new Set(items.map(({ item }) => item.itemId));
  const customers = new Set(items.map(({ item }) => item.customerId));
  return [...customers]
    .flatMap((customerId) => book.ofCustomer(customerId, transaction.currency))
    .filter(({ item }) => !chosen.has(item.itemId));
}

function draftOf(named: readonly Named[], settlement: Settlement, isContested: boolean): Draft {
  const used = new Set(settlement.allocations.map(({ itemId }) => itemId));
  const speaking = named.filter(({ standings }) => standings.some(({ item }) => used.has(item.itemId)));
  const isNamed = (itemId: number) =>
    named.some(({ standings }) => standings.some(({ item }) => item.itemId === itemId));
  return {
    allocations: settlement.allocations,
    items: settlement.items.filter(({ item }) => used.has(item.itemId)),
    amount: settlement.amount,
    references: speaking.map(({ evidence }) => evidence),
    crowded: Math.max(0, ...speaking.map(({ crowded }) => crowded)),
    isFilled: settlement.items.some(({ item }) => item.kind === 'receivable' && !isNamed(item.itemId)),
    isWholeText: speaking.length === named.length,
    chance: 0,
    isContested,
    unappliedCents: cents(settlement.unappliedCents),
    spans: speaking.map(({ span }) => span).filter((span) => span !== null),
  };
}

function draftsOf(scene: Scene, named: readonly Named[]): Draft[] {
  const { transaction, policy } = scene;
  const items = distinct(named);
  const received = { cents: transaction.cents, on: transaction.bookedOn };
  const others = () => othersOf(scene, items);
  const ways = settle(items, { received, policy, others });
  return ways.map((settlement) => draftOf(named, settlement, ways.length > 1));
}

const EXACT = new Set(['amount_exact', 'amount_sum', 'amount_discount']);
const UNSURE = new Set(['reference_short', 'reference_near']);

/** Whether an explanation uses everything that is named and leaves nothing over. */
export const isSettled = ({ amount, isWholeText }: Draft): boolean => EXACT.has(amount) && isWholeText;

/** What the text names; where that does not come out, the certain mentions alone, and those that were nearly written. */
export function explainByReference(scene: Scene): Draft[] {
  const named = findNamed(scene);
  const drafts = named.length > 0 ? draftsOf(scene, named) : [];
  const certain = named.filter(({ evidence }) => !UNSURE.has(evidence));
  if (drafts[0] && isSettled(drafts[0]) && certain.length > 0) return drafts;
  if (certain.length > 0 && certain.length < named.length) drafts.push(...draftsOf(scene, certain));
  // A number of somebody who does not pay, and not to the cent, may be the payer's own mistyped.
  const [own, others] = [certain.filter((one) => isPayers(scene, one)), certain];
  for (const sure of own.length < others.length ? [own, others] : [others]) {
    const near = findNearlyNamed(scene, sure);
    if (near.length > 0) drafts.push(...draftsOf(scene, [...sure, ...near]));
  }
  const settled = drafts.filter((one) => isSettled(one) || (one.isWholeText && one.amount === 'amount_fee'));
  return drafts.some(isSettled) ? settled : drafts;
}

const isPayers = ({ payers }: Scene, { standings }: Named): boolean =>
  standings.some(({ item }) => payers.some(({ customerId }) => customerId === item.customerId));
