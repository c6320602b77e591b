// The labelled sets by name: books of our own in three numberings, and sets from outside where they are present.
import { generatedSet } from './generated.mjs';
import { labelledSet } from './labelled.mjs';
import { letteredSet } from './lettered.mjs';

const OPEN_A_MOVEMENT = 10;

/** Every set there is; those from outside that are absent are told to `onAbsent`. */
export function setsOf(movements, onAbsent) {
  const own = ['long', 'short', 'digits'].map((numbering, index) => [
    `own, ${numbering} numbers`,
    generatedSet(movements, movements * OPEN_A_MOVEMENT, { seed: 7 + index, numbering }),
  ]);
  const outside = [
    ['payments to invoices', labelledSet()],
    ['lettered books', letteredSet()],
  ];
  for (const [name, set] of outside) if (!set) onAbsent(name);
  return [...own, ...outside.filter(([, set]) => set)];
}
