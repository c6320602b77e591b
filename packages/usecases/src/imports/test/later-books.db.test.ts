import type { CompanyId } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import {
  type BookLine,
  customerBalance,
  fecText,
  ledgerLook,
  opening,
  receipt,
  rowCounts,
  sale,
} from '@quittance/testkit/books';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

const look = (companyId: CompanyId) => ledgerLook(stage.db, { orgId: stage.orgId, companyId });
const counts = () => rowCounts(stage.db, stage.orgId);

const YEAR: BookLine[] = [
  ...sale('1', '2024-01-10', 'DUPOND', 120_000, { let: 'A', letOn: '2024-02-15' }),
  ...sale('2', '2024-02-10', 'DUPOND', 60_000),
  ...sale('3', '2024-02-12', 'MARTIN', 50_000, { let: 'B' }),
  ...receipt('1', '2024-02-14', 'DUPOND', 120_000, { let: 'A', letOn: '2024-02-15' }),
  ...receipt('2', '2024-03-01', 'MARTIN', 30_000, { let: 'B' }),
];

describe('a newer export of the same year', () => {
  it('adds payments and lettering, and doubles nothing', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(YEAR));
    const newer = [...YEAR, ...receipt('3', '2024-03-20', 'MARTIN', 20_000, { let: 'B' })];
    const report = await stage.bring(companyId, fecText(newer));
    expect(report).toMatchObject({
      counts: { invoices: { created: 0 }, payments: { created: 1 }, allocations: { created: 1, updated: 0 } },
      openCents: 60_000,
    });
    expect(await look(companyId)).toContain('debt MARTIN F3 invoice 2024-02-12 2024-03-13 50000 0');
  });

  it('undoes a lettering that is gone, by a new line of the day of the import', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(YEAR));
    const unlettered = YEAR.map((line) => (line.let === 'A' ? { ...line, let: '', letOn: '' } : line));
    expect(await stage.bring(companyId, fecText(unlettered))).toMatchObject({
      counts: { allocations: { created: 0, updated: 1 } },
      openCents: 80_000,
    });
    expect(await look(companyId)).toContain('debt DUPOND F1 invoice 2024-01-10 2024-02-09 120000 120000');
    const undone = await withOrg(stage.db, stage.orgId, (tx) =>
      sql<{
        cents: number;
        on: string;
      }>`SELECT cents, allocated_on AS on FROM allocations WHERE company_id = ${companyId} AND cents < 0`.execute(tx),
    );
    expect(undone.rows).toEqual([{ cents: -120_000, on: '2025-06-30' }]);
    // Lettered once more: not dated before the undoing, so that no past day counts it twice.
    await stage.bring(companyId, `${fecText(YEAR)}\r\n`);
    const last = await withOrg(stage.db, stage.orgId, (tx) =>
      sql<{
        on: string;
      }>`SELECT allocated_on AS on FROM allocations WHERE company_id = ${companyId} ORDER BY allocation_id DESC LIMIT 1`.execute(
        tx,
      ),
    );
    expect(last.rows).toEqual([{ on: '2025-06-30' }]);
  });

  it('that lacks a line cancels its fact by an opposite one, and takes it back as a new fact when it returns', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(YEAR));
    const without = YEAR.filter((line) => line.piece !== 'F2');
    const report = await stage.bring(companyId, fecText(without));
    expect(report).toMatchObject({
      openCents: 20_000,
      notes: expect.arrayContaining([{ code: 'entries_withdrawn', facts: 1 }]),
    });
    expect(await look(companyId)).toEqual(
      expect.arrayContaining([
        'credit DUPOND F2 adjustment 2025-06-30 60000 0',
        'debt DUPOND F2 invoice 2024-02-10 2024-03-11 60000 0',
      ]),
    );
    const before = await counts();
    await stage.bring(companyId, `${fecText(without)}\r\n`);
    expect(await counts()).toEqual(before);
    expect(await stage.bring(companyId, `${fecText(YEAR)}\r\n`)).toMatchObject({ openCents: 80_000 });
    expect(await stage.bring(companyId, `${fecText(YEAR)}\r\n\r\n`)).toMatchObject({
      openCents: 80_000,
      counts: { invoices: { created: 0 } },
    });
  });

  it('leaves what a person allocated alone, and letters the rest', async () => {
    const companyId = await stage.company();
    const plain = YEAR.map((line) => ({ ...line, let: '', letOn: '' }));
    await stage.bring(companyId, fecText(plain));
    await withOrg(stage.db, stage.orgId, (tx) =>
      sql`INSERT INTO allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, actor)
        SELECT p.company_id, p.payment_id, r.receivable_id, '2024-03-02', 30000, 'EUR', 'manual', 'user:1'
        FROM payments p JOIN receivables r ON r.company_id = p.company_id
        WHERE p.company_id = ${companyId} AND p.cents = 120000 AND r.gross_cents = 60000`.execute(tx),
    );
    const report = await stage.bring(companyId, fecText(YEAR));
    expect(report).toMatchObject({
      status: 'imported',
      openCents: 80_000,
      notes: expect.arrayContaining([{ code: 'lettering_limited', groups: 1 }]),
    });
    expect(await look(companyId)).toEqual(
      expect.arrayContaining([
        'debt DUPOND F1 invoice 2024-01-10 2024-02-09 120000 30000',
        'debt DUPOND F2 invoice 2024-02-10 2024-03-11 60000 30000',
      ]),
    );
  });

  it('older than what is known adds nothing and undoes nothing', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText([...YEAR, ...sale('9', '2024-12-20', 'MARTIN', 1_000)]));
    const before = await look(companyId);
    const older = YEAR.map((line) => ({ ...line, let: '', letOn: '' }));
    expect(await stage.bring(companyId, fecText(older))).toMatchObject({
      status: 'imported',
      notes: expect.arrayContaining([{ code: 'older_export' }]),
    });
    expect(await look(companyId)).toEqual(before);
  });
});

