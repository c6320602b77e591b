// Situations 24, 25, 28 and 29: due terms, levels, past balances and failures each on their own. In 2027, 1 March is a Monday.
import { day, refuse } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { agedBalanceReport } from '../../src/ageing/index.ts';
import { retryActions } from '../../src/outbox/index.ts';
import { onStage } from '../on-stage.ts';

const open = onStage();

it('24: an invoice in three due terms: each lives its own life', async () => {
  const stage = await open('2027-02-22');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const { receivables } = await stage.portfolio.invoice({
    ...{ customer, number: 'F1', issuedOn: '2027-01-30' },
    terms: ['2027-03-01', '2027-04-01', '2027-05-03'].map((dueOn) => ({ dueOn, cents: 40_000 })),
  });
  // 1st: notice 24 Feb, 8, 16, 19 March (call); paid on the 22nd. 2nd: −5 = Saturday 27 March, then Easter: Tuesday 30; +7 = 8 April
  const left = await stage.live(50, async (on) => {
    if (on === '2027-03-22') await stage.portfolio.pay({ customer, receivable: receivables[0]!, on, cents: 40_000 });
  });
  expect(left).toEqual([
    '2027-02-24 email notice C1',
    '2027-03-08 email courteous C1',
    '2027-03-16 email firm C1',
    '2027-03-19 call call C1',
    '2027-03-30 email notice C1',
    '2027-04-08 email courteous C1',
  ]);
  expect(await stage.levels()).toEqual({ 'F1/1': 4, 'F1/2': 2 });
  expect(stage.views.map((view) => view.totalCents)).toEqual(Array(6).fill(40_000));
});

it('25: the oldest is paid: the levels of the others stay, no stage is skipped or repeated', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const oldest = await stage.owed(customer, 'F1', '2027-02-22'); // +7 = 1 March, +15 = 9 March
  await stage.owed(customer, 'F2', '2027-03-04'); // +7 = 11 March, +15 = 19 March
  const left = await stage.live(12, async (on) => {
    if (on === '2027-03-15') await stage.portfolio.pay({ customer, receivable: oldest, on, cents: 120_000 });
  });
  // 8: F1 enters by its first reminder, F2 is listed. 11: F1 firm, F2 its own first. 15: F1 is paid. 19: F2 firm.
  expect(left).toEqual(['2027-03-08 email courteous C1', '2027-03-11 email firm C1', '2027-03-19 email firm C1']);
  expect(await stage.levels()).toEqual({ 'F1/1': 3, 'F2/1': 3 });
});

it('28: the aged balance of last quarter’s end, asked for later, equals what it was; buckets sum to the total', async () => {
  const stage = await open('2027-03-31');
  const customer = await stage.portfolio.customer({ ref: 'C1', name: 'Client C1' });
  const first = await stage.owed(customer, 'F1', '2027-03-31', 10_000); // due that day: not late
  const second = await stage.owed(customer, 'F2', '2027-03-01', 20_000); // 30 days late
  await stage.owed(customer, 'F3', '2027-02-28', 40_000); // 31 days late
  await stage.portfolio.payment({ customer, on: '2027-03-15', cents: 5_000 });
  const ask = () => agedBalanceReport(stage.context, { companyId: stage.companyId, on: day('2027-03-31') });
  const then = await ask();
  expect(then.customers).toEqual([
    {
      ...{ ref: 'C1', name: 'Client C1', unappliedCents: 5_000, totalCents: 65_000 },
      cents: { not_due: 10_000, d1_30: 20_000, d31_60: 40_000, d61_90: 0, d91_plus: 0 },
    },
  ]);
  stage.pass(60);
  await stage.portfolio.pay({ customer, receivable: first, on: '2027-04-10', cents: 10_000 });
  await stage.portfolio.pay({ customer, receivable: second, on: '2027-05-10', cents: 20_000 });
  expect((await ask()).customers).toEqual(then.customers);
  const now = await agedBalanceReport(stage.context, { companyId: stage.companyId, on: stage.on });
  expect(now.totals.totalCents).toBe(35_000);
});

