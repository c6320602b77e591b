// Identifiers: SIREN, SIRET, French VAT number and IBAN, checked by their own arithmetic. A valid key is not proof of existence.

const digitsOnly = (text: string): string => text.replace(/[\s.]/g, '');

/** Luhn sum: every second digit from the right doubled, digits added; valid when divisible by 10. */
const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
};

/** Nine digits with a Luhn key; spaces are allowed. */
export const isSiren = (text: string): boolean => {
  const digits = digitsOnly(text);
  return /^\d{9}$/.test(digits) && digits !== '000000000' && luhn(digits);
};

/** Fourteen digits with a Luhn key; La Poste's establishments (SIREN 356000000) instead sum to a multiple of 5. */
export const isSiret = (text: string): boolean => {
  const digits = digitsOnly(text);
  if (!/^\d{14}$/.test(digits) || !isSiren(digits.slice(0, 9))) return false;
  if (luhn(digits)) return true;
  return digits.startsWith('356000000') && [...digits].reduce((sum, d) => sum + Number(d), 0) % 5 === 0;
};

/** The VAT number of a SIREN: FR + (12 + 3 × (SIREN mod 97)) mod 97 + SIREN. */
export const frenchVatNumber = (siren: string): string => {
  const digits = digitsOnly(siren);
  const key = (12 + 3 * (Number(digits) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${digits}`;
};

/** ISO 13616: country, two check digits, mod 97 = 1 after moving the first four characters to the end. */
export const isIban = (text: string): boolean => {
  const iban = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  let remainder = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = char >= 'A' ? char.charCodeAt(0) - 55 : Number(char);
    remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
  }
  return remainder === 1;
};
