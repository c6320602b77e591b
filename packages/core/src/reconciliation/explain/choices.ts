// Choices: a piece of text that may mean several numbers means the one with which the whole text makes the amount.
import type { Evidence, TextSpan } from '../decision.ts';
import { type Standing, signed } from '../shelf.ts';

/** A piece of text and what it may mean: each meaning is one item, or the terms of one invoice. */
export type Choice = Readonly<{
  span: TextSpan | null;
  evidence: Evidence;
  crowded: number;
  meanings: readonly (readonly Standing[])[];
}>;

type Resolved = Readonly<{
  span: TextSpan | null;
  evidence: Evidence;
  crowded: number;
  standings: readonly Standing[];
}>;

/** Beyond so many readings of one text nobody could say which was meant. */
const MOST_READINGS = 64;

const sumOf = (standings: readonly Standing[]): number => standings.reduce((sum, one) => sum + signed(one), 0);

/** The readings of all open choices that make the amount; a reading is one meaning for each choice. */
function readingsThatFit(open: readonly Choice[], rest: number): (readonly Standing[])[][] {
  let readings: { chosen: (readonly Standing[])[]; sum: number }[] = [{ chosen: [], sum: 0 }];
  for (const { meanings } of open) {
    readings = readings.flatMap(({ chosen, sum }) =>
      meanings.map((one) => ({ chosen: [...chosen, one], sum: sum + sumOf(one) })),
    );
    if (readings.length > MOST_READINGS) return [];
  }
  return readings.filter(({ sum }) => sum === rest).map(({ chosen }) => chosen);
}

/** What each piece of text means; what stays open after all is left out. */
export function resolveChoices(choices: readonly Choice[], received: number): Resolved[] {
  const open = choices.filter(({ meanings }) => meanings.length > 1);
  const sure = choices.filter(({ meanings }) => meanings.length === 1);
  const items = new Map(sure.flatMap(({ meanings: [one] }) => one ?? []).map((one) => [one.item.itemId, one]));
  const fitting = open.length > 0 ? readingsThatFit(open, received - sumOf([...items.values()])) : [];
  const [only] = fitting.length === 1 ? fitting : [];
  return choices.flatMap(({ span, evidence, crowded, meanings }) => {
    if (meanings.length === 1) return [{ span, evidence, crowded, standings: meanings[0] ?? [] }];
    const chosen = only?.[open.findIndex((choice) => choice.meanings === meanings)] ?? alone(meanings, received);
    return chosen ? [{ span, evidence, crowded, standings: chosen }] : [];
  });
}

/** The only meaning of which the very amount was paid. */
function alone(meanings: Choice['meanings'], received: number): readonly Standing[] | null {
  const fitting = meanings.flat().filter(({ openCents }) => openCents === received);
  return fitting.length === 1 ? fitting : null;
}
