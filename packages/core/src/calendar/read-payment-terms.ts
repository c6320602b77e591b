// Reads payment terms as people write them, in French and English: words become symbols, a few shapes of symbols are known.
// Anything left over refuses the whole: "30 jours ouvrés" is not 30 days, and two instalments are not one.
import { ok, type Result, refuse } from '../kernel/index.ts';
import { CASH, type PaymentTerms } from './payment-terms.ts';

/** Why terms could not be read. `seen` is what was written. */
export type PaymentTermsRefusal = Readonly<{ code: 'payment_terms_unreadable'; seen: string }>;

// D days, M months, E end of month, T end of ten days, B after, L on the day, N of the next month, I issue, R receipt, C cash.
const VOCABULARY: readonly (readonly [RegExp, string])[] = [
  [/\b(?:fin (?:du |de |de la )?(?:mois|m)|fdm|fm|eom|end (?:of )?(?:the )?month|month end)\b/g, 'E'],
  [/\b(?:fin (?:de |de la )?decade|fdd|end (?:of )?(?:the )?(?:decade|(?:10|ten) days? period))\b/g, 'T'],
  [/\b(?:(?:du|au|of the|of) )?(?:mois suivant|mois prochain|(?:following|next) month)\b/g, 'N'],
  [/\b(?:de |a |la )*(?:date )?(?:de |d )?(?:la )?(?:facture|facturation|emission)(?: de(?: la)? facture)?\b/g, 'I'],
  [/\b(?:ddf|df|(?:from )?(?:the )?(?:invoice date|date of (?:the )?invoice|date of issue|issue date))\b/g, 'I'],
  [/\b(?:date )?(?:de )?(?:la )?(?:reception|livraison)(?: (?:de |des |d )?(?:la |votre )?(?:I|marchandises?))?/g, 'R'],
  [/\b(?:receipt|delivery)(?: of (?:the )?(?:invoice|goods))?\b/g, 'R'],
  [/\b(?:comptant|immediat|immediatement|immediate|immediately|cash|due now)\b/g, 'C'],
  [/\b(?:jours?|jrs?|jour|days?|j|d)\b/g, 'D'],
  [/\b(?:mois|months?)\b/g, 'M'],
  [/\b(?:apres|a compter|a partir|after|from|puis|then|plus)\b/g, 'B'],
  [/\b(?:le|on the|on)(?= \d)/g, 'L'],
  [/(\d) ?(?:st|nd|rd|th|er|eme)\b/g, '$1'],
  [
    /\b(?:net|nets|n|paiement|payment|payable|reglement|echeance|terms?|due|sous|within|in|calendaires?|calendar)\b/g,
    '',
  ],
  [
    /\b(?:par |by )?(?:virement|cheque|prelevement|lcr|traite|bank transfer|transfer|check|direct debit)(?: sepa| bancaire)?\b/g,
    '',
  ],
  [/\b(?:a|au|aux|de|du|des|d|la|le|the|of|upon|on|at)\b/g, ''],
];

/** "30JFDM15" → "30 j fdm 15": accounting packages glue codes together. */
const unglue = (text: string): string =>
  text
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .replace(/\bj(fdm|fm|fdd|df|ddf|net|n)\b/g, 'j $1');

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/^\s*-\s*(?=\d)/, 'minus ')
    .replace(/(?<=\d)[.,](?=\d)/g, ' decimal ')
    .replace(/[\s.,;:'’()/_-]+/g, ' ')
    .trim();

const symbols = (text: string): string => {
  let read = unglue(plain(text));
  for (const [words, symbol] of VOCABULARY) read = read.replace(words, symbol);
  return read.replace(/\s+/g, ' ').trim();
};

const LONGEST_DAYS = 366;
const LONGEST_MONTHS = 12;
const LAST_DAY_OF_MONTH = 31;

type Parts = Readonly<Record<string, string | undefined>>;
const whole = (text: string | undefined): number => Number(text ?? '0');

// Count first, then perhaps a period end, then more days, then a day of the month.
const COUNT = '(?:(?<count>\\d+)(?!\\d| N)(?: (?<unit>[DM]))?)?';
const ON_DAY = '(?: ?(?:L (?<on>\\d+)(?<in> N)?|(?<onNext>\\d+) N))?';
const END = '(?: ?(?<end>[ET])(?: (?:B )?(?<after>\\d+)(?!\\d| N)(?: D)?)?)?';
const COUNT_THEN_END = new RegExp(`^${COUNT}${END}${ON_DAY}$`);
const END_THEN_COUNT = /^(?<after>\d+)(?: D)? B (?<end>[ET])$/;

const fromParts = (parts: Parts, from: PaymentTerms['from']): PaymentTerms => {
  const inMonths = parts.unit === 'M';
  const on = parts.on ?? parts.onNext;
  return {
    from,
    months: inMonths ? whole(parts.count) : 0,
    days: inMonths ? 0 : whole(parts.count),
    periodEnd: parts.end === 'E' ? 'month' : parts.end === 'T' ? 'ten_days' : 'none',
    daysAfter: whole(parts.after),
    dayOfMonth: on === undefined ? null : whole(on),
    // "Fin de mois le 10" has always meant the 10th of the month after.
    dayOfMonthIn:
      parts.end === 'E' || parts.in !== undefined || parts.onNext !== undefined ? 'following_month' : 'next',
  };
};

const isSensible = (terms: PaymentTerms): boolean =>
  terms.days <= LONGEST_DAYS &&
  terms.daysAfter <= LONGEST_DAYS &&
  terms.months <= LONGEST_MONTHS &&
  (terms.dayOfMonth === null || (terms.dayOfMonth >= 1 && terms.dayOfMonth <= LAST_DAY_OF_MONTH));

const readSymbols = (read: string): PaymentTerms | null => {
  if (read === 'C' || read === 'I' || read === 'C R' || read === 'R')
    return { ...CASH, from: read.endsWith('R') ? 'receipt' : 'issue' };
  const from = read.includes('R') ? 'receipt' : 'issue';
  const moves = read.replace(/ ?(?:B )?[IR]\b/g, '').trim();
  const parts = (END_THEN_COUNT.exec(moves) ?? COUNT_THEN_END.exec(moves))?.groups;
  return parts && moves !== '' ? fromParts(parts, from) : null;
};

/**
 * Reads terms written in French or English: "30", "30 jours net", "45 jours fin de mois", "fin de mois 45 jours", "30J FDM le 10",
 * "fin de décade", "10 du mois suivant", "comptant", "à réception", "net 30", "60 days end of month".
 * Order decides between the two computations of end of month; "après" reverses it ("45 jours après fin de mois").
 * Refuses with `payment_terms_unreadable` what it does not understand whole: worked days, instalments, cash discounts.
 */
export function parsePaymentTerms(text: string): Result<PaymentTerms, PaymentTermsRefusal> {
  const terms = readSymbols(symbols(text));
  return terms && isSensible(terms) ? ok(terms) : refuse({ code: 'payment_terms_unreadable', seen: text });
}
