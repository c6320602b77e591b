// CAMT text: the demo's bank statement as its bank hands it over, an ISO 20022 camt.053 message of one account.
import type { Cents, Day } from '@quittance/core/kernel';

/** A booked line of the statement; cents negative for money out. */
export type DemoMovement = Readonly<{
  on: Day;
  cents: Cents;
  /** What the bank wrote, in its words. */
  text: string;
  /** Who paid or was paid, as the bank cuts it; null where it says nobody. */
  party: string | null;
  iban: string | null;
  endToEnd?: string;
  /** ISO 20022 reason of a payment given back. */
  returned?: string;
}>;

/** One account over some days, with what it held before. */
export type DemoStatement = Readonly<{
  iban: string;
  from: Day;
  openingCents: Cents;
  movements: readonly DemoMovement[];
}>;

const CENTS = 100;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const decimal = (cents: number): string =>
  `${Math.trunc(Math.abs(cents) / CENTS)}.${String(Math.abs(cents) % CENTS).padStart(2, '0')}`;
const amount = (cents: number): string =>
  `<Amt Ccy="EUR">${decimal(cents)}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
const balance = (code: string, on: Day, cents: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${on}</Dt></Dt></Bal>`;

function parties({ cents, party, iban, returned }: DemoMovement): string {
  // What is given back names the parties of the first payment.
  const side = cents > 0 || returned !== undefined ? 'Dbtr' : 'Cdtr';
  const who = party === null ? '' : `<${side}><Nm>${escaped(party)}</Nm></${side}>`;
  const account = iban === null ? '' : `<${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct>`;
  return who || account ? `<RltdPties>${who}${account}</RltdPties>` : '';
}

const entry = (movement: DemoMovement, place: number): string => {
  const { on, cents, text, endToEnd, returned } = movement;
  const reference = `${on.replaceAll('-', '')}${String(place + 1).padStart(5, '0')}`;
  const back = returned === undefined ? '' : `<RtrInf><Rsn><Cd>${returned}</Cd></Rsn></RtrInf>`;
  return (
    `<Ntry>${amount(cents)}<Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>` +
    `<AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${endToEnd ?? 'NOTPROVIDED'}</EndToEndId></Refs>` +
    `${parties(movement)}<RmtInf><Ustrd>${escaped(text)}</Ustrd></RmtInf>${back}</TxDtls></NtryDtls></Ntry>`
  );
};

/** The whole message; its closing balance is its opening balance and its movements. */
export function camtText({ iban, from, openingCents, movements }: DemoStatement): string {
  const last = movements.at(-1)?.on ?? from;
  const closing = movements.reduce((sum, { cents }) => sum + cents, openingCents as number);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>',
    `<GrpHdr><MsgId>REL${last.replaceAll('-', '')}</MsgId><CreDtTm>${last}T19:00:00</CreDtTm></GrpHdr>`,
    `<Stmt><Id>${last.replaceAll('-', '')}</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', from, openingCents),
    balance('CLBD', last, closing),
    ...movements.map(entry),
    '</Stmt></BkToCstmrStmt></Document>',
    '',
  ].join('\n');
}
