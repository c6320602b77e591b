// Books of our own with known truth: customers, open invoices, and the bank movements that pay them in the dresses people use.
import { seeded } from '../random.mjs';

const FIRST = [
  'Ateliers',
  'Brasserie',
  'Menuiserie',
  'Garage',
  'Imprimerie',
  'Transports',
  'Serres',
  'Boulangerie',
  'Clinique',
  'Domaine',
  'Scierie',
  'Pharmacie',
];
const LAST = [
  'Valmorin',
  'Loriette',
  'Quentrec',
  'Aubrelier',
  'Dorvannec',
  'Kervalan',
  'Mirandel',
  'Solignac',
  'Trévoux',
  'Bellegarde',
  'Noirmont',
  'Hautecombe',
  'Pontarlec',
  'Sorbier',
  'Vernoux',
];
const FORMS = ['SARL', 'SAS', 'SA', 'EURL'];
const PER_CUSTOMER = 20;
const DAY = 86_400_000;
const START = Date.parse('2026-01-02');
const dayAt = (offset) => new Date(START + offset * DAY).toISOString().slice(0, 10);

/** How a payment is written and what it pays, with its share of all payments. */
const MANNERS = [
  ['full number', 0.34],
  ['number without prefix', 0.14],
  ['last group', 0.06],
  ['list of numbers', 0.12],
  ['list, prefix once', 0.05],
  ['mistyped number', 0.04],
  ['part, number named', 0.05],
  ['number, less fees', 0.03],
  ['amount and payer alone', 0.1],
  ['sum and payer alone', 0.04],
  ['unknown payer, number', 0.03],
];

const pick = (random, list) => list[Math.floor(random() * list.length)];

const customersOf = (count, random) =>
  Array.from({ length: count }, (_, index) => ({
    customerId: index + 1,
    name: `${pick(random, FIRST)} ${pick(random, LAST)} ${index % 7 === 0 ? '' : pick(random, FORMS)} ${1 + Math.floor(index / 12)}`
      .replace(/\s+/g, ' ')
      .trim(),
    ibans: index % 3 === 0 ? [] : [`FR76${String(30_000_000_000 + index).padStart(23, '0')}`],
    groupId: null,
  }));

const itemsOf = (count, customers, random) =>
  Array.from({ length: count }, (_, index) => ({
    itemId: index + 1,
    kind: 'receivable',
    customerId: customers[Math.floor(random() * customers.length)].customerId,
    number: `FA-2026-${String(index + 1).padStart(6, '0')}`,
    references: [],
    // One invoice in eight is a subscription: many share its amount.
    openCents: random() < 0.125 ? pick(random, [9_900, 24_000, 120_000]) : 1_000 + Math.floor(random() * 900_000),
    currency: 'EUR',
    dueOn: dayAt(Math.floor(random() * 90)),
    discount: null,
  }));

const bankName = (name) => name.toUpperCase().slice(0, 24);
const mistyped = (text, random) => {
  const at = text.length - 4 + Math.floor(random() * 3);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

function manner(random) {
  let left = random();
  for (const [name, share] of MANNERS) {
    left -= share;
    if (left < 0) return name;
  }
  return MANNERS[0][0];
}

/** Text, amount and truth of one payment. */
function payment(how, chosen, random) {
  const [first] = chosen;
  const tail = (item) => item.number.slice(8);
  const total = chosen.reduce((sum, { openCents }) => sum + openCents, 0);
  const all = chosen.map(({ itemId }) => itemId);
  switch (how) {
    case 'number without prefix':
      return {
        text: `VIR SEPA FACT ${first.number.slice(3).replace('-', random() < 0.5 ? ' ' : '')}`,
        cents: first.openCents,
        truth: [first.itemId],
      };
    case 'last group':
      return { text: `VIREMENT FACTURE ${Number(tail(first))}`, cents: first.openCents, truth: [first.itemId] };
    case 'list of numbers':
      return { text: chosen.map(({ number }) => number.replaceAll('-', '')).join(' / '), cents: total, truth: all };
    case 'list, prefix once':
      return { text: `FACT ${first.number} ${chosen.slice(1).map(tail).join(' ET ')}`, cents: total, truth: all };
    case 'mistyped number':
      return { text: `REGLT ${mistyped(first.number, random)}`, cents: first.openCents, truth: [first.itemId] };
    case 'part, number named':
      return {
        text: `ACOMPTE ${first.number}`,
        cents: Math.max(1, Math.floor(first.openCents * 0.4)),
        truth: [first.itemId],
      };
    case 'number, less fees':
      return {
        text: `TRANSFER ${first.number}`,
        cents: first.openCents - Math.min(1_200, Math.floor(first.openCents / 25)),
        truth: [first.itemId],
      };
    case 'amount and payer alone':
      return { text: 'VIREMENT RECU', cents: first.openCents, truth: [first.itemId] };
    case 'sum and payer alone':
      return { text: 'VIREMENT RECU', cents: total, truth: all };
    default:
      return { text: `VIR ${first.number} MERCI`, cents: first.openCents, truth: [first.itemId] };
  }
}

const ALONE = new Set([
  'full number',
  'number without prefix',
  'last group',
  'mistyped number',
  'part, number named',
  'number, less fees',
  'amount and payer alone',
  'unknown payer, number',
]);

/** A set: facts, movements, and for each movement what it pays and how it was written. Each invoice is paid once at most. */
export function generatedSet(movements, openItems, seed = 7) {
  const random = seeded(seed);
  const payers = customersOf(Math.ceil(openItems / PER_CUSTOMER), random);
  const items = itemsOf(openItems, payers, random);
  const left = new Map(payers.map(({ customerId }) => [customerId, []]));
  for (const item of items) left.get(item.customerId).push(item);
  const transactions = [];
  const truth = [];
  while (transactions.length < movements) {
    const payer = pick(random, payers);
    const own = left.get(payer.customerId);
    const how = manner(random);
    const chosen = own.splice(0, ALONE.has(how) ? 1 : 2 + Math.floor(random() * 3));
    if (chosen.length === 0 || (!ALONE.has(how) && chosen.length < 2)) continue;
    const paid = payment(how, chosen, random);
    const isUnknown = how === 'unknown payer, number';
    transactions.push({
      transactionId: transactions.length + 1,
      bookedOn: dayAt(95 + Math.floor(random() * 20)),
      cents: paid.cents,
      currency: 'EUR',
      text: paid.text,
      payerName: isUnknown ? 'CABINET COMPTABLE XANTHOS' : bankName(payer.name),
      payerIban: isUnknown ? null : (payer.ibans[0] ?? null),
      creditorReference: null,
    });
    truth.push({ items: new Set(paid.truth), kind: how });
  }
  return { facts: { items, payers, aliases: [], undone: [] }, transactions, truth };
}
