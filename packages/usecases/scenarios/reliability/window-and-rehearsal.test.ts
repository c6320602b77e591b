// The send window, pauses of the mail server, and test mode: what leaves when, and what counts.
import { addDays, type Day } from '@quittance/core/kernel';
import { listOutbox } from '@quittance/db/outbox';
import { withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readNotices } from '../../src/notices/index.ts';
import { cancelOutbox, retryActions } from '../../src/outbox/index.ts';
import { readLettersWaiting } from '../../src/outbox/letters-waiting.ts';
import { printLetters } from '../../src/outbox/print-letters.ts';
import { keyOf, postponeReminders, skipReminders } from '../../src/reminders/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

async function oneMail(stage: Stage): Promise<void> {
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', addDays(stage.on, -7));
}

const states = (stage: Stage) =>
  stage.sql<{ state: string; attempts: number }>(
    sql`SELECT state, attempts FROM actions WHERE org_id = current_org() ORDER BY action_id`,
  );

describe('the send window', () => {
  it('holds back what was put off into the evening, or asked for again at night', async () => {
    const stage = await open('2027-03-12'); // a Friday
    await stage.goLive();
    await oneMail(stage);
    stage.hour = 17;
    stage.answer = () => ({ kind: 'transient', code: 'greylisted', smtpCode: 451, text: 'later', refused: [] });
    expect(await stage.run()).toMatchObject({ sent: 0, failed: 0 });
    stage.answer = () => ({ kind: 'sent', response: '250 ok', refused: [] });
    stage.hour = 20; // the two minutes are long over, the day is too
    expect(await stage.deliver()).toMatchObject({ sent: 0 });
    stage.pass(1); // Saturday
    stage.hour = 10;
    expect(await stage.deliver()).toMatchObject({ sent: 0 });
    stage.pass(2);
    expect(await stage.deliver()).toMatchObject({ sent: 1 });
    expect(await stage.left()).toEqual(['2027-03-15 email courteous C1']);
  });

  it('in test mode waits for days, not for hours', async () => {
    const stage = await open('2027-03-08');
    await oneMail(stage);
    stage.hour = 22;
    expect(await stage.run()).toMatchObject({ sent: 1 });
    const weekend = await open('2027-03-12');
    await oneMail(weekend);
    await weekend.approveAll();
    weekend.pass(1);
    expect(await weekend.deliver()).toMatchObject({ sent: 0 });
  });
});

describe('the mail server', () => {
  it('down for a day: the queue pauses, nothing fails or is used up, and it resumes by itself', async () => {
    const stage = await open('2027-03-08');
    await stage.goLive();
    for (let n = 10; n < 100; n += 1) {
      const customer = await stage.portfolio.customer({ ref: `C${n}` });
      await stage.owed(customer, `F${n}`, '2027-03-01');
    }
    let tried = 0;
    stage.answer = () => {
      tried += 1;
      return { kind: 'unavailable', code: 'unreachable', text: 'connection refused' };
    };
    for (stage.hour = 8; stage.hour < 18; stage.hour += 1) {
      if (stage.hour === 8) await stage.run();
      else expect(await stage.deliver()).toMatchObject({ sent: 0, failed: 0 });
    }
    expect(tried).toBeLessThanOrEqual(10 * 5); // one lane's worth at each hour, not the whole queue
    stage.answer = () => ({ kind: 'sent', response: '250 ok', refused: [] });
    stage.pass(1);
    stage.hour = 8;
    expect(await stage.deliver()).toMatchObject({ sent: 90, failed: 0 });
  });

  it('that puts a message off eight times makes it fail; asked for again, it has eight more', async () => {
    const stage = await open('2027-03-08');
    await stage.goLive();
    await oneMail(stage);
    stage.answer = () => ({ kind: 'transient', code: 'mailbox_full', smtpCode: 452, text: 'full', refused: [] });
    stage.hour = 8;
    await stage.run();
    for (let n = 0; n < 6; n += 1) {
      await stage.sql(
        sql`UPDATE actions SET next_attempt_at = recorded_now() - interval '1 day' WHERE org_id = current_org()`,
      );
      expect(await stage.deliver()).toMatchObject({ retried: 1, failed: 0 });
    }
    await stage.sql(
      sql`UPDATE actions SET next_attempt_at = recorded_now() - interval '1 day' WHERE org_id = current_org()`,
    );
    expect(await stage.deliver()).toMatchObject({ retried: 0, failed: 1 });
    const [row] = await stage.sql<{ id: number }>(
      sql`SELECT action_id AS id FROM actions WHERE org_id = current_org()`,
    );
    await retryActions(stage.context, { companyId: stage.companyId, actionIds: [row!.id as never] });
    expect(await stage.deliver()).toMatchObject({ retried: 1, failed: 0 });
  });

  it('is asked for nothing where no address of ours is set: e-mails wait, letters leave, nobody is marked bounced', async () => {
    const stage = await open('2027-03-08');
    await stage.set({}, { testMode: false });
    await oneMail(stage);
    const post = await stage.portfolio.customer({ ref: 'C2', email: null });
    await stage.owed(post, 'F2', '2027-03-01');
    expect(await stage.run()).toMatchObject({ sent: 1, failed: 0 });
    expect(await stage.left()).toEqual(['2027-03-08 letter courteous C2']);
    await stage.goLive();
    expect(await stage.deliver()).toMatchObject({ sent: 1 });
  });
});

