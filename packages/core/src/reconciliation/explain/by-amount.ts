// Explanations by payer and amount: one item, all that is open, a combination; last, whoever owes just that.
import type { CustomerId } from '../../kernel/index.ts';
import { cents } from '../../kernel/index.ts';
import { findCombinations } from '../amounts/combinations.ts';
import type { Standing } from '../open-book.ts';
import { type AmountEvidence, type Draft, inOrder, isCrumb, signed, whole } from './draft.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';

const MOST_ELSEWHERE = 5;
/** Amounts are not spread evenly: a tenth of the sums that could be written are. */
const SPREAD = 10;

const draft = (items: readonly Standing[], amount: AmountEvidence, chance = 0): Draft => ({
  allocations: whole(items),
  items,
  amount,
  references: [],
  isWholeText: true,
  chance,
  unappliedCents: cents(0),
  spans: [],
});

/** Pieces that fit by accident: combinations looked at, over the sums there are. */
const accidents = (examined: number, items: readonly Standing[]): number =>
  (examined * SPREAD) /
  Math.max(
    1,
    items.reduce((sum, { openCents }) => sum + openCents, 0),
  );

function singles(scene: Scene, items: readonly Standing[]): Draft[] {
  const { transaction, policy } = scene;
  const received = { cents: transaction.cents, on: transaction.bookedOn };
  return items.flatMap((standing) => {
    if (standing.item.kind !== 'receivable') return [];
    if (standing.openCents === received.cents) return [draft([standing], 'amount_exact')];
    if (standing.openCents < received.cents) return [];
    const settlement = settle([standing], () => [], { received, policy });
    if (settlement?.amount !== 'amount_discount' && settlement?.amount !== 'amount_fee') return [];
    return [{ ...draft([standing], settlement.amount), allocations: settlement.allocations }];
  });
}

function sums({ transaction }: Scene, items: readonly Standing[]): Draft[] {
  const total = items.reduce((sum, standing) => sum + signed(standing), 0);
  if (items.length > 1 && total === transaction.cents) return [draft(items, 'amount_all_open')];
  const summands = items.map((standing) => ({ itemId: standing.item.itemId, cents: signed(standing) }));
  const { found, examined } = findCombinations(summands, transaction.cents);
  const chance = accidents(examined, items);
  return found.map((chosen) => {
    const ids = new Set(chosen.map(({ itemId }) => itemId));
    return draft(
      items.filter(({ item }) => ids.has(item.itemId)),
      'amount_sum',
      chance,
    );
  });
}

/** On account of the oldest: a suggestion where nothing fits. */
function onAccount({ transaction }: Scene, items: readonly Standing[]): Draft[] {
  const receivables = items.filter(({ item }) => item.kind === 'receivable');
  const open = receivables.reduce((sum, { openCents }) => sum + openCents, 0);
  if (receivables.length === 0) return [];
  const allocations = inOrder(receivables, transaction.cents);
  const used = new Set(allocations.map(({ itemId }) => itemId));
  const reached = receivables.filter(({ item }) => used.has(item.itemId));
  const isOver = open < transaction.cents;
  return [
    {
      ...draft(reached, isOver ? 'amount_over' : 'amount_partial'),
      allocations,
      unappliedCents: cents(isOver ? transaction.cents - open : 0),
    },
  ];
}

/** The payer's items of exactly the amount: what rivals an explanation by reference. */
export const explainByExactAmount = ({ book, transaction, payers }: Scene): Draft[] =>
  payers
    .flatMap(({ customerId }) => book.ofCustomer(customerId, transaction.currency))
    .filter(({ item, openCents }) => item.kind === 'receivable' && openCents === transaction.cents)
    .map((standing) => draft([standing], 'amount_exact'));

/** Whoever owes just that, where nobody is named. */
const elsewhere = ({ book, transaction }: Scene): Draft[] =>
  book
    .ofAmount(transaction.cents, transaction.currency, MOST_ELSEWHERE)
    .map((standing) => draft([standing], 'amount_exact'));

function ofCustomer(scene: Scene, customerId: CustomerId): Draft[] {
  const items = scene.book.ofCustomer(customerId, scene.transaction.currency).filter((item) => !isCrumb(item));
  return [...singles(scene, items), ...sums(scene, items)];
}

/** Every explanation that payer and amount give; on account of the oldest only where nothing else speaks. */
export function explainByAmount(scene: Scene): Draft[] {
  const own = scene.payers.flatMap(({ customerId }) => ofCustomer(scene, customerId));
  return [...own, ...elsewhere(scene)];
}

/** The oldest items of the likeliest payer: what a person would start from. */
export function explainOnAccount(scene: Scene): Draft[] {
  const [payer] = scene.payers;
  return payer ? onAccount(scene, scene.book.ofCustomer(payer.customerId, scene.transaction.currency)) : [];
}
