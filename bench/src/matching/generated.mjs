// Books of our own with known truth: customers, open invoices, and the bank movements that pay them in the dresses people use.
import { seeded } from '../random.mjs';
import { bookOf, dayAt, pick } from './book.mjs';
import { mannerOf, payerAs } from './manners.mjs';

const relativeOf = (book, customer) => {
  const relative = book.payers.find(
    ({ customerId, groupId }) => groupId !== null && groupId === customer.groupId && customerId !== customer.customerId,
  );
  return relative ? payerAs(relative) : null;
};

/** Open items of one customer under one amount. */
const sameKey = ({ customerId, currency, openCents }) => `${customerId} ${currency} ${openCents}`;

/**
 * Nobody could tell: the payer has another invoice of the very amount that nobody names, and this movement writes no number. One that
 * was paid before is no rival.
 */
function markTies(truth, transactions, items) {
  const byKey = groupBy(
    items.filter(({ kind }) => kind === 'receivable'),
    sameKey,
  );
  const paid = new Map();
  truth.forEach((one, index) => {
    for (const itemId of one.items.keys()) paid.set(itemId, { isNamed: one.isNamed, on: transactions[index].bookedOn });
  });
  const byId = new Map(items.map((item) => [item.itemId, item]));
  truth.forEach((one, index) => {
    if (one.isNamed || one.items.size !== 1) return;
    const [[itemId, cents]] = one.items;
    const item = byId.get(itemId);
    if (transactions[index].cents !== cents || transactions[index].text.includes(item.number)) return;
    one.isTie = byKey.get(sameKey(item)).some((rival) => {
      const how = paid.get(rival.itemId);
      return rival.itemId !== itemId && (!how || (!how.isNamed && how.on > transactions[index].bookedOn));
    });
  });
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) {
    const there = groups.get(keyOf(one));
    if (there) there.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const movementOf = (paid, { transactionId, bookedOn, payer, currency }) => ({
  transactionId,
  bookedOn,
  cents: paid.cents,
  currency: paid.currency ?? currency,
  text: paid.text,
  payerName: paid.payerName === undefined ? payer.payerName : paid.payerName,
  payerIban: paid.payerIban === undefined ? payer.payerIban : paid.payerIban,
  creditorReference: null,
  instructed: paid.instructed ?? null,
});

/**
 * A set: facts, movements, and for each movement what it pays, how it was written, whether the text names it and whether anybody could tell.
 * `numbering`: long (FA-2026-000118), short (F118), digits (26000118).
 */
export function generatedSet(movements, openItems, { seed = 7, numbering = 'long' } = {}) {
  const random = seeded(seed);
  const book = bookOf(openItems, { random, numbering });
  const [transactions, truth, recordedPayments] = [[], [], []];
  const push = (paid, more) => {
    transactions.push(movementOf(paid, { transactionId: transactions.length + 1, ...more }));
    return { items: paid.truth, isNamed: paid.isNamed, paymentId: null, isTie: false };
  };
  while (transactions.length < movements) {
    const customer = pick(random, book.payers);
    const own = book.left.get(customer.customerId);
    const [kind, , most, write] = mannerOf(random);
    const count = most === 0 ? 0 : most === 1 ? 1 : 2 + Math.floor(random() * most);
    if (own.length < count || own.slice(1, count).some(({ currency }) => currency !== own[0].currency)) continue;
    const chosen = own.splice(0, count);
    const currency = chosen[0]?.currency ?? 'EUR';
    const paidOffset = 95 + Math.floor(random() * 20);
    const credits = book.credits.get(customer.customerId).filter((credit) => credit.currency === currency);
    const relative = relativeOf(book, customer);
    const paid = write({ chosen, random, book, credits, relative, anyone: customer, paidOffset });
    if (paid.cents <= 0) continue;
    for (const used of paid.used ?? []) {
      const there = book.credits.get(customer.customerId);
      there.splice(there.indexOf(used), 1);
    }
    const about = { bookedOn: dayAt(paidOffset), payer: payerAs(customer), currency };
    const row = { ...push(paid, about), kind };
    if (paid.recorded) {
      row.paymentId = recordedPayments.length + 1;
      recordedPayments.push({ paymentId: row.paymentId, currency, openCents: 0, reference: null, ...paid.recorded });
    }
    truth.push(row);
    if (paid.second && transactions.length < movements)
      truth.push({ ...push({ ...paid.second, isNamed: true }, { ...about, bookedOn: dayAt(paidOffset + 7) }), kind });
  }
  const { payers, items, aliases } = book;
  markTies(truth, transactions, items);
  return { facts: { items, payers, aliases, undone: [], recordedPayments }, transactions, truth };
}
