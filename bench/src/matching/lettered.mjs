// Lettering that accountants did, taken from a FEC where somebody put it: their bank lines find the invoices they were lettered with.
// The set has no name of the payer and no IBAN apart from the label, no due date, and opening balances without their invoices.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesRoot } from './samples.mjs';

const FOLDER = 'matching/fec-lettrage';
const CENTS = 100;
const SALES = 'VEN';

const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const dayOf = (compact) => `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`;
const centsOf = (amount) => Math.round(Number(amount) * CENTS);

const itemOf = (row, { itemId, customerId, kind }) => ({
  itemId,
  kind,
  customerId,
  number: row.piece.replace(/\s+/g, ' '),
  references: [],
  openCents: centsOf(row.amount),
  currency: 'EUR',
  dueOn: dayOf(row.date),
  discount: null,
  issuedOn: dayOf(row.date),
});

/** The shape of a group, with what makes it other than invoices and their money. */
function kindOf(group, ids) {
  if (ids.length === 0) return `${group.shape}, opening balance`;
  // A debit of the bank's own journal: what was paid too much went back.
  return group.invoices.some(({ journal }) => journal !== SALES)
    ? `${group.shape}, over-payment given back`
    : group.shape;
}

/** The items and movements of one lettering group; its invoices are the truth of each of its movements. */
function readGroup(group, { customerOf, items }) {
  const customerId = customerOf(group);
  const add = (row, kind) => {
    items.push(itemOf(row, { itemId: items.length + 1, customerId, kind }));
    return items.length;
  };
  const ids = [
    ...group.invoices.filter(({ journal }) => journal === SALES).map((row) => add(row, 'receivable')),
    ...group.payments.filter(({ journal }) => journal === SALES).map((row) => add(row, 'credit_note')),
  ];
  const banked = group.payments.filter(({ journal }) => journal !== SALES);
  return banked.map((row) => ({
    row,
    truth: {
      items: new Map(ids.map((id) => [id, null])),
      kind: kindOf(group, ids),
      isNamed: ids.some(
        (id) => items[id - 1].number.replace(/\D/g, '') === row.piece.replace(/\D/g, '').replace(/^0+/, ''),
      ),
      isTie: false,
      isGroup: banked.length > 1,
      paymentId: null,
    },
  }));
}

/** Facts, movements and truth; null where the set is absent. `isDaily`: what is open is known day by day. */
export function letteredSet() {
  const folder = join(samplesRoot(), FOLDER);
  if (!existsSync(folder)) return null;
  const groups = readdirSync(folder)
    .filter((name) => name.endsWith('-groups.jsonl'))
    .flatMap((name) => readLines(join(folder, name)))
    .filter(({ side }) => side === 'customer');
  const customers = new Map();
  const customerOf = ({ aux, aux_name: name }) => {
    if (!customers.has(aux)) customers.set(aux, { customerId: customers.size + 1, name, ibans: [], groupId: null });
    return customers.get(aux).customerId;
  };
  const items = [];
  const rows = groups.flatMap((group) => readGroup(group, { customerOf, items }));
  const transactions = rows.map(({ row }, index) => ({
    transactionId: index + 1,
    bookedOn: dayOf(row.date),
    cents: centsOf(row.amount),
    currency: 'EUR',
    text: row.label,
    payerName: null,
    payerIban: null,
    creditorReference: null,
  }));
  const truth = rows.map((one) => one.truth);
  const facts = { items, payers: [...customers.values()], aliases: [], undone: [] };
  return { facts, transactions, truth, isDaily: true };
}
