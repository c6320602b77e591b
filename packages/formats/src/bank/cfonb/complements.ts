// Complements of a movement (records 05): what the qualifier says each piece is.

/** What the 05 records of one movement add to it. */
export type Complements = {
  label: string[];
  counterpartyName: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
  creditorReference: string | null;
  mandateId: string | null;
};

export const noComplements = (): Complements => ({
  label: [],
  counterpartyName: null,
  counterpartyIban: null,
  endToEndId: null,
  creditorReference: null,
  mandateId: null,
});

const HALF = 35;
const isGiven = (text: string): boolean => text !== '' && text !== 'NOTPROVIDED';

const orNull = (text: string): string | null => (isGiven(text) ? text : null);

/** Adds a record: NPY and NBE name the other side, IPY and IBE identify it, LCC LC2 LCS REF are remittance, RCN is the end-to-end reference. */
export function addComplement(to: Complements, qualifier: string, data: string): void {
  const text = data.trim();
  if (!isGiven(text)) return;
  if (qualifier === 'NPY' || qualifier === 'NBE') to.counterpartyName ??= text;
  else if (qualifier === 'IPY' || qualifier === 'IBE') addParty(to, text);
  else if (qualifier === 'RCN') to.endToEndId ??= orNull(data.slice(0, HALF).trim());
  else if (qualifier === 'RUM') to.mandateId ??= orNull(data.slice(0, HALF).trim());
  else if (qualifier === 'CBE') to.counterpartyIban ??= text.replace(/\s/g, '');
  else {
    if (qualifier === 'LCS') to.creditorReference ??= text;
    to.label.push(text);
  }
}

/** The other side's identifier is often its IBAN. */
function addParty(to: Complements, text: string): void {
  const compact = text.replace(/\s/g, '');
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(compact)) to.counterpartyIban ??= compact;
  else to.label.push(text);
}
