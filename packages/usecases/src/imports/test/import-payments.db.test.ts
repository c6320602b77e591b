// Payments brought in on the real database, and what holds for any table: twice, remembered columns, dry, refused.
import { type CompanyId, day } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { fecText, ledgerLook, receipt, rowCounts, sale } from '@quittance/testkit/books';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetMapping } from '../forget-mapping.ts';
import { mappingFor } from '../mapping-for.ts';
import type { ImportKind } from '../report.ts';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const look = (companyId: CompanyId) => ledgerLook(stage.db, { orgId: stage.orgId, companyId });
const counts = () => rowCounts(stage.db, stage.orgId);
const csv = (companyId: CompanyId, table: string, rows: readonly string[]) =>
  stage.bring(companyId, `${rows.join('\r\n')}\r\n`, { kind: `csv-${table}` as ImportKind, fileName: `${table}.csv` });

const INVOICES = 'customer_ref;invoice_number;kind;issued_on;due_on;gross;net;vat;customer_name;sent_on;order_ref';
const PAYMENTS = 'customer_ref;paid_on;amount;method;reference;invoice_numbers';

describe('payments', () => {
  it('go to the invoices they name, in that order; the rest and the unnamed stay unapplied', async () => {
    const companyId = await stage.company();
    const numbers = ['1', '2', '3', '4', '5', '6'];
    await csv(companyId, 'invoices', [
      INVOICES,
      ...numbers.map((n) => `C1;F${n};invoice;2025-01-0${n};2025-02-0${n};100,00;;;Durand;;`),
    ]);
    // Situation 26: four of six at once, the last one partly.
    const report = await csv(companyId, 'payments', [
      PAYMENTS,
      'C1;2025-03-01;350,00;transfer;VIR 1;F4 F2 F6 F1',
      'C1;2025-03-02;20,00;cheque;CHQ 1;',
      'C1;2025-03-03;5,00;cheque;CHQ 2;F99',
    ]);
    expect(report).toMatchObject({
      counts: { payments: { created: 3 }, allocations: { created: 4 } },
      openCents: 22_500,
      errors: [{ row: 4, column: 'invoice_numbers', code: 'unknown_invoice', seen: 'F99' }],
    });
    const open = (await look(companyId))
      .filter((line) => line.startsWith('debt'))
      .map((line) => line.split(' ').at(-1));
    expect(open).toEqual(['5000', '0', '10000', '0', '10000', '0']);
  });

  it('in another file with one more row are the same payments; twins stay two', async () => {
    const companyId = await stage.company();
    await csv(companyId, 'customers', ['customer_ref;name', 'C1;Durand']);
    const twins = ['C1;2025-03-01;10,00;cheque;;', 'C1;2025-03-01;10,00;cheque;;'];
    expect((await csv(companyId, 'payments', [PAYMENTS, ...twins])).counts.payments).toEqual({
      created: 2,
      updated: 0,
    });
    const more = await csv(companyId, 'payments', [PAYMENTS, ...twins, 'C1;2025-03-05;7,00;cheque;;']);
    expect(more).toMatchObject({ counts: { payments: { created: 1, updated: 0 } }, openCents: -2_700 });
  });

  it('known from the books are not doubled, but allocated if they are free', async () => {
    const companyId = await stage.company();
    await stage.bring(
      companyId,
      fecText([...sale('1', '2025-01-10', 'C1', 12_000), ...receipt('1', '2025-02-14', 'C1', 12_000)]),
    );
    const report = await csv(companyId, 'payments', [PAYMENTS, 'C1;2025-02-14;120,00;transfer;VIR;F1']);
    expect(report).toMatchObject({
      counts: { payments: { created: 0, updated: 1 }, allocations: { created: 1 } },
      openCents: 0,
    });
  });

  it('taken off an invoice by a person are not put back', async () => {
    const companyId = await stage.company();
    await csv(companyId, 'invoices', [INVOICES, 'C1;F1;invoice;2025-01-10;2025-02-10;10,00;;;Durand;;']);
    await csv(companyId, 'payments', [PAYMENTS, 'C1;2025-03-01;10,00;;V1;F1']);
    await withOrg(stage.db, stage.orgId, (tx) =>
      sql`INSERT INTO allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, reverses_allocation_id, actor)
        SELECT company_id, payment_id, receivable_id, '2025-03-05', -cents, currency, 'manual', allocation_id, 'user:1' FROM allocations
        WHERE company_id = ${companyId}`.execute(tx),
    );
    const again = await csv(companyId, 'payments', [PAYMENTS, 'C1;2025-03-01;10,00;;V1;F1', 'C1;2025-03-09;1,00;;V2;']);
    expect(again.counts.allocations.created).toBe(0);
  });
});

