// Postage list: one line per letter for the counter of the post office, safe to open in a spreadsheet.
import type { BatchLetter } from '@quittance/usecases/ports';

export type PostageLine = Readonly<{ letter: BatchLetter; pages: number; firstPage: number }>;

const HEADS = {
  fr: [
    'N°',
    'Référence',
    'Compte',
    'Destinataire',
    'Adresse',
    'Pages',
    'Envoi',
    'Première page',
    'N° de recommandé',
    'Posté le',
  ],
  en: [
    'No.',
    'Reference',
    'Account',
    'Recipient',
    'Address',
    'Pages',
    'Mail',
    'First page',
    'Registered no.',
    'Posted on',
  ],
};
const MAIL = { fr: ['Recommandé AR', 'Ordinaire'], en: ['Registered', 'Ordinary'] };

/** A text that begins like a formula gets an apostrophe, as spreadsheets expect; quotes are doubled. */
const field = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** How a letter travels, in words. */
export const mailKind = (letter: BatchLetter, language: 'fr' | 'en'): string =>
  MAIL[language][letter.registered ? 0 : 1] ?? '';

/** Semicolons, CR LF, UTF-8 with BOM; the last two columns are left to fill at the counter. */
export function renderPostageCsv(lines: readonly PostageLine[], language: 'fr' | 'en'): string {
  const rows = lines.map(({ letter, pages, firstPage }, i) => [
    i + 1,
    letter.reference,
    letter.customerRef,
    letter.customerName,
    letter.addressLines.join(', '),
    pages,
    mailKind(letter, language),
    firstPage,
    '',
    '',
  ]);
  return `\uFEFF${[HEADS[language], ...rows].map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;
}
