// Situations 6, 26 and 27 with the bank's own movements: nobody is chased for what has arrived. In 2027, 1 March is a Monday.
import { findMovement, listDecisions, type StoredExplanation } from '@quittance/db/cash';
import { listInvoices } from '@quittance/db/invoices';
import { withOrg } from '@quittance/db/tx';
import { BankAccount } from '@quittance/testkit/ledger';
import { expect, it } from 'vitest';
import { acceptProposal, decideMovement, matchWaiting, setAside, undoMatch } from '../../src/cash/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

const match = (stage: Stage, apply = true) => matchWaiting(stage.context, { companyId: stage.companyId, apply });
const movementOf = async (stage: Stage, transactionId: number) =>
  (await withOrg(stage.db, stage.orgId, (tx) =>
    findMovement(tx, { companyId: stage.companyId, transactionId, on: stage.on }),
  ))!;
const accept = async (stage: Stage, transactionId: number, choice = 0) => {
  const { madeAt } = await movementOf(stage, transactionId);
  return acceptProposal(stage.context, { companyId: stage.companyId, transactionId, choice, madeAt: madeAt! });
};
const planned = async (stage: Stage) =>
  (await stage.plan()).plan.actions.map(({ items }) => items.map(({ invoiceNumber }) => invoiceNumber).join(' '));

it('6: a movement that arrives between approval and sending cancels the message, whether it is certain or only possible', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  const sure = await stage.portfolio.customer({ ref: 'C1', name: 'Imprimerie Bastide' });
  await stage.owed(sure, 'FA-2027-001', '2027-03-01', 84_000);
  const possible = await stage.portfolio.customer({ ref: 'C2', name: 'Traiteur Olivary' });
  await stage.owed(possible, 'FA-2027-002', '2027-03-01', 52_000);
  await stage.owed(possible, 'FA-2027-003', '2027-03-01', 52_000);
  const silent = await stage.portfolio.customer({ ref: 'C3' });
  await stage.owed(silent, 'FA-2027-004', '2027-03-01');
  expect(await stage.approveAll()).toMatchObject({ done: 3 });
  await bank.movement({ on: '2027-03-08', cents: 84_000, label: 'VIR FA-2027-001', name: 'Imprimerie Bastide' });
  await bank.movement({ on: '2027-03-08', cents: 52_000, label: 'VIREMENT RECU', name: 'Traiteur Olivary' });
  await match(stage);
  expect(await stage.deliver()).toMatchObject({ sent: 1, cancelled: 2 });
  expect((await stage.inState('cancelled')).sort()).toEqual([
    'email courteous C1: invoice_settled',
    'email courteous C2: held:unmatched_payment',
  ]);
  expect(await stage.left()).toEqual(['2027-03-08 email courteous C3']);
});

it('26: four of six invoices are paid at once, one partly: one payment, four allocations, shown before it is written', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  const customer = await stage.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  for (const [n, cents] of [10_000, 20_000, 30_000, 40_000, 55_000, 66_000].entries())
    await stage.owed(customer, `FA-2027-01${n + 1}`, `2027-02-0${n + 1}`, cents);
  const label = 'FA-2027-011 FA-2027-012 FA-2027-013 FA-2027-014 SOLDE A SUIVRE';
  const movement = await bank.movement({ on: '2027-03-05', cents: 85_000, label, name: 'Menuiserie Dupontel' });
  await match(stage);
  const before = await movementOf(stage, movement);
  expect(before.decision).toBe('suggest');
  const shown: StoredExplanation = before.best!;
  expect(shown.parts).toHaveLength(1);
  expect(shown.parts[0]!.allocations.map(({ cents }) => cents)).toEqual([10_000, 20_000, 30_000, 25_000]);
  expect(await bank.owed(customer)).toEqual([10_000, 20_000, 30_000, 40_000, 55_000, 66_000]);
  const taken = await accept(stage, movement);
  expect(taken).toMatchObject({ ok: true, value: { paymentIds: [expect.any(Number)] } });
  expect(await bank.owed(customer)).toEqual([0, 0, 0, 15_000, 55_000, 66_000]);
  // The plan knows at once: what is left is chased, what is paid is not.
  expect(await planned(stage)).toEqual(['FA-2027-014 FA-2027-015 FA-2027-016']);
  expect(
    await undoMatch(stage.context, {
      companyId: stage.companyId,
      decisionId: taken.ok ? taken.value.decisionId : 0,
      reason: 'autre client',
    }),
  ).toMatchObject({ ok: true });
  expect(await bank.owed(customer)).toEqual([10_000, 20_000, 30_000, 40_000, 55_000, 66_000]);
});

