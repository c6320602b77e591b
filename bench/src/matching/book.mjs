// A book of our own: customers with what is open of them, in the shapes real ledgers have. The same seed gives the same book.

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
const SUBSCRIPTIONS = [9_900, 24_000, 120_000];
const PER_CUSTOMER = 20;
/** One customer in so many belongs to a group of three, one has a person who pays for it, one sold its invoices to the factor. */
const GROUP_EVERY = 15;
const PERSON_EVERY = 11;
const FACTOR_EVERY = 9;
const DAY = 86_400_000;
const START = Date.parse('2026-01-02');

export const dayAt = (offset) => new Date(START + offset * DAY).toISOString().slice(0, 10);
export const pick = (random, list) => list[Math.floor(random() * list.length)];
export const FACTOR = { name: 'COMPAGNIE FACTOREX', iban: 'FR7610000000000000000000009' };

/** How a company numbers: each from the rank of the document to its number. */
const NUMBERINGS = {
  long: (rank, isCredit) => `${isCredit ? 'AV' : 'FA'}-2026-${String(rank).padStart(6, '0')}`,
  short: (rank, isCredit) => `${isCredit ? 'A' : 'F'}${rank}`,
  digits: (rank) => `26${String(rank).padStart(6, '0')}`,
};

const customersOf = (count, random) =>
  Array.from({ length: count }, (_, index) => ({
    customerId: index + 1,
    name: `${pick(random, FIRST)} ${pick(random, LAST)} ${index % 7 === 0 ? '' : pick(random, FORMS)} ${1 + Math.floor(index / 12)}`
      .replace(/\s+/g, ' ')
      .trim(),
    ibans: index % 3 === 0 ? [] : [`FR76${String(30_000_000_000 + index).padStart(23, '0')}`],
    groupId: index % GROUP_EVERY < 3 ? 1 + Math.floor(index / GROUP_EVERY) : null,
  }));

/** Amounts repeat (subscriptions), and some differ from the one before by a few cents or by two figures changed. */
function amountAfter(before, random) {
  const dice = random();
  if (dice < 0.125) return pick(random, SUBSCRIPTIONS);
  if (dice < 0.145 && before > 2_000) return before + pick(random, [1, -1, 90, -90, 900, -900]);
  return 1_000 + Math.floor(random() * 900_000);
}

function itemsOf(count, customers, { random, numbering }) {
  const last = new Map();
  return Array.from({ length: count }, (_, index) => {
    const { customerId } = pick(random, customers);
    const kind = random() < 0.03 ? 'credit_note' : 'receivable';
    const gross = amountAfter(last.get(customerId) ?? 0, random);
    const openCents = kind === 'credit_note' ? Math.ceil(gross / 20) : gross;
    last.set(customerId, openCents);
    const issued = Math.floor(random() * 60);
    return {
      itemId: index + 1,
      kind,
      customerId,
      number: NUMBERINGS[numbering](index + 1, kind === 'credit_note'),
      references: random() < 0.2 ? [`CDE${String(700_000 + index * 3)}`] : [],
      openCents,
      currency: random() < 0.02 ? 'USD' : 'EUR',
      dueOn: dayAt(issued + 30),
      discount:
        kind === 'receivable' && random() < 0.05
          ? { cents: Math.max(1, Math.floor(openCents / 50)), untilOn: dayAt(130) }
          : null,
      issuedOn: dayAt(issued),
    };
  });
}

const PERSONS = ['M PAUL ', 'MME ANNE ', 'M LOUIS ', 'MME CLAIRE '];

/** What people taught before: persons who pay for a company, and the factor for the customers it bought. */
function aliasesOf(customers) {
  const persons = customers
    .filter((_, index) => index % PERSON_EVERY === 0)
    .map(({ customerId }) => ({
      iban: null,
      name: `${PERSONS[customerId % 4]}DUVALIER${customerId}`,
      customerId,
    }));
  const factor = customers
    .filter((_, index) => index % FACTOR_EVERY === 0)
    .slice(0, 40)
    .map(({ customerId }) => ({ iban: FACTOR.iban, name: FACTOR.name, customerId }));
  return { persons, factor };
}

/** The book: facts without payments, and what is left to pay of each customer as the movements are written. */
export function bookOf(openItems, { random, numbering }) {
  const payers = customersOf(Math.ceil(openItems / PER_CUSTOMER), random);
  const items = itemsOf(openItems, payers, { random, numbering });
  const left = new Map(payers.map(({ customerId }) => [customerId, []]));
  const credits = new Map(payers.map(({ customerId }) => [customerId, []]));
  for (const item of items) (item.kind === 'receivable' ? left : credits).get(item.customerId).push(item);
  const { persons, factor } = aliasesOf(payers);
  return { payers, items, left, credits, persons, factor, aliases: [...persons, ...factor] };
}
