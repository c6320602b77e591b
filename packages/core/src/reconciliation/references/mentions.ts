// Mentions: where a text names open items, in any dress. Lists and numbers run together are read by their own files.
import { type Atom, atomsOf } from './atoms.ts';
import { amountsIn, datesIn } from './dates.ts';
import { listedAfter } from './lists.ts';
import type { Mention, MentionKind } from './mention.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { runTogether } from './run-together.ts';
import { isApart, likenessAt, STRONG_DIGITS, type Window, windowAt } from './windows.ts';

/**
 * What a text names; whether it also writes a number of the book's own kind that nobody has; whether it writes one of another length, or
 * calls figures an invoice that are none.
 */
export type Reading = Readonly<{
  atoms: readonly Atom[];
  mentions: readonly Mention[];
  namesUnknown: boolean;
  callsUnknown: boolean;
}>;

const STRONG_MIXED = 5;

const isStrong = ({ text, found }: Window): boolean => {
  if (found.some(({ kind }) => kind === 'tail')) return false;
  return text.length >= (/[A-Z]/.test(text) ? STRONG_MIXED : STRONG_DIGITS);
};

/** Before a number, these say what it is. */
const INVOICE_WORDS = new Set(
  'FACT FACTS FACTURE FACTURES FAC FACTUUR FACTURA FATTURA INVOICE INVOICES INV RECHNUNG RECHNUNGSNR RG'.split(' '),
);
const MARKS = new Set(['N', 'NO', 'NR', 'NUM', 'NUMERO', 'NUMBER']);

/** Whether the word invoice stands before an atom, with or without a mark for number. */
function isCalledInvoice(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1]?.text ?? '';
  return INVOICE_WORDS.has(before) || (MARKS.has(before) && INVOICE_WORDS.has(atoms[at - 2]?.text ?? ''));
}

const SHORTEST_CALLED = 3;
const YEAR = /^(?:19|20)\d{2}$/;

/** Figures that the text calls an invoice; a year only where more figures follow it. */
function isCalledNumber(atoms: readonly Atom[], at: number): boolean {
  const [here, next] = [atoms[at], atoms[at + 1]];
  if (!here?.isDigits || here.text.length < SHORTEST_CALLED || !isCalledInvoice(atoms, at)) return false;
  if (!YEAR.test(here.text)) return true;
  return next?.isDigits === true && next.text.length >= SHORTEST_CALLED && !isApart(here, next);
}

const kindOf = (window: Window, atoms: readonly Atom[]): MentionKind => {
  if (!isStrong(window)) return isCalledInvoice(atoms, window.first) ? 'listed' : 'short';
  return window.isDoubtful ? 'doubtful' : 'strong';
};

/** What begins at an atom. A number in other zeros gives way to one exactly written inside it. */
function bestAt(atoms: readonly Atom[], at: number, index: ReferenceIndex): Window | null {
  const window = windowAt(atoms, at, index);
  if (!window?.isDoubtful) return window;
  const inside = windowAt(atoms, at + 1, index);
  return inside && !inside.isDoubtful && inside.last === window.last ? null : window;
}

const overlaps = (a: Mention['span'], b: Mention['span']): boolean => a.from < b.to && b.from < a.to;

/** Every mention in a text, from left to right, without overlap. */
export function readMentions(text: string, index: ReferenceIndex): Reading {
  const atoms = atomsOf(text);
  const dates = datesIn(text);
  const amounts = amountsIn(text);
  const mentions: Mention[] = [];
  let [namesUnknown, callsUnknown] = [false, false];
  const isIn = (spans: readonly Mention['span'][], { from, to }: Mention['span']): boolean =>
    spans.some((one) => one.from <= from && to <= one.to);
  const add = ({ first, last, found, text: key }: Window, kind: MentionKind) => {
    const span = { from: atoms[first]?.from ?? 0, to: atoms[last]?.to ?? 0 };
    // Called an invoice, 2026-12 is a number; the sum that was paid is none, whatever stands before it.
    if (isIn(amounts, span) || (isIn(dates, span) && !isCalledInvoice(atoms, first))) return;
    mentions.push({ itemIds: found.map(({ itemId }) => itemId), kind, span, key });
  };
  const isUnknownInvoice = (at: number): boolean =>
    isCalledNumber(atoms, at) && ![...dates, ...amounts].some((one) => overlaps(one, atoms[at]!));
  for (let at = 0; at < atoms.length; at++) {
    const window = bestAt(atoms, at, index);
    if (!window) {
      const atom = atoms[at];
      const run = atom && runTogether(atom, index);
      if (run) mentions.push(...run);
      else {
        const likeness = likenessAt(atoms, at, index);
        namesUnknown ||= likeness === 'shape';
        callsUnknown ||= likeness === 'outline' || isUnknownInvoice(at);
      }
      continue;
    }
    const kind = kindOf(window, atoms);
    add(window, kind);
    at = window.last;
    for (const listed of listedAfter(atoms, window, index)) {
      add(listed, kind === 'strong' || kind === 'listed' ? 'listed' : 'short');
      at = listed.last;
    }
  }
  return { atoms, mentions, namesUnknown, callsUnknown };
}
