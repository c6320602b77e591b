// Bank files written by hand after the norms: amounts, days, parties and balances as their positions and elements say.
import { checkBalances } from '@quittance/core/intake';
import { isIban } from '@quittance/core/parties';
import { describe, expect, it } from 'vitest';
import { frenchIban, readCamt, readCfonb120, readCfonb240, readMt940, readOfx } from './index.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => [Buffer.from(text, encoding)];
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

/** A record of 120 characters: pieces at their 1-based positions. */
const record = (length: number, pieces: Readonly<Record<number, string>>): string => {
  const line = Array.from({ length }, () => ' ');
  for (const [at, text] of Object.entries(pieces)) line.splice(Number(at) - 1, text.length, ...text);
  return line.join('');
};
const account = { 3: '30002', 12: '00550', 17: 'EUR', 20: '2', 22: '0000157841Z' };

describe('CFONB 120', () => {
  const file = (curly: { plus: string; minus: string }) =>
    [
      record(120, { 1: '01', ...account, 35: '300126', 91: `0000000010000${curly.plus}` }),
      record(120, {
        1: '04',
        ...account,
        33: '05',
        35: '310126',
        43: '010226',
        49: 'VIR SEPA ATELIERS VALMORIN',
        91: '0000000012345A',
        105: 'F-118',
      }),
      record(120, { 1: '05', ...account, 33: '05', 35: '310126', 46: 'NPY', 49: 'ATELIERS VALMORIN' }),
      record(120, { 1: '05', ...account, 33: '05', 35: '310126', 46: 'LCC', 49: 'FACT F-118 ET 119' }),
      record(120, { 1: '05', ...account, 33: '05', 35: '310126', 46: 'RCN', 49: 'E2E-77' }),
      record(120, {
        1: '04',
        ...account,
        33: '10',
        35: '310126',
        41: '03',
        43: '310126',
        49: 'PRLV REJETE',
        91: '0000000002000J',
      }),
      record(120, {
        1: '04',
        ...account,
        33: '62',
        35: '310126',
        43: '310126',
        49: 'FRAIS',
        91: `0000000000100${curly.minus}`,
      }),
      record(120, { 1: '07', ...account, 35: '310126', 91: '0000000020244{' }),
    ].join('\r\n');

  // 1 000,00 + 1 234,51 − 200,01 − 10,00 = 2 024,50; the closing told is 2 024,40.
  it.each([
    ['ASCII', { plus: '{', minus: '}' }],
    ['French ISO 646', { plus: 'é', minus: 'è' }],
  ])('reads signs in %s, complements, a return, and says that the closing differs', async (_, curly) => {
    const { statements, errors } = value(await readCfonb120(bytes(file(curly), 'latin1')));
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(1);
    const [statement] = statements;
    expect(statement).toMatchObject({
      accountIban: frenchIban('30002', '00550', '0000157841Z'),
      opening: { on: '2026-01-30', cents: 100_000 },
      closing: { on: '2026-01-31', cents: 202_440 },
      movements: [
        {
          row: 2,
          bookedOn: '2026-01-31',
          valueOn: '2026-02-01',
          cents: 123_451,
          bankCode: '05',
          label: 'VIR SEPA ATELIERS VALMORIN\nF-118\nFACT F-118 ET 119',
          counterpartyName: 'ATELIERS VALMORIN',
          endToEndId: 'E2E-77',
          isReturn: false,
        },
        { cents: -20_001, returnReason: '03', isReturn: true },
        { cents: -1_000, isReturn: false },
      ],
    });
    expect(statement && checkBalances(statement)).toEqual({
      state: 'differs',
      expectedCents: 202_440,
      foundCents: 202_450,
    });
  });

  it('says which amount cannot be read, and keeps the others', async () => {
    const text = [
      record(120, { 1: '04', ...account, 33: '05', 35: '310126', 49: 'VIR', 91: '00000000123X5A' }),
      record(120, { 1: '04', ...account, 33: '05', 35: '310126', 49: 'VIR', 91: '0000000000100{' }),
    ].join('\n');
    const { statements, errors } = value(await readCfonb120(bytes(text)));
    expect(errors).toMatchObject([{ row: 1, column: '91-104', code: 'unreadable_amount' }]);
    expect(statements[0]?.movements.map(({ cents }) => cents)).toEqual([1_000]);
  });

  // A RIB whose key 25 is known, and whose IBAN satisfies ISO 13616 (mod 97 = 1).
  it('makes the IBAN of a RIB', () => {
    const iban = frenchIban('30002', '00550', '0000157841Z') ?? '';
    expect(iban.slice(-2)).toBe('25');
    expect(isIban(iban)).toBe(true);
  });
});

