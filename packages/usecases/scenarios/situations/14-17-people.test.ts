// Situations 14 to 17: the end of the ladder, languages, contacts, bounces. In 2027, 1 March is a Monday.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { logTaskOutcome } from '../../src/tasks/index.ts';
import { onStage } from '../on-stage.ts';

const open = onStage();

it('14: a ladder at its end asks a person to decide, once, and says nothing more to the debtor', async () => {
  const stage = await open('2027-02-22');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2027-03-01');
  const left = await stage.live(110); // to 12 June
  expect(left).toHaveLength(7);
  expect(left.at(-1)).toBe('2027-04-30 task decide C1');
  expect(await stage.silence('F1')).toBe('ladder_done -');
  expect(await stage.tasks()).toEqual(['call C1', 'decide C1']);
  const [task] = await stage.sql<{ id: number; script: string }>(sql`
    SELECT t.task_id AS id, m.text_body AS script FROM tasks t JOIN messages m USING (org_id, action_id)
    WHERE org_id = current_org() AND t.kind = 'decide'`);
  expect(task!.script).toContain('F1=120000');
  const outcome = { companyId: stage.companyId, taskId: task!.id, outcome: 'agency', note: 'cabinet Morel' };
  expect(await logTaskOutcome(stage.context, outcome)).toMatchObject({ ok: true, value: { state: 'done' } });
  expect(await logTaskOutcome(stage.context, outcome)).toEqual({ ok: false, refusal: { code: 'task_closed' } });
});

it('15: a debtor who reads English is written to in English, by a French company; a contact may differ', async () => {
  const stage = await open('2027-03-08');
  const english = await stage.portfolio.customer({ ref: 'C1', language: 'en' });
  await stage.owed(english, 'F1', '2027-03-01');
  const mixed = await stage.portfolio.customer({ ref: 'C2', language: 'fr' });
  await stage.portfolio.contact({
    customer: mixed,
    name: 'Ann Lee',
    roles: ['reminders'],
    email: 'ann@client.example',
    language: 'en',
  });
  await stage.owed(mixed, 'F2', '2027-03-01');
  await stage.live(1);
  expect(stage.views.map((view) => view.language)).toEqual(['en', 'en']);
});

describe('16: contacts', () => {
  it('the step chooses by role, then billing, then the card', async () => {
    const stage = await open('2027-02-24');
    const customer = await stage.portfolio.customer({ ref: 'C1', email: 'card@client.example' });
    await stage.portfolio.contact({ customer, name: 'Compta', roles: ['billing'], email: 'compta@client.example' });
    await stage.portfolio.contact({ customer, name: 'Direction', roles: ['decision'], email: 'dg@client.example' });
    await stage.owed(customer, 'F1', '2027-03-01');
    await stage.live(1); // the notice asks for billing
    await stage.portfolio.contact({
      customer,
      name: 'Relances',
      roles: ['reminders'],
      email: 'relances@client.example',
    });
    stage.pass(11);
    await stage.live(1); // 8 March: the reminder asks for reminders
    expect((await stage.said()).map((line) => line.split(':')[0])).toEqual([
      '2027-02-24 email to compta@client.example',
      '2027-03-08 email to relances@client.example',
    ]);
  });
  it('without e-mail the next channel is used, without any address the queue says so, and the others leave', async () => {
    const stage = await open('2027-03-08');
    const post = await stage.portfolio.customer({ ref: 'C1', email: null });
    await stage.owed(post, 'F1', '2027-03-01');
    const nothing = await stage.portfolio.customer({ ref: 'C2', email: null, phone: null, address: false });
    await stage.owed(nothing, 'F2', '2027-03-01');
    const reachable = await stage.portfolio.customer({ ref: 'C3' });
    await stage.owed(reachable, 'F3', '2027-03-01');
    expect(await stage.live(1)).toEqual(['2027-03-08 letter courteous C1', '2027-03-08 email courteous C3']);
    expect(await stage.silence('F2')).toBe('no_contact -');
    const asked = [
      'repair_contact C1 email missing',
      'repair_contact C2 email missing',
      'repair_contact C2 letter missing',
      'repair_contact C2 call missing',
    ];
    expect(await stage.tasks()).toEqual(asked);
    await stage.live(3); // asked once, however often the plan is made
    expect(await stage.tasks()).toEqual(asked);
  });
});

it('17: of thirty e-mails three bounce: each contact is marked, the next channel used, the rest sent', async () => {
  const stage = await open('2027-03-08');
  await stage.goLive();
  for (let n = 10; n < 40; n += 1) {
    const customer = await stage.portfolio.customer({ ref: `C${n}` });
    await stage.owed(customer, `F${n}`, '2027-03-01');
  }
  const gone = new Set(['c12@client.example', 'c25@client.example', 'c39@client.example']);
  stage.answer = (mail) =>
    gone.has(mail.to[0]!.address)
      ? { kind: 'permanent', code: 'mailbox_unknown', smtpCode: 550, text: '5.1.1 no such user', refused: [] }
      : { kind: 'sent', response: '250 ok', refused: [] };
  expect(await stage.run()).toMatchObject({ planned: 30, sent: 27, failed: 3 });
  expect(await stage.inState('failed')).toEqual(
    ['C12', 'C25', 'C39'].map((ref) => `email courteous ${ref}: mailbox_unknown`),
  );
  expect(await stage.tasks()).toEqual(['C12', 'C25', 'C39'].map((ref) => `repair_contact ${ref} email bounced`));
  stage.pass();
  expect(await stage.run()).toMatchObject({ planned: 3, sent: 3, failed: 0 });
  expect((await stage.left()).slice(-3)).toEqual(
    ['C12', 'C25', 'C39'].map((ref) => `2027-03-09 letter courteous ${ref}`),
  );
  expect(new Set(stage.mails.map((mail) => mail.messageId)).size).toBe(27);
});
