// A bank file brought in by mistake: withdrawn it counts nowhere, what it decided is undone; put back or imported again it counts once.
import { type CompanyId, day, type ImportId } from '@quittance/core/kernel';
import { findMovement, listMovements } from '@quittance/db/cash';
import { withOrg } from '@quittance/db/tx';
import { Portfolio } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountStage, JUNE_CENTS, june } from '../../bank/test/account-stage.ts';
import { decideMovement, setAside, takeBack } from '../../cash/index.ts';
import { refundPayment } from '../../payments/index.ts';
import { previewWithdrawal, restoreFile, withdrawFile } from '../index.ts';

const DUPONT = 120_000;
const ON = day('2025-06-30');

let stage: Awaited<ReturnType<typeof accountStage>>;
beforeAll(async () => {
  stage = await accountStage();
});
afterAll(() => stage.close());

type House = Awaited<ReturnType<typeof stage.company>>;
type Report = Awaited<ReturnType<House['camt']>>;
const named = ({ companyId }: House, { importId }: Report) => ({ companyId, importId: importId as ImportId });
const withdraw = (house: House, report: Report) =>
  withdrawFile(stage.context, { ...named(house, report), reason: 'autre banque' });
const restore = (house: House, report: Report) => restoreFile(stage.context, named(house, report));
const preview = (house: House, report: Report) => previewWithdrawal(stage.context, named(house, report));
const DONE = { ok: true, value: null };

/** Dupont owes 1,200.00, which the first movement of June pays in full. */
async function paid(house: House) {
  const books = new Portfolio(stage.db, { orgId: stage.orgId, companyId: house.companyId });
  const customerId = await books.customer({ ref: 'DUPONT' });
  const { receivables } = await books.invoice({
    customer: customerId,
    number: '2025-001',
    issuedOn: '2025-05-01',
    terms: [{ dueOn: '2025-05-31', cents: DUPONT }],
  });
  const receivableId = receivables[0]!;
  const transactionId = await house.movement(DUPONT);
  const allocations = [{ receivableId, cents: DUPONT }];
  const part = { customerId, cents: DUPONT, paymentId: null, settles: null, credits: [], adjustments: [], allocations };
  const order = { companyId: house.companyId, transactionId, note: '', learn: false, parts: [part] };
  expect((await decideMovement(stage.context, order)).ok).toBe(true);
  return { customerId, transactionId, openCents: () => openCentsOf(receivableId) };
}

const openCentsOf = (receivableId: number) =>
  withOrg(stage.db, stage.orgId, async (tx) => {
    const row = await tx
      .selectFrom('receivables')
      .select('open_cents')
      .where('receivable_id', '=', receivableId)
      .executeTakeFirstOrThrow();
    return Number(row.open_cents);
  });
const aside = (companyId: CompanyId) =>
  withOrg(stage.db, stage.orgId, async (tx) => {
    const filter = { companyId, on: ON, state: 'set_aside' } as const;
    const { items } = await listMovements(tx, filter, { sort: 'bookedOn', descending: false, limit: 9, offset: 0 });
    return items.map(({ transactionId, asideReason, asideNote }) => [transactionId, asideReason, asideNote]);
  });
const stateOf = (companyId: CompanyId, transactionId: number) =>
  withOrg(stage.db, stage.orgId, async (tx) => (await findMovement(tx, { companyId, transactionId, on: ON }))?.state);

it('counts nowhere, and what it had paid is owed again', async () => {
  const house = await stage.company();
  const file = await house.camt(june());
  const dupont = await paid(house);
  expect(await dupont.openCents()).toBe(0);
  expect(await preview(house, file)).toMatchObject({
    value: {
      statements: 1,
      staying: 0,
      matched: { decisionIds: [expect.any(Number)], sums: [{ currency: 'EUR', cents: DUPONT }] },
    },
  });
  expect(await dupont.openCents()).toBe(0);
  expect(await withdraw(house, file)).toEqual(DONE);
  expect(await house.amounts()).toEqual([]);
  expect(await dupont.openCents()).toBe(DUPONT);
  expect(await house.accounts()).toMatchObject([
    { statements: 0, movements: 0, waiting: 0, waitingCents: 0, lastOn: null, closingCents: null },
  ]);
  const state = { ok: false, refusal: { code: 'state_forbids' } };
  expect(await withdraw(house, file)).toEqual(state);
  expect(await preview(house, file)).toEqual(state);
});

it('brings nothing back by hand; what was set aside before is so again', async () => {
  const house = await stage.company();
  const file = await house.camt(june());
  const transactionId = await house.movement(DUPONT);
  const order = { companyId: house.companyId, transactionIds: [transactionId] };
  await setAside(stage.context, { ...order, reason: 'other', note: 'loyer', remember: false });
  await withdraw(house, file);
  expect(await takeBack(stage.context, order)).toEqual({
    done: [],
    refused: [{ transactionId, code: 'state_forbids' }],
  });
  await restore(house, file);
  expect(await aside(house.companyId)).toEqual([[transactionId, 'other', 'loyer']]);
});