describe('any table', () => {
  it('twice changes nothing; once something else came in between, it is read again', async () => {
    const companyId = await stage.company();
    const rows = ['customer_ref;name;city', 'C1;Durand;Lyon'];
    await csv(companyId, 'customers', rows);
    expect(await csv(companyId, 'customers', rows)).toMatchObject({ status: 'unchanged' });
    await csv(companyId, 'customers', ['customer_ref;name;city', 'C1;Durand;Nice']);
    expect(await csv(companyId, 'customers', rows)).toMatchObject({
      status: 'imported',
      counts: { customers: { updated: 1 } },
    });
  });

  it('remembers the columns it was given', async () => {
    const companyId = await stage.company();
    const mapping = {
      kind: 'customers',
      columns: { customer_ref: 'zone 1', name: 'zone 2' },
      dateOrder: 'dmy',
      decimalMarks: {},
    } as const;
    const file = (name: string) => `zone 1;zone 2\r\nC1;${name}\r\n`;
    const first = await stage.bring(companyId, file('Durand'), { kind: 'csv-customers', mapping });
    expect(first).toMatchObject({ status: 'imported', counts: { customers: { created: 1 } } });
    const second = await stage.bring(companyId, file('Durand SARL'), { kind: 'csv-customers' });
    expect(second).toMatchObject({ status: 'imported', counts: { customers: { updated: 1 } } });
    expect(await stage.bring(await stage.company(), file('x'), { kind: 'csv-customers' })).toMatchObject({
      status: 'refused',
      refusal: { code: 'missing_columns' },
    });
  });

  it('tried dry or refused leaves no trace', async () => {
    const companyId = await stage.company();
    const before = await counts();
    const rows = `${INVOICES}\r\nC1;F1;invoice;2025-01-10;2025-02-10;10,00;;;Durand;;\r\nX9;F2;invoice;2025-01-10;2025-02-10;10,00;;;;;\r\n`;
    expect(await stage.bring(companyId, rows, { kind: 'csv-invoices', dryRun: true })).toMatchObject({
      status: 'dry_run',
      counts: { invoices: { created: 1 } },
      errorCount: 1,
    });
    expect(await stage.bring(companyId, rows, { kind: 'csv-invoices', strict: true })).toMatchObject({
      status: 'refused',
      refusal: { code: 'unreadable_rows' },
    });
    expect(await counts()).toEqual(before);
  });

  it('recognised by its headers goes the same way; with every row refused, so is the file', async () => {
    const companyId = await stage.company();
    const rows = `${PAYMENTS}\r\nC1;2025-03-01;10,00;cheque;;\r\n`;
    expect(
      await stage.bring(companyId, rows, { kind: 'auto', fileName: 'x.csv', on: day('2025-06-30') }),
    ).toMatchObject({
      kind: 'csv-payments',
      status: 'refused',
      refusal: { code: 'nothing_taken', row: 2 },
      errorCount: 1,
    });
  });
});

describe('columns remembered', () => {
  it('tell what a file without known headers is, for `auto` as well, until they are forgotten', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, 'customer_ref;name\r\nC1;Ateliers Valmorin\r\n', { kind: 'csv-customers' });
    const strange = 'aaa;bbb;ccc\r\nC1;2025-03-01;10,00\r\n';
    const columns = { customer_ref: 'aaa', paid_on: 'bbb', amount: 'ccc' };
    const guessed = await mappingFor({
      open: async function* () {
        yield Buffer.from(strange);
      },
      isWorkbook: false,
      table: 'payments',
      columns,
    });
    if (!guessed.ok) throw new Error(guessed.refusal.code);
    expect(await stage.bring(companyId, strange, { kind: 'csv-payments', mapping: guessed.value })).toMatchObject({
      status: 'imported',
    });
    const next = strange.replace('10,00', '20,00');
    expect(await stage.bring(companyId, next, { kind: 'auto', fileName: 'y.csv' })).toMatchObject({
      kind: 'csv-payments',
      status: 'imported',
      counts: { payments: { created: 1 } },
    });
    await forgetMapping(stage.context, { companyId, kind: 'payments', signature: 'aaa | bbb | ccc' });
    const third = strange.replace('10,00', '30,00');
    expect(await stage.bring(companyId, third, { kind: 'auto', fileName: 'z.csv' })).toMatchObject({
      status: 'refused',
    });
  });
});
