// Situations 9 to 13: days, hours, clock changes, and what changes under way.
import { comparePlans } from '@quittance/core/dunning';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLadder } from '../../src/scenarios/index.ts';
import { onStage } from '../on-stage.ts';

const open = onStage();
const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone ?? '';
});

describe('9: an offset typed wrongly', () => {
  const courteous = (offsetDays: number) => ({
    name: 'Essai',
    steps: [
      {
        ...{ code: 'courteous', anchor: 'due' as const, offsetDays, dayKind: 'calendar' as const },
        ...{ channel: 'email' as const, fallbackChannels: [], tone: 'courteous' as const, needsApproval: false },
        ...{ contactRole: 'reminders' as const, attachInvoices: false },
      },
    ],
  });
  it('is seen before saving, on real invoices: +7 leaves on 12 March 2027, −7 as soon as it is overdue', async () => {
    const stage = await open('2027-03-01');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-03-05'); // a Friday
    const check = (offset: number) =>
      checkLadder(stage.context, { companyId: stage.companyId, on: stage.on, edited: courteous(offset) });
    expect((await check(7)).examples[0]!.days).toEqual([{ step: 'courteous', on: '2027-03-12' }]);
    expect((await check(-7)).examples[0]!.days).toEqual([{ step: 'courteous', on: '2027-03-08' }]);
  });
});

describe.each(['UTC', 'Pacific/Auckland'])('10: summer time, on a server whose clock is set to %s', (machine) => {
  it.each([
    // Friday evening before the change, the next worked day, and its 8:00 in Paris
    { friday: '2027-03-26', worked: '2027-03-30', days: 4, at: '2027-03-30T06:00:00Z' }, // Easter Monday is the 29th
    { friday: '2027-10-29', worked: '2027-11-02', days: 4, at: '2027-11-02T07:00:00Z' }, // All Saints is the 1st
  ])('what is approved on $friday in the evening leaves on $worked at 8:00 in Paris', async (told) => {
    process.env.TZ = machine;
    const stage = await open(told.friday);
    await stage.goLive();
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', told.friday === '2027-03-26' ? '2027-03-19' : '2027-10-22');
    stage.hour = 19;
    await stage.approveAll();
    expect(await stage.deliver()).toMatchObject({ sent: 0 });
    expect(await stage.sql(sql`SELECT next_attempt_at AS at FROM actions`)).toEqual([{ at: new Date(told.at) }]);
    stage.pass(told.days);
    stage.hour = 7;
    expect(await stage.deliver()).toMatchObject({ sent: 0 });
    stage.hour = 8;
    expect(await stage.deliver()).toMatchObject({ sent: 1 });
    expect(await stage.left()).toEqual([`${told.worked} email courteous C1`]);
  });
});

describe('11: a day that is not worked', () => {
  it('1 May, a Friday in 2026: the step leaves on Monday 4', async () => {
    const stage = await open('2026-04-30');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2026-04-24');
    await stage.live(1);
    expect(await stage.silence('F1')).toBe('quiet_day 2026-05-04');
    expect(await stage.live(5)).toEqual(['2026-05-04 email courteous C1']);
  });
  it('a Saturday: the step leaves on Monday', async () => {
    const stage = await open('2026-03-12');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2026-03-07');
    expect(await stage.live(6)).toEqual(['2026-03-16 email courteous C1']);
  });
  it('a deadline on a Sunday is put to Monday', async () => {
    const stage = await open('2026-02-24');
    await stage.set({ formalNoticeDays: 10 });
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2026-03-02'); // + 45 = Thursday 16 April; 10 days later is Sunday 26
    await stage.live(52);
    expect(stage.views.at(-1)).toMatchObject({ on: '2026-04-16', tone: 'formal', deadlineOn: '2026-04-27' });
  });
});

it('12: days count from the sending date of an invoice sent after its due date', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.portfolio.invoice({
    ...{ customer, number: 'F1', issuedOn: '2027-01-30', sentOn: '2027-03-08' },
    terms: [{ dueOn: '2027-03-01', cents: 120_000 }],
  });
  expect(await stage.live(17)).toEqual(['2027-03-15 email courteous C1', '2027-03-23 email firm C1']);
});

describe('13: a change on open items', () => {
  it('of the due date: the plan follows, and the difference can be shown first', async () => {
    const stage = await open('2027-03-08');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-03-01');
    const before = (await stage.plan()).plan;
    await stage.sql(sql`UPDATE receivables SET due_on = '2027-03-18' WHERE org_id = current_org()`);
    const after = (await stage.plan()).plan;
    expect(comparePlans(before, after)).toMatchObject({ added: [], removed: [{ step: 'courteous' }] });
    // 18 − 5 = Saturday 13, so Monday 15; 18 + 7 = 25
    expect(await stage.live(18)).toEqual(['2027-03-15 email notice C1', '2027-03-25 email courteous C1']);
  });
  it('of the due date: what was planned and waits for approval gives way', async () => {
    const stage = await open('2027-02-22');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-03-01');
    await stage.live(52); // up to Wednesday 14 April
    expect(await stage.run('none')).toMatchObject({ planned: 1, awaitingApproval: 1 }); // Thursday 15: the formal notice
    expect(await stage.run('none')).toMatchObject({ planned: 1, awaitingApproval: 1 }); // again: still one
    await stage.sql(sql`UPDATE receivables SET due_on = '2027-03-20' WHERE org_id = current_org()`);
    expect(await stage.run('none')).toMatchObject({ planned: 0, awaitingApproval: 0 });
    expect(await stage.inState('cancelled')).toEqual(['registered_letter formal_notice C1: superseded']);
  });
  it('of the ladder: each keeps its level and goes on from there', async () => {
    const stage = await open('2027-03-08');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.owed(customer, 'F1', '2027-03-01');
    await stage.live(1); // courteous, rank 2
    await stage.sql(sql`UPDATE customers SET scenario = 'strict' WHERE org_id = current_org()`);
    // strict: rank 3 is the call, due + 5 = 6 March: due at once, after the gap of three days
    expect(await stage.live(4)).toEqual(['2027-03-08 email courteous C1', '2027-03-11 call call C1']);
  });
});