describe('29: one fails alone', () => {
  it('a broken text and a renderer that breaks: reported by name, the others leave once, and a retry after mending sends', async () => {
    const stage = await open('2027-03-08');
    for (const ref of ['C1', 'C2', 'C3', 'C4']) {
      const customer = await stage.portfolio.customer({ ref });
      await stage.owed(customer, `F${ref}`, '2027-03-01');
    }
    const sound = stage.render;
    stage.render = (view, template) => {
      if (view.recipient.ref === 'C2') throw new Error('out of fonts');
      if (view.recipient.ref !== 'C3') return sound(view, template);
      return Promise.resolve(
        refuse({ code: 'template_syntax', part: 'body', line: 3, column: 7, seen: '{{', detail: '' }),
      );
    };
    expect(await stage.run()).toMatchObject({ sent: 2, failed: 2 });
    expect(await stage.inState('failed')).toEqual([
      'email courteous C2: render_failed',
      'email courteous C3: template_syntax',
    ]);
    expect(await stage.run()).toMatchObject({ sent: 0, failed: 0 }); // the same day: neither doubled nor tried alone
    stage.render = sound;
    const failed = await stage.sql<{ id: number }>(
      sql`SELECT action_id AS id FROM actions WHERE org_id = current_org() AND state = 'failed'`,
    );
    const order = { companyId: stage.companyId, actionIds: failed.map((row) => row.id as never) };
    expect(await retryActions(stage.context, order)).toMatchObject({ done: 2 });
    expect(await stage.deliver()).toMatchObject({ sent: 2 });
    expect(await stage.left()).toHaveLength(4);
  });

  it('a text the database cannot store, in a batch of others', async () => {
    const stage = await open('2027-03-08');
    for (const ref of ['C1', 'C2', 'C3']) {
      const customer = await stage.portfolio.customer({ ref });
      await stage.owed(customer, `F${ref}`, '2027-03-01');
    }
    const sound = stage.render;
    stage.render = async (view, template) => {
      const made = await sound(view, template);
      const isPoisoned = view.recipient.ref === 'C2' && made.ok && made.value.kind === 'email';
      return isPoisoned ? { ok: true, value: { ...made.value, text: 'a\u0000b' } as typeof made.value } : made;
    };
    expect(await stage.run()).toMatchObject({ sent: 2, failed: 1 });
    expect(await stage.inState('failed')).toEqual(['email courteous C2: message_unstorable']);
  });

  it('a customer on a ladder that is gone, and one on a ladder that cannot be read', async () => {
    const stage = await open('2027-03-08');
    await stage.sql(sql`INSERT INTO scenarios (company_id, code, version, name, steps, actor)
      VALUES (${stage.companyId}, 'odd', 1, 'Odd', '[null]', 'test')`);
    for (const [ref, scenario] of [
      ['C1', 'standard'],
      ['C2', 'gone'],
      ['C3', 'odd'],
    ] as const) {
      const customer = await stage.portfolio.customer({ ref, scenario });
      await stage.owed(customer, `F${ref}`, '2027-03-01');
    }
    const { failures } = await stage.plan();
    expect(failures.map(({ customerRef, code }) => `${customerRef} ${code}`)).toEqual([
      'C2 scenario_missing',
      'C3 facts_broken',
    ]);
    expect(await stage.live(1)).toEqual(['2027-03-08 email courteous C1']);
  });

  it('a customer whose ladder breaks after approval stops alone', async () => {
    const stage = await open('2027-03-08');
    for (const ref of ['C1', 'C2', 'C3']) {
      const customer = await stage.portfolio.customer({ ref });
      await stage.owed(customer, `F${ref}`, '2027-03-01');
    }
    await stage.approveAll();
    await stage.sql(sql`INSERT INTO scenarios (company_id, code, version, name, steps, actor)
      VALUES (${stage.companyId}, 'odd', 1, 'Odd', '[null]', 'test')`);
    await stage.sql(
      sql`UPDATE customers SET scenario = CASE ref WHEN 'C1' THEN 'odd' WHEN 'C2' THEN 'gone' END WHERE org_id = current_org()`,
    );
    expect(await stage.deliver()).toMatchObject({ sent: 1, cancelled: 2 });
    expect(await stage.inState('cancelled')).toEqual([
      'email courteous C1: facts_broken',
      'email courteous C2: scenario_missing',
    ]);
  });
});