describe('test mode', () => {
  it('sends nothing, and what was rehearsed counts for nothing once live', async () => {
    const stage = await open('2027-03-01');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-02-22');
    await stage.live(16); // courteous, firm, call in the test outbox
    expect(stage.mails).toEqual([]);
    expect(await stage.levels()).toEqual({ 'F1/1': 4 });
    await stage.goLive();
    expect(await stage.live(1)).toContain('2027-03-17 email courteous C1'); // the first the debtor ever hears
    expect(stage.mails).toHaveLength(1);
    expect(stage.views.at(-1)!.earlierReminders).toEqual([]);
    stage.pass(4); // Monday 22, the gap of three days over
    await stage.live(1);
    expect(stage.views.at(-1)!.earlierReminders).toEqual([{ on: '2027-03-17', channel: 'email', tone: 'courteous' }]);
  });

  it('tells how many reminders stayed here: those the outbox lists as rehearsed since the same day', async () => {
    const stage = await open('2027-03-01');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-02-22');
    await stage.live(45);
    const reader = { companyId: stage.companyId, userId: 'nobody', may: ['company.go_live'] as const };
    const notice = (await readNotices(stage.context, reader)).find(({ kind }) => kind === 'test_mode_waiting')!;
    const filter = { companyId: stage.companyId, states: ['sent'] as const, test: true, limit: 1, offset: 0 };
    const listed = await withOrg(stage.db, stage.orgId, (tx) =>
      listOutbox(tx, { ...filter, from: notice.facts.from as Day }),
    );
    expect(notice.facts.from).toBe(addDays(stage.on, -30));
    expect(notice.count).toBe(listed.total);
    expect(notice.count).toBeLessThan((await stage.left()).length); // older ones are told no more
  });

  it('letters rehearsed are not in the first batch that is really posted', async () => {
    const stage = await open('2027-03-08');
    const customer = await stage.portfolio.customer({ ref: 'C1', email: null });
    await stage.owed(customer, 'F1', '2027-03-01');
    await stage.run();
    await stage.goLive();
    const none = { buildBatch: () => Promise.reject(new Error('nothing is to be printed')) };
    const asked = { companyId: stage.companyId, on: stage.on, language: 'fr' as const };
    expect(await printLetters(stage.context, none, asked)).toEqual({
      ok: false,
      refusal: { code: 'nothing_to_print' },
    });
  });
});

