// The amount a payer ordered, where the bank changed it: read in each format that tells it.
import { describe, expect, it } from 'vitest';
import { readCamt, readCfonb120, readMt940 } from './index.ts';

const originals = async (read: typeof readCamt, text: string) => {
  const file = await read([Buffer.from(text)]);
  if (!file.ok) throw new Error(file.refusal.code);
  return file.value.statements.flatMap(({ movements }) => movements.map(({ original }) => original));
};

const entry = (instructed: string) =>
  `<Ntry><Amt Ccy="EUR">92.10</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt><NtryDtls><TxDtls>
  <AmtDtls><InstdAmt>${instructed}</InstdAmt></AmtDtls></TxDtls></NtryDtls></Ntry>`;
const camt = (instructed: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>${entry(instructed)}</Stmt></BkToCstmrStmt></Document>`;

const record = (pieces: Readonly<Record<number, string>>): string => {
  const line = Array.from({ length: 120 }, () => ' ');
  for (const [at, text] of Object.entries(pieces)) line.splice(Number(at) - 1, text.length, ...text);
  return line.join('');
};
const account = { 3: '30002', 12: '00550', 17: 'EUR', 20: '2', 22: '0000157841Z', 35: '310126' };
const cfonb = (mmo: string) =>
  [
    record({ 1: '01', ...account, 91: '0000000000000{' }),
    record({ 1: '04', ...account, 33: '05', 49: 'VIR', 91: '0000000000921{' }),
    record({ 1: '05', ...account, 33: '05', 46: 'MMO', 49: mmo }),
    record({ 1: '07', ...account, 91: '0000000000921{' }),
  ].join('\r\n');

const mt940 = (line: string, details: string) =>
  [
    ':20:A',
    ':25:X',
    ':60F:C260130EUR0,',
    `:61:2601310131C92,10NTRFREF${line}`,
    `:86:${details}`,
    ':62F:C260131EUR92,10',
    '-',
  ].join('\r\n');

const DOLLARS = { cents: 10_000, currency: 'USD' };

describe('the amount ordered', () => {
  it.each([
    ['CAMT InstdAmt', readCamt, camt('<Amt Ccy="USD">100.00</Amt>'), DOLLARS],
    ['CAMT InstdAmt in the account’s currency', readCamt, camt('<Amt Ccy="EUR">92.10</Amt>'), null],
    ['CFONB MMO', readCfonb120, cfonb('USD200000000010000'), DOLLARS],
    ['CFONB MMO without decimals', readCfonb120, cfonb('JPY000000000015000'), { cents: 1_500_000, currency: 'JPY' }],
    ['CFONB MMO that is none', readCfonb120, cfonb('USD2'), null],
    ['MT940 /OCMT/ beside the line', readMt940, mt940('\r\n/OCMT/USD100,', 'VIR'), DOLLARS],
    ['MT940 /OCMT/ in the details', readMt940, mt940('', '/EREF/A/OCMT/USD100,00/REMI/B'), DOLLARS],
    ['MT940 /OCMT/ in the account’s currency', readMt940, mt940('', '/OCMT/EUR92,10/REMI/B'), null],
  ] as const)('%s', async (_, read, text, expected) => expect(await originals(read, text)).toEqual([expected]));
});
