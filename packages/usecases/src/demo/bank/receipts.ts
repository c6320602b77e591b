// Receipts: money of the last days as people really send it: with a number, under another name, several at once, too much, too little.
import { type Cents, cents, type Day } from '@quittance/core/kernel';
import { bankName, endOf, ibanOf, mistyped } from './bank-words.ts';
import type { DemoMovement } from './camt-text.ts';
import type { OpenBook, OpenSale, Owed } from './open-book.ts';

type Sent = Omit<DemoMovement, 'on'>;

/** How one kind of payer writes: how many invoices it takes, and what the bank shows of it. */
type Manner = Readonly<{ owes?: number; send: (owed: Owed) => Sent }>;

const sum = (sales: readonly OpenSale[]): Cents => cents(sales.reduce((total, one) => total + one.cents, 0));
const own = ({ customer }: OpenSale) => ({ party: bankName(customer.name), iban: ibanOf(customer) });
const other = (party: string) => ({ party, iban: null });

const FEE = 850;
const TOO_MUCH = 12_000;
const ROUND = 10_000;
const HALF = 0.5;

const NAMED: Manner = {
  send: ([one]) => ({
    ...own(one),
    cents: one.cents,
    text: `VIR SEPA RECU FACTURE ${one.number}`,
    endToEnd: one.number,
  }),
};
const ALL_NAMED: Manner = {
  owes: 2,
  send: (owed) => ({
    ...own(owed[0]),
    cents: sum(owed),
    text: `VIR INST REGLEMENT ${owed.map(({ number }) => number).join(' ')}`,
  }),
};
const UNDER_INITIALS = (party: string): Manner => ({
  send: ([one]) => ({ ...other(party), cents: one.cents, text: 'VIR SEPA RECU REGLEMENT FACTURE' }),
});
const MISTYPED = (party: string): Manner => ({
  send: ([one]) => ({ ...other(party), cents: one.cents, text: `VIR SEPA RECU FACT ${mistyped(one.number)}` }),
});
const NUMBER_END = (party: string): Manner => ({
  send: ([one]) => ({
    ...other(party),
    cents: cents(one.cents - FEE),
    text: `VIR RECU VOTRE FACTURE ${endOf(one.number)} NET DE FRAIS`,
  }),
});
const listed = ([first, ...others]: Owed): string =>
  `VIR SEPA FACTURES ${first.number}/${others.map(({ number }) => endOf(number)).join('/')}`;
const LISTED: Manner = {
  owes: 2,
  send: (owed) => ({ ...own(owed[0]), cents: sum(owed), text: listed(owed) }),
};
const LISTED_OVER: Manner = {
  owes: 3,
  send: (owed) => ({ ...own(owed[0]), cents: cents(sum(owed) + TOO_MUCH), text: `${listed(owed)} ET ACOMPTE` }),
};
const BY_TREASURY = (party: string): Manner => ({
  owes: 2,
  send: (owed) => ({
    ...other(party),
    cents: sum(owed.slice(0, 2)),
    text: `VIR TRESORERIE GROUPE REGLT ${owed
      .slice(0, 2)
      .map(({ number }) => endOf(number))
      .join(' ')}`,
  }),
});
// Rounded by hand: the numbers do not come out.
const TREASURY_SHORT = (party: string): Manner => ({
  owes: 2,
  send: (owed) => ({
    ...other(party),
    cents: cents(sum(owed.slice(0, 2)) - TOO_MUCH),
    text: `VIR TRESORERIE GROUPE REGLT ${owed
      .slice(0, 2)
      .map(({ number }) => endOf(number))
      .join(' ')}`,
  }),
});
const LESS_FEES: Manner = {
  send: ([one]) => ({
    ...own(one),
    cents: cents(one.cents - FEE),
    text: 'VIR ETRANGER FRAIS PARTAGES REGLEMENT FACTURE',
  }),
};
const OTHER_NUMBER: Manner = {
  owes: 2,
  send: ([one, two]) => ({ ...own(one), cents: two?.cents ?? one.cents, text: `VIR SEPA RECU FACT ${one.number}` }),
};
const IN_PART: Manner = {
  owes: 2,
  send: ([one]) => ({
    ...own(one),
    cents: cents(Math.max(ROUND, Math.floor((one.cents * HALF) / ROUND) * ROUND)),
    text: 'VIR SEPA RECU ACOMPTE SUR NOTRE COMPTE',
  }),
};
const TOO_HIGH: Manner = {
  send: ([one]) => ({ ...own(one), cents: cents(one.cents + TOO_MUCH), text: `VIR SEPA RECU FACT ${one.number}` }),
};

/** Certain by what they say; told of today, when the books of the day are not written yet. */
export const CERTAIN: readonly Manner[] = [
  NAMED,
  BY_TREASURY('HOLDING MARESQUIER SA'),
  NAMED,
  NUMBER_END('AGENCE COMPTABLE 12'),
  ALL_NAMED,
  NAMED,
  LISTED,
];

/** For a person to look at. */
export const TO_LOOK_AT: readonly Manner[] = [
  UNDER_INITIALS('S H C EXPLOITATION'),
  LISTED_OVER,
  MISTYPED('CABINET ORVAULT GESTION'),
  TREASURY_SHORT('FINANCIERE DU QUAI NORD'),
  LESS_FEES,
  IN_PART,
  TOO_HIGH,
  UNDER_INITIALS('SARL B V R'),
  MISTYPED('M OU MME TASSIN'),
  IN_PART,
  OTHER_NUMBER,
  TREASURY_SHORT('CENTRALE REGLEMENTS SUD'),
  LESS_FEES,
  OTHER_NUMBER,
  LISTED_OVER,
  IN_PART,
  MISTYPED('SOCIETE DE SERVICES 3K'),
  UNDER_INITIALS('SAS NOUVELLE ENSEIGNE'),
  TOO_HIGH,
];

/** Each manner meets the next customer of the book, if one is left; the days in turn. */
export const receiptsOf = (manners: readonly Manner[], book: OpenBook, days: readonly Day[]): DemoMovement[] =>
  manners.flatMap(({ owes = 1, send }, place) => {
    const owed = book.take(owes);
    return owed ? [{ ...send(owed), on: days[place % days.length]! }] : [];
  });
