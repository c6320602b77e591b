// Several at once: workers, approvers and printers on one company. Each thing happens once.

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { deliverDue } from '../../src/delivery/deliver-due.ts';
import { noteTracking, retryActions } from '../../src/outbox/index.ts';
import { printLetters } from '../../src/outbox/print-letters.ts';
import type { BatchLetter, PrintBatchBuilder } from '../../src/ports/index.ts';
import { approveReminders, keyOf } from '../../src/reminders/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

async function fifty(stage: Stage, dueOn = '2027-03-01'): Promise<void> {
  for (let n = 10; n < 60; n += 1) {
    const customer = await stage.portfolio.customer({ ref: `C${n}` });
    await stage.owed(customer, `F${n}`, dueOn);
  }
}

const printer: PrintBatchBuilder = {
  buildBatch: async ({ letters }) => ({
    pdf: new TextEncoder().encode(letters.map((letter: BatchLetter) => letter.reference).join()),
    ...{ pages: letters.length, firstPages: [], postageCsv: '' },
  }),
};

describe('two workers on one company', () => {
  it('hand every message over once', async () => {
    const stage = await open('2027-03-08');
    await stage.goLive();
    await fifty(stage);
    await stage.approveAll();
    const slow = stage.answer;
    stage.answer = async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return slow(mail);
    };
    const scope = { companyId: stage.companyId, on: stage.on };
    const counts = await Promise.all(
      [1, 2, 3].map((worker) => deliverDue(stage.context, { ...stage.ports, worker }, scope)),
    );
    expect(counts.reduce((sum, each) => sum + each.sent, 0)).toBe(50);
    expect(stage.mails).toHaveLength(50);
    expect(new Set(stage.mails.map((mail) => mail.messageId)).size).toBe(50);
    expect(Object.values(await stage.levels())).toEqual(Array(50).fill(2));
  });

  it('run the reminders of one day at once: planned once, sent once', async () => {
    const stage = await open('2027-03-08');
    await fifty(stage);
    const counts = await Promise.all([stage.run(), stage.run(), stage.run()]);
    expect(counts.reduce((sum, each) => sum + each.sent, 0)).toBe(50);
    expect(await stage.left()).toHaveLength(50);
  });
});

describe('two people', () => {
  it('approve the same actions at once: each is approved once, and the second is told', async () => {
    const stage = await open('2027-03-08');
    await fifty(stage);
    const { plan } = await stage.plan();
    const chosen = { companyId: stage.companyId, on: stage.on, keys: plan.actions.map(keyOf) };
    const outcomes = await Promise.all(
      ['user:1', 'user:2'].map((actor) => approveReminders({ ...stage.context, actor }, chosen)),
    );
    expect(outcomes.map((each) => each.done).sort()).toEqual([0, 50]);
    expect(outcomes.find((each) => each.done === 0)!.refused).toHaveLength(50);
    expect(await stage.deliver()).toMatchObject({ sent: 50 });
    const approvals = await stage.sql(sql`SELECT DISTINCT approved_by FROM actions WHERE org_id = current_org()`);
    expect(approvals).toHaveLength(1);
  });

  it('try the same failed message again at once: it leaves once', async () => {
    const stage = await open('2027-03-08');
    await stage.goLive();
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-03-01');
    const sound = stage.answer;
    stage.answer = () => ({ kind: 'permanent', code: 'content_refused', smtpCode: 554, text: 'spam', refused: [] });
    await stage.run();
    stage.answer = sound;
    const [row] = await stage.sql<{ id: number }>(
      sql`SELECT action_id AS id FROM actions WHERE org_id = current_org()`,
    );
    const order = { companyId: stage.companyId, actionIds: [row!.id as never] };
    await Promise.all([retryActions(stage.context, order), retryActions(stage.context, order)]);
    await Promise.all([stage.deliver(), stage.deliver()]);
    expect(stage.mails).toHaveLength(1);
  });

  it('print at once: every letter is in one batch', async () => {
    const stage = await open('2027-03-08');
    await stage.goLive();
    for (let n = 1; n < 6; n += 1) {
      const customer = await stage.portfolio.customer({ ref: `C${n}`, email: null });
      await stage.owed(customer, `F${n}`, '2027-03-01');
    }
    await stage.run();
    const asked = { companyId: stage.companyId, on: stage.on, language: 'fr' as const };
    const batches = await Promise.all([1, 2, 3].map(() => printLetters(stage.context, printer, asked)));
    expect(batches.filter((each) => each.ok)).toHaveLength(1);
    expect(batches.find((each) => each.ok)).toMatchObject({ value: { letters: 5 } });
    expect(batches.filter((each) => !each.ok)).toEqual(
      Array(2).fill({ ok: false, refusal: { code: 'nothing_to_print' } }),
    );
    expect(await stage.sql(sql`SELECT 1 FROM print_batch_actions WHERE org_id = current_org()`)).toHaveLength(5);
  });
});

