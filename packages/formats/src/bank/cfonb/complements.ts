// Complements of a movement (records 05): what the qualifier says each piece is.
import type { OriginalAmount } from '@quittance/core/intake';
import { scaledCents } from './amount.ts';

/** What the 05 records of one movement add to it. */
export type Complements = {
  label: string[];
  counterpartyName: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
  creditorReference: string | null;
  mandateId: string | null;
  original: OriginalAmount | null;
};

export const noComplements = (): Complements => ({
  label: [],
  counterpartyName: null,
  counterpartyIban: null,
  endToEndId: null,
  creditorReference: null,
  mandateId: null,
  original: null,
});

const HALF = 35;
const isGiven = (text: string): boolean => text !== '' && text !== 'NOTPROVIDED';

const orNull = (text: string): string | null => (isGiven(text) ? text : null);

/** Adds a record: NPY and NBE name the other side, IPY and IBE identify it, LCC LC2 LCS REF are remittance, RCN is the end-to-end reference, MMO the amount as ordered. */
export function addComplement(to: Complements, qualifier: string, data: string): void {
  const text = data.trim();
  if (!isGiven(text)) return;
  if (qualifier === 'NPY' || qualifier === 'NBE') to.counterpartyName ??= text;
  else if (qualifier === 'IPY' || qualifier === 'IBE') addParty(to, text);
  else if (qualifier === 'RCN') to.endToEndId ??= orNull(data.slice(0, HALF).trim());
  else if (qualifier === 'RUM') to.mandateId ??= orNull(data.slice(0, HALF).trim());
  else if (qualifier === 'MMO') to.original ??= originalOf(data);
  else if (qualifier === 'CBE') to.counterpartyIban ??= text.replace(/\s/g, '');
  else {
    if (qualifier === 'LCS') to.creditorReference ??= text;
    to.label.push(text);
  }
}

/** MMO: currency (3), decimals (1), amount (14), then the rate of exchange. */
function originalOf(data: string): OriginalAmount | null {
  const [, currency = '', decimals = '', digits = ''] = /^([A-Z]{3})(\d)(\d{14})/.exec(data) ?? [];
  const amount = digits === '' ? null : scaledCents(Number(digits), Number(decimals));
  return amount === null || amount === 0 ? null : { cents: amount, currency };
}

/** The other side's identifier is often its IBAN. */
function addParty(to: Complements, text: string): void {
  const compact = text.replace(/\s/g, '');
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(compact)) to.counterpartyIban ??= compact;
  else to.label.push(text);
}
