// Mentions: where a text names open items, in any dress. Lists and numbers run together are read by their own files.
import { type Atom, atomsOf } from './atoms.ts';
import { datesIn } from './dates.ts';
import { listedAfter } from './lists.ts';
import type { Mention, MentionKind } from './mention.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { runTogether } from './run-together.ts';
import { looksLikeNumber, STRONG_DIGITS, type Window, windowAt } from './windows.ts';

/** What a text names, and whether it also writes a number of the book's own kind that nobody has open. */
export type Reading = Readonly<{ atoms: readonly Atom[]; mentions: readonly Mention[]; namesUnknown: boolean }>;

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

/** Every mention in a text, from left to right, without overlap. */
export function readMentions(text: string, index: ReferenceIndex): Reading {
  const atoms = atomsOf(text);
  const dates = datesIn(text);
  const mentions: Mention[] = [];
  let namesUnknown = false;
  const isDate = ({ from, to }: Mention['span']): boolean => dates.some((date) => date.from <= from && to <= date.to);
  const add = ({ first, last, found, text: key }: Window, kind: MentionKind) => {
    const span = { from: atoms[first]?.from ?? 0, to: atoms[last]?.to ?? 0 };
    if (isDate(span)) return;
    mentions.push({ itemIds: found.map(({ itemId }) => itemId), kind, span, key });
  };
  for (let at = 0; at < atoms.length; at++) {
    const window = bestAt(atoms, at, index);
    if (!window) {
      const atom = atoms[at];
      mentions.push(...((atom && runTogether(atom, index)) ?? []));
      namesUnknown ||= looksLikeNumber(atoms, at, index);
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
  return { atoms, mentions, namesUnknown };
}