describe('one customer, two messages approved on different days', () => {
  /** F1 approved on Friday evening, F2 on Monday morning, before anything has left. */
  async function twoApproved(listing: string): Promise<Stage> {
    const stage = await open('2027-03-12'); // a Friday
    await stage.goLive();
    await stage.set({ listing });
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-03-05'); // +7 = Friday 12
    await stage.owed(customer, 'F2', '2027-03-08'); // +7 = Monday 15
    stage.hour = 19;
    expect(await stage.approveAll()).toMatchObject({ done: 1, refused: [] }); // too late for Friday: Monday 8:00
    stage.pass(3);
    stage.hour = 8;
    expect(await stage.approveAll()).toMatchObject({ done: 1, refused: [] });
    return stage;
  }

  it('do not leave on the same morning: the second waits for the minimum gap', async () => {
    const stage = await twoApproved('due_steps_only');
    expect(await stage.deliver()).toMatchObject({ sent: 1, deferred: 1 });
    stage.pass(2);
    expect(await stage.deliver()).toMatchObject({ sent: 0 });
    stage.pass(1);
    expect(await stage.deliver()).toMatchObject({ sent: 1 });
    expect(await stage.left()).toEqual(['2027-03-15 email courteous C1', '2027-03-18 email courteous C1']);
  });

  it('nor by the hands of several workers at once', async () => {
    const stage = await open('2027-03-12');
    await stage.goLive();
    await stage.set({ listing: 'due_steps_only' });
    for (let n = 10; n < 60; n += 1) {
      const customer = await stage.portfolio.customer({ ref: `C${n}` });
      await stage.owed(customer, `F${n}`, '2027-03-05');
      await stage.owed(customer, `G${n}`, '2027-03-08');
    }
    stage.hour = 19;
    await stage.approveAll();
    stage.pass(3);
    stage.hour = 8;
    await stage.approveAll();
    const scope = { companyId: stage.companyId, on: stage.on };
    const deliver = (worker: number) => deliverDue(stage.context, { ...stage.ports, worker }, scope);
    const counts = await Promise.all([1, 2, 3, 4].map(deliver));
    const sum = (of: 'sent' | 'deferred') => counts.reduce((total, each) => total + each[of], 0);
    expect([sum('sent'), sum('deferred')]).toEqual([50, 50]);
    expect(new Set(stage.mails.map((mail) => mail.to[0]!.address)).size).toBe(50);
  });

  it('where the first lists the second’s invoice and its day has come, it does its step too', async () => {
    const stage = await twoApproved('all_overdue');
    expect(await stage.deliver()).toMatchObject({ sent: 1, cancelled: 1 });
    expect(await stage.levels()).toEqual({ 'F1/1': 2, 'F2/1': 2 });
    expect((await stage.inState('cancelled'))[0]).toMatch(/: already_done$/);
  });
});

it('a tracking number is noted on a registered letter, and on nothing else', async () => {
  const stage = await open('2027-02-22');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2027-03-01');
  await stage.live(55);
  const ids = await stage.sql<{ id: number; channel: string }>(
    sql`SELECT action_id AS id, channel FROM actions WHERE org_id = current_org() AND state = 'sent' ORDER BY 1`,
  );
  for (const { id, channel } of ids) {
    expect(await noteTracking(stage.context, id as never, '1A 234 567 8901 2'), channel).toBe(
      channel === 'registered_letter',
    );
  }
});

it('a formal notice approved late states, and keeps, the deadline of the day it leaves', async () => {
  const stage = await open('2027-02-22');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2027-03-01');
  await stage.live(52);
  stage.hour = 19;
  await stage.approveAll(); // Thursday 15 April: 8 days make Friday 23
  stage.pass(1);
  await stage.deliver(); // Friday 16: Saturday 24, so Monday 26
  expect(stage.views.at(-1)).toMatchObject({ on: '2027-04-16', tone: 'formal', deadlineOn: '2027-04-26' });
  const [row] = await stage.sql<object>(
    sql`SELECT deadline_on AS "deadlineOn" FROM actions WHERE org_id = current_org() AND step = 'formal_notice' AND state = 'sent'`,
  );
  expect(row).toEqual({ deadlineOn: '2027-04-26' });
});
