// The account of a CFONB record: bank, branch and number, and the IBAN they make in France.

const KEY_MODULUS = 97;
/** Letters of an account number stand for digits: A J = 1, B K S = 2 … (RIB key, ISO 13616 annex France). */
const LETTER_DIGITS = '12345678912345678923456789';

const digitsOf = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => LETTER_DIGITS[letter.charCodeAt(0) - 65] ?? '0');

const modulo = (digits: string, by: number): number => {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
};

/** The RIB key: 97 − (89 × bank + 15 × branch + 3 × account) mod 97, two digits. */
export function ribKey(bank: string, branch: string, account: string): string {
  const sum =
    89 * modulo(digitsOf(bank), KEY_MODULUS) +
    15 * modulo(digitsOf(branch), KEY_MODULUS) +
    3 * modulo(digitsOf(account), KEY_MODULUS);
  return String(KEY_MODULUS - (sum % KEY_MODULUS)).padStart(2, '0');
}

/** The French IBAN of a bank account, or null where its parts are not those of a RIB. */
export function frenchIban(bank: string, branch: string, account: string): string | null {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[0-9A-Z]{11}$/.test(account)) return null;
  const bban = `${bank}${branch}${account}${ribKey(bank, branch, account)}`;
  const numbers = `${bban}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `FR${String(98 - modulo(numbers, KEY_MODULUS)).padStart(2, '0')}${bban}`;
}
