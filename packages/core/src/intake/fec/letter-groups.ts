// Letter groups: what the books lettered together, taken apart by lettering day where a code is used again in the year.
import type { Cents, Day } from '../../kernel/index.ts';

/** A lettered line: its signed amount and the day it was lettered. */
export type LetteredLine = Readonly<{ cents: Cents; letteredOn: Day | null }>;

const balanceOf = (lines: readonly LetteredLine[]): number => lines.reduce((sum, line) => sum + line.cents, 0);

/**
 * Splits the lines of one customer and code by lettering day: a day whose lines balance is a group of its own, what remains is
 * one more. A code met once, or never dated, stays whole.
 */
export function splitLetterGroup<L extends LetteredLine>(lines: readonly L[]): L[][] {
  const days = new Map<Day | null, L[]>();
  for (const line of lines) {
    const ofDay = days.get(line.letteredOn);
    if (ofDay) ofDay.push(line);
    else days.set(line.letteredOn, [line]);
  }
  if (days.size <= 1) return [[...lines]];
  const apart = [...days.entries()]
    .filter(([on, ofDay]) => on !== null && balanceOf(ofDay) === 0)
    .map(([, ofDay]) => ofDay);
  const taken = new Set(apart.flat());
  const rest = lines.filter((line) => !taken.has(line));
  return rest.length > 0 ? [...apart, rest] : apart;
}

/** The day of a group's allocations: its latest lettering day, else the latest day of its lines. */
export function letteringDay(lines: readonly Readonly<{ letteredOn: Day | null; on: Day }>[]): Day {
  let lettered: Day | null = null;
  let latest = lines[0]!.on;
  for (const line of lines) {
    if (line.letteredOn !== null && (lettered === null || line.letteredOn > lettered)) lettered = line.letteredOn;
    if (line.on > latest) latest = line.on;
  }
  return lettered ?? latest;
}