describe('letters approved', () => {
  const toPrint = async (stage: Stage) => {
    const { items, coming } = await readLettersWaiting(stage.context, stage.companyId);
    return { now: items.length, coming };
  };
  const byPost = async (stage: Stage, ref: string) => {
    const customer = await stage.portfolio.customer({ ref, email: null });
    await stage.owed(customer, `F-${ref}`, addDays(stage.on, -7));
  };

  it('on a Friday evening are announced for Monday, and are there to print on Monday', async () => {
    const stage = await open('2027-03-12'); // a Friday
    await stage.goLive();
    await byPost(stage, 'C1');
    await byPost(stage, 'C2');
    expect(await toPrint(stage)).toEqual({ now: 0, coming: [] });
    stage.hour = 21;
    await stage.approveAll();
    expect(await toPrint(stage)).toEqual({ now: 0, coming: [{ on: '2027-03-15', letters: 2 }] });
    expect(await stage.deliver()).toMatchObject({ sent: 0 }); // in the queue, for the same day
    expect(await toPrint(stage)).toEqual({ now: 0, coming: [{ on: '2027-03-15', letters: 2 }] });
    stage.pass(3);
    stage.hour = 10;
    expect(await stage.deliver()).toMatchObject({ sent: 2 });
    expect(await toPrint(stage)).toEqual({ now: 2, coming: [] });
  });

  it('for a later day are announced for that day; e-mails are not letters', async () => {
    const stage = await open('2027-03-08');
    await oneMail(stage);
    await byPost(stage, 'C2');
    await stage.approveAll();
    stage.pass(-3); // prepared on the Friday for the Monday
    expect(await toPrint(stage)).toEqual({ now: 0, coming: [{ on: '2027-03-08', letters: 1 }] });
  });
});

describe('what people decide', () => {
  it('reaches only the actions of the company they stand in', async () => {
    const stage = await open('2027-03-08');
    await oneMail(stage);
    await stage.approveAll();
    const [row] = await stage.sql<{ id: number }>(
      sql`SELECT action_id AS id FROM actions WHERE org_id = current_org()`,
    );
    const elsewhere = { companyId: (stage.companyId + 1) as never, actionIds: [row!.id as never], note: 'x' };
    expect(await cancelOutbox(stage.context, elsewhere)).toMatchObject({
      done: 0,
      refused: [{ code: 'action_unknown' }],
    });
    expect(await cancelOutbox(stage.context, { ...elsewhere, companyId: stage.companyId })).toEqual({
      done: 1,
      refused: [],
    });
    expect(await stage.deliver()).toMatchObject({ sent: 0 });
  });

  it('a step skipped is done for good; one put off comes back on its day', async () => {
    const stage = await open('2027-03-08');
    await oneMail(stage);
    const other = await stage.portfolio.customer({ ref: 'C2' });
    await stage.owed(other, 'F2', '2027-03-01');
    const [first, second] = (await stage.plan()).plan.actions.map(keyOf);
    const common = { companyId: stage.companyId, on: stage.on, note: 'vu avec eux' };
    expect(await skipReminders(stage.context, { ...common, keys: [first!] })).toMatchObject({ done: 1, refused: [] });
    const until = addDays(stage.on, 2) as Day;
    expect(await postponeReminders(stage.context, { ...common, until, keys: [second!] })).toMatchObject({
      done: 1,
      refused: [],
    });
    expect(await skipReminders(stage.context, { ...common, keys: [first!, 'nonsense'] })).toMatchObject({
      done: 0,
      refused: [{ code: 'action_gone' }, { code: 'action_unknown' }],
    });
    expect(await stage.live(9)).toEqual([
      '2027-03-10 email courteous C2',
      '2027-03-16 email firm C1',
      '2027-03-16 email firm C2',
    ]);
    expect(await states(stage)).toHaveLength(3);
  });

  it('a message waiting for approval goes when its customer has paid everything', async () => {
    const stage = await open('2027-02-22');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    const receivable = await stage.owed(customer, 'F1', '2027-03-01');
    await stage.live(52);
    expect(await stage.run('none')).toMatchObject({ awaitingApproval: 1 });
    await stage.portfolio.pay({ customer, receivable, on: stage.on, cents: 120_000 });
    expect(await stage.run('none')).toMatchObject({ awaitingApproval: 0 });
    expect(await stage.inState('cancelled')).toEqual(['registered_letter formal_notice C1: superseded']);
  });
});
