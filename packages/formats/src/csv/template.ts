// Templates: the canonical header with two example rows, for people who fill a file by hand. Invented names.
import type { TableKind } from '@quittance/core/intake';
import type { Language } from '@quittance/core/parties';
import { COLUMNS } from '../table/index.ts';

type Example = Readonly<Record<string, string>>;

const CUSTOMERS: readonly Example[] = [
  {
    customer_ref: 'C0001',
    name: 'Menuiserie des Tilleuls',
    kind: 'business',
    email: 'compta@tilleuls.example',
    phone: '+33 1 99 00 00 01',
    address_line1: '12 rue des Tilleuls',
    postal_code: '75011',
    city: 'Paris',
    country: 'FR',
    language: 'fr',
    segment: 'PME',
    credit_limit: '15000.00',
    scenario: 'standard',
  },
  {
    customer_ref: 'C0002',
    name: 'Ville de Saint-Exemple',
    kind: 'public',
    email: 'finances@saint-exemple.example',
    address_line1: "1 place de l'Hôtel de Ville",
    postal_code: '33000',
    city: 'Saint-Exemple',
    country: 'FR',
    language: 'fr',
  },
];

const CONTACTS: readonly Example[] = [
  {
    customer_ref: 'C0001',
    name: 'Anne Lemoine',
    roles: 'billing reminders',
    email: 'anne@tilleuls.example',
    language: 'fr',
  },
  { customer_ref: 'C0002', name: 'Paul Garnier', roles: 'decision', phone: '+33 1 99 00 00 02', language: 'fr' },
];

const INVOICES: readonly Example[] = [
  {
    customer_ref: 'C0001',
    invoice_number: 'FA-2026-0001',
    kind: 'invoice',
    issued_on: '2026-01-15',
    due_on: '2026-02-14',
    gross: '1200.00',
    net: '1000.00',
    vat: '200.00',
    currency: 'EUR',
    sent_on: '2026-01-15',
    discount: '24.00',
    discount_until: '2026-01-25',
  },
  {
    customer_ref: 'C0001',
    invoice_number: 'AV-2026-0001',
    kind: 'credit_note',
    issued_on: '2026-01-20',
    due_on: '2026-01-20',
    gross: '120.00',
    net: '100.00',
    vat: '20.00',
    currency: 'EUR',
  },
];

const PAYMENTS: readonly Example[] = [
  {
    customer_ref: 'C0001',
    paid_on: '2026-02-16',
    amount: '1080.00',
    currency: 'EUR',
    method: 'transfer',
    reference: 'VIR 4411',
    invoice_numbers: 'FA-2026-0001',
  },
  {
    customer_ref: 'C0002',
    paid_on: '2026-02-20',
    amount: '350.00',
    currency: 'EUR',
    method: 'cheque',
    reference: 'CHQ 0012345',
  },
];

const BANK: readonly Example[] = [
  {
    booked_on: '2026-02-16',
    amount: '1080.00',
    value_on: '2026-02-16',
    currency: 'EUR',
    label: 'VIR MENUISERIE DES TILLEULS FA-2026-0001',
    counterparty_name: 'MENUISERIE DES TILLEULS',
    reference: 'VIR 4411',
  },
  {
    booked_on: '2026-02-18',
    amount: '-12.50',
    value_on: '2026-02-18',
    currency: 'EUR',
    label: 'FRAIS DE TENUE DE COMPTE',
  },
];

const EXAMPLES: Readonly<Record<TableKind, readonly Example[]>> = {
  customers: CUSTOMERS,
  contacts: CONTACTS,
  invoices: INVOICES,
  payments: PAYMENTS,
  bank: BANK,
};

/** French spreadsheets open `;` and comma decimals without a question; English ones `,` and points. */
const asFrench = (name: string, value: string): string => {
  if (/^-?\d+\.\d\d$/.test(value)) return value.replace('.', ',');
  return name.endsWith('_on') || name === 'discount_until' ? value.split('-').reverse().join('/') : value;
};

/** The file to fill in: byte order mark, canonical header, two example rows; written for a French or an English spreadsheet. */
export function templateCsv(kind: TableKind, language: Language): string {
  const separator = language === 'fr' ? ';' : ',';
  const names = COLUMNS[kind].map((spec) => spec.name).filter((name) => name !== 'debit' && name !== 'credit');
  const written = (name: string, value: string): string => (language === 'fr' ? asFrench(name, value) : value);
  const rows = EXAMPLES[kind].map((example) => names.map((name) => written(name, example[name] ?? '')));
  return `\ufeff${[names, ...rows].map((cells) => cells.join(separator)).join('\r\n')}\r\n`;
}
