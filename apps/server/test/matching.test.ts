// Matching over HTTP with the real use cases: listed, run, accepted, decided by hand, undone, taken again, set aside; what is learned.
// Every answer is read by the contract's own shape.
import { api } from '@quittance/contracts/api';
import type { CustomerId, OrgId, ReceivableId } from '@quittance/core/kernel';
import { BankAccount, Portfolio } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse } from '@quittance/usecases/users';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkingHouse, setUpByMarie, type Visitor } from './working-house.ts';

// Tuesday 31 March 2026, 10:00 in Paris
const clock = clockAt(new Date('2026-03-31T08:00:00Z'));
let marie: Visitor;
let close = async () => {};
let bank: BankAccount;
let customer: CustomerId;
const terms: ReceivableId[] = [];
const ids = {} as Record<'sure' | 'tie' | 'charges' | 'theirs', number>;

const ask: Visitor['ask'] = (...asked) => marie.ask(...asked);
const read: Visitor['read'] = (...asked) => marie.read(...asked);
const LINES = '/api/v1/matching/lines';
const { matching, memory } = api;
const line = (id: number) => read(matching.line, `${LINES}/${id}`);

beforeAll(async () => {
  const house = await openWorkingHouse({ clock });
  close = house.close;
  const made = await setUpByMarie(house.server);
  marie = made.marie;
  const { db } = house.database;
  const portfolio = new Portfolio(db, { orgId: made.orgId, companyId: made.companyId });
  bank = new BankAccount(portfolio);
  customer = await portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  for (const [n, cents] of [120_000, 50_000, 50_000].entries()) {
    const given = {
      customer,
      number: `FA-2026-011${n}`,
      issuedOn: '2026-02-01',
      terms: [{ dueOn: '2026-03-01', cents }],
    };
    terms.push((await portfolio.invoice(given)).receivables[0]!);
  }
  const name = 'Menuiserie Dupontel';
  ids.sure = await bank.movement({ on: '2026-03-30', cents: 120_000, label: 'VIR FA-2026-0110', name });
  ids.tie = await bank.movement({
    on: '2026-03-20',
    cents: 50_000,
    label: 'VIREMENT DUPONTEL',
    name,
    iban: 'FR1420041010050500013M02606',
  });
  ids.charges = await bank.movement({
    on: '2026-03-31',
    cents: -1_200,
    label: 'FRAIS DE TENUE',
    name: 'BANQUE DU RHONE',
  });
  const elsewhere = await createHouse({ db: db, actor: 'test', clock }, { name: 'other', siren: null });
  const theirs = new Portfolio(db, { orgId: elsewhere.orgId as OrgId, companyId: elsewhere.companyId });
  ids.theirs = await new BankAccount(theirs).movement({ on: '2026-03-20', cents: 100 });
}, 120_000);
afterAll(() => close());

describe('movements', () => {
  test('wait, are looked at, and the certain one is applied', async () => {
    const before = await read(matching.lines, LINES);
    expect(before.summary).toMatchObject({
      waiting: [{ currency: 'EUR', count: 2, cents: 170_000 }],
      decisions: { auto: 0, suggest: 0, none: 0, unasked: 2 },
    });
    expect(before.total).toBe(3);
    const run = await read(matching.run, '/api/v1/matching/run', { apply: true });
    expect(run).toMatchObject({
      looked: 2,
      applied: 1,
      suggested: 1,
      appliedCents: [{ currency: 'EUR', cents: 120_000 }],
    });
    const applied = await read(matching.lines, `${LINES}?state=applied&origin=automatic`);
    expect(applied.items).toMatchObject([
      {
        transactionId: ids.sure,
        proposal: null,
        decided: [{ origin: 'automatic', allocations: [{ number: 'FA-2026-0110', openCents: 0 }] }],
      },
    ]);
  });

  test.each([
    ['decision=suggest', ['tie']],
    ['minConfidence=0.99999', []],
    ['search=dupontel', ['tie']],
    ['search=500', ['tie']],
    ['age=d8_30', ['tie']],
    ['kind=money_out', ['charges']],
    ['fromOn=2026-03-31', ['charges']],
    ['state=all&sort=bookedOn', ['tie', 'sure', 'charges']],
    ['state=all&sort=-cents', ['sure', 'tie', 'charges']],
    ['state=all&sort=age', ['charges', 'sure', 'tie']],
  ] as const)('are found by %s', async (query, want) => {
    const { items } = await read(matching.lines, `${LINES}?${query}`);
    expect(items.map(({ transactionId }) => transactionId)).toEqual(want.map((name) => ids[name]));
  });

  test('of another organization are not there', async () => {
    for (const url of [`${LINES}/${ids.theirs}`, `${LINES}/${ids.theirs}/open-items`])
      expect((await ask('GET', url)).status).toBe(404);
    const accepted = await ask('POST', `${LINES}/${ids.theirs}/accept`, {
      choice: 0,
      madeAt: '2026-03-31T08:00:00.000Z',
    });
    expect(accepted.status).toBe(404);
    expect(
      await read(matching.setAside, '/api/v1/matching/set-aside', {
        transactionIds: [ids.theirs],
        reason: 'other',
      }),
    ).toEqual({
      done: [],
      refused: [{ transactionId: ids.theirs, code: 'not_found' }],
    });
  });
});

