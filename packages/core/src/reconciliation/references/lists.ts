// Lists that name the prefix once: `F118 119 et 122`. Figures after a number take the place of its end, or of its last group.
import { type Atom, withoutZeros } from './atoms.ts';
import type { Found } from './key-table.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { STRONG_DIGITS, type Window, windowAt } from './windows.ts';

/** Written together with a number, or between two, without meaning anything. */
const LINKS = new Set(
  'ET AND UND Y E A N NO NR NUM NUMERO FACT FACTS FACTURE FACTURES FAC FA F INV INVOICE INVOICES REF REFS RECHNUNG'.split(
    ' ',
  ),
);

const ENDS_IN_DIGITS = /\d+$/;

/** Items whose number the figures complete: in place of as many at the end, and in place of the whole last group. */
function completed(mention: Window, figures: string, index: ReferenceIndex): Found[] {
  const head = mention.text.replace(ENDS_IN_DIGITS, '');
  const texts = new Set([head + figures, head + withoutZeros(figures)]);
  if (figures.length < mention.text.length) texts.add(mention.text.slice(0, -figures.length) + figures);
  const found = new Map<number, Found>();
  for (const text of texts) for (const one of index.find(text)) if (one.kind !== 'tail') found.set(one.itemId, one);
  return [...found.values()];
}

/** A whole number of its own begins here: no end of the one before. */
function beginsNumber(atoms: readonly Atom[], at: number, index: ReferenceIndex): boolean {
  const window = windowAt(atoms, at, index);
  const isWhole = window?.found.some(({ kind }) => kind === 'full') && window.text.length >= STRONG_DIGITS;
  if (window !== null && (window.last > at || isWhole)) return true;
  // Letters written onto figures are a prefix.
  const [here, next] = [atoms[at], atoms[at + 1]];
  return here?.isDigits === false && next?.isDigits === true && next.from === here.to;
}

/** The numbers that follow a mention and share its prefix. */
export function listedAfter(atoms: readonly Atom[], mention: Window, index: ReferenceIndex): Window[] {
  const listed: Window[] = [];
  for (let at = mention.last + 1; at < atoms.length; at++) {
    const atom = atoms[at];
    if (!atom || beginsNumber(atoms, at, index)) break;
    if (!atom.isDigits) {
      if (LINKS.has(atom.text)) continue;
      break;
    }
    if (atom.text.length > mention.text.length) break;
    const found = completed(mention, atom.text, index);
    if (found.length === 0) break;
    const text = mention.text.slice(0, -atom.text.length) + atom.text;
    listed.push({ first: at, last: at, text, isDoubtful: false, found });
  }
  return listed;
}
