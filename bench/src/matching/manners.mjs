// Manners: how people write a payment and what it pays, each with its share of all payments and with its truth.
import { dayAt, FACTOR, pick } from './book.mjs';

const total = (items) => items.reduce((sum, { openCents }) => sum + openCents, 0);
const whole = (items) => new Map(items.map(({ itemId, openCents }) => [itemId, openCents]));
const tail = ({ number }) => number.match(/\d+$/)[0];
const bankName = (name) => name.toUpperCase().slice(0, 24);

const mistyped = (text, random) => {
  const at = text.length - 4 + Math.floor(random() * 3);
  if (text[at] === text[at + 1])
    return `${text.slice(0, at)}${(Number(text[at]) + 1 + Math.floor(random() * 8)) % 10}${text.slice(at + 1)}`;
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

/** One invoice in full under a text; `more` overrides what differs. */
const one = (text, more) => (scene) => {
  const [item] = scene.chosen;
  return {
    text: text(item, scene),
    cents: item.openCents,
    truth: whole([item]),
    isNamed: true,
    ...more?.(item, scene),
  };
};
const several = (text, more) => (scene) => ({
  text: text(scene.chosen, scene),
  cents: total(scene.chosen),
  truth: whole(scene.chosen),
  isNamed: true,
  ...more?.(scene.chosen, scene),
});
const SILENT = ['VIREMENT RECU', 'VIR SEPA', 'REGLEMENT', 'VIR INST SALAIRES ET FOURNISSEURS', 'PAIEMENT 02/2026'];
const silent = (_, { random }) => pick(random, SILENT);
const FOREIGN = [
  'ZAHLUNG RECHNUNG NR ',
  'PAGAMENTO FATTURA ',
  'PAGO FACTURA NUM ',
  'PAYMENT OF INVOICE NO ',
  'BETALING FACTUUR ',
];
const LINKS = [' ET ', ' + ', ', ', ' & ', ' / '];
const unknownPayer = () => ({ payerName: 'CABINET COMPTABLE XANTHOS', payerIban: null });

const withoutPrefix = (item, random) => item.number.replace(/^[A-Z]+-?/, '').replace(/-/g, random() < 0.5 ? ' ' : '');
const withoutZeros = (item) => item.number.replace(/(^|\D)0+(?=\d)/g, '$1');

/** Name, share, how many invoices it takes (0: of its own choosing), and what is written. */
export const MANNERS = [
  ['full number', 0.16, 1, one((item) => `VIR ${item.number} MERCI`)],
  ['number without prefix', 0.09, 1, one((item, { random }) => `VIR SEPA FACT ${withoutPrefix(item, random)}`)],
  ['number without zeros', 0.04, 1, one((item) => `Règlement n°${withoutZeros(item)}`)],
  ['last group', 0.04, 1, one((item) => `VIREMENT FACTURE ${Number(tail(item))}`)],
  ['foreign text', 0.02, 1, one((item, { random }) => `${pick(random, FOREIGN)}${item.number}`)],
  ['list of numbers', 0.08, 3, several((items) => items.map(({ number }) => number.replaceAll('-', '')).join(' / '))],
  [
    'list, prefix once',
    0.07,
    3,
    several(([first, ...rest], { random }) => {
      const cut = pick(random, [tail(first).length, 3]);
      const isSame = rest.every((item) => item.number.slice(0, -cut) === first.number.slice(0, -cut));
      const ends = rest.map((item) => (isSame ? tail(item).slice(-cut) : tail(item)));
      return `FACT ${first.number} ${ends.join(pick(random, LINKS))}`;
    }),
  ],
  ['mistyped number', 0.03, 1, one((item, { random }) => `REGLT ${mistyped(item.number, random)}`)],
  [
    'number cut by the bank',
    0.02,
    1,
    one(
      (item) => `VIREMENT SEPA RECU REGLEMENT ${item.number}`.slice(0, -2),
      () => ({ isNamed: false }),
    ),
  ],
  [
    'part, number named',
    0.04,
    1,
    one(
      ({ number }) => `ACOMPTE ${number}`,
      (item) => {
        const cents = Math.max(1, Math.floor(item.openCents * 0.4));
        return { cents, truth: new Map([[item.itemId, cents]]) };
      },
    ),
  ],
  [
    'number, less fees',
    0.02,
    1,
    one(
      ({ number }) => `TRANSFER ${number}`,
      (item) => {
        const cents = item.openCents - Math.min(1_200, Math.floor(item.openCents / 25));
        return { cents, truth: new Map([[item.itemId, cents]]) };
      },
    ),
  ],
  [
    'discount taken',
    0.02,
    1,
    one(
      ({ number }) => `FACT ${number} ESCOMPTE DEDUIT`,
      (item) => {
        const cents = item.openCents - (item.discount?.cents ?? 0);
        return { cents, truth: new Map([[item.itemId, cents]]) };
      },
    ),
  ],
  [
    'over-paid',
    0.01,
    1,
    one(
      ({ number }) => `VIR ${number}`,
      (item) => ({ cents: item.openCents + 4_711, isNamed: false }),
    ),
  ],
  ['amount and payer alone', 0.07, 1, one(silent, () => ({ isNamed: false }))],
  ['sum and payer alone', 0.03, 3, several(silent, () => ({ isNamed: false }))],
  [
    'number of the customer and a date',
    0.03,
    1,
    one(
      ({ customerId }, { random }) =>
        `VIR DU ${10 + Math.floor(random() * 18)}/02/2026 CLIENT ${String(customerId).padStart(5, '0')}`,
      () => ({
        isNamed: false,
      }),
    ),
  ],
  ['order number', 0.02, 1, one((item) => `COMMANDE ${item.references[0] ?? item.number}`)],
  ['unknown payer, number', 0.03, 1, one(({ number }) => `VIR ${number}`, unknownPayer)],
  ['unknown payer, amount', 0.01, 1, one(silent, () => ({ ...unknownPayer(), isNamed: false }))],
  [
    'person, amount',
    0.01,
    1,
    one(silent, (item, { book }) => {
      const alias = book.persons.find(({ customerId }) => customerId === item.customerId);
      return { payerName: alias?.name ?? 'MLLE HORTENSE DELATOUR', payerIban: null, isNamed: false };
    }),
  ],
  [
    'another of the group, number',
    0.02,
    1,
    one(
      ({ number }) => `FACT ${number}`,
      (_, { relative }) => relative ?? unknownPayer(),
    ),
  ],
  [
    'another of the group, amount',
    0.01,
    1,
    one(silent, (_, { relative }) => ({ ...(relative ?? unknownPayer()), isNamed: false })),
  ],
  [
    'factor, numbers of several',
    0.02,
    0,
    ({ random, book }) => {
      const customers = book.factor
        .map(({ customerId }) => book.left.get(customerId))
        .filter(({ length }) => length > 0);
      const items = Array.from({ length: 3 }, () => pick(random, customers)?.shift()).filter(
        (item) => item?.currency === 'EUR',
      );
      return {
        text: `CESSION ${items.map(({ number }) => number).join(' ')}`,
        cents: total(items),
        truth: whole(items),
        isNamed: true,
        payerName: FACTOR.name,
        payerIban: FACTOR.iban,
      };
    },
  ],
  [
    'credit note named',
    0.02,
    1,
    (scene) => {
      const [item] = scene.chosen;
      const credit = scene.credits.find(({ openCents }) => openCents < item.openCents);
      const items = credit ? [item, credit] : [item];
      return {
        text: items.map(({ number }) => number).join(' MOINS AVOIR '),
        cents: item.openCents - (credit?.openCents ?? 0),
        truth: whole(items),
        isNamed: true,
        used: credit ? [credit] : [],
      };
    },
  ],
  [
    'credit note taken in silence',
    0.01,
    1,
    (scene) => {
      const [item] = scene.chosen;
      const credit = scene.credits.find(({ openCents }) => openCents < item.openCents);
      return {
        text: `VIR ${item.number}`,
        cents: item.openCents - (credit?.openCents ?? 0),
        truth: whole(credit ? [item, credit] : [item]),
        isNamed: true,
        used: credit ? [credit] : [],
      };
    },
  ],
  [
    'paid by the bank in another currency',
    0.01,
    1,
    one(
      ({ number }) => `VIR ETRANGER ${number}`,
      ({ openCents, currency }) => ({
        cents: Math.round(openCents * 1.0837),
        currency: currency === 'EUR' ? 'CHF' : 'EUR',
        instructed: { cents: openCents, currency },
      }),
    ),
  ],
  [
    'an invoice that is not open',
    0.01,
    0,
    ({ random, anyone }) => ({
      text: `VIR FA-2025-${String(Math.floor(random() * 90_000)).padStart(6, '0')}`,
      cents: 1_000 + Math.floor(random() * 900_000),
      truth: new Map(),
      isNamed: false,
      payerName: bankName(anyone.name),
      payerIban: anyone.ibans[0] ?? null,
    }),
  ],
  [
    'recorded by the books',
    0.02,
    0,
    ({ random, anyone, paidOffset }) => {
      const cents = 1_000 + Math.floor(random() * 900_000);
      return {
        text: 'VIREMENT RECU',
        cents,
        truth: new Map(),
        isNamed: false,
        payerName: bankName(anyone.name),
        payerIban: anyone.ibans[0] ?? null,
        recorded: { customerId: anyone.customerId, cents, paidOn: dayAt(paidOffset + pick(random, [0, 1, 2])) },
      };
    },
  ],
  [
    'two payments of one invoice',
    0.02,
    1,
    one(
      ({ number }) => `1ER VERSEMENT ${number}`,
      (item) => {
        const cents = Math.floor(item.openCents / 2);
        const rest = item.openCents - cents;
        return {
          cents,
          truth: new Map([[item.itemId, cents]]),
          second: { text: `SOLDE ${item.number}`, cents: rest, truth: new Map([[item.itemId, rest]]) },
        };
      },
    ),
  ],
];

/** What the bank writes of the payer when the manner does not say. */
export const payerAs = ({ name, ibans }) => ({ payerName: bankName(name), payerIban: ibans[0] ?? null });

/** A manner by its share. */
export function mannerOf(random) {
  let left = random() * MANNERS.reduce((sum, [, share]) => sum + share, 0);
  for (const manner of MANNERS) {
    left -= manner[1];
    if (left < 0) return manner;
  }
  return MANNERS[0];
}
