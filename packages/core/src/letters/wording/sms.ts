// SMS: text kept inside the GSM 7-bit alphabet (3GPP TS 23.038), where three parts hold 459 characters instead of 201.

/** Septets in three concatenated parts of 153 (3GPP TS 23.040, 8-bit reference). */
export const SMS_LIMIT = 459;

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';
const REPLACED: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
  œ: 'oe',
  Œ: 'OE',
  '\t': ' ',
};

const toGsm = (char: string): string => {
  if (BASIC.includes(char) || EXTENDED.includes(char)) return char;
  const replaced = REPLACED[char];
  if (replaced !== undefined) return replaced;
  const bare = char.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== '' && [...bare].every((c) => BASIC.includes(c)) ? bare : '?';
};

/** The text in GSM characters: typographic signs made plain, accents GSM lacks dropped (ê → e), the rest "?". */
export const toSmsText = (text: string): string =>
  [...text]
    .map(toGsm)
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/" (.*?) "/g, '"$1"')
    .trim();

/** Length on the air: characters of the extension table (€ and brackets) count twice. */
export const smsLength = (text: string): number =>
  [...text].reduce((n, char) => n + (EXTENDED.includes(char) ? 2 : 1), 0);
