// Writes a FEC of any number of lines as a stream: sales, receipts with lettering, purchases and their payments, about 30 % customer lines.
// By hand: node bench/src/generate-fec.mjs 100000 big.txt
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { seeded } from './random.mjs';

const HEADER =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'
    .split(' ')
    .join('\t');

const DAYS = 365;
// 3 lines of sale, 2 of receipt for those paid within the year, 3 of purchase and 2 of its payment for one sale in three.
const LINES_A_SALE = 6.35;
const PAID_SHARE = 0.96;
const CHUNK_LINES = 2_000;

const FIRST_DAY = Date.UTC(2025, 0, 1);
const compactDays = Array.from({ length: DAYS }, (_, d) =>
  new Date(FIRST_DAY + d * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''),
);

const amount = (cents) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

/** 0 → AA, 26 → BA, 676 → AAA: as long as it takes. */
const letters = (rank) => {
  let code = '';
  for (let left = rank + 26; left >= 0; left = Math.floor(left / 26) - 1)
    code = String.fromCharCode(65 + (left % 26)) + code;
  return code;
};

const NO_LETTERING = ['', ''];

/** A line's text; debit positive, credit negative. */
const lineOf = (entry, account, cents, auxiliary = '', lettering = NO_LETTERING) => {
  const day = compactDays[entry.day];
  return [
    entry.journal,
    entry.journalName,
    entry.number,
    day,
    account[0],
    account[1],
    auxiliary,
    auxiliary && `Tiers ${auxiliary}`,
    entry.piece,
    day,
    entry.label,
    cents > 0 ? amount(cents) : '0,00',
    cents < 0 ? amount(-cents) : '0,00',
    ...lettering,
    day,
    '',
    '',
  ].join('\t');
};

const ACCOUNTS = {
  customers: ['411000', 'Clients'],
  suppliers: ['401000', 'Fournisseurs'],
  sales: ['707000', 'Ventes'],
  purchases: ['607000', 'Achats'],
  vatCollected: ['445710', 'TVA collectée'],
  vatDeductible: ['445660', 'TVA déductible'],
  bank: ['512000', 'Banque'],
  fees: ['627000', 'Services bancaires'],
};

/** The year's events by day, made as the year goes: memory holds the payments to come, not the file. */
class Year {
  constructor(lines, seed) {
    this.wanted = lines;
    this.written = 0;
    this.random = seeded(seed);
    this.entries = 0;
    this.sales = Math.max(1, Math.round(lines / LINES_A_SALE));
    this.customers = Math.max(10, Math.round(lines / 60));
    this.groups = new Int32Array(this.customers);
    this.due = new Map();
    this.sold = 0;
  }

  entry(journal, journalName, day, piece, label) {
    this.entries += 1;
    return { journal, journalName, number: String(this.entries), day, piece, label };
  }

  sale(day) {
    const customer = Math.floor(this.random() * this.customers);
    const reference = `C${String(customer).padStart(6, '0')}`;
    const net = 5_000 + Math.floor(this.random() ** 3 * 900_000);
    const vat = Math.round(net * 0.2);
    this.sold += 1;
    const piece = `FA25-${String(this.sold).padStart(7, '0')}`;
    const paidDay = day + 20 + Math.floor(this.random() * 50);
    const isPaid = this.random() < PAID_SHARE && paidDay < DAYS;
    const lettering = isPaid ? [letters(this.groups[customer]++), compactDays[paidDay]] : NO_LETTERING;
    if (isPaid) this.later(paidDay, (on) => this.receipt(on, { reference, cents: net + vat, lettering, piece }));
    const entry = this.entry('VE', 'Ventes', day, piece, `Facture ${piece} ${reference}`);
    return [
      lineOf(entry, ACCOUNTS.customers, net + vat, reference, lettering),
      lineOf(entry, ACCOUNTS.sales, -net),
      lineOf(entry, ACCOUNTS.vatCollected, -vat),
    ];
  }

  receipt(day, { reference, cents, lettering, piece }) {
    const entry = this.entry('BQ', 'Banque', day, `VIR${piece.slice(5)}`, `VIR ${reference} ${piece}`);
    return [lineOf(entry, ACCOUNTS.bank, cents), lineOf(entry, ACCOUNTS.customers, -cents, reference, lettering)];
  }

  purchase(day) {
    const reference = `F${String(Math.floor(this.random() * 400)).padStart(4, '0')}`;
    const net = 4_000 + Math.floor(this.random() * 400_000);
    const vat = Math.round(net * 0.2);
    const entry = this.entry('HA', 'Achats', day, `AC${this.entries}`, `Achat ${reference}`);
    if (day + 30 < DAYS) this.later(day + 30, (on) => this.payment(on, reference, net + vat));
    return [
      lineOf(entry, ACCOUNTS.purchases, net),
      lineOf(entry, ACCOUNTS.vatDeductible, vat),
      lineOf(entry, ACCOUNTS.suppliers, -net - vat, reference),
    ];
  }

  payment(day, reference, cents) {
    const entry = this.entry('BQ', 'Banque', day, `PAI${this.entries}`, `Virement ${reference}`);
    return [lineOf(entry, ACCOUNTS.suppliers, cents, reference), lineOf(entry, ACCOUNTS.bank, -cents)];
  }

  /** Bank fees of 1,00 €, to come to the number of lines asked for; three lines when one would be left. */
  fees(left) {
    const entry = this.entry('BQ', 'Banque', DAYS - 1, `FRAIS${this.entries}`, 'Frais bancaires');
    const halves =
      left === 3
        ? [lineOf(entry, ACCOUNTS.fees, 40), lineOf(entry, ACCOUNTS.fees, 60)]
        : [lineOf(entry, ACCOUNTS.fees, 100)];
    return [...halves, lineOf(entry, ACCOUNTS.bank, -100)];
  }

  later(day, make) {
    const list = this.due.get(day) ?? [];
    list.push(make);
    this.due.set(day, list);
  }

  *entriesOf(day) {
    for (const make of this.due.get(day) ?? []) yield make(day);
    this.due.delete(day);
    const until = Math.round(((day + 1) * this.sales) / DAYS);
    while (this.sold < until) {
      yield this.sale(day);
      if (this.sold % 3 === 0) yield this.purchase(day);
    }
  }

  *lines() {
    for (let day = 0; day < DAYS; day++)
      for (const lines of this.entriesOf(day)) {
        if (this.written + lines.length > this.wanted) continue;
        this.written += lines.length;
        yield* lines;
      }
    while (this.wanted - this.written >= 2) {
      const lines = this.fees(this.wanted - this.written);
      this.written += lines.length;
      yield* lines;
    }
  }
}

function* chunks(lines, seed) {
  let chunk = [HEADER];
  for (const line of new Year(lines, seed).lines()) {
    chunk.push(line);
    if (chunk.length < CHUNK_LINES) continue;
    yield `${chunk.join('\r\n')}\r\n`;
    chunk = [];
  }
  if (chunk.length > 0) yield `${chunk.join('\r\n')}\r\n`;
}

/** Writes a FEC of `lines` lines to `path`, every entry balanced, in flat memory. */
export const generateFec = (path, lines, seed = 20_251_231) =>
  pipeline(Readable.from(chunks(lines, seed)), createWriteStream(path));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [lines, path] = process.argv.slice(2);
  if (!Number(lines) || !path) {
    console.error('usage: node bench/src/generate-fec.mjs LINES FILE');
    process.exit(2);
  }
  await generateFec(path, Number(lines));
}
