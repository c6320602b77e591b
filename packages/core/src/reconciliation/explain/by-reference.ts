// Explanations by reference: the items that the remittance text names, and how the amount settles them.
import { cents } from '../../kernel/index.ts';
import type { Standing } from '../open-book.ts';
import type { Draft } from './draft.ts';
import { findNamed, findNearlyNamed, type Named } from './named-items.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';

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

function draftOf(scene: Scene, named: readonly Named[]): Draft | null {
  const { transaction, policy } = scene;
  const items = distinct(named);
  const received = { cents: transaction.cents, on: transaction.bookedOn };
  const settlement = settle(items, () => othersOf(scene, items), { received, policy });
  if (!settlement) return null;
  const used = new Set(settlement.allocations.map(({ itemId }) => itemId));
  const speaking = named.filter(({ standings }) => standings.some(({ item }) => used.has(item.itemId)));
  return {
    allocations: settlement.allocations,
    items: settlement.items.filter(({ item }) => used.has(item.itemId)),
    amount: settlement.amount,
    references: speaking.map(({ evidence }) => evidence),
    isWholeText: speaking.length === named.length,
    chance: 0,
    unappliedCents: cents(settlement.unappliedCents),
    spans: speaking.map(({ span }) => span).filter((span) => span !== null),
  };
}

const EXACT = new Set(['amount_exact', 'amount_sum', 'amount_discount']);

/** Whether an explanation uses everything that is named and leaves nothing over. */
export const isSettled = ({ amount, isWholeText }: Draft): boolean => EXACT.has(amount) && isWholeText;

/** What the text names; where that does not come out, the certain mentions alone, and those that were nearly written. */
export function explainByReference(scene: Scene): Draft[] {
  const named = findNamed(scene);
  const drafts = named.length > 0 ? [draftOf(scene, named)] : [];
  if (drafts[0] && isSettled(drafts[0])) return [drafts[0]];
  const certain = named.filter(({ evidence }) => evidence !== 'reference_short');
  if (certain.length > 0 && certain.length < named.length) drafts.push(draftOf(scene, certain));
  const near = findNearlyNamed(scene, certain);
  if (near.length > 0) drafts.push(draftOf(scene, [...certain, ...near]));
  return drafts.filter((draft) => draft !== null);
}