describe('a tie', () => {
  test('is shown with its rival, accepted as seen, undone with a reason, taken again', async () => {
    const seen = await line(ids.tie);
    expect(seen.proposal).toMatchObject({
      decision: 'suggest',
      best: { customers: [{ ref: 'C1' }], unappliedCents: 0 },
    });
    expect(seen.proposal!.alternatives).toHaveLength(1);
    const { madeAt } = seen.proposal!;
    const stale = await ask('POST', `${LINES}/${ids.tie}/accept`, { madeAt: '2020-01-01T00:00:00.000Z' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'proposal_stale' } });
    const taken = await read(matching.accept, `${LINES}/${ids.tie}/accept`, { choice: 1, madeAt });
    expect(taken).toMatchObject({
      state: 'applied',
      openCents: 0,
      decided: [{ origin: 'accepted', actor: 'Marie', undone: null }],
    });
    const again = await ask('POST', `${LINES}/${ids.tie}/accept`, { choice: 0, madeAt });
    expect(again).toMatchObject({ status: 409, body: { code: 'movement_matched', facts: { openCents: 0 } } });
    const { decisionId } = taken.decided[0]!;
    const path = `/api/v1/matching/decisions/${decisionId}`;
    const undone = await read(matching.undo, `${path}/undo`, { reason: 'mauvaise facture' });
    expect(undone).toMatchObject({
      state: 'waiting',
      decided: [{ undone: { by: 'Marie', reason: 'mauvaise facture' } }],
    });
    expect(await ask('POST', `${path}/undo`, { reason: 'encore' })).toMatchObject({
      status: 409,
      body: { code: 'decision_undone' },
    });
    const redone = await read(matching.redo, `${path}/redo`);
    expect(redone.decided).toHaveLength(2);
    expect((await ask('POST', `/api/v1/matching/decisions/${redone.decided[0]!.decisionId}/redo`)).body.code).toBe(
      'state_forbids',
    );
    await read(matching.undo, `/api/v1/matching/decisions/${redone.decided[0]!.decisionId}/undo`, {
      reason: 'à la main',
    });
  });

  test('is decided by hand among what is open, and refused beyond it', async () => {
    const open = await read(matching.openItems, `${LINES}/${ids.tie}/open-items`);
    expect(open.receivables.map(({ number }) => number)).toEqual(['FA-2026-0111', 'FA-2026-0112']);
    const named = await read(matching.openItems, `${LINES}/${ids.tie}/open-items?search=dupontel`);
    expect(named.customers).toMatchObject([{ ref: 'C1' }]);
    const part = (cents: number, nature = 'bank_fee') => ({
      parts: [
        {
          ...{ customerId: customer, cents: 48_000, allocations: [{ receivableId: terms[1], cents: 48_000 }] },
          adjustments: [{ receivableId: terms[1], cents, nature }],
        },
      ],
    });
    const decide = `${LINES}/${ids.tie}/decide`;
    expect(await ask('POST', decide, part(2_000))).toMatchObject({
      status: 422,
      body: { code: 'over_limit', facts: { limitCents: 1_500 } },
    });
    const decided = await read(matching.decide, decide, part(1_500));
    expect(decided).toMatchObject({ state: 'waiting', openCents: 2_000 });
    expect(decided.decided[0]).toMatchObject({
      origin: 'manual',
      adjustments: [{ number: 'FA-2026-0111', nature: 'bank_fee', cents: 1_500 }],
    });
    const many = await read(matching.acceptMany, '/api/v1/matching/accept', {
      minConfidence: 1,
      transactionIds: [ids.tie],
    });
    expect(many).toEqual({ done: [], refused: [{ transactionId: ids.tie, code: 'not_sure_enough' }] });
  });
});

