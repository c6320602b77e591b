// Situations 6 and 27 at their edges: money that matching has not looked at, and more equal debts than a person is shown. In 2027, 1 March is a Monday.
import { findMovement } from '@quittance/db/cash';
import { withOrg } from '@quittance/db/tx';
import { BankAccount, sql } from '@quittance/testkit/ledger';
import { expect, it } from 'vitest';
import { matchWaiting, setAside, takeBack } from '../../src/cash/index.ts';
import { runReminders } from '../../src/reminders/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

const match = ({ context, companyId }: Stage) => matchWaiting(context, { companyId, apply: true });
const chased = async (stage: Stage) =>
  (await stage.plan()).plan.actions.flatMap(({ items }) => items.map(({ invoiceNumber }) => invoiceNumber));
const debtor = async (stage: Stage, ref: string, numbers: readonly string[], cents = 9_900) => {
  const customer = await stage.portfolio.customer({ ref, name: `Imprimerie ${ref}` });
  for (const number of numbers) await stage.owed(customer, number, '2027-03-01', cents);
  return customer;
};

it('6: a statement came in and the run after it was killed: what leaves next is looked at first', async () => {
  const stage = await open('2027-03-08');
  await debtor(stage, 'C1', ['FA-2027-001']);
  await debtor(stage, 'C2', ['FA-2027-002'], 33_300);
  expect(await stage.approveAll()).toMatchObject({ done: 2 });
  await new BankAccount(stage.portfolio).movement({ on: '2027-03-08', cents: 9_900, label: 'VIR FA-2027-001' });
  expect(await stage.deliver()).toMatchObject({ sent: 1, cancelled: 1 });
  expect(await stage.inState('cancelled')).toEqual(['email courteous C1: invoice_settled']);
});

it('6: who is narrowed to a portfolio sees no statement, and yet chases nobody whose money is on one', async () => {
  const stage = await open('2027-03-08');
  await debtor(stage, 'C1', ['FA-2027-001']);
  await stage.sql(sql`UPDATE customers SET owner_email = 'lea@vauban.example'`);
  await new BankAccount(stage.portfolio).movement({ on: '2027-03-08', cents: 9_900, label: 'VIR FA-2027-001' });
  const lea = { ...stage.context, actor: 'user:lea', portfolio: { ownerEmail: 'lea@vauban.example', segments: [] } };
  const { companyId, on } = stage;
  expect(await runReminders(lea, stage.ports, { companyId, on, approve: 'all' })).toMatchObject({
    planned: 0,
    sent: 0,
  });
});

it('6: books came in after the last look: the invoice they brought is not chased when a movement had paid it before', async () => {
  const stage = await open('2027-03-08');
  const label = 'VIR FA-2027-001';
  await new BankAccount(stage.portfolio).movement({ on: '2027-03-05', cents: 9_900, label, name: 'Imprimerie C1' });
  await match(stage);
  await debtor(stage, 'C1', ['FA-2027-001']);
  await stage.sql(sql`INSERT INTO imports (company_id, kind, file_name, sha256, status, actor, finished_at)
    VALUES (${stage.companyId}, 'fec', 'livre.txt', 'y', 'imported', 'test', '2027-03-08T12:00:00Z')`);
  await debtor(stage, 'C2', ['FA-2027-002'], 33_300);
  stage.pass();
  expect(await stage.run()).toMatchObject({ planned: 1, sent: 1 });
  expect(await stage.left()).toEqual(['2027-03-09 email courteous C2']);
});

it('6: a run played for an earlier day is not stopped by what came in after it', async () => {
  const stage = await open('2027-03-08');
  await debtor(stage, 'C1', ['FA-2027-001']);
  await new BankAccount(stage.portfolio).movement({ on: '2027-03-05', cents: 5, label: 'VIREMENT' });
  await stage.sql(sql`INSERT INTO imports (company_id, kind, file_name, sha256, status, actor, finished_at)
    VALUES (${stage.companyId}, 'fec', 'livre.txt', 'y', 'imported', 'test', '2027-04-01T12:00:00Z')`);
  expect(await stage.run()).toMatchObject({ planned: 1, sent: 1 });
});

it('6: a movement set aside before anybody looked at it holds its payer again as soon as it is taken back', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  await debtor(stage, 'C1', ['F1', 'F2']);
  const pays = { cents: 9_900, label: 'VIREMENT', name: 'Imprimerie C1' };
  const first = await bank.movement({ on: '2027-03-04', ...pays });
  const { companyId, context } = stage;
  await setAside(context, { companyId, transactionIds: [first], reason: 'other', note: '', remember: true });
  const second = await bank.movement({ on: '2027-03-05', ...pays });
  await match(stage);
  const state = async () =>
    (await withOrg(stage.db, stage.orgId, (tx) =>
      findMovement(tx, { companyId, transactionId: second, on: stage.on }),
    ))!.state;
  expect([await state(), await chased(stage)]).toEqual(['set_aside', ['F1', 'F2']]);
  await takeBack(context, { companyId, transactionIds: [second] });
  expect([await state(), await chased(stage)]).toEqual(['waiting', []]);
});

it('27: nine equal debts of the payer, and eight of as many customers where nobody is named: none of them is chased', async () => {
  const stage = await open('2027-03-08');
  const bank = new BankAccount(stage.portfolio);
  await debtor(
    stage,
    'C1',
    Array.from({ length: 9 }, (_, n) => `F${n}`),
  );
  await bank.movement({ on: '2027-03-05', cents: 9_900, label: 'VIREMENT', name: 'Imprimerie C1' });
  for (let n = 0; n < 8; n += 1) await debtor(stage, `D${n}`, [`G${n}`], 24_000);
  await bank.movement({ on: '2027-03-05', cents: 24_000, label: 'VIREMENT INTERNET' });
  expect((await chased(stage)).length).toBe(17);
  await match(stage);
  expect(await chased(stage)).toEqual([]);
});
