// Books and bank tell the same payment once: a payment that a movement made is met again by a FEC and by a file of payments.
import type { CompanyId } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { type BookLine, customerBalance, fecText, ledgerLook, receipt, sale } from '@quittance/testkit/books';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedgerTie } from '../../ageing/ledger-tie.ts';
import { matchWaiting, redoMatch, undoMatch } from '../../cash/index.ts';
import { cfonb } from './bank-files.ts';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
let accounts = 0;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const look = (companyId: CompanyId) => ledgerLook(stage.db, { orgId: stage.orgId, companyId });
const payments = async (companyId: CompanyId) => (await look(companyId)).filter((line) => /^(in|out) /.test(line));

/** Makes payments of a customer from movements, as a decision does. */
async function paidByBank(companyId: CompanyId, ref: string, paid: readonly (readonly [on: string, cents: number])[]) {
  accounts += 1;
  const account = String(accounts).padStart(11, '3');
  const lines = paid.map(([on, cents], place) => ({ on, cents, text: `VIR ${ref} ${place}` }));
  const content = cfonb({ openingCents: 0, openingOn: '2024-01-01', lines, account });
  expect((await stage.bring(companyId, content, { kind: 'cfonb120' })).status).toBe('imported');
  await withOrg(stage.db, stage.orgId, (tx) =>
    sql`WITH moved AS (SELECT transaction_id, booked_on, cents FROM bank_transactions
        WHERE company_id = ${companyId} AND matched_cents = 0),
      decided AS (INSERT INTO bank_decisions (company_id, transaction_id, origin, actor, decided_on)
        SELECT ${companyId}, transaction_id, 'manual', 'test', booked_on FROM moved RETURNING decision_id, transaction_id),
      paid AS (INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, source_key)
        SELECT ${companyId}, c.customer_id, 'in', m.booked_on, m.cents, 'EUR', md5('bank ' || m.transaction_id)::uuid
        FROM moved m JOIN customers c ON c.company_id = ${companyId} AND c.ref = ${ref} RETURNING payment_id, cents, source_key)
      INSERT INTO bank_matches (company_id, decision_id, transaction_id, payment_id, cents, actor)
      SELECT ${companyId}, d.decision_id, d.transaction_id, p.payment_id, p.cents, 'test'
      FROM decided d JOIN paid p ON p.source_key = md5('bank ' || d.transaction_id)::uuid`.execute(tx),
  );
}

const SALES: BookLine[] = [...sale('1', '2024-01-10', 'DUPOND', 120_000), ...sale('2', '2024-02-10', 'DUPOND', 60_000)];
const tie = (companyId: CompanyId) =>
  withOrg(stage.db, stage.orgId, (tx) => readLedgerTie(tx, stage.context, { companyId, currency: 'EUR' }));

