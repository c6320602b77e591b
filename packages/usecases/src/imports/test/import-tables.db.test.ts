// Table files brought in on the real database: created, completed, met again, refused row by row.
import type { CompanyId } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { fecText, ledgerLook, receipt, sale } from '@quittance/testkit/books';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportKind } from '../report.ts';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const look = (companyId: CompanyId) => ledgerLook(stage.db, { orgId: stage.orgId, companyId });
const csv = (companyId: CompanyId, table: string, rows: readonly string[]) =>
  stage.bring(companyId, `${rows.join('\r\n')}\r\n`, { kind: `csv-${table}` as ImportKind, fileName: `${table}.csv` });
const query = async <R>(text: ReturnType<typeof sql<R>>): Promise<R[]> =>
  (await withOrg(stage.db, stage.orgId, (tx) => text.execute(tx))).rows;

const INVOICES = 'customer_ref;invoice_number;kind;issued_on;due_on;gross;net;vat;customer_name;sent_on;order_ref';
const PAYMENTS = 'customer_ref;paid_on;amount;method;reference;invoice_numbers';

describe('customers and contacts', () => {
  it('are created, then completed; an empty cell erases nothing', async () => {
    const companyId = await stage.company();
    const first = await csv(companyId, 'customers', [
      'customer_ref;name;email;city;credit_limit;kind',
      'C1;Durand;a@durand.example;Lyon;1 500,00;public',
      'C2;Petit;;;;',
    ]);
    expect(first).toMatchObject({ status: 'imported', counts: { customers: { created: 2, updated: 0 } }, errors: [] });
    const second = await csv(companyId, 'customers', [
      'customer_ref;name;email;city',
      'C1;Durand SARL;;',
      'C2;Petit;;',
    ]);
    expect(second.counts.customers).toEqual({ created: 0, updated: 1 });
    expect(
      await query(
        sql`SELECT ref, name, email, city, credit_limit_cents AS limit, kind FROM customers WHERE company_id = ${companyId} ORDER BY ref`,
      ),
    ).toEqual([
      { ref: 'C1', name: 'Durand SARL', email: 'a@durand.example', city: 'Lyon', limit: 150_000, kind: 'public' },
      { ref: 'C2', name: 'Petit', email: null, city: null, limit: null, kind: 'business' },
    ]);
  });

  it('keep a row whose optional value is malformed, without that value, and say so', async () => {
    const companyId = await stage.company();
    const report = await csv(companyId, 'customers', [
      'customer_ref;name;siren;payment_terms',
      'C1;Durand;123456789;plus tard',
      'C2;;;',
    ]);
    expect(report.counts.customers.created).toBe(1);
    expect(report.errors.map((error) => [error.row, error.column, error.seen])).toEqual([
      [2, 'siren', '123456789'],
      [2, 'payment_terms', 'plus tard'],
      [3, 'name', ''],
    ]);
  });

  it('with new terms estimate again the due dates that were only estimated, and keep the old day', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(sale('1', '2025-01-10', 'C1', 12_000)));
    expect(await look(companyId)).toEqual(['debt C1 F1 invoice 2025-01-10 2025-02-09 12000 12000']);
    await csv(companyId, 'customers', ['customer_ref;name;payment_terms', 'C1;Durand;45 jours fin de mois']);
    expect(await look(companyId)).toEqual(['debt C1 F1 invoice 2025-01-10 2025-02-28 12000 12000']);
    expect(
      await query(sql`SELECT changed_on AS on, old_due_on AS old, new_due_on AS new, was_estimated AS was FROM due_date_changes d
      JOIN receivables r USING (receivable_id) WHERE r.company_id = ${companyId}`),
    ).toEqual([{ on: '2025-06-30', old: '2025-02-09', new: '2025-02-28', was: true }]);
  });

  it('contacts are found again by name; one of nobody is a row error', async () => {
    const companyId = await stage.company();
    await csv(companyId, 'customers', ['customer_ref;name', 'C1;Durand']);
    const header = 'customer_ref;name;roles;email;phone';
    const first = await csv(companyId, 'contacts', [
      header,
      'C1;Anne Roux;billing reminders;anne@durand.example;',
      'C9;Personne;billing;;',
    ]);
    expect(first).toMatchObject({
      counts: { contacts: { created: 1 } },
      errors: [{ row: 3, column: 'customer_ref', code: 'unknown_customer', seen: 'C9' }],
    });
    const second = await csv(companyId, 'contacts', [header, 'C1;Anne Roux;;;0199000001']);
    expect(second.counts.contacts).toEqual({ created: 0, updated: 1 });
    expect(
      await query(
        sql`SELECT t.roles, t.email, t.phone FROM contacts t JOIN customers USING (customer_id) WHERE company_id = ${companyId}`,
      ),
    ).toEqual([{ roles: ['billing', 'reminders'], email: 'anne@durand.example', phone: '0199000001' }]);
  });
});

