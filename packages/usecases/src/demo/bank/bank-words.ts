// Bank words: names and texts as banks write them: upper case, no accents, cut; accounts at a bank that does not exist.

import { frenchIban } from '@quittance/formats/bank';
import type { DemoCustomer } from '../people/demo-customer.ts';

const NO_BANK = '99999';
const BRANCH = '00002';
const NAME_FIELD = 24;
const ACCOUNT_DIGITS = 11;

/** "Hôtel des Brumes" → "HOTEL DES BRUMES", at most what the field of a bank holds. */
export const bankName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, ' ')
    .slice(0, NAME_FIELD)
    .trim();

/** The account a customer of the demo pays from: the same every time. */
export const ibanOf = ({ ref }: Pick<DemoCustomer, 'ref'>): string =>
  frenchIban(NO_BANK, BRANCH, ref.replace(/\D/g, '').padStart(ACCOUNT_DIGITS, '0')) ?? '';

/** "FA26-0342" → "0342". */
export const endOf = (number: string): string => number.slice(number.indexOf('-') + 1);

/** "FA26-0342" → "FA26-03342": a digit struck twice, as a hurried hand types it. */
export const mistyped = (number: string): string => `${number.slice(0, -2)}${number.at(-3)}${number.slice(-2)}`;