it('27: two equal open amounts and no reference: a suggestion, nobody is chased for either, until a person says or ten worked days pass', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  const customer = await stage.portfolio.customer({ ref: 'C1', name: 'Garage Lemercier' });
  const first = await stage.owed(customer, 'F1', '2027-03-01', 42_000);
  await stage.owed(customer, 'F2', '2027-03-01', 42_000);
  const movement = await bank.movement({
    on: '2027-03-08',
    cents: 42_000,
    label: 'VIR LEMERCIER',
    name: 'Garage Lemercier',
  });
  await match(stage);
  expect(await movementOf(stage, movement)).toMatchObject({ state: 'waiting', decision: 'suggest' });
  expect(await bank.owed(customer)).toEqual([42_000, 42_000]);
  // Booked on Monday the 8th: ten worked days are over on Monday the 22nd.
  expect(await stage.silence('F1')).toBe('unmatched_payment 2027-03-22');
  expect(await stage.silence('F2')).toBe('unmatched_payment 2027-03-22');
  const held = await withOrg(stage.db, stage.orgId, (tx) =>
    listInvoices(tx, {
      companyId: stage.companyId,
      on: stage.on,
      limit: 10,
      offset: 0,
      sort: 'number',
      descending: false,
      narrow: { state: 'held' },
    }),
  );
  expect(held.items.map(({ number, holdReasons }) => [number, holdReasons])).toEqual([
    ['F1', ['unmatched_payment']],
    ['F2', ['unmatched_payment']],
  ]);
  const { plan } = await stage.plan();
  expect(plan.holds.find(({ invoiceNumber }) => invoiceNumber === 'F1')?.note).toBe(
    'VIR LEMERCIER · 420,00 EUR · 08/03/2027',
  );
  const parts = [
    {
      ...{ customerId: customer, cents: 42_000, paymentId: null, settles: null, credits: [], adjustments: [] },
      allocations: [{ receivableId: first, cents: 42_000 }],
    },
  ];
  const hand = { companyId: stage.companyId, transactionId: movement, parts, note: '', learn: true };
  expect(await decideMovement(stage.context, hand)).toMatchObject({ ok: true });
  expect(await planned(stage)).toEqual(['F2']);
});

it('27: money that nobody decided on holds no longer than ten worked days, and not at all once it is set aside', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  const customer = await stage.portfolio.customer({ ref: 'C1', name: 'Garage Lemercier' });
  await stage.owed(customer, 'F1', '2027-03-01', 42_000);
  await stage.owed(customer, 'F2', '2027-03-01', 42_000);
  const movement = await bank.movement({ on: '2027-03-08', cents: 42_000, name: 'Garage Lemercier' });
  await match(stage);
  stage.pass(14);
  expect(await stage.silence('F1')).toBe('unmatched_payment 2027-03-22');
  stage.pass(1);
  expect(await planned(stage)).toEqual(['F1 F2']);
  stage.pass(-8);
  expect(await planned(stage)).toEqual([]);
  const aside = { companyId: stage.companyId, transactionIds: [movement], reason: 'other', note: '', remember: false };
  expect(await setAside(stage.context, aside)).toMatchObject({ done: [movement] });
  expect(await planned(stage)).toEqual(['F1 F2']);
});

it('7: the bank takes a direct debit back: the term is open again, the collector is told, the ladder goes on the next day; undone, it is paid', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  const customer = await stage.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  await stage.owed(customer, 'FA-2027-001', '2027-03-01');
  await stage.live(2);
  const direct = { cents: 120_000, name: 'Menuiserie Dupontel', endToEndId: 'PRLV-2027-0001' };
  await bank.movement({ on: '2027-03-10', label: 'PRLV FA-2027-001', ...direct });
  await match(stage);
  // Paid from 10 to 22 March: nothing leaves, though the firm reminder fell due on 16.
  expect(await stage.live(12)).toEqual(['2027-03-08 email courteous C1']);
  const back = { ...direct, cents: -120_000, isReturn: true };
  const line = await bank.movement({ on: '2027-03-19', label: 'REJET PRLV', ...back });
  await match(stage);
  expect(stage.on).toBe('2027-03-22');
  expect(await bank.owed(customer)).toEqual([120_000]);
  expect(await stage.tasks()).toEqual(['payment_returned C1']);
  expect(await stage.silence('FA-2027-001')).toBe('payment_in_transit 2027-03-22');
  expect(await stage.live(2)).toEqual(['2027-03-08 email courteous C1', '2027-03-23 email firm C1']);
  const { companyId, db, orgId, context } = stage;
  const [decision] = await withOrg(db, orgId, (tx) => listDecisions(tx, [line], 'in_force'));
  await undoMatch(context, { companyId, decisionId: decision!.decisionId, reason: 'erreur de la banque' });
  expect(await bank.owed(customer)).toEqual([0]);
  expect(await stage.live(10)).toHaveLength(2);
});
