// The demo's bank statement: its last days at the bank: what the books know already, what they do not, and what is no customer's money.
import { addDays, cents, type Day } from '@quittance/core/kernel';
import type { Pieces } from '../books/pieces.ts';
import { DEMO_COMPANY } from '../people/company.ts';
import type { DemoCustomer } from '../people/demo-customer.ts';
import type { DemoFile } from '../portfolio.ts';
import { workedBefore } from '../trade/days.ts';
import type { Trade } from '../trade/trade.ts';
import { bankName, ibanOf } from './bank-words.ts';
import { camtText, type DemoMovement } from './camt-text.ts';
import { latestReceipts, openBook } from './open-book.ts';
import { CERTAIN, receiptsOf, TO_LOOK_AT } from './receipts.ts';

const OPENING_CENTS = cents(18_432_617);
const DAYS_TOLD = 6;
const CHARGES = 'FRAIS TENUE DE COMPTE';

const lineOf = (text: string, party: string | null, value: number): Omit<DemoMovement, 'on'> => ({
  ...{ text, party, iban: null, cents: cents(value) },
});

/** Money that leads to no invoice. */
const UNEXPLAINED = [
  lineOf('REMISE DE CHEQUES BORDEREAU 0008417', null, 148_733),
  lineOf('VIR INST RECU REF 77A019', 'M KERDRAN', 35_019),
  lineOf('VIR SEPA RECU REGUL', 'OFFICE DES FOIRES', 61_207),
] as const;

/** Why the bank's other lines are set aside, by the words they begin with. */
export const NO_CUSTOMER = [
  { begins: CHARGES, reason: 'bank_fees', remember: false },
  { begins: 'COMMISSION', reason: 'bank_fees', remember: false },
  { begins: 'VIR INTERNE', reason: 'own_transfer', remember: false },
  { begins: 'VIR EMIS', reason: 'supplier', remember: true },
] as const;

const OTHERS = [
  lineOf(`${CHARGES} DU MOIS`, null, -3_840),
  lineOf('COMMISSION SUR VIREMENT ETRANGER', null, -1_250),
  lineOf('VIR INTERNE VERS COMPTE EPARGNE', DEMO_COMPANY.name.toUpperCase(), -2_500_000),
  lineOf('VIR EMIS FOURNISSEUR FACT 88214', 'INOX DU PONANT', -1_184_640),
] as const;

type Told = Readonly<{ trade: Trade; pieces: Pieces; customers: readonly DemoCustomer[]; today: Day }>;

/** Worked days before today, the nearest last. */
const daysBefore = (today: Day): readonly Day[] => {
  const days = Array.from({ length: DAYS_TOLD }, (_, ago) => workedBefore(addDays(today, -1 - ago)));
  return [...new Set(days)].sort();
};

// A direct debit of weeks ago comes back unpaid.
function returned({ trade, customers }: Told, on: Day): DemoMovement[] {
  const refs = new Set(customers.map(({ ref }) => ref));
  const debit = trade.receipts.filter((one) => refs.has(one.customer.ref) && one.on < addDays(on, -DAYS_TOLD)).at(-1);
  if (!debit) return [];
  const { customer } = debit;
  const party = bankName(customer.name);
  const text = `REJET PRELEVEMENT ${party} PROVISION INSUFFISANTE`;
  return [{ on, text, party, iban: ibanOf(customer), cents: cents(-debit.cents), returned: 'AM04' }];
}

/**
 * The statement of `customers`' money up to today. What is certain came today, after the last day the books tell of, so that the
 * ledger still ties to them on that day; what the books hold already is told again, and nothing is counted twice.
 */
export function demoStatement(told: Told): DemoFile {
  const { trade, pieces, customers, today } = told;
  const days = daysBefore(today);
  const [from, last] = [days[0]!, days.at(-1)!];
  const book = openBook(trade, pieces, { customers, today });
  const refs = new Set(customers.map(({ ref }) => ref));
  const known = latestReceipts(trade, refs, from).map(({ customer, on, cents: paid }) => ({
    ...{ on, cents: paid, text: 'VIR SEPA RECU REGLEMENT', party: bankName(customer.name), iban: ibanOf(customer) },
  }));
  const spread = <T extends object>(lines: readonly T[]) =>
    lines.map((line, place) => ({ ...line, on: days[place % days.length]! }));
  const movements = [
    ...known,
    ...receiptsOf(TO_LOOK_AT, book, days),
    ...receiptsOf(CERTAIN, book, [today]),
    ...spread(UNEXPLAINED),
    ...spread(OTHERS),
    ...returned(told, last),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const { iban } = DEMO_COMPANY;
  const content = camtText({ iban, from, openingCents: OPENING_CENTS, movements });
  return { name: `releve-${today}.xml`, kind: 'camt', content };
}
