// A labelled set from outside, where somebody put it: payments with their free text, and the invoices they pay. Never part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesRoot } from './samples.mjs';

const FOLDER = 'matching/payment-to-invoice-single';
const CENTS = 100;

/** Rows of a CSV text as objects by column; quoted fields may hold commas and doubled quotes. */
function readCsv(text) {
  const rows = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
    rows.push(cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''));
  }
  const [head, ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}

const dayOf = (compact) => `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`;
const centsOf = (amount) => Math.round(Number(amount) * CENTS);

/** Where the set is, or null. */
function folderOf() {
  const folder = join(samplesRoot(), FOLDER);
  return existsSync(join(folder, 'matches.csv')) ? folder : null;
}

const itemOf = (row, customerId) => ({
  itemId: Number(row.invoice_id) + 1,
  kind: 'receivable',
  customerId,
  number: row['Billing Number'],
  references: row['Assignment Number'] === '' ? [] : [row['Assignment Number']],
  openCents: centsOf(row.Amount),
  currency: row['Currency Code'],
  dueOn: dayOf(row['Due Date']),
  discount: null,
  issuedOn: dayOf(row['Document Date']),
});

/** Facts, movements and truth in the shape of a generated set; null where the set is absent. */
export function labelledSet() {
  const folder = folderOf();
  if (folder === null) return null;
  const read = (name) => readCsv(readFileSync(join(folder, `${name}.csv`), 'utf8'));
  const [invoices, payments, matches] = ['invoices', 'payments', 'matches'].map(read);
  const customers = new Map();
  const customerOf = (row) => {
    const key = row['Customer ID'];
    if (!customers.has(key))
      customers.set(key, { customerId: customers.size + 1, name: row['Customer Name'], ibans: [], groupId: null });
    return customers.get(key).customerId;
  };
  const items = invoices.map((row) => itemOf(row, customerOf(row)));
  const paidBy = new Map();
  for (const match of matches)
    for (const payment of JSON.parse(match.payment_ids))
      paidBy.set(Number(payment), {
        items: new Map(JSON.parse(match.invoice_ids).map((id) => [Number(id) + 1, null])),
        kind: `${match.match_category} ${JSON.parse(match.perturbation_categories).join(' ')}`.trim(),
        // Every text of this set names its invoices, some mistyped.
        isNamed: true,
        isTie: false,
        paymentId: null,
      });
  const known = payments.filter((row) => paidBy.has(Number(row.payment_id)));
  const transactions = known.map((row) => ({
    transactionId: Number(row.payment_id) + 1,
    bookedOn: dayOf(row['Posting Date']),
    cents: centsOf(row.Amount),
    currency: row.Currency,
    text: row['Memo Line'],
    payerName: row['Business Partner'],
    payerIban: row['Account Number'] === '' ? null : row['Account Number'],
    creditorReference: null,
  }));
  const truth = known.map((row) => paidBy.get(Number(row.payment_id)));
  return { facts: { items, payers: [...customers.values()], aliases: [], undone: [] }, transactions, truth };
}