const NEXT: BookLine[] = [
  ...opening('2025-01-01', 'DUPOND', 60_000, { let: 'C', letOn: '2025-02-01' }),
  ...opening('2025-01-01', 'MARTIN', 20_000),
  ...receipt('11', '2025-01-31', 'DUPOND', 60_000, { let: 'C', letOn: '2025-02-01' }),
  ...sale('12', '2025-02-10', 'MARTIN', 7_000),
];

describe('the next year', () => {
  it('carries what is known without doubling it, and its lettering settles the invoices of the year before', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(YEAR));
    const report = await stage.bring(companyId, fecText(NEXT));
    expect(report).toMatchObject({
      status: 'imported',
      counts: { invoices: { created: 1 }, payments: { created: 1 }, allocations: { created: 1 } },
      openCents: 27_000,
    });
    expect(report.openCents).toBe(customerBalance(fecText(NEXT)));
    expect(await look(companyId)).toContain('debt DUPOND F2 invoice 2024-02-10 2024-03-11 60000 0');
    const before = await counts();
    await stage.bring(companyId, `${fecText(NEXT)}\r\n`);
    expect(await counts()).toEqual(before);
  });

  it('that opens otherwise gets one adjustment for each such customer, both figures named', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(YEAR));
    const other = [
      ...opening('2025-01-01', 'DUPOND', 60_500),
      ...opening('2025-01-01', 'NOUVEAU', 900),
      ...sale('12', '2025-02-10', 'MARTIN', 7_000),
    ];
    const report = await stage.bring(companyId, fecText(other));
    expect(report.openCents).toBe(customerBalance(fecText(other)));
    expect(report.notes).toEqual(
      expect.arrayContaining([
        { code: 'opening_differs', customer: 'DUPOND', openingCents: 60_500, knownCents: 60_000 },
        { code: 'opening_differs', customer: 'MARTIN', openingCents: 0, knownCents: 20_000 },
      ]),
    );
    expect(await look(companyId)).toEqual(
      expect.arrayContaining([
        'credit MARTIN AN 2025 adjustment 2025-01-01 20000 20000',
        'debt DUPOND AN 2025 adjustment 2025-01-01 2025-01-01 500 500',
        'debt NOUVEAU AN1 opening 2025-01-01 2025-01-31 900 900',
      ]),
    );
    const before = await counts();
    await stage.bring(companyId, `${fecText(other)}\r\n`);
    expect(await counts()).toEqual(before);
  });

  it('first, then the older one, is refused: its openings stand for that detail', async () => {
    const companyId = await stage.company();
    await stage.bring(companyId, fecText(NEXT));
    const before = await look(companyId);
    expect(await stage.bring(companyId, fecText(YEAR))).toMatchObject({
      status: 'refused',
      refusal: { code: 'older_exercise_after_newer' },
    });
    expect(await look(companyId)).toEqual(before);
  });
});
