// Information to the account owner (field 86): free text, `/NAME/…/REMI/…` codes, or `?20…?32…` subfields (`>` and `+` for `?` at some banks).

/** What a field 86 says besides its text. */
export type OwnerDetails = Readonly<{
  label: string;
  name: string | null;
  iban: string | null;
  endToEndId: string | null;
  mandateId: string | null;
  returnReason: string | null;
}>;

const IBAN = /\b([A-Z]{2}\d{2}[A-Z0-9]{11,30})\b/;
const orNull = (text: string | undefined): string | null => text?.trim() || null;
const given = (text: string | null): string | null => (text === 'NOTPROVIDED' || text === 'NONREF' ? null : text);

/** Pairs of `/CODE/value`; a party code such as `/ORDP/` only announces those that follow. */
function slashed(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const found of text.matchAll(/\/([A-Z]{3,4})\/((?:(?!\/[A-Z]{3,4}\/).)*)/gs)) {
    const [, code = '', value = ''] = found;
    if (value.trim() && !values.has(code)) values.set(code, value.trim());
  }
  return values;
}

function fromSlashes(text: string): OwnerDetails {
  const values = slashed(text.replaceAll('\n', ''));
  return {
    label: values.get('REMI') ?? text,
    name: orNull(values.get('NAME')),
    iban: orNull(values.get('IBAN')) ?? IBAN.exec(values.get('CNTP') ?? '')?.[1] ?? null,
    endToEndId: given(orNull(values.get('EREF'))),
    mandateId: given(orNull(values.get('MARF'))),
    returnReason: orNull(values.get('RTRN')),
  };
}

/** Subfields 20 to 29 and 60 to 63 are the purpose, 31 the account, 32 and 33 the name. */
function fromSubfields(text: string, mark: string): OwnerDetails {
  const parts = text
    .replaceAll('\n', '')
    .split(mark)
    .slice(1)
    .map((part) => [Number(part.slice(0, 2)), part.slice(2)] as const);
  const of = (from: number, to: number): string =>
    parts
      .filter(([code]) => code >= from && code <= to)
      .map(([, value]) => value)
      .join('');
  const purpose = of(20, 29) + of(60, 63);
  const marked = (key: string): string | undefined =>
    new RegExp(`${key}\\+(.*?)(?=(?:EREF|KREF|MREF|CRED|DEBT|SVWZ|IBAN|BIC|ABWA|ABWE)\\+|$)`).exec(purpose)?.[1];
  return {
    label: marked('SVWZ')?.trim() || purpose || of(0, 0),
    name: orNull(of(32, 33)),
    iban: IBAN.exec(marked('IBAN') ?? of(31, 31))?.[1] ?? null,
    endToEndId: given(orNull(marked('EREF'))),
    mandateId: given(orNull(marked('MREF'))),
    returnReason: null,
  };
}

const free = (text: string): OwnerDetails => ({
  label: text.trim(),
  name: null,
  iban: IBAN.exec(text)?.[1] ?? null,
  endToEndId: null,
  mandateId: null,
  returnReason: null,
});

/** Reads a field 86 in whichever dress it comes. */
export function readOwnerDetails(text: string): OwnerDetails {
  const mark = /^\d{3}([?>+])\d\d/.exec(text)?.[1];
  if (mark) return fromSubfields(text, mark);
  if (/\/(REMI|NAME|EREF|ORDP|BENM|CNTP)\//.test(text)) return fromSlashes(text);
  return free(text);
}
