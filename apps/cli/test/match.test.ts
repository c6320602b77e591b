// quittance match: what waits, as of any day, applied as the application does it; money the bank took back beside the payment it gives back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, openCompanyHouse } from './cli-house.ts';

let house: CliHouse;
beforeAll(async () => {
  house = await openCompanyHouse();
  const customers = await house.file('clients.csv', ['customer_ref;name', 'C1;Scierie Moreau', 'C2;Menuiserie Petit']);
  const invoices = await house.file('factures.csv', [
    'customer_ref;invoice_number;kind;issued_on;due_on;gross',
    'C1;FA-2701;invoice;2027-01-30;2027-03-01;1200,00',
    'C2;FA-2702;invoice;2027-03-08;2027-04-08;500,00',
  ]);
  await house.json('import', 'csv-customers', customers, '--on', '2027-02-01');
  await house.json('import', 'csv-invoices', invoices, '--on', '2027-03-08');
});
afterAll(() => house?.close());

const IBAN = 'FR7630006000011234567890189';

type Entry = Readonly<{ on: string; cents: number; name: string; text: string; isReturn?: boolean }>;

function entryOf({ on, cents, name, text, isReturn }: Entry): string {
  const amount = `<Amt Ccy="EUR">${(Math.abs(cents) / 100).toFixed(2)}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  const party = `<Nm>${name}</Nm>`;
  // A return repeats the parties of what it gives back.
  const parties = cents < 0 && !isReturn ? `<Cdtr>${party}</Cdtr>` : `<Dbtr>${party}</Dbtr>`;
  const back = isReturn ? '<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>' : '';
  return `<Ntry>${amount}<Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties>${parties}</RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf>${back}</TxDtls></NtryDtls></Ntry>`;
}

const camt = (...entries: Entry[]): string[] => [
  '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>R1</Id>',
  `<Acct><Id><IBAN>${IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries.map(entryOf).join('')}</Stmt></BkToCstmrStmt></Document>`,
];

type Line = {
  kind: string;
  transaction: { amountCents: number; bookedOn: string };
  decision: string;
  applied: boolean;
  returned: object | null;
};
const match = (...words: string[]) => house.json<Line[]>('match', ...words);

describe('movements', () => {
  it('are applied by the import where they are certain; a return by name and amount waits, with its payment', async () => {
    const path = await house.file(
      'mars.xml',
      camt(
        { on: '2027-03-02', cents: 120_000, name: 'SCIERIE MOREAU', text: 'VIR FA-2701' },
        { on: '2027-03-09', cents: -120_000, name: 'SCIERIE MOREAU', text: 'REJET', isReturn: true },
        { on: '2027-03-10', cents: -4_000, name: 'FOURNISSEUR', text: 'ACHAT' },
        { on: '2027-03-10', cents: 12_345, name: 'INCONNU', text: 'VIR SANS RIEN' },
      ),
    );
    expect(await house.json('import', 'auto', path, '--on', '2027-03-11')).toMatchObject([
      { status: 'imported', counts: { transactions: { created: 4 } } },
    ]);
    const lines = await match('--on', '2027-03-11');
    expect(lines).toMatchObject([
      { kind: 'receipt', transaction: { amountCents: 12_345 }, decision: 'none', returned: null },
      {
        kind: 'return',
        transaction: { amountCents: -120_000, bookedOn: '2027-03-09', counterparty: 'SCIERIE MOREAU' },
        decision: 'suggest',
        evidence: ['return_amount_and_name'],
        allocations: [],
        applied: false,
        returned: {
          customer: 'C1',
          paidOn: '2027-03-02',
          amountCents: 120_000,
          paid: [{ invoice: 'FA-2701', cents: 120_000 }],
        },
      },
    ]);
  });

  it('are shown as of a day: later ones are not there', async () => {
    expect((await match('--on', '2027-03-09')).map(({ kind }) => kind)).toEqual(['return']);
    expect(await match('--on', '2027-03-01')).toEqual([]);
  });

  it('are left to a person where the run of the application leaves them', async () => {
    const lines = await match('--apply', '--on', '2027-03-11');
    expect(lines.map(({ kind, applied }) => [kind, applied])).toEqual([
      ['receipt', false],
      ['return', false],
    ]);
    const open = await house.json<{ number: string }[]>('invoices', '--status', 'open', '--on', '2027-03-11');
    expect(open.map(({ number }) => number)).toEqual(['FA-2702']);
  });

  it('are counted in words that agree, in both languages', async () => {
    const said = async (...words: string[]) =>
      (await house.quittance('match', ...words)).stdout.trim().split('\n').at(-1);
    const normal = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
    expect(normal(await said('--on', '2027-03-09'))).toBe(
      '1 mouvement : 0 appliqué, 0 certain, 1 à confirmer, 0 sans proposition.',
    );
    expect(await said('--on', '2027-03-11', '--lang', 'en')).toBe(
      '2 movements: 0 applied, 0 certain, 1 to confirm, 1 without a proposal.',
    );
    expect((await house.quittance('match', '--on', '2027-03-11')).stdout).toContain('impayé · à confirmer');
  });
});
