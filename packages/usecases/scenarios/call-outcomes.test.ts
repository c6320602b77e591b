// What the outcome of a call does besides closing its task: a promise and a dispute hold, no answer calls again. 8 March 2027 is a Monday.
import { addDays, type CustomerId, day } from '@quittance/core/kernel';
import { listTasks } from '@quittance/db/tasks';
import { withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { logTaskOutcome, PROMISE_GRACE_DAYS, readTaskSheet, withLiveScript } from '../src/tasks/index.ts';
import { onStage } from './on-stage.ts';
import type { Stage } from './stage.ts';

const open = onStage();

const toCall = async (stage: Stage, customer: CustomerId) => {
  await stage.sql(sql`INSERT INTO tasks (company_id, customer_id, kind, due_on)
    VALUES (${stage.companyId}, ${customer}, 'call', ${stage.on})`);
  const { items } = await withOrg(stage.db, stage.orgId, (tx) =>
    listTasks(tx, { companyId: stage.companyId, state: 'open', limit: 10, offset: 0 }),
  );
  return { companyId: stage.companyId, taskId: items[0]!.taskId, note: '' };
};

it('a promise holds until its day and the grace, then the ladder goes on', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(customer, 'F1', '2027-03-01');
  const promised = day('2027-03-12');
  const followUp = { kind: 'promise' as const, on: promised, receivableIds: [receivable] };
  const logged = { ...(await toCall(stage, customer)), outcome: 'will_pay', followUp };
  expect(await logTaskOutcome(stage.context, logged)).toMatchObject({ ok: true, value: { state: 'done' } });
  const until = addDays(promised, PROMISE_GRACE_DAYS);
  expect(await stage.silence('F1')).toBe(`promise ${until}`);
  const [first] = await stage.live(14);
  expect(first).toBe('2027-03-16 email courteous C1');
});

it('a dispute holds the invoices named until released; no answer plans another call', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(customer, 'F1', '2027-03-01');
  const again = { kind: 'call_again' as const, on: day('2027-03-10') };
  const unanswered = { ...(await toCall(stage, customer)), outcome: 'no_answer', followUp: again };
  expect(await logTaskOutcome(stage.context, unanswered)).toMatchObject({ ok: true });
  expect(await stage.tasks()).toEqual(['call C1']);
  const followUp = { kind: 'dispute' as const, receivableIds: [receivable] };
  const contested = { ...(await toCall(stage, customer)), outcome: 'contests', followUp };
  expect(await logTaskOutcome(stage.context, contested)).toMatchObject({ ok: true });
  expect(await stage.silence('F1')).toBe('dispute -');
});

it('an invoice of somebody else is refused, and the task stays open', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const other = await stage.portfolio.customer({ ref: 'C2' });
  const receivable = await stage.owed(other, 'F2', '2027-03-01');
  const followUp = { kind: 'dispute' as const, receivableIds: [receivable] };
  const logged = { ...(await toCall(stage, customer)), outcome: 'contests', followUp };
  expect(await logTaskOutcome(stage.context, logged)).toEqual({ ok: false, refusal: { code: 'not_found' } });
  expect(await stage.tasks()).toEqual(['call C1']);
});

it('the script of a call that waits is told on what is owed that day, its deadline counted from then', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(customer, 'F1', '2027-03-01');
  await stage.live(12); // courteous, firm; the call is asked for on Friday 19 March, 18 days late
  const asked = async () => {
    const { items } = await withOrg(stage.db, stage.orgId, (tx) =>
      listTasks(tx, { companyId: stage.companyId, state: 'open', kind: 'call', limit: 1, offset: 0 }),
    );
    const of = { companyId: stage.companyId, taskId: items[0]!.taskId, on: stage.on };
    const sheet = await withOrg(stage.db, stage.orgId, (tx) => readTaskSheet(tx, of));
    const live = await withLiveScript(stage.context, stage.ports.renderer, {
      companyId: stage.companyId,
      sheet: sheet!,
    });
    return live.task.script!;
  };
  const deadlineOf = (script: string) => /until=(\S+)/.exec(script)![1]!;
  const first = await asked();
  expect(first).toContain('F1=120000 total=120000');
  stage.pass(21);
  await stage.portfolio.pay({ customer, receivable, on: stage.on, cents: 20_000 });
  const later = await asked();
  expect(later).toContain('F1=100000 total=100000');
  expect(deadlineOf(first) < stage.on).toBe(true); // what was kept would speak of a day gone by
  expect(deadlineOf(later) > stage.on).toBe(true);
});
