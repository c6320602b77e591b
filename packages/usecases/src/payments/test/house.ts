// A house for tests of deeds: a company of its own for each test, and short words for what tests do with money. Its values are of the test under way.
import {
  type CompanyId,
  type CustomerId,
  type Day,
  day,
  type OrgId,
  type PaymentId,
  type ReceivableId,
} from '@quittance/core/kernel';
import { type DeedRow, findPayment } from '@quittance/db/payments';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { applyCredit } from '../../allocations/index.ts';
import type { Context } from '../../context/index.ts';
import { clockAt } from '../../ports/index.ts';
import { createHouse } from '../../users/index.ts';
import { returnPayment } from '../deeds/return-payment.ts';
import { undoDeed } from '../deeds/undo-deed.ts';

/** Today of these tests. */
export const TODAY = day('2026-03-31');
let database: TestDatabase;
let houses = 0;
/** Who acts, as of today. */
export let context: Context;
/** The company of the test under way. */
export let companyId: CompanyId;
/** Where its customers, invoices and payments are put. */
export let portfolio: Portfolio;

/** Opens a database for the file, and a company for each of its tests. */
export function openPayments(): void {
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    houses += 1;
    const place = { db: database.db, actor: 'user:lea', clock: clockAt(new Date(`${TODAY}T08:00:00Z`)) };
    const house = await createHouse(place, { name: `payments ${houses}`, siren: null });
    companyId = house.companyId;
    context = { ...place, orgId: house.orgId as OrgId };
    portfolio = new Portfolio(database.db, house);
  });
}

/** One invoice of one due term, in cents; its receivable. */
export const owed = async (
  customer: CustomerId,
  number: string,
  cents: number,
  dueOn = '2026-02-01',
): Promise<ReceivableId> =>
  (await portfolio.invoice({ customer, number, issuedOn: '2026-01-01', terms: [{ dueOn, cents }] })).receivables[0]!;
/** Money of a customer on 10 February, unapplied. */
export const paid = (customer: CustomerId, cents: number, reference = ''): Promise<PaymentId> =>
  portfolio.payment({ customer, on: '2026-02-10', cents, reference });
/** Rows of a statement, as the application’s own role. */
export const rows = <R>(statement: ReturnType<typeof sql>): Promise<R[]> =>
  withOrg(database.db, context.orgId, async (tx) => (await statement.execute(tx)).rows as R[]);
/** What is open of a term, in cents. */
export const openOf = async (receivable: ReceivableId): Promise<number> =>
  (
    await rows<{ open: number }>(sql`SELECT open_cents AS open FROM receivables WHERE receivable_id = ${receivable}`)
  )[0]!.open;
/** What is unapplied of a payment, in cents. */
export const freeOf = async (paymentId: PaymentId): Promise<number> =>
  (await withOrg(database.db, context.orgId, (tx) => findPayment(tx, { companyId, paymentId, today: TODAY })))!
    .openCents;
/** Applies cents of a payment to a term. */
export const apply = (id: number, receivableId: ReceivableId, cents: number) =>
  applyCredit(context, { companyId, credit: { kind: 'payment', id }, parts: [{ receivableId, cents }], reason: '' });
/** The number of a deed that was made. @throws Error with the refusal */
export const done = <R>(made: { ok: true; value: DeedRow } | { ok: false; refusal: R }): number => {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.deedId;
};
/** Undoes a deed. */
export const undo = (deedId: number, of: 'payment' | 'adjustment' = 'payment') =>
  undoDeed(context, { companyId, deedId, note: '', of });
/** The bank takes a payment back. */
export const bounce = (paymentId: PaymentId, on: Day = day('2026-03-20'), cents: number | null = null) =>
  returnPayment(context, { companyId, paymentId, on, cents, code: 'AM04', note: '' });
/** Open terms less free credits plus open money out, which no deed inside one company changes but money itself. */
export const balance = async (): Promise<number> =>
  (
    await rows<{ cents: number }>(sql`SELECT (coalesce((SELECT sum(gross_cents) FROM receivables), 0)
      - coalesce((SELECT sum(gross_cents) FROM credit_notes), 0)
      - coalesce((SELECT sum(CASE direction WHEN 'in' THEN cents ELSE -cents END) FROM payments), 0))::bigint AS cents`)
  )[0]!.cents;
