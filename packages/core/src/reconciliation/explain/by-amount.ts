// Explanations by payer and amount: one item, all that is open, a combination; last, whoever owes just that.
import type { CustomerId } from '../../kernel/index.ts';
import { cents, type Day } from '../../kernel/index.ts';
import { findCombinations } from '../amounts/combinations.ts';
import { findRuns } from '../amounts/runs.ts';
import type { Combinations } from '../amounts/summand.ts';
import { type Standing, signed } from '../shelf.ts';
import { type AmountEvidence, type Draft, inOrder, isCrumb, whole } from './draft.ts';
import type { Scene } from './scene.ts';
import { discounted, lessFees } from './settle.ts';

/** Where more than so many owe just that, the oldest of them. */
const MOST_ELSEWHERE = 50;
/** Amounts are not spread evenly: a tenth of the sums that could be written are. */
const SPREAD = 10;

const draft = (items: readonly Standing[], amount: AmountEvidence, chance = 0): Draft => ({
  allocations: whole(items),
  items,
  amount,
  references: [],
  crowded: 0,
  isFilled: true,
  isWholeText: true,
  chance,
  isContested: false,
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

/** Nobody pays by its amount what was not issued yet. */
const isIssued = ({ item }: Standing, { transaction }: Scene): boolean =>
  !item.issuedOn || item.issuedOn <= transaction.bookedOn;

function singles({ transaction, policy }: Scene, items: readonly Standing[]): Draft[] {
  const received = { cents: transaction.cents, on: transaction.bookedOn };
  return items.flatMap((standing) => {
    if (standing.item.kind !== 'receivable' || standing.openCents < received.cents) return [];
    if (standing.openCents === received.cents) return [draft([standing], 'amount_exact')];
    const settlement = discounted([standing], received) ?? lessFees([standing], { received, policy });
    if (!settlement) return [];
    return [{ ...draft([standing], settlement.amount), allocations: settlement.allocations }];
  });
}

/** So many documents in a row are no accident. */
const LONG_RUN = 6;

/**
 * Whether one of the chosen could be another of the same amount: a tie, however it was found. In a long run one that is due later is none:
 * of equal debts money goes to the oldest (art. 1342-10 C. civ.).
 */
function hasEqualLeft(chosen: readonly Standing[], items: readonly Standing[], isLongRun: boolean): boolean {
  const earliest = new Map<number, Day>();
  for (const one of items) {
    const known = earliest.get(signed(one));
    if (!chosen.includes(one) && (known === undefined || one.item.dueOn < known))
      earliest.set(signed(one), one.item.dueOn);
  }
  return chosen.some((one) => {
    const dueOn = earliest.get(signed(one));
    return dueOn !== undefined && !(isLongRun && dueOn > one.item.dueOn);
  });
}

/** Where one item is the amount, others that cancel out beside it explain nothing. */
const withoutCancelled = (drafts: readonly Draft[], amount: number): Draft[] =>
  drafts.filter((one) => !one.items.some((standing) => signed(standing) === amount));

/** Several that make the amount: all that is open, documents that follow each other, any others. */
function sums({ transaction }: Scene, items: readonly Standing[]): Draft[] {
  const total = items.reduce((sum, standing) => sum + signed(standing), 0);
  if (items.length > 1 && total === transaction.cents)
    return withoutCancelled([draft(items, 'amount_all_open')], total);
  const summands = items.map((standing) => ({ itemId: standing.item.itemId, cents: signed(standing) }));
  const asDrafts = ({ found, examined }: Pick<Combinations, 'found' | 'examined'>, longFrom: number) =>
    found.map((combination) => {
      const ids = new Set(combination.map(({ itemId }) => itemId));
      const chosen = items.filter(({ item }) => ids.has(item.itemId));
      const isContested = hasEqualLeft(chosen, items, chosen.length >= longFrom);
      return { ...draft(chosen, 'amount_sum', accidents(examined, items)), isContested };
    });
  const runs = asDrafts(findRuns(summands, transaction.cents), LONG_RUN);
  const others = asDrafts(findCombinations(summands, transaction.cents), Number.POSITIVE_INFINITY);
  return withoutCancelled([...runs, ...others], transaction.cents);
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
  payers.flatMap(({ customerId }) =>
    book
      .ofCustomerAmount(customerId, transaction.cents, transaction.currency)
      .map((standing) => draft([standing], 'amount_exact')),
  );

/** Whoever owes just that, where nobody is named. */
const elsewhere = (scene: Scene): Draft[] =>
  scene.book
    .ofAmount(scene.transaction.cents, scene.transaction.currency, MOST_ELSEWHERE)
    .filter((standing) => isIssued(standing, scene))
    .map((standing) => draft([standing], 'amount_exact'));

function ofCustomer(scene: Scene, customerId: CustomerId): Draft[] {
  const items = scene.book
    .ofCustomer(customerId, scene.transaction.currency)
    .filter((standing) => !isCrumb(standing) && isIssued(standing, scene));
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