describe('a FEC after the bank', () => {
  it('takes the payment as its own, letters it, and ties to the cent', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(SALES));
    await paidByBank(companyId, 'DUPOND', [['2024-02-14', 120_000]]);
    const books = fecText([
      ...SALES.map((line) => (line.n === '1' && line.aux ? { ...line, let: 'A', letOn: '2024-02-20' } : line)),
      ...receipt('1', '2024-02-16', 'DUPOND', 120_000, { let: 'A', letOn: '2024-02-20' }),
    ]);
    const report = await stage.bring(companyId, books);
    expect(report).toMatchObject({
      status: 'imported',
      counts: { payments: { created: 0 }, allocations: { created: 1 } },
      openCents: customerBalance(books),
    });
    expect(report.notes).toContainEqual({ code: 'known_from_other_source', facts: 1 });
    expect(await payments(companyId)).toEqual(['in DUPOND 2024-02-14 120000 0']);
    expect(await look(companyId)).toContain('debt DUPOND F1 invoice 2024-01-10 2024-02-09 120000 0');
  });

  it('meets it again in every newer export, whatever came in between', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(SALES));
    await paidByBank(companyId, 'DUPOND', [['2024-02-14', 60_000]]);
    const first = [...SALES, ...receipt('1', '2024-02-16', 'DUPOND', 60_000)];
    await stage.bring(companyId, fecText(first));
    await paidByBank(companyId, 'DUPOND', [['2024-02-19', 60_000]]);
    const second = [...first, ...receipt('2', '2024-03-20', 'DUPOND', 10_000)];
    expect(await stage.bring(companyId, fecText(second))).toMatchObject({ counts: { payments: { created: 1 } } });
    expect(await payments(companyId)).toEqual([
      'in DUPOND 2024-02-14 60000 60000',
      'in DUPOND 2024-02-19 60000 60000',
      'in DUPOND 2024-03-20 10000 10000',
    ]);
  });

  it('ties on the last day of the books where the bank is a few days later', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(SALES));
    await paidByBank(companyId, 'DUPOND', [['2024-03-01', 120_000]]);
    const books = fecText([...SALES, ...receipt('1', '2024-02-28', 'DUPOND', 120_000)]);
    expect(await stage.bring(companyId, books)).toMatchObject({
      status: 'imported',
      counts: { payments: { created: 0 } },
    });
    expect(await tie(companyId)).toMatchObject({
      booksOn: '2024-02-28',
      ledgerCents: 60_000,
      quittanceCents: 60_000,
      differenceCents: 0,
    });
  });

  it('brings its own where two would do, and says so', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(SALES));
    await paidByBank(companyId, 'DUPOND', [
      ['2024-02-13', 60_000],
      ['2024-02-15', 60_000],
    ]);
    const report = await stage.bring(companyId, fecText([...SALES, ...receipt('1', '2024-02-14', 'DUPOND', 60_000)]));
    expect(report.counts.payments.created).toBe(1);
    expect(report.notes).toContainEqual({ code: 'bank_payments_ambiguous', count: 1 });
  });

  it('keeps the payment when the decision that made it is undone: the books tell it, and it is taken again once', async () => {
    const companyId = await stage.company();
    const { context } = stage;
    const payer = sql`UPDATE customers SET name = 'Dupond Menuiserie' WHERE company_id = ${companyId}`;
    await stage.bring(companyId, fecText(SALES));
    await withOrg(stage.db, stage.orgId, (tx) => payer.execute(tx));
    const lines = [{ on: '2024-02-14', cents: 120_000, text: 'VIR DUPOND MENUISERIE F1' }];
    const statement = cfonb({ openingCents: 0, openingOn: '2024-01-01', lines, account: '00000000099' });
    await stage.bring(companyId, statement, { kind: 'cfonb120' });
    const { lines: matched } = await matchWaiting(context, { companyId, apply: true });
    const decisionId = matched[0]!.decisionId!;
    const books = [...SALES, ...receipt('1', '2024-02-16', 'DUPOND', 120_000)];
    expect((await stage.bring(companyId, fecText(books))).counts.payments.created).toBe(0);
    expect((await undoMatch(context, { companyId, decisionId, reason: 'autre facture' })).ok).toBe(true);
    // Not applied any more, and still the customer's: nobody asks him for what the books hold.
    expect(await payments(companyId)).toEqual(['in DUPOND 2024-02-14 120000 120000']);
    expect(await look(companyId)).toContain('debt DUPOND F1 invoice 2024-01-10 2024-02-09 120000 120000');
    await matchWaiting(context, { companyId, apply: true });
    expect(await payments(companyId)).toEqual(['in DUPOND 2024-02-14 120000 120000']);
    expect((await redoMatch(context, { companyId, decisionId })).ok).toBe(true);
    expect(await payments(companyId)).toEqual(['in DUPOND 2024-02-14 120000 0']);
  });

  it('leaves a payment of six worked days before alone', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(SALES));
    await paidByBank(companyId, 'DUPOND', [['2024-02-06', 60_000]]);
    const books = fecText([...SALES, ...receipt('1', '2024-02-14', 'DUPOND', 60_000)]);
    expect(await stage.bring(companyId, books)).toMatchObject({ counts: { payments: { created: 1 } } });
  });
});

describe('two companies of one organization', () => {
  it.each([
    [
      'books',
      (companyId: CompanyId) =>
        stage.bring(companyId, fecText([...SALES, ...receipt('7', '2024-02-16', 'DUPOND', 77_000)])),
    ],
    [
      'a file',
      (companyId: CompanyId) =>
        stage.bring(companyId, 'customer_ref;paid_on;amount;reference\nDUPOND;2024-02-16;770,00;V7\n', {
          kind: 'csv-payments',
        }),
    ],
  ] as const)('that write the very same line in %s each have their own payment, once', async (_, tell) => {
    for (const companyId of [await stage.company(), await stage.company()]) {
      await stage.bring(companyId, fecText(SALES));
      await paidByBank(companyId, 'DUPOND', [['2024-02-14', 77_000]]);
      expect(await tell(companyId)).toMatchObject({ status: 'imported', counts: { payments: { created: 0 } } });
      await tell(companyId);
      expect(await payments(companyId)).toEqual(['in DUPOND 2024-02-14 77000 77000']);
    }
  });
});

describe('a file of payments after the bank', () => {
  const csv = (...rows: string[]) => `customer_ref;paid_on;amount;reference;invoice_numbers\n${rows.join('\n')}\n`;

  it('takes the payment as its own and applies it to the invoice it names, once', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(SALES));
    await paidByBank(companyId, 'DUPOND', [['2024-02-14', 120_000]]);
    const file = csv('DUPOND;2024-02-12;1200,00;V1;F1');
    const first = await stage.bring(companyId, file, { kind: 'csv-payments' });
    expect(first).toMatchObject({ counts: { payments: { created: 0 }, allocations: { created: 1 } } });
    expect(first.notes).toContainEqual({ code: 'known_from_other_source', facts: 1 });
    const more = csv('DUPOND;2024-02-12;1200,00;V1;F1', 'DUPOND;2024-03-12;10,00;V2;');
    expect(await stage.bring(companyId, more, { kind: 'csv-payments' })).toMatchObject({
      counts: { payments: { created: 1 } },
    });
    expect(await payments(companyId)).toEqual(['in DUPOND 2024-02-14 120000 0', 'in DUPOND 2024-03-12 1000 1000']);
  });
});