describe('CFONB 240', () => {
  const detail = (amount: string) =>
    record(240, {
      1: '34',
      9: '10',
      11: '310126',
      22: '30002',
      27: '00550',
      32: '0000157841Z',
      78: '30002',
      83: '00550',
      88: '0000157841Z',
      99: 'BRASSERIE LORIETTE',
      129: 'PROVISION INSUFFISANTE',
      223: 'F-1002',
      229: amount,
    });
  it('reads returns as money taken back, and checks their total', async () => {
    const text = [record(240, { 1: '31' }), detail('000000360000'), record(240, { 1: '39', 229: '000000360001' })].join(
      '\n',
    );
    const { statements, errors } = value(await readCfonb240(bytes(text)));
    expect(statements[0]?.movements).toMatchObject([
      {
        cents: -360_000,
        counterpartyName: 'BRASSERIE LORIETTE',
        label: 'PROVISION INSUFFISANTE\nF-1002',
        isReturn: true,
      },
    ]);
    expect(errors).toMatchObject([{ code: 'total_differs', seen: '360001', expected: '360000' }]);
  });
});

describe('CAMT', () => {
  const party = (name: string, iban: string) =>
    `<RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct></RltdPties>`;
  const detail = (amount: string, text: string, more = '') =>
    `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>${more}<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
  const entry = (amount: string, side: string, inside: string, status = '<Sts><Cd>BOOK</Cd></Sts>') =>
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${status}<BookgDt><Dt>2026-01-31</Dt></BookgDt>${inside}</Ntry>`;
  const balance = (code: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal>`;
  const message = (inside: string) =>
    `<?xml version="1.0"?><b:Document xmlns:b="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr/><Stmt><Id>S1</Id><Acct><Id><IBAN>FR3330002005500000157841Z25</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', '100.00')}${balance('CLBD', '420.00')}${inside}</Stmt></BkToCstmrStmt></b:Document>`;

  it('splits a batch whose details add up, keeps pending entries apart, names who paid', async () => {
    const batch = `<NtryDtls>${detail('100.00', 'F-1', party('Valmorin', 'DE89370400440532013000'))}${detail('220.00', 'F-2')}</NtryDtls>`;
    const text = message(entry('320.00', 'CRDT', batch) + entry('5.00', 'CRDT', '', '<Sts><Cd>PDNG</Cd></Sts>'));
    const { format, statements } = value(await readCamt(bytes(text)));
    expect(format).toBe('camt.053.001.08');
    expect(statements[0]?.movements).toMatchObject([
      {
        cents: 10_000,
        label: 'F-1',
        counterpartyName: 'Valmorin',
        counterpartyIban: 'DE89370400440532013000',
        endToEndId: null,
      },
      { cents: 22_000, label: 'F-2' },
      { cents: 500, isBooked: false },
    ]);
    expect(statements[0] && checkBalances(statements[0])).toEqual({ state: 'balanced' });
  });

  it('keeps a batch whose details do not add up as one movement', async () => {
    const batch = `<NtryDtls>${detail('100.00', 'F-1')}${detail('1.00', 'F-2')}</NtryDtls>`;
    const { statements } = value(await readCamt(bytes(message(entry('320.00', 'CRDT', batch)))));
    expect(statements[0]?.movements).toMatchObject([{ cents: 32_000, label: 'F-1\nF-2' }]);
  });

  it('reads a returned direct debit with its reason and whose it was', async () => {
    const inside = `<NtryDtls><TxDtls>${party('Loriette', 'DE89370400440532013000')}<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>`;
    const { statements } = value(await readCamt(bytes(message(entry('36.00', 'DBIT', inside)))));
    expect(statements[0]?.movements).toMatchObject([
      { cents: -3_600, returnReason: 'AM04', isReturn: true, counterpartyName: 'Loriette' },
    ]);
  });

  it('refuses what is not CAMT, and XML that is broken', async () => {
    expect(await readCamt(bytes('<Invoice/>'))).toMatchObject({ ok: false, refusal: { code: 'wrong_format' } });
    expect(await readCamt(bytes(message('<Ntry>').slice(0, -20)))).toMatchObject({
      ok: false,
      refusal: { code: 'malformed_xml' },
    });
  });
});

describe('MT940', () => {
  const file = (...lines: string[]) =>
    [':20:S1', ':25:FR3330002005500000157841Z25', ':28C:1/1', ':60F:C260130EUR100,00', ...lines].join('\r\n');
  it.each([
    ['a credit', ':61:2601310131C1234,5NTRFF-118//B77', 123_450],
    ['a debit', ':61:260131D5,NCHKNONREF', -500],
    ['a reversed credit', ':61:260131RC10,00NRTINONREF', -1_000],
    ['a reversed debit', ':61:260131RD10,00NTRFNONREF', 1_000],
    ['a funds code', ':61:260131CR10,01NTRFNONREF', 1_001],
  ])('reads the sign of %s', async (_, line, expected) => {
    const { statements } = value(await readMt940(bytes(file(line))));
    expect(statements[0]?.movements.map(({ cents }) => cents)).toEqual([expected]);
  });

  it('books an entry of December whose value is in January in the year before', async () => {
    const { statements } = value(await readMt940(bytes(file(':61:2701021231C1,00NTRFNONREF'))));
    expect(statements[0]?.movements[0]).toMatchObject({ valueOn: '2027-01-02', bookedOn: '2026-12-31' });
  });

  it.each([
    [':86:/ORDP//NAME/Valmorin/IBAN/DE89370400440532013000/REMI/F-118 F-119/EREF/E7', 'F-118 F-119', 'Valmorin', 'E7'],
    [
      ':86:166?00VIREMENT?20SVWZ+F-118 F-?21119?31DE89370400440532013000?32Valmo?33rin',
      'F-118 F-119',
      'Valmorin',
      null,
    ],
    [':86:000>20F-118 >21F-119>31DE89370400440532013000>32Valmorin', 'F-118 F-119', 'Valmorin', null],
  ])('reads %s', async (line, label, name, endToEndId) => {
    const { statements } = value(await readMt940(bytes(file(':61:260131C1,00NTRFNONREF', line))));
    expect(statements[0]?.movements[0]).toMatchObject({
      label,
      counterpartyName: name,
      counterpartyIban: 'DE89370400440532013000',
      endToEndId,
    });
  });

  it('joins a line that the network cut, and no other', async () => {
    const cut = 'X'.repeat(61);
    const { statements } = value(
      await readMt940(bytes(file(':61:260131C1,00NTRFNONREF', `:86:${cut}F-11`, '8 PAID', 'MERCI'))),
    );
    expect(statements[0]?.movements[0]?.label).toBe(`${cut}F-118 PAID\nMERCI`);
  });

  it('says which line cannot be read', async () => {
    const { errors } = value(await readMt940(bytes(file(':61:26X131C1,00NTRF', ':62F:C260131EUR100,00'))));
    expect(errors).toMatchObject([{ row: 5, column: ':61:', code: 'unreadable_line' }]);
  });
});

describe('OFX', () => {
  const sgml = `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30002<BRANCHID>00550<ACCTID>0000157841Z<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260131120000<TRNAMT>+1234.5<FITID>A1<NAME>VALMORIN &amp; FILS<MEMO>F-118
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260131<TRNAMT>-5.00<FITID>A2<NAME>FRAIS</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>1000.00<DTASOF>20260131</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  it('reads version 1, whose values are not closed', async () => {
    const { statements } = value(await readOfx(bytes(sgml)));
    expect(statements).toMatchObject([
      {
        accountIban: 'FR3330002005500000157841Z25',
        opening: null,
        closing: { on: '2026-01-31', cents: 100_000 },
        movements: [
          { cents: 123_450, label: 'F-118', counterpartyName: 'VALMORIN & FILS', bankReference: 'A1' },
          { cents: -500, label: 'FRAIS', bankReference: 'A2' },
        ],
      },
    ]);
  });

  it('reads version 2 alike', async () => {
    const xml =
      '<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><STMTRS><CURDEF>EUR</CURDEF><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260131</DTPOSTED><TRNAMT>7.00</TRNAMT><FITID>A1</FITID><NAME>X</NAME></STMTTRN></BANKTRANLIST></STMTRS></OFX>';
    const { statements } = value(await readOfx(bytes(xml)));
    expect(statements[0]?.movements).toMatchObject([{ cents: 700 }]);
  });
});