describe('invoices', () => {
  it('in three terms are one invoice whose terms live apart, wherever the rows stand', async () => {
    const companyId = await stage.company();
    const report = await csv(companyId, 'invoices', [
      INVOICES,
      'C1;F1;invoice;2025-01-10;2025-03-10;400,00;;;Durand;2025-01-12;BC7',
      'C1;A1;credit_note;2025-01-20;2025-01-20;50,00;;;Durand;;',
      'C1;F1;invoice;2025-01-10;2025-02-10;400,00;;;Durand;2025-01-12;BC7',
      'C1;F1;invoice;2025-01-10;2025-04-10;400,00;;;Durand;2025-01-12;BC7',
    ]);
    expect(report).toMatchObject({
      counts: { customers: { created: 1 }, invoices: { created: 1 }, creditNotes: { created: 1 } },
      openCents: 115_000,
      errors: [],
    });
    expect(await look(companyId)).toEqual([
      'credit C1 A1 credit_note 2025-01-20 5000 5000',
      'debt C1 F1 invoice 2025-01-10 2025-02-10 40000 40000',
      'debt C1 F1 invoice 2025-01-10 2025-03-10 40000 40000',
      'debt C1 F1 invoice 2025-01-10 2025-04-10 40000 40000',
    ]);
  });

  it('met again move their due date, once, with a dated line; a different amount is refused by row', async () => {
    const companyId = await stage.company();
    const row = (dueOn: string, gross: string) => [INVOICES, `C1;F1;invoice;2025-01-10;${dueOn};${gross};;;Durand;;`];
    await csv(companyId, 'invoices', row('2025-02-10', '100,00'));
    const moved = await csv(companyId, 'invoices', row('2025-03-10', '100,00'));
    expect(moved.counts.invoices).toEqual({ created: 0, updated: 1 });
    expect(await look(companyId)).toEqual(['debt C1 F1 invoice 2025-01-10 2025-03-10 10000 10000']);
    const other = await csv(companyId, 'invoices', row('2025-03-10', '120,00'));
    expect(other).toMatchObject({
      counts: { invoices: { created: 0, updated: 0 } },
      errors: [{ row: 2, column: 'gross', code: 'gross_differs', seen: '120,00', expected: '100,00 EUR' }],
    });
    expect(await look(companyId)).toEqual(['debt C1 F1 invoice 2025-01-10 2025-03-10 10000 10000']);
  });

  it('known from the books are completed, not doubled: real terms, sending, net and VAT', async () => {
    const companyId = await stage.company();
    await stage.bring(
      companyId,
      fecText([
        ...sale('1', '2025-01-10', 'C1', 120_000, { let: 'A' }),
        ...receipt('1', '2025-02-14', 'C1', 40_000, { let: 'A' }),
      ]),
    );
    const terms = ['2025-02-10', '2025-03-10', '2025-04-10'].map(
      (due) => `C1;F1;invoice;2025-01-10;${due};400,00;333,33;66,67;;2025-01-11;BC7`,
    );
    const report = await csv(companyId, 'invoices', [INVOICES, ...terms]);
    expect(report).toMatchObject({ counts: { invoices: { created: 0, updated: 1 } }, openCents: 80_000, errors: [] });
    expect(await look(companyId)).toEqual([
      'debt C1 F1 invoice 2025-01-10 2025-02-10 40000 0',
      'debt C1 F1 invoice 2025-01-10 2025-03-10 40000 40000',
      'debt C1 F1 invoice 2025-01-10 2025-04-10 40000 40000',
      'in C1 2025-02-14 40000 0',
    ]);
    expect(
      await query(
        sql`SELECT sent_on AS sent, net_cents AS net, vat_cents AS vat, order_ref AS ref FROM invoices WHERE company_id = ${companyId}`,
      ),
    ).toEqual([{ sent: '2025-01-11', net: 99_999, vat: 20_001, ref: 'BC7' }]);
    expect(
      await query(sql`SELECT bool_or(due_estimated) AS estimated FROM receivables WHERE company_id = ${companyId}`),
    ).toEqual([{ estimated: false }]);
  });

  it('known before the books come are met by them', async () => {
    const companyId = await stage.company();
    await csv(companyId, 'invoices', [INVOICES, 'C1;F1;invoice;2025-01-10;2025-02-28;120,00;;;Durand;;']);
    await csv(companyId, 'payments', [PAYMENTS, 'C1;2025-02-14;120,00;transfer;V1;F1']);
    const report = await stage.bring(
      companyId,
      fecText([
        ...sale('1', '2025-01-10', 'C1', 12_000, { let: 'A' }),
        ...receipt('1', '2025-02-14', 'C1', 12_000, { let: 'A' }),
      ]),
    );
    expect(report).toMatchObject({
      status: 'imported',
      counts: { invoices: { created: 0 }, payments: { created: 0 }, allocations: { created: 0 } },
      openCents: 0,
    });
    expect(await look(companyId)).toEqual([
      'debt C1 F1 invoice 2025-01-10 2025-02-28 12000 0',
      'in C1 2025-02-14 12000 0',
    ]);
  });

  it('of an unknown customer without a name, or due before they are issued, are row errors', async () => {
    const companyId = await stage.company();
    const report = await csv(companyId, 'invoices', [
      INVOICES,
      'X9;F1;invoice;2025-01-10;2025-02-10;10,00;;;;;',
      'C1;F2;invoice;2025-01-10;2025-01-09;10,00;;;Durand;;',
    ]);
    expect(report.errors.map((error) => [error.row, error.column, error.code])).toEqual([
      [2, 'customer_ref', 'unknown_customer'],
      [3, 'due_on', 'due_before_issued'],
    ]);
    expect(await look(companyId)).toEqual([]);
  });
});
