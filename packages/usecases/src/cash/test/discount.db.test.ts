// The early-payment discount, from the file of invoices to the closed invoice: 1 000,00 € with 2 % until the 10th of March.
import { type CustomerId, day, type InvoiceId, type ReceivableId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../imports/index.ts';
import { type AgreedDiscount, agreeDiscount } from '../agree-discount.ts';
import { type CashHouse, openHouse, TODAY } from './house.ts';

let database: TestDatabase;
let house: CashHouse;
let customer: CustomerId;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = await openHouse(database.db);
  customer = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
});

const HEADER = 'customer_ref;invoice_number;kind;issued_on;due_on;gross;discount;discount_until';
const invoices = (...rows: string[]) =>
  importFile(house.context, {
    companyId: house.companyId,
    kind: 'csv-invoices',
    fileName: 'factures.csv',
    open: async function* () {
      yield Buffer.from(`${[HEADER, ...rows].join('\r\n')}\r\n`);
    },
    on: TODAY as never,
  });
const agreed = () =>
  house.read(async (tx) => {
    const { rows } = await sql<{ text: string }>`
      SELECT concat_ws(' ', due_on, gross_cents, discount_cents, discount_until_on) AS text FROM receivables
      WHERE org_id = current_org() AND company_id = ${house.companyId} ORDER BY due_on`.execute(tx);
    return rows.map(({ text }) => text);
  });
const closings = () =>
  house.read(async (tx) => {
    const { rows } = await sql<{ text: string }>`
      SELECT nature || ' ' || issued_on || ' ' || gross_cents || ' open ' || open_cents AS text FROM credit_notes
      WHERE org_id = current_org() AND company_id = ${house.companyId} ORDER BY credit_note_id`.execute(tx);
    return rows.map(({ text }) => text);
  });
const transfer = (on: string) =>
  house.bank.movement({ on, cents: 98_000, label: 'VIR FA-2026-0118', name: 'Menuiserie Dupontel' });

const INVOICE = 'C1;FA-2026-0118;invoice;2026-02-25;2026-03-25;1000,00;20,00;2026-03-10';

const termOf = () =>
  house.read(async (tx) => {
    const { rows } = await sql<{ receivableId: ReceivableId; invoiceId: InvoiceId }>`
      SELECT receivable_id AS "receivableId", invoice_id AS "invoiceId" FROM receivables
      WHERE org_id = current_org() AND company_id = ${house.companyId}`.execute(tx);
    return rows[0]!;
  });
type Agreed = AgreedDiscount | null;
const agree = async (discount: Agreed, old: Agreed) =>
  agreeDiscount(house.context, { companyId: house.companyId, ...(await termOf()), discount, old, reason: '' });
const DISCOUNT = { cents: 2_000, untilOn: day('2026-03-10') };

describe('a discount a person agrees', () => {
  const PLAIN = 'C1;FA-2026-0118;invoice;2026-02-25;2026-03-25;1000,00;;';

  it('is granted to money that waits already, and taken off again', async () => {
    const before = { ...DISCOUNT, untilOn: day('2026-03-05') };
    await invoices(PLAIN.replace(';;', ';20,00;2026-03-05'));
    const movement = await transfer('2026-03-08');
    await house.run();
    const seen = async () => (await house.proposal(movement)).best?.evidence;
    expect(await seen()).toContain('amount_partial');
    expect(await agree(DISCOUNT, before)).toEqual({ ok: true, value: null });
    expect(await agreed()).toEqual(['2026-03-25 100000 2000 2026-03-10']);
    expect(await seen()).toContain('amount_discount');
    expect(await agree(null, DISCOUNT)).toEqual({ ok: true, value: null });
    expect(await agreed()).toEqual(['2026-03-25 100000']);
  });

  it.each([
    {
      says: 'the whole of the term',
      discount: { ...DISCOUNT, cents: 100_000 },
      old: null,
      code: 'discount_impossible',
    },
    {
      says: 'a last day before it',
      discount: { cents: 1, untilOn: day('2026-02-24') },
      old: null,
      code: 'discount_impossible',
    },
    { says: 'what somebody changed meanwhile', discount: null, old: DISCOUNT, code: 'version_conflict' },
  ])('is refused: $says', async ({ discount, old, code }) => {
    await invoices(PLAIN);
    expect(await agree(discount, old)).toEqual({ ok: false, refusal: { code } });
    expect(await agreed()).toEqual(['2026-03-25 100000']);
  });
});

describe('a discount agreed on an invoice', () => {
  it.each(['2026-03-08', '2026-03-10'])(
    'is granted to what arrives on %s: applied alone, the rest closed',
    async (on) => {
      await invoices(INVOICE);
      const movement = await transfer(on);
      await house.run();
      expect(await house.line(movement)).toMatchObject({ state: 'applied', openCents: 0 });
      expect(await house.decisions(movement)).toMatchObject([
        { origin: 'automatic', evidence: expect.arrayContaining(['reference', 'amount_discount']) },
      ]);
      expect(await house.bank.owed(customer)).toEqual([0]);
      expect(await closings()).toEqual([expect.stringMatching(/^discount 2026-03-\d\d 2000 open 0$/)]);
      const [decision] = await house.decisions(movement);
      expect(await house.undo(decision!.decisionId)).toMatchObject({ ok: true });
      expect(await house.bank.owed(customer)).toEqual([100_000]);
    },
  );

  it.each(['2026-03-11', '2026-03-15'])('is not granted on %s: a part payment, and only proposed', async (on) => {
    await invoices(INVOICE);
    const movement = await transfer(on);
    await house.run();
    expect(await house.line(movement)).toMatchObject({ state: 'waiting', openCents: 98_000, decision: 'suggest' });
    const { best } = await house.proposal(movement);
    expect(best).toMatchObject({ evidence: expect.arrayContaining(['reference', 'amount_partial']) });
    expect(await house.accept(movement)).toMatchObject({ ok: true });
    expect(await house.bank.owed(customer)).toEqual([2_000]);
    expect(await closings()).toEqual([]);
  });

  it('is brought by a newer export and changed by it; an empty cell takes none away', async () => {
    const row = (discount: string) => `C1;FA-2026-0118;invoice;2026-02-25;2026-03-25;1000,00;${discount}`;
    await invoices(row(';'));
    expect(await agreed()).toEqual(['2026-03-25 100000']);
    expect(await invoices(row('20,00;2026-03-10'))).toMatchObject({ counts: { invoices: { updated: 1 } }, errors: [] });
    expect(await agreed()).toEqual(['2026-03-25 100000 2000 2026-03-10']);
    await invoices(row('30,00;2026-03-05'));
    expect(await agreed()).toEqual(['2026-03-25 100000 3000 2026-03-05']);
    expect(await invoices(row(';'))).toMatchObject({ counts: { invoices: { updated: 0 } } });
    expect(await agreed()).toEqual(['2026-03-25 100000 3000 2026-03-05']);
  });

  it('of the whole gives way to those of its real terms', async () => {
    const part = (due: string, gross: string, discount: string) =>
      `C1;FA-2026-0118;invoice;2026-02-25;${due};${gross};${discount}`;
    await invoices(part('2026-03-25', '1000,00', '600,00;2026-03-10'));
    const terms = [part('2026-03-25', '400,00', ';'), part('2026-04-25', '600,00', '12,00;2026-03-31')];
    expect(await invoices(...terms)).toMatchObject({ counts: { invoices: { updated: 1 } }, errors: [] });
    expect(await agreed()).toEqual(['2026-03-25 40000', '2026-04-25 60000 1200 2026-03-31']);
  });
});
