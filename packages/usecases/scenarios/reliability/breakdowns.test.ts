// Breakdowns in the middle of a delivery: what was handed over is uncertain, what was not leaves later, nothing leaves twice.
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { recoverClaims } from '../../src/delivery/recover-claims.ts';
import { confirmSent } from '../../src/outbox/index.ts';
import { logTaskOutcome } from '../../src/tasks/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

async function twenty(stage: Stage): Promise<void> {
  await stage.goLive();
  for (let n = 10; n < 30; n += 1) {
    const customer = await stage.portfolio.customer({ ref: `C${n}` });
    await stage.owed(customer, `F${n}`, '2027-03-01');
  }
  await stage.approveAll();
}

it('a mail sender that breaks: its messages are uncertain, the rest goes back and leaves once', async () => {
  const stage = await open('2027-03-08');
  await twenty(stage);
  const sound = stage.answer;
  let calls = 0;
  stage.answer = (mail) => {
    calls += 1;
    if (calls === 7) throw new Error('out of memory');
    return sound(mail);
  };
  await expect(stage.deliver()).rejects.toThrow('out of memory');
  expect(await stage.inState('uncertain')).toHaveLength(1);
  expect(await stage.tasks()).toHaveLength(1);
  stage.answer = sound;
  stage.hour += 1;
  await stage.deliver();
  expect(await stage.inState('sent')).toHaveLength(19);
  expect(await stage.inState('queued')).toEqual([]);
  expect(new Set(stage.mails.map((mail) => mail.messageId)).size).toBe(stage.mails.length);
});

it('a worker that dies holding a batch: only what was marked as on its way is uncertain', async () => {
  const stage = await open('2027-03-08');
  await twenty(stage);
  stage.answer = () => new Promise(() => {}); // never answers: the worker hangs with five in flight, then dies
  stage.worker = 900; // nobody holds this number's lock
  void stage.deliver();
  const marked = () =>
    stage.sql(
      sql`SELECT 1 FROM deliveries WHERE org_id = current_org() AND finished_at IS NULL AND code = 'handed_over'`,
    );
  for (let n = 0; n < 200 && (await marked()).length === 0; n += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await recoverClaims(stage.context)).toEqual({ released: 15, uncertain: 5, failed: 0 });
  expect(await recoverClaims(stage.context)).toEqual({ released: 0, uncertain: 0, failed: 0 });
  stage.answer = () => ({ kind: 'sent', response: '250 ok', refused: [] });
  stage.worker = 901;
  expect(await stage.deliver()).toMatchObject({ sent: 15 });
  const ids = await stage.sql<{ id: number }>(
    sql`SELECT action_id AS id FROM actions WHERE org_id = current_org() AND state = 'uncertain' ORDER BY 1`,
  );
  const order = { companyId: stage.companyId, actionIds: ids.map((row) => row.id as never) };
  expect(await confirmSent(stage.context, order)).toEqual({ done: 5, refused: [] });
  expect(Object.values(await stage.levels())).toEqual(Array(20).fill(2));
});

it('a claim taken over is not ended by the late answer of the first', async () => {
  const stage = await open('2027-03-08');
  await stage.goLive();
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2027-03-01');
  let answer = () => {};
  stage.answer = () =>
    new Promise((resolve) => {
      answer = () => resolve({ kind: 'permanent', code: 'mailbox_unknown', smtpCode: 550, text: 'no', refused: [] });
    });
  await stage.approveAll();
  const first = stage.deliver();
  const inHands = () => stage.sql(sql`SELECT 1 FROM deliveries WHERE org_id = current_org() AND code = 'handed_over'`);
  for (let n = 0; n < 200 && (await inHands()).length === 0; n += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await recoverClaims(stage.context);
  answer();
  await first;
  expect(await stage.inState('uncertain')).toEqual(['email courteous C1: worker_died']);
  expect(await stage.tasks()).toEqual(['check_delivery C1']); // and no repair: the contact is not touched either
});

it('the task about an uncertain message settles it: arrived is done, not arrived leaves again', async () => {
  const stage = await open('2027-03-08');
  await stage.goLive();
  for (const ref of ['C1', 'C2']) {
    const customer = await stage.portfolio.customer({ ref });
    await stage.owed(customer, `F${ref}`, '2027-03-01');
  }
  stage.answer = () => ({ kind: 'uncertain', text: 'connection lost' });
  await stage.run();
  stage.answer = () => ({ kind: 'sent', response: '250 ok', refused: [] });
  expect(await stage.tasks()).toEqual(['check_delivery C1', 'check_delivery C2']);
  const tasks = await stage.sql<{ id: number }>(
    sql`SELECT t.task_id AS id FROM tasks t JOIN customers c USING (org_id, customer_id) WHERE org_id = current_org() ORDER BY c.ref`,
  );
  for (const [n, outcome] of ['arrived', 'not_arrived'].entries()) {
    const logged = { companyId: stage.companyId, taskId: tasks[n]!.id, outcome, note: '' };
    expect(await logTaskOutcome(stage.context, logged)).toMatchObject({ ok: true });
  }
  expect(await stage.inState('sent')).toEqual(['email courteous C1: confirmed']);
  expect(await stage.deliver()).toMatchObject({ sent: 1 });
  expect(stage.mails.map((mail) => mail.to[0]!.address)).toEqual(['c2@client.example']);
  expect(await stage.levels()).toEqual({ 'FC1/1': 2, 'FC2/1': 2 });
});
