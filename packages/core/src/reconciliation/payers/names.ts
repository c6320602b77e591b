// Names as banks write them: upper case, cut, without accents, with or without the legal form.
import { plain } from '../references/atoms.ts';

/** Legal forms and words that tell nobody apart. */
const EMPTY_WORDS = new Set(
  (
    'SA SAS SASU SARL EURL SCI SNC SCOP SELARL EI EIRL GIE ASSOCIATION STE SOCIETE ETS ETABLISSEMENTS CIE COMPANY CO LTD LIMITED LLC INC CORP GMBH AG BV NV SPA SRL PLC ' +
    'MR MME M MLLE MONSIEUR MADAME ET AND DE DU DES LA LE LES L D A AU AUX THE OF Y UND E'
  ).split(' '),
);

/** The words of a name that tell it apart; all of them where none does. */
export function nameWords(name: string): string[] {
  const words = plain(name)
    .replace(/[.'’]/g, '')
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** A name as one key, words in their order. */
export const nameKey = (name: string): string => nameWords(name).join(' ');

/** The same of a name that may be cut: a legal form of which only the beginning is left is none of its words. */
export function cutKey(name: string): string {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  const isCutForm = words.length > 1 && last.length > 1 && [...EMPTY_WORDS].some((word) => word.startsWith(last));
  return (isCutForm ? words.slice(0, -1) : words).join(' ');
}

/** What of a bank's text stays the same from one payment to the next: its words without a figure. */
export const labelKey = (text: string): string =>
  nameWords(text)
    .filter((word) => !/\d/.test(word))
    .join(' ');
