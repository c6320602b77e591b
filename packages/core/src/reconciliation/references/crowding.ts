// Crowding: how many of the numbers one slip away from a written one are open as well. In a dense series a slip names another invoice.
import type { ReferenceIndex } from './reference-index.ts';

const LAST_FIGURES = 4;
/** Another figure in a place: two of the nine, far from each other. */
const OTHER = [1, 4];

/** Numbers one slip away: a figure changed, two neighbours swapped, among the last ones. */
function slipsOf(text: string): string[] {
  const slips: string[] = [];
  for (let at = text.length - 1; at >= Math.max(0, text.length - LAST_FIGURES); at--) {
    const figure = Number(text[at]);
    if (Number.isNaN(figure)) break;
    for (const step of OTHER) slips.push(`${text.slice(0, at)}${(figure + step) % 10}${text.slice(at + 1)}`);
    const [before, here] = [text[at - 1], text[at]];
    if (before !== undefined && before !== here && /\d/.test(before))
      slips.push(`${text.slice(0, at - 1)}${here}${before}${text.slice(at + 1)}`);
  }
  return slips;
}

/** Share of the slips of a number that are numbers of the book, 0 to 1. */
export function crowdingOf(text: string, index: ReferenceIndex): number {
  const slips = slipsOf(text);
  if (slips.length === 0) return 0;
  return slips.filter((slip) => index.find(slip).some(({ kind }) => kind !== 'tail')).length / slips.length;
}