it('leaves what another statement tells', async () => {
  const house = await stage.company();
  const first = await house.camt(june('01', '12'));
  await house.camt({ ...june('10', '30'), openingCents: 1_170_000, openingOn: '2025-06-09' });
  expect(await house.amounts()).toEqual(JUNE_CENTS);
  const seen = await preview(house, first);
  expect(seen.ok && [seen.value.gone.length, seen.value.staying]).toEqual([2, 2]);
  await withdraw(house, first);
  // 4 June and before were told by that file alone; 10 and 12 June by both.
  expect(await house.amounts()).toEqual(JUNE_CENTS.slice(2));
  expect(await restore(house, first)).toEqual(DONE);
  expect(await house.amounts()).toEqual(JUNE_CENTS);
});

it('is put back with what it had decided', async () => {
  const house = await stage.company();
  const file = await house.camt(june());
  const dupont = await paid(house);
  await withdraw(house, file);
  expect(await restore(house, file)).toEqual(DONE);
  expect(await house.amounts()).toEqual(JUNE_CENTS);
  expect(await dupont.openCents()).toBe(0);
  expect(await stateOf(house.companyId, dupont.transactionId)).toBe('applied');
  expect(await house.accounts()).toMatchObject([{ statements: 1, movements: 5 }]);
  expect(await restore(house, file)).toEqual({ ok: false, refusal: { code: 'state_forbids' } });
});

it('imported again counts once, and is not put back besides', async () => {
  const house = await stage.company();
  const file = await house.camt(june());
  const dupont = await paid(house);
  await withdraw(house, file);
  const again = await house.camt(june());
  expect(again).toMatchObject({ status: 'imported', counts: { transactions: { created: 0, updated: 5 } } });
  expect(again.notes).toContainEqual({ code: 'movements_back', count: 5 });
  expect(await house.amounts()).toEqual(JUNE_CENTS);
  // Nobody's decision is taken again by a file: it waits.
  expect(await dupont.openCents()).toBe(DUPONT);
  expect(await stateOf(house.companyId, dupont.transactionId)).toBe('waiting');
  expect(await restore(house, file)).toEqual({ ok: false, refusal: { code: 'imported_since' } });
  expect(await house.amounts()).toEqual(JUNE_CENTS);
});

it('said to be of the wrong account, it then finds the right one', async () => {
  const house = await stage.company();
  await house.camt({ ...june('01', '02'), account: '00077777777' });
  await house.camt(june('01', '02'));
  const [wrong, right] = (await house.accounts()).map(({ bankAccountId }) => bankAccountId) as [number, number];
  const mistake = await house.csv(june('10'), { account: `id:${wrong}` });
  expect(mistake).toMatchObject({ status: 'imported', counts: { transactions: { created: 3 } } });
  await withdraw(house, mistake);
  expect(await house.csv(june('10'), { account: `id:${right}` })).toMatchObject({
    status: 'imported',
    counts: { transactions: { created: 3, updated: 0 } },
  });
  expect(await house.amounts()).toEqual([DUPONT, DUPONT, ...JUNE_CENTS.slice(2)]);
  expect(await restore(house, mistake)).toEqual({ ok: false, refusal: { code: 'imported_since' } });
});

it('stays whole where its money went on', async () => {
  const house = await stage.company();
  const file = await house.camt(june());
  const transactionId = await house.movement(50_000);
  expect((await house.match(transactionId, 50_000)).ok).toBe(true);
  const dupont = await paid(house);
  const { companyId } = house;
  const payments = await withOrg(stage.db, stage.orgId, (tx) =>
    tx
      .selectFrom('payments')
      .select('payment_id')
      .where('company_id', '=', companyId)
      .where('cents', '=', 50_000 as never)
      .execute(),
  );
  const refund = {
    companyId,
    paymentId: Number(payments[0]!.payment_id) as never,
    cents: 50_000,
    reference: '',
    on: ON,
    note: '',
  };
  expect((await refundPayment(stage.context, refund as never)).ok).toBe(true);
  expect(await withdraw(house, file)).toEqual({ ok: false, refusal: { code: 'money_went_on' } });
  expect(await house.amounts()).toEqual(JUNE_CENTS);
  expect(await dupont.openCents()).toBe(0);
});

it('is a bank file of this company', async () => {
  const [house, other] = [await stage.company(), await stage.company()];
  const file = await house.camt(june());
  const customers = await stage.bring(house.companyId, 'ref;name\nC1;Alpha\n', { kind: 'csv-customers' });
  expect(await withdraw(house, customers)).toEqual({ ok: false, refusal: { code: 'state_forbids' } });
  expect(await withdraw(other, file)).toEqual({ ok: false, refusal: { code: 'not_found' } });
  expect(await house.amounts()).toEqual(JUNE_CENTS);
});
