// What a told story leaves open today: needed to scale the crowd around it.
import type { Day } from '@quittance/core/kernel';
import type { ToldStory } from './tell-story.ts';

/** Cents not due and cents overdue that a story adds, net of its credits and receipts (which reduce the overdue part). */
export function openOfStory(story: ToldStory, today: Day): Readonly<{ notDueCents: number; overdueCents: number }> {
  let notDueCents = 0;
  let overdueCents = 0;
  for (const sale of story.trade.sales)
    for (const term of sale.terms) {
      if (sale.kind === 'credit_note') overdueCents -= term.cents;
      else if (term.dueOn >= today) notDueCents += term.cents;
      else overdueCents += term.cents;
    }
  for (const receipt of story.trade.receipts) overdueCents -= receipt.cents;
  return { notDueCents, overdueCents };
}
