// Creditor references of ISO 11649: `RF`, two check digits (mod 97), up to 21 characters.

const MODULUS = 97;

const remainder = (text: string): number => {
  let rest = 0;
  for (const char of text) {
    const value = char >= 'A' ? char.charCodeAt(0) - 55 : Number(char);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % MODULUS;
  }
  return rest;
};

/** The reference inside a valid RF number, without its check digits; null where `text` is none. */
export function readCreditorReference(text: string): string | null {
  const compact = text.replace(/\s/g, '').toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(compact)) return null;
  return remainder(compact.slice(4) + compact.slice(0, 4)) === 1 ? compact.slice(4) : null;
}

/** The RF number of a reference of letters and digits, 21 at most. @throws RangeError for any other text */
export function writeCreditorReference(reference: string): string {
  const compact = reference.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (compact === '' || compact.length > 21) throw new RangeError(`not a creditor reference: ${reference}`);
  return `RF${String(98 - remainder(`${compact}RF00`)).padStart(2, '0')}${compact}`;
}