describe('memory', () => {
  test('names the payer that was learned, and forgets it', async () => {
    const { items } = await read(memory.aliases, '/api/v1/memory/aliases');
    expect(items).toMatchObject([
      {
        customer: { ref: 'C1' },
        iban: 'FR1420041010050500013M02606',
        times: 1,
        actor: 'Marie',
        learnedFrom: { transactionId: ids.tie },
      },
    ]);
    const path = `/api/v1/memory/aliases/${items[0]!.aliasId}`;
    expect(await read(memory.eraseAlias, `${path}/erase`)).toMatchObject({ erased: { by: 'Marie' } });
    expect((await ask('POST', `${path}/erase`)).body.code).toBe('state_forbids');
    expect(await read(memory.restoreAlias, `${path}/restore`)).toMatchObject({ erased: null });
    const habits = await read(memory.habits, '/api/v1/memory/habits');
    expect(habits.items).toMatchObject([{ customer: { ref: 'C1' }, habits: [{ habit: 'amount_exact', times: 1 }] }]);
    expect(await read(memory.eraseHabits, '/api/v1/memory/habits/erase', { customerId: customer })).toEqual({
      erased: 1,
    });
  });

  test('knows whose money is no customer’s', async () => {
    const order = { transactionIds: [ids.charges], reason: 'bank_fees', remember: true };
    expect(await read(matching.setAside, '/api/v1/matching/set-aside', order)).toMatchObject({
      done: [ids.charges],
    });
    expect(await line(ids.charges)).toMatchObject({
      state: 'set_aside',
      setAside: { reason: 'bank_fees', by: 'Marie' },
    });
    const aside = await read(memory.aliases, '/api/v1/memory/aliases?kind=set_aside');
    expect(aside.items).toMatchObject([{ customer: null, setAsideReason: 'bank_fees', payerName: 'BANQUE DU RHONE' }]);
    expect(
      await read(matching.takeBack, '/api/v1/matching/take-back', { transactionIds: [ids.charges] }),
    ).toMatchObject({ done: [ids.charges] });
  });
});

describe('returns of the bank', () => {
  test('are explained by the payment they give back, chosen by hand or accepted, and undone', async () => {
    const name = 'Menuiserie Dupontel';
    const back = await bank.movement({ on: '2026-03-31', cents: -120_000, label: 'REJET', name, isReturn: true });
    const found = await read(matching.openItems, `${LINES}/${back}/open-items`);
    expect(found).toMatchObject({
      receivables: [],
      recordedPayments: [{ customer: { ref: 'C1' }, cents: 120_000, paidOn: '2026-03-30' }],
    });
    expect((await read(matching.openItems, `${LINES}/${back}/open-items?search=nobody`)).recordedPayments).toEqual([]);
    await read(matching.run, '/api/v1/matching/run', { apply: true });
    const { proposal } = await line(back);
    expect(proposal).toMatchObject({
      decision: 'suggest',
      best: {
        paymentId: null,
        evidence: ['return_amount_and_name'],
        returned: {
          customer: { ref: 'C1' },
          cents: 120_000,
          paidOn: '2026-03-30',
          paid: [{ number: 'FA-2026-0110', cents: 120_000 }],
        },
      },
    });
    const { madeAt } = proposal!;
    const taken = await read(matching.accept, `${LINES}/${back}/accept`, { choice: 0, madeAt });
    expect(taken).toMatchObject({
      state: 'applied',
      decided: [{ origin: 'accepted', returned: { paid: [{ number: 'FA-2026-0110', cents: 120_000 }] } }],
    });
    const { decisionId } = taken.decided[0]!;
    const undo = `/api/v1/matching/decisions/${decisionId}/undo`;
    expect(await read(matching.undo, undo, { reason: 'erreur' })).toMatchObject({
      state: 'waiting',
      openCents: 120_000,
      proposal: { decision: 'suggest' },
    });
    const { customer: of, paymentId } = found.recordedPayments[0]!;
    const parts = [{ customerId: of.customerId, cents: 120_000, paymentId }];
    const byHand = await read(matching.decide, `${LINES}/${back}/decide`, { parts });
    expect(byHand.decided[0]).toMatchObject({ origin: 'manual', returned: { paymentId } });
  });
});
