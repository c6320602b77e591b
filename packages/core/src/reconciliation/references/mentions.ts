// Mentions: where a text names open items, in any dress, and lists that name the prefix once (`F118 119 et 122`).
import type { TextSpan } from '../decision.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { spellings } from './keys.ts';
import { type Found, LONGEST_KEY, type ReferenceIndex } from './reference-index.ts';

/** How a mention was read: `strong` a number nobody writes by chance; `listed` by the prefix before it; `short` what might be chance. */
export type MentionKind = 'strong' | 'listed' | 'short';

/** A piece of text that names one item, or several that bear the same number. */
export type Mention = Readonly<{ itemIds: readonly number[]; kind: MentionKind; span: TextSpan }>;

const MOST_ATOMS = 10;
const WIDEST_GAP = 3;
/** Written together with a number, or between two, without meaning anything. */
const LINKS = new Set(
  'ET AND UND Y E A N NO NR NUM FACT FACTS FACTURE FACTURES FAC FA INV INVOICE INVOICES REF REFS RECHNUNG F'.split(' '),
);
const STRONG_MIXED = 5;
const STRONG_DIGITS = 6;

type Window = Readonly<{ first: number; last: number; text: string; found: readonly Found[] }>;

const isStrong = (key: string, found: readonly Found[]): boolean => {
  if (found.some(({ kind }) => kind === 'tail')) return false;
  return key.length >= (/[A-Z]/.test(key) ? STRONG_MIXED : STRONG_DIGITS);
};

/** The longest known key that begins at an atom. */
function windowAt(atoms: readonly Atom[], first: number, index: ReferenceIndex): Window | null {
  let best: Window | null = null;
  for (let last = first; last < Math.min(atoms.length, first + MOST_ATOMS); last++) {
    const [here, before] = [atoms[last], atoms[last - 1]];
    if (!here || (last > first && before && here.from - before.to > WIDEST_GAP)) break;
    const run = atoms.slice(first, last + 1);
    const [raw, bare] = spellings(run);
    if (raw.length > LONGEST_KEY + MOST_ATOMS) break;
    for (const text of raw === bare ? [raw] : [raw, bare]) {
      const found = index.find(text);
      // A tail is meant only where it stands alone among other characters.
      const meant = last === first ? found : found.filter(({ kind }) => kind !== 'tail');
      if (meant.length > 0) best = { first, last, text, found: meant };
    }
  }
  return best;
}

/** Numbers that follow a mention and replace the end of it: `F118 119 et 122`. */
function listedAfter(atoms: readonly Atom[], mention: Window, index: ReferenceIndex): Window[] {
  const listed: Window[] = [];
  for (let at = mention.last + 1; at < atoms.length; at++) {
    const atom = atoms[at];
    if (!atom) break;
    if (!atom.isDigits) {
      if (LINKS.has(atom.text)) continue;
      break;
    }
    if (
      atom.text.length >= mention.text.length ||
      windowAt(atoms, at, index)?.found.some(({ kind }) => kind === 'full')
    )
      break;
    const text = mention.text.slice(0, -atom.text.length) + atom.text;
    const found = index.find(text).filter(({ kind }) => kind !== 'tail');
    if (found.length === 0) break;
    listed.push({ first: at, last: at, text, found });
  }
  return listed;
}

const SHORTEST_RUN = 2 * STRONG_DIGITS;
const LONGEST_RUN = 120;

/** Numbers that were run together: digits that known numbers fill without a gap, each in full. Null where they do not. */
function runTogether(atom: Atom, index: ReferenceIndex): Mention[] | null {
  const { text, from } = atom;
  if (!atom.isDigits || text.length < SHORTEST_RUN || text.length > LONGEST_RUN) return null;
  const tiled = (at: number): Mention[] | null => {
    if (at === text.length) return [];
    for (let end = at + STRONG_DIGITS; end <= Math.min(text.length, at + LONGEST_KEY); end++) {
      const found = index.find(text.slice(at, end)).filter(({ kind }) => kind !== 'tail');
      const rest = found.length > 0 ? tiled(end) : null;
      if (rest === null) continue;
      const span = { from: from + at, to: from + end };
      return [{ itemIds: found.map(({ itemId }) => itemId), kind: 'strong', span }, ...rest];
    }
    return null;
  };
  return tiled(0);
}

/** Every mention in a text, from left to right, without overlap. */
export function findMentions(text: string, index: ReferenceIndex): Mention[] {
  const atoms = atomsOf(text);
  const mentions: Mention[] = [];
  const add = (window: Window, kind: MentionKind) => {
    const [first, last] = [atoms[window.first], atoms[window.last]];
    if (!first || !last) return;
    mentions.push({
      itemIds: window.found.map(({ itemId }) => itemId),
      kind,
      span: { from: first.from, to: last.to },
    });
  };
  for (let at = 0; at < atoms.length; at++) {
    const window = windowAt(atoms, at, index);
    if (!window) {
      const atom = atoms[at];
      mentions.push(...((atom && runTogether(atom, index)) ?? []));
      continue;
    }
    const strong = isStrong(window.text, window.found);
    add(window, strong ? 'strong' : 'short');
    at = window.last;
    for (const listed of listedAfter(atoms, window, index)) {
      add(listed, strong ? 'listed' : 'short');
      at = listed.last;
    }
  }
  return mentions;
}
