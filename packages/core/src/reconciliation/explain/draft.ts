// Drafts: explanations under construction, before they are weighed.
import { type Cents, cents } from '../../kernel/index.ts';
import type { Evidence, ProposedAllocation, TextSpan } from '../decision.ts';
import type { Standing } from '../shelf.ts';

/** How the amount agrees. */
export type AmountEvidence = Extract<Evidence, `amount_${string}`>;

/** An explanation with its evidence, unweighed. `chance`: expected number of combinations that fit by accident. */
export type Draft = Readonly<{
  allocations: readonly ProposedAllocation[];
  items: readonly Standing[];
  amount: AmountEvidence;
  references: readonly Evidence[];
  /** How crowded the numbers around those written are, 0 to 1. */
  crowded: number;
  /** Receivables that nothing in the text names are used. */
  isFilled: boolean;
  /** Everything that the text names is used. */
  isWholeText: boolean;
  chance: number;
  /** As good another way exists: a credit note or fees, one of two equal amounts. A person's to say. */
  isContested: boolean;
  unappliedCents: Cents;
  spans: readonly TextSpan[];
}>;

/** What rounding or fees left of an item says nothing about what somebody pays: 1 €. */
const CRUMB = 100;
export const isCrumb = ({ openCents }: Standing): boolean => openCents < CRUMB;

/** Every item in full. */
export const whole = (items: readonly Standing[]): ProposedAllocation[] =>
  items.map(({ item, openCents }) => ({ itemId: item.itemId, cents: cents(openCents) }));

/** Credit notes in full, then receivables in order until the money is used up. */
export function inOrder(items: readonly Standing[], received: number): ProposedAllocation[] {
  const credits = items.filter(({ item }) => item.kind === 'credit_note');
  let left = received + credits.reduce((sum, { openCents }) => sum + openCents, 0);
  const allocations = whole(credits);
  for (const { item, openCents } of items) {
    if (item.kind === 'credit_note' || left <= 0) continue;
    const part = Math.min(openCents, left);
    allocations.push({ itemId: item.itemId, cents: cents(part) });
    left -= part;
  }
  return allocations;
}

/** Whether what is missing is the discounts agreed on these items, to the cent. */
export const isDiscount = (items: readonly Standing[], missing: number): boolean =>
  missing > 0 && items.reduce((sum, { item }) => sum + (item.discount?.cents ?? 0), 0) === missing;

/**
 * Several invoices and not enough for all: which of them stays open is a person's to say, save among the terms of one invoice.
 * So is whether a discount taken too late is granted.
 */
export function isOpenChoice({ amount, items, allocations }: Draft): boolean {
  if (amount !== 'amount_partial') return false;
  const sumOf = (list: readonly Readonly<{ cents: number }>[]) => list.reduce((sum, { cents: part }) => sum + part, 0);
  const missing = sumOf(whole(items)) - sumOf(allocations);
  return new Set(items.map(({ item }) => `${item.customerId} ${item.number}`)).size > 1 || isDiscount(items, missing);
}

/** The same for whoever explains the same money with the same items. */
export const draftKey = ({ allocations }: Draft): string =>
  allocations
    .map(({ itemId, cents: part }) => `${itemId}:${part}`)
    .sort()
    .join(' ');
