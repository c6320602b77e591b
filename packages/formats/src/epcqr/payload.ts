// EPC069-12 v2.1 quick response code for a SEPA credit transfer: the text inside the code. Drawing it belongs to the letter or the page.
import { type Cents, ok, type Result, refuse } from '@quittance/core/kernel';
import { isIban } from '@quittance/core/parties';

/** What is to be paid, and to whom. */
export type EpcTransfer = Readonly<{
  beneficiary: string;
  iban: string;
  bic?: string | null;
  /** 0,01 € to 999 999 999,99 €. */
  amountCents: Cents;
  /** ISO 11649 creditor reference (RF…), at most 35 characters. Excludes `remittance`. */
  creditorReference?: string | null;
  /** Free text for the beneficiary, at most 140 characters; longer text is refused, never cut. */
  remittance?: string | null;
}>;

/** Why no code can be made. */
export type EpcRefusal = Readonly<{
  code:
    | 'missing_beneficiary'
    | 'text_too_long'
    | 'invalid_iban'
    | 'invalid_bic'
    | 'amount_out_of_range'
    | 'two_references'
    | 'invalid_character'
    | 'payload_too_long';
  field: string;
}>;

const MOST_BYTES = 331;
const MOST_CENTS = 99_999_999_999;

const no = (code: EpcRefusal['code'], field: string) => refuse<EpcRefusal>({ code, field });

/** Line ends would break the layout: they become spaces. */
const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

function checkText(texts: Readonly<Record<string, readonly [text: string, limit: number]>>): EpcRefusal | null {
  for (const [field, [text, limit]] of Object.entries(texts)) {
    if ([...text].length > limit) return { code: 'text_too_long', field };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters cannot be in a payment order
    if (/[\u0000-\u001f\u007f]/.test(text)) return { code: 'invalid_character', field };
  }
  return null;
}

/** EUR and the amount with a point and two decimals, without leading zeros. */
const euros = (cents: Cents): string => `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/**
 * The payload: version 002 (BIC optional within the EEA), UTF-8, identification SCT, lines ended by LF, trailing empty lines left out.
 * To be drawn with error correction M and at most version 13.
 */
export function epcPayload(transfer: EpcTransfer): Result<string, EpcRefusal> {
  const name = oneLine(transfer.beneficiary);
  const iban = transfer.iban.replace(/\s/g, '').toUpperCase();
  const bic = oneLine(transfer.bic).toUpperCase();
  const reference = oneLine(transfer.creditorReference);
  const remittance = oneLine(transfer.remittance);
  if (name === '') return no('missing_beneficiary', 'beneficiary');
  if (!isIban(iban)) return no('invalid_iban', 'iban');
  if (bic !== '' && !/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) return no('invalid_bic', 'bic');
  const { amountCents } = transfer;
  if (!(amountCents >= 1 && amountCents <= MOST_CENTS)) return no('amount_out_of_range', 'amountCents');
  if (reference !== '' && remittance !== '') return no('two_references', 'remittance');
  const problem = checkText({
    beneficiary: [name, 70],
    creditorReference: [reference, 35],
    remittance: [remittance, 140],
  });
  if (problem) return refuse(problem);
  const lines = ['BCD', '002', '1', 'SCT', bic, name, iban, euros(amountCents), '', reference, remittance];
  const payload = lines.join('\n').replace(/\n+$/, '');
  return new TextEncoder().encode(payload).length > MOST_BYTES ? no('payload_too_long', 'remittance') : ok(payload);
}
