// Invented books for the journeys: a FEC with two late invoices and one paid, and the table of their customers.
import { addDays, type Day } from '@quittance/core/kernel';

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';

type Line = Readonly<{
  journal: readonly [string, string];
  entry: number;
  on: Day;
  account: readonly [string, string];
  customer?: readonly [string, string];
  piece: string;
  debit?: string;
  credit?: string;
  letter?: string;
}>;

const compact = (day: Day): string => day.replaceAll('-', '');

const rowOf = ({ journal, entry, on, account, customer, piece, debit, credit, letter }: Line): string =>
  [
    ...journal,
    `E${entry}`,
    compact(on),
    ...account,
    ...(customer ?? ['', '']),
    piece,
    compact(on),
    piece,
    debit ?? '0,00',
    credit ?? '0,00',
    letter ?? '',
    letter ? compact(on) : '',
    compact(on),
    '',
    '',
  ].join('\t');

const SALES = ['VE', 'Ventes'] as const;
const BANK = ['BQ', 'Banque'] as const;
const CLIENTS = ['411000', 'Clients'] as const;

type Sale = Readonly<{
  entry: number;
  on: Day;
  customer: readonly [string, string];
  piece: string;
  gross: string;
  net: string;
  vat: string;
  letter?: string;
}>;

const saleLines = ({ entry, on, customer, piece, gross, net, vat, letter }: Sale): string[] =>
  [
    { journal: SALES, entry, on, account: CLIENTS, customer, piece, debit: gross, ...(letter ? { letter } : {}) },
    { journal: SALES, entry, on, account: ['707000', 'Ventes de marchandises'] as const, piece, credit: net },
    { journal: SALES, entry, on, account: ['445710', 'TVA collectée'] as const, piece, credit: vat },
  ].map(rowOf);

/** The FEC of an invented company, as of `today`: 1 200,00 € and 3 600,00 € are late, 600,00 € is paid. */
export function inventedFec(today: Day): { name: string; text: string } {
  const issued = addDays(today, -60);
  const alder: readonly [string, string] = ['CALDER', 'Ateliers Valmorin'];
  const birch: readonly [string, string] = ['CBIRCH', 'Brasserie Loriette'];
  const paid = { journal: BANK, entry: 4, on: addDays(today, -40), piece: 'VIR1' };
  const rows = [
    ...saleLines({
      entry: 1,
      on: issued,
      customer: alder,
      piece: 'F-1001',
      gross: '1200,00',
      net: '1000,00',
      vat: '200,00',
    }),
    ...saleLines({
      entry: 2,
      on: issued,
      customer: birch,
      piece: 'F-1002',
      gross: '3600,00',
      net: '3000,00',
      vat: '600,00',
    }),
    ...saleLines({
      entry: 3,
      on: issued,
      customer: birch,
      piece: 'F-1003',
      gross: '600,00',
      net: '500,00',
      vat: '100,00',
      letter: 'AA',
    }),
    rowOf({ ...paid, account: CLIENTS, customer: birch, credit: '600,00', letter: 'AA' }),
    rowOf({ ...paid, account: ['512000', 'Banque'], debit: '600,00' }),
  ];
  return { name: `732829320FEC${today.slice(0, 4)}1231.txt`, text: `${[HEADER, ...rows].join('\r\n')}\r\n` };
}

/** Their addresses, as a French spreadsheet saves them; one row has no name. */
export const inventedCustomers = (): string =>
  [
    'Code client;Raison sociale;E-mail;Adresse;Code postal;Ville',
    'CALDER;Ateliers Valmorin;compta@valmorin.example;4 rue du Port;44000;Nantes',
    'CBIRCH;Brasserie Loriette;compta@loriette.example;9 place du Marché;69000;Lyon',
    'CLOST;;sans-nom@perdu.example;1 rue;75001;Paris',
    '',
  ].join('\r\n');
