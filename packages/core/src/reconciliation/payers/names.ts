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
