// Decisions taken back, and words written for one message: what can still be changed, and what is refused. 8 March 2027 is a Monday.
import { type ActionId, day } from '@quittance/core/kernel';
import { listOutbox } from '@quittance/db/outbox';
import { withOrg } from '@quittance/db/tx';
import { expect, it } from 'vitest';
import { composeRecorded, editRecorded } from '../src/outbox/index.ts';
import {
  approveReminders,
  editAction,
  holdReminders,
  keyOf,
  postponeReminders,
  skipReminders,
  undoDecision,
} from '../src/reminders/index.ts';
import { onStage } from './on-stage.ts';
import type { Stage } from './stage.ts';

const open = onStage();

const chosen = async (stage: Stage) => ({
  companyId: stage.companyId,
  on: stage.on,
  keys: (await stage.plan()).plan.actions.map(keyOf),
});
const undo = (stage: Stage, decision: number | null) =>
  undoDecision(stage.context, { companyId: stage.companyId, decision: decision ?? -1 });
const planned = async (stage: Stage) => (await stage.plan()).plan.actions.map(({ step, rank }) => `${step} ${rank}`);

it('an approval is taken back until the message has left, then refused with its reason', async () => {
  const stage = await open('2027-03-08');
  await stage.owed(await stage.portfolio.customer({ ref: 'C1' }), 'F1', '2027-03-01');
  const first = await approveReminders(stage.context, await chosen(stage));
  expect(await undo(stage, first.decision)).toEqual({ ok: true, value: { done: 1, refused: [] } });
  expect(await stage.deliver()).toMatchObject({ sent: 0 });
  expect(await undo(stage, first.decision)).toEqual({ ok: false, refusal: { code: 'already_undone' } });
  const again = await approveReminders(stage.context, await chosen(stage));
  expect(await stage.deliver()).toMatchObject({ sent: 1 });
  expect(await undo(stage, again.decision)).toEqual({ ok: false, refusal: { code: 'action_left' } });
});

it('a skip taken back arms the step again; once the ladder has gone on it stays', async () => {
  const stage = await open('2027-03-08');
  await stage.owed(await stage.portfolio.customer({ ref: 'C1' }), 'F1', '2027-03-01');
  const before = await planned(stage);
  const skipped = await skipReminders(stage.context, { ...(await chosen(stage)), note: '' });
  expect(skipped.done).toBe(1);
  expect(await planned(stage)).not.toEqual(before);
  expect(await undo(stage, skipped.decision)).toEqual({ ok: true, value: { done: 1, refused: [] } });
  expect(await planned(stage)).toEqual(before);
  const anew = await skipReminders(stage.context, { ...(await chosen(stage)), note: '' });
  await stage.live(20);
  expect((await stage.left()).length).toBeGreaterThan(0);
  expect(await undo(stage, anew.decision)).toEqual({ ok: false, refusal: { code: 'ladder_moved' } });
});

it('a postponement and a hold are taken back; one already lifted is said', async () => {
  const stage = await open('2027-03-08');
  await stage.owed(await stage.portfolio.customer({ ref: 'C1' }), 'F1', '2027-03-01');
  const before = await planned(stage);
  const later = { until: day('2027-03-15'), note: '' };
  const postponed = await postponeReminders(stage.context, { ...(await chosen(stage)), ...later });
  expect(await stage.silence('F1')).toBe('manual 2027-03-14');
  expect(await undo(stage, postponed.decision)).toMatchObject({ ok: true, value: { done: 1 } });
  const why = { reason: 'dispute' as const, untilOn: null, note: 'Casse' };
  const held = await holdReminders(stage.context, { ...(await chosen(stage)), ...why });
  expect(await stage.silence('F1')).toBe('dispute -');
  expect(await undo(stage, held.decision)).toMatchObject({ ok: true, value: { done: 1 } });
  expect(await planned(stage)).toEqual(before);
});

it('the decision of another company is unknown', async () => {
  const stage = await open('2027-03-08');
  await stage.owed(await stage.portfolio.customer({ ref: 'C1' }), 'F1', '2027-03-01');
  const { decision } = await approveReminders(stage.context, await chosen(stage));
  const other = { companyId: (stage.companyId + 1) as never, decision: decision! };
  expect(await undoDecision(stage.context, other)).toEqual({ ok: false, refusal: { code: 'not_found' } });
});

const words = { subject: 'Votre facture', body: 'Bonjour, {{ to_pay }} <b>1 200 €</b>' };
const asked = async (stage: Stage) => {
  const { companyId, on, keys } = await chosen(stage);
  return { companyId, on, key: keys[0]! };
};
const portsOf = (stage: Stage) => ({ renderer: stage.ports.renderer, templates: null });
const edited = async (stage: Stage) => {
  const rows = await withOrg(stage.db, stage.orgId, (tx) =>
    listOutbox(tx, { companyId: stage.companyId, limit: 10, offset: 0 }),
  );
  return rows.items.map(({ state, reason }) => `${state} ${reason ?? '-'}`).sort();
};

it('words for this once are kept with who wrote them, through approval, and taken literally', async () => {
  const stage = await open('2027-03-08');
  await stage.owed(await stage.portfolio.customer({ ref: 'C1' }), 'F1', '2027-03-01');
  const templates: unknown[] = [];
  const plain = stage.render;
  stage.render = (view, template) => {
    templates.push(template);
    return plain(view, template);
  };
  const made = await editAction(stage.context, portsOf(stage), { ...(await asked(stage)), words });
  expect(made).toMatchObject({ ok: true, value: { words, edited: { by: 'user:test' }, isStale: false } });
  expect(await approveReminders(stage.context, await chosen(stage))).toMatchObject({ done: 1 });
  expect(await stage.deliver()).toMatchObject({ sent: 1 });
  expect(templates.at(-1)).toMatchObject({ ...words, literal: true });
});

it('edited words do not leave once the amounts have changed', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(customer, 'F1', '2027-03-01');
  await editAction(stage.context, portsOf(stage), { ...(await asked(stage)), words });
  await stage.portfolio.pay({ customer, receivable, on: '2027-03-08', cents: 20_000 });
  const refusal = { done: 0, refused: [{ code: 'edited_stale' }] };
  expect(await approveReminders(stage.context, await chosen(stage))).toMatchObject(refusal);
  await stage.run();
  expect(await edited(stage)).toEqual(['cancelled edited_stale', 'sent -']);
  expect(await stage.said()).toEqual([
    '2027-03-08 email to c1@client.example: F1=100000 total=100000 until=2027-03-16',
  ]);
});

it('an approved message is edited until it leaves, then no more', async () => {
  const stage = await open('2027-03-08');
  await stage.owed(await stage.portfolio.customer({ ref: 'C1' }), 'F1', '2027-03-01');
  await approveReminders(stage.context, await chosen(stage));
  const { items } = await withOrg(stage.db, stage.orgId, (tx) =>
    listOutbox(tx, { companyId: stage.companyId, limit: 10, offset: 0 }),
  );
  const own = { companyId: stage.companyId, actionId: items[0]!.actionId as ActionId };
  expect(await editRecorded(stage.context, portsOf(stage), { ...own, words })).toMatchObject({ ok: true });
  expect(await composeRecorded(stage.context, portsOf(stage), own)).toMatchObject({
    ok: true,
    value: { words, isStale: false },
  });
  await stage.deliver();
  expect(await editRecorded(stage.context, portsOf(stage), { ...own, words: null })).toEqual({
    ok: false,
    refusal: { code: 'state_forbids' },
  });
});
