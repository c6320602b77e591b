// Values with a closed vocabulary: kinds, languages, roles, identifiers, countries. Each reader gives null for what it does not know.
import type { ContactRole, CustomerKind, Language } from '@quittance/core/parties';
import { isIban, isSiren, isSiret } from '@quittance/core/parties';
import { plainHeader } from './columns.ts';

const among =
  <T extends string>(words: Readonly<Record<T, string>>) =>
  (text: string): T | null => {
    const plain = plainHeader(text);
    const found = (Object.entries(words) as [T, string][]).find(([, list]) => list.split(' ').includes(plain));
    return found ? found[0] : null;
  };

/** business, consumer or public. */
export const readCustomerKind = among<CustomerKind>({
  business: 'business b2b entreprise professionnel pro societe company',
  consumer: 'consumer b2c particulier individual personne',
  public: 'public b2g administration collectivite secteurpublic etat publicbody',
});

/** fr or en. */
export const readLanguage = among<Language>({
  fr: 'fr frfr fra francais french france',
  en: 'en engb enus eng anglais english',
});

/** invoice or credit note. */
export const readInvoiceKind = among<'invoice' | 'credit_note'>({
  invoice: 'invoice facture fac fact f fa inv 380 vente facturedevente',
  credit_note: 'creditnote avoir av a cn 381 notedecredit credit credite facturedavoir',
});

const ROLES = among<ContactRole>({
  billing: 'billing facturation compta comptabilite accounting accountspayable fournisseurs',
  reminders: 'reminders relance relances dunning recouvrement',
  disputes: 'disputes litige litiges dispute',
  formal_notice: 'formalnotice miseendemeure juridique legal',
  decision: 'decision decideur direction gerant dirigeant manager decisionmaker',
});

/** Roles separated by spaces, commas or slashes; null when one of them is unknown. */
export function readRoles(text: string): readonly ContactRole[] | null {
  const roles = text
    .split(/[\s,/+|]+/)
    .filter((word) => word !== '')
    .map((word) => ROLES(word));
  return roles.some((role) => role === null) ? null : ([...new Set(roles)] as ContactRole[]);
}

const compact = (text: string): string => text.replace(/[\s\u00a0\u202f.]/g, '').toUpperCase();

/** Nine digits with their key, from a SIREN or a SIRET. */
export function readSiren(text: string): string | null {
  const digits = compact(text).padStart(9, '0');
  if (isSiren(digits)) return digits;
  return isSiret(digits) ? digits.slice(0, 9) : null;
}

/** An IBAN without spaces, its key checked. */
export const readIban = (text: string): string | null => (isIban(text) ? compact(text) : null);

/** An address with one @ and a dotted domain; no more can be told without writing to it. */
export function readEmail(text: string): string | null {
  const email = text.replace(/^mailto:/i, '').trim();
  return email.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email) ? email : null;
}

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', $: 'USD', '£': 'GBP' };

/** ISO 4217 code, also from € $ £. */
export function readCurrency(text: string): string | null {
  const code = text.toUpperCase();
  return SIGNS[code] ?? (/^[A-Z]{3}$/.test(code) ? code : null);
}

const COUNTRIES = among<string>({
  FR: 'fr fra france metropole francemetropolitaine',
  BE: 'be bel belgique belgium',
  CH: 'ch che suisse switzerland',
  LU: 'lu lux luxembourg',
  DE: 'de deu allemagne germany deutschland',
  ES: 'es esp espagne spain',
  IT: 'it ita italie italy',
  GB: 'gb gbr uk royaumeuni angleterre unitedkingdom greatbritain',
  NL: 'nl nld paysbas netherlands hollande',
  PT: 'pt prt portugal',
  MC: 'mc mco monaco',
  US: 'us usa etatsunis unitedstates',
});

/** ISO 3166-1 alpha-2; names of neighbours are known, other two-letter codes pass. */
export function readCountry(text: string): string | null {
  const known = COUNTRIES(text);
  if (known) return known;
  return /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null;
}
