// Bank files for tests: the same invented movements told by each format as banks write them.
import { frenchIban } from '@quittance/formats/bank';

/** A movement; cents positive for money in. */
export type Line = Readonly<{ on: string; cents: number; text: string; reference?: string }>;

/** A stretch of an account: what it held before, and what moved. */
export type Stretch = Readonly<{ openingCents: number; openingOn: string; lines: readonly Line[]; account?: string }>;

const BANK = '30004';
const BRANCH = '00001';
/** Account of the tests where none is given. */
export const ACCOUNT = '00012345678';

/** Its IBAN. */
export const ibanOf = (account = ACCOUNT): string => frenchIban(BANK, BRANCH, account)!;

const closingOf = ({ openingCents, lines }: Stretch): number =>
  lines.reduce((sum, { cents }) => sum + cents, openingCents);
const lastOf = ({ openingOn, lines }: Stretch): string => lines.at(-1)?.on ?? openingOn;
const ddmmyy = (on: string): string => `${on.slice(8, 10)}${on.slice(5, 7)}${on.slice(2, 4)}`;
const yymmdd = (on: string): string => on.slice(2).replaceAll('-', '');

const overpunched = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(14, '0');
  return digits.slice(0, 13) + (cents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI')[Number(digits[13])];
};

/** Puts pieces at their positions, from 1, in a record. */
const record = (size: number, pieces: Readonly<Record<number, string>>): string => {
  const cells = Array.from({ length: size }, () => ' ');
  for (const [at, text] of Object.entries(pieces)) cells.splice(Number(at) - 1, text.length, ...text);
  return cells.join('').slice(0, size);
};

const head = (code: string, account: string) => ({ 1: code, 3: BANK, 12: BRANCH, 17: 'EUR2', 22: account });

/** CFONB 120. */
export function cfonb(stretch: Stretch): string {
  const { openingCents, openingOn, lines, account = ACCOUNT } = stretch;
  const balance = (code: string, on: string, cents: number) =>
    record(120, { ...head(code, account), 35: ddmmyy(on), 91: overpunched(cents) });
  const moved = ({ on, cents, text, reference = '' }: Line) =>
    record(120, {
      ...head('04', account),
      33: cents > 0 ? '05' : '06',
      35: ddmmyy(on),
      43: ddmmyy(on),
      49: text.slice(0, 31).padEnd(31),
      82: reference.slice(0, 7).padStart(7, '0'),
      91: overpunched(cents),
    });
  return `${[balance('01', openingOn, openingCents), ...lines.map(moved), balance('07', lastOf(stretch), closingOf(stretch))].join('\r\n')}\r\n`;
}

const decimals = (cents: number, mark: string): string =>
  `${Math.trunc(Math.abs(cents) / 100)}${mark}${String(Math.abs(cents) % 100).padStart(2, '0')}`;

/** MT940. */
export function mt940(stretch: Stretch): string {
  const { openingCents, openingOn, lines, account } = stretch;
  const balance = (tag: string, on: string, cents: number) =>
    `:${tag}:${cents < 0 ? 'D' : 'C'}${yymmdd(on)}EUR${decimals(cents, ',')}`;
  const moved = ({ on, cents, text }: Line) =>
    `:61:${yymmdd(on)}${on.slice(5, 7)}${on.slice(8)}${cents < 0 ? 'D' : 'C'}${decimals(cents, ',')}NTRFNONREF\r\n:86:${text}`;
  return [
    ':20:RELEVE',
    `:25:${ibanOf(account)}`,
    ':28C:1/1',
    balance('60F', openingOn, openingCents),
    ...lines.map(moved),
    balance('62F', lastOf(stretch), closingOf(stretch)),
    '-',
    '',
  ].join('\r\n');
}

/** OFX 1; the identifier of a movement is its reference, else made of its place. */
export function ofx(stretch: Stretch): string {
  const day = (on: string) => on.replaceAll('-', '');
  const moved = ({ on, cents, text, reference }: Line, place: number) =>
    `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day(on)}<TRNAMT>${cents < 0 ? '-' : ''}${decimals(cents, '.')}<FITID>${reference ?? `${day(on)}-${place}`}<NAME>${text}</STMTTRN>`;
  return `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>${BANK}<BRANCHID>${BRANCH}<ACCTID>${stretch.account ?? ACCOUNT}</BANKACCTFROM><BANKTRANLIST>${stretch.lines.map(moved).join('\n')}</BANKTRANLIST><LEDGERBAL><BALAMT>${closingOf(stretch) < 0 ? '-' : ''}${decimals(closingOf(stretch), '.')}<DTASOF>${day(lastOf(stretch))}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`;
}

/** CAMT.053; `details` splits a line into its parts. */
export function camt(
  stretch: Stretch,
  more: Readonly<{ details?: Readonly<Record<string, readonly number[]>>; pending?: number; message?: string }> = {},
): string {
  const sign = (cents: number) => `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  const amount = (cents: number) => `<Amt Ccy="EUR">${decimals(cents, '.')}</Amt>`;
  const balance = (type: string, on: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp>${amount(cents)}${sign(cents)}<Dt><Dt>${on}</Dt></Dt></Bal>`;
  const entry = ({ on, cents, text, reference }: Line, status = 'BOOK') => {
    const parts = more.details?.[reference ?? ''];
    const details = parts
      ? parts.map(
          (part, place) =>
            `<TxDtls>${amount(part)}${sign(part)}<RmtInf><Ustrd>${text} ${place + 1}</Ustrd></RmtInf></TxDtls>`,
        )
      : [`<TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`];
    return `<Ntry>${amount(cents)}${sign(cents)}<Sts>${status}</Sts><BookgDt><Dt>${on}</Dt></BookgDt>${
      reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : ''
    }<NtryDtls>${details.join('')}</NtryDtls></Ntry>`;
  };
  const pending = Array.from({ length: more.pending ?? 0 }, () =>
    entry({ on: lastOf(stretch), cents: 100, text: 'ANNONCE' }, 'PDNG'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${
    more.message ?? 'camt.053.001.02'
  }"><BkToCstmrStmt><Stmt><Id>R1</Id><Acct><Id><IBAN>${ibanOf(stretch.account)}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance(
    'OPBD',
    stretch.openingOn,
    stretch.openingCents,
  )}${balance('CLBD', lastOf(stretch), closingOf(stretch))}${stretch.lines.map((line) => entry(line)).join('')}${pending.join(
    '',
  )}</Stmt></BkToCstmrStmt></Document>`;
}

/** The canonical CSV. */
export const bankCsv = ({ lines }: Stretch): string =>
  [
    'booked_on;amount;label;reference',
    ...lines.map(({ on, cents, text, reference = '' }) =>
      [on, (cents < 0 ? '-' : '') + decimals(cents, '.'), text, reference].join(';'),
    ),
    '',
  ].join('\n');
