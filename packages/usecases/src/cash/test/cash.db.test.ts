// Cash application on a real database: what is certain is applied alone, the rest is taken, decided by hand, undone and taken again.
import type { CustomerId, Day, ReceivableId } from '@quittance/core/kernel';
import { listHeldOpen } from '@quittance/db/ageing';
import { listAliases, listHabits } from '@quittance/db/cash';
import { listCustomers } from '@quittance/db/customers';
import { listHoldsOnInvoice } from '@quittance/db/invoices';
import { verifyJournal } from '@quittance/db/journal';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePolicy } from '../../companies/index.ts';
import { acceptProposal, decideMovement, eraseAlias, setAside, takeBack } from '../index.ts';
import { type CashHouse, openHouse, TODAY } from './house.ts';

let database: TestDatabase;
let house: CashHouse;
let dupont: CustomerId;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = await openHouse(database.db);
  dupont = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
});

const paymentsOf = (customer: CustomerId) =>
  house.read(async (tx) => {
    const { rows } = await sql<{
      text: string;
    }>`SELECT direction || ' ' || purpose || ' ' || paid_on || ' ' || cents || ' open ' || open_cents AS text
      FROM payments WHERE org_id = current_org() AND customer_id = ${customer} ORDER BY payment_id`.execute(tx);
    return rows.map(({ text }) => text);
  });

describe('a run', () => {
  it('applies the invoice that the text names for the very amount, and leaves the rest with its proposal', async () => {
    await house.invoice(dupont, 'FA-2026-0118', 120_000);
    const other = await house.portfolio.customer({ ref: 'C2', name: 'Garage Lemercier' });
    await house.invoice(other, 'FA-2026-0200', 55_000);
    await house.invoice(other, 'FA-2026-0201', 55_000);
    const sure = await house.bank.movement({
      on: '2026-03-20',
      cents: 120_000,
      label: 'VIR DUPONTEL FA-2026-0118',
      name: 'Menuiserie Dupontel',
    });
    const tie = await house.bank.movement({
      on: '2026-03-21',
      cents: 55_000,
      label: 'VIREMENT',
      name: 'Garage Lemercier',
    });
    const { lines } = await house.run();
    expect(lines.map(({ decisionId }) => decisionId !== null)).toEqual([true, false]);
    expect(await house.bank.owed(dupont)).toEqual([0]);
    expect(await paymentsOf(dupont)).toEqual(['in payment 2026-03-20 120000 open 0']);
    expect(await house.line(sure)).toMatchObject({ state: 'applied', openCents: 0, decision: null });
    expect(await house.line(tie)).toMatchObject({ state: 'waiting', openCents: 55_000, decision: 'suggest' });
    expect((await house.line(tie)).alternatives).toHaveLength(1);
    const [decision] = await house.decisions(sure);
    expect(decision).toMatchObject({
      origin: 'automatic',
      on: '2026-03-31',
      evidence: expect.arrayContaining(['reference', 'amount_exact']),
    });
    expect(await house.read((tx) => verifyJournal(tx))).toMatchObject({ ok: true });
  });

  it('applies nothing alone where the company does not want it', async () => {
    await house.invoice(dupont, 'FA-2026-0118', 120_000);
    const sure = await house.bank.movement({ on: '2026-03-20', cents: 120_000, label: 'VIR FA-2026-0118' });
    await changePolicy(house.context, house.companyId, { appliesMatches: false });
    await house.run();
    expect(await house.proposal(sure)).toMatchObject({ decision: 'auto' });
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
    await changePolicy(house.context, house.companyId, { appliesMatches: true });
    await house.run();
    expect(await house.bank.owed(dupont)).toEqual([0]);
  });

  it('applies nothing where it is only asked to look, and nothing twice', async () => {
    await house.invoice(dupont, 'FA-2026-0118', 120_000);
    const sure = await house.bank.movement({
      on: '2026-03-20',
      cents: 120_000,
      label: 'FA-2026-0118',
      name: 'Menuiserie Dupontel',
    });
    await house.run(false);
    expect(await house.proposal(sure)).toMatchObject({ decision: 'auto' });
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
    await house.run();
    await house.run();
    expect(await house.decisions(sure)).toHaveLength(1);
    expect(await house.bank.sums()).toEqual({ tied: 120_000, matched: 120_000, ledger: 0, sound: true });
  });
});

describe('a proposal', () => {
  it('is taken as it was seen, teaches who pays, and is refused once it is another one', async () => {
    await house.invoice(dupont, 'FA-2026-0118', 50_000);
    await house.invoice(dupont, 'FA-2026-0119', 50_000);
    const iban = 'FR1420041010050500013M02606';
    const first = await house.bank.movement({
      on: '2026-03-20',
      cents: 50_000,
      label: 'DUPONTEL',
      name: 'Menuiserie Dupontel',
      iban,
    });
    await house.run();
    const { madeAt } = await house.proposal(first);
    expect(await house.accept(first, 1)).toMatchObject({ ok: true });
    const again = await decideAgain(first, madeAt);
    expect(again).toEqual({ ok: false, refusal: { code: 'movement_matched', openCents: 0 } });
    const { items } = await house.read((tx) =>
      listAliases(tx, { companyId: house.companyId, erased: false }, { limit: 10, offset: 0 }),
    );
    expect(items).toMatchObject([{ iban, payerName: null, times: 1, customer: { ref: 'C1' } }]);
    const habits = await house.read((tx) => listHabits(tx, { companyId: house.companyId }, { limit: 10, offset: 0 }));
    expect(habits.items).toMatchObject([{ customer: { ref: 'C1' }, habits: [{ habit: 'amount_exact', times: 1 }] }]);
  });

  it('is looked at again when what it names was taken', async () => {
    await house.invoice(dupont, 'FA-2026-0118', 50_000);
    await house.invoice(dupont, 'FA-2026-0119', 50_000, '2026-03-05');
    const [one, two] = [
      await house.bank.movement({ on: '2026-03-20', cents: 50_000, name: 'Menuiserie Dupontel' }),
      await house.bank.movement({ on: '2026-03-22', cents: 50_000, name: 'Menuiserie Dupontel' }),
    ];
    await house.run(false);
    const before = await house.proposal(two);
    expect(await house.accept(one)).toMatchObject({ ok: true });
    expect(await house.proposal(two)).not.toEqual(before);
    expect(await decideAgain(two, before.madeAt)).toEqual({ ok: false, refusal: { code: 'proposal_stale' } });
    expect(await house.proposal(two)).toMatchObject({ decision: 'suggest' });
    expect(await house.accept(two)).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([0, 0]);
  });
});

const decideAgain = (transactionId: number, madeAt: Date) =>
  acceptProposal(house.context, { companyId: house.companyId, transactionId, choice: 0, madeAt });

describe('by hand', () => {
  it('a movement is split between customers, with a credit note used, charges closed and money on account', async () => {
    const other = await house.portfolio.customer({ ref: 'C2' });
    const mine = await house.invoice(dupont, 'F1', 100_000);
    const theirs = await house.invoice(other, 'F2', 40_000);
    const note = await house.portfolio.creditNote({
      customer: dupont,
      number: 'AV1',
      issuedOn: '2026-02-10',
      cents: 20_000,
    });
    const movement = await house.bank.movement({ on: '2026-03-20', cents: 125_000 });
    const none = { paymentId: null, settles: null, credits: [], adjustments: [], allocations: [] };
    const taken = await decideMovement(house.context, {
      ...{ companyId: house.companyId, transactionId: movement, note: 'groupe', learn: true },
      parts: [
        {
          ...none,
          customerId: dupont,
          cents: 79_000,
          allocations: [{ receivableId: mine, cents: 79_000 }],
          credits: [{ creditNoteId: note as never, receivableId: mine, cents: 20_000 }],
          adjustments: [{ receivableId: mine, cents: 1_000, nature: 'bank_fee' }],
        },
        { ...none, customerId: other, cents: 46_000, allocations: [{ receivableId: theirs, cents: 40_000 }] },
      ],
    });
    expect(taken).toMatchObject({ ok: true });
    expect([await house.bank.owed(dupont), await house.bank.owed(other)]).toEqual([[0], [0]]);
    expect(await paymentsOf(other)).toEqual(['in payment 2026-03-20 46000 open 6000']);
    expect(await house.bank.sums()).toEqual({ tied: 125_000, matched: 125_000, ledger: -6_000, sound: true });
    const { decisionId } = (await house.decisions(movement))[0]!;
    expect(await house.undo(decisionId)).toMatchObject({ ok: true });
    expect([await house.bank.owed(dupont), await house.bank.owed(other)]).toEqual([[100_000], [40_000]]);
    expect(await house.bank.sums()).toEqual({ tied: 0, matched: 0, ledger: 120_000, sound: true });
    expect(await house.undo(decisionId)).toEqual({ ok: false, refusal: { code: 'decision_undone' } });
    expect(await house.redo(decisionId)).toMatchObject({ ok: true });
    expect([await house.bank.owed(dupont), await house.bank.owed(other)]).toEqual([[0], [0]]);
    expect(await house.bank.sums()).toEqual({ tied: 125_000, matched: 125_000, ledger: -6_000, sound: true });
  });

  it('takes no more than the movement, the invoice and the limit allow, and stays with one customer', async () => {
    const other = await house.portfolio.customer({ ref: 'C2' });
    const mine = await house.invoice(dupont, 'F1', 10_000);
    const theirs = await house.invoice(other, 'F2', 10_000);
    const movement = await house.bank.movement({ on: '2026-03-20', cents: 9_000 });
    const adjusted = (cents: number) =>
      decideMovement(house.context, {
        ...{ companyId: house.companyId, transactionId: movement, note: '', learn: false },
        parts: [
          {
            ...{ customerId: dupont, cents: 8_000, paymentId: null, settles: null, credits: [] },
            allocations: [{ receivableId: mine, cents: 8_000 }],
            adjustments: [{ receivableId: mine, cents, nature: 'write_off' }],
          },
        ],
      });
    const refusals = [
      await house.decide(movement, dupont, 9_001),
      await house.decide(movement, dupont, 9_000, [[mine, 9_001]]),
      await house.decide(movement, dupont, 9_000, [[theirs, 10]]),
      await house.decide(movement, 999_999 as CustomerId, 9_000),
      await adjusted(1_501),
      await house.decide(999_999, dupont, 10),
    ].map((result) => !result.ok && result.refusal.code);
    expect(refusals).toEqual([
      'movement_matched',
      'allocation_mismatch',
      'allocation_mismatch',
      'not_found',
      'over_limit',
      'not_found',
    ]);
    expect(await adjusted(1_500)).toMatchObject({ ok: true });
    expect(await house.line(movement)).toMatchObject({ state: 'waiting', openCents: 1_000 });
    expect(await house.decide(movement, dupont, 1_000, [[mine, 1_000]])).toEqual({
      ok: false,
      refusal: { code: 'debt_settled', openCents: 500 },
    });
    expect(await house.bank.owed(dupont)).toEqual([500]);
  });

  it('several movements pay one invoice', async () => {
    const mine = await house.invoice(dupont, 'F1', 10_000);
    const movements = [
      await house.bank.movement({ on: '2026-03-20', cents: 6_000 }),
      await house.bank.movement({ on: '2026-03-25', cents: 4_000 }),
    ];
    expect(await house.decide(movements[0]!, dupont, 6_000, [[mine, 6_000]])).toMatchObject({ ok: true });
    expect(await house.decide(movements[1]!, dupont, 4_000, [[mine, 4_000]])).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([0]);
  });
});

describe('what the books told before', () => {
  it('is tied by hand: no second payment; undone, the payment stays and is free again', async () => {
    const mine = await house.invoice(dupont, 'F1', 10_000);
    const known = await house.portfolio.payment({ customer: dupont, on: '2026-03-19', cents: 10_000 });
    const movement = await house.bank.movement({ on: '2026-03-20', cents: 10_000 });
    const tie = () =>
      decideMovement(house.context, {
        ...{ companyId: house.companyId, transactionId: movement, note: '', learn: false },
        parts: [
          {
            ...{ customerId: dupont, cents: 10_000, paymentId: known, settles: null, credits: [], adjustments: [] },
            allocations: [{ receivableId: mine, cents: 10_000 }],
          },
        ],
      });
    expect(await tie()).toMatchObject({ ok: true });
    expect(await paymentsOf(dupont)).toEqual(['in payment 2026-03-19 10000 open 0']);
    const second = await house.bank.movement({ on: '2026-03-20', cents: 10_000 });
    const twice = await decideMovement(house.context, {
      ...{ companyId: house.companyId, transactionId: second, note: '', learn: false },
      parts: [
        {
          customerId: dupont,
          cents: 10_000,
          paymentId: known,
          settles: null,
          credits: [],
          adjustments: [],
          allocations: [],
        },
      ],
    });
    expect(twice).toEqual({ ok: false, refusal: { code: 'credit_spent', openCents: 0 } });
    expect(await house.undo((await house.decisions(movement))[0]!.decisionId)).toMatchObject({ ok: true });
    expect(await paymentsOf(dupont)).toEqual(['in payment 2026-03-19 10000 open 10000']);
    expect(await tie()).toMatchObject({ ok: true });
  });
});

describe('what the books told before, recognised', () => {
  it('is tied by a run without a person: the invoice stays paid once and no new payment is made', async () => {
    const mine = await house.invoice(dupont, 'FA-2026-0118', 10_000);
    await house.portfolio.pay({ customer: dupont, receivable: mine, on: '2026-03-19', cents: 10_000 });
    const movement = await house.bank.movement({
      on: '2026-03-20',
      cents: 10_000,
      label: 'VIR FA-2026-0118',
      name: 'Menuiserie Dupontel',
    });
    await house.run();
    expect(await paymentsOf(dupont)).toEqual(['in payment 2026-03-19 10000 open 0']);
    const [decision] = await house.decisions(movement);
    expect(decision).toMatchObject({ origin: 'automatic', payments: [{ isRecordedBefore: true }], allocations: [] });
    expect(await house.undo(decision!.decisionId)).toMatchObject({ ok: true });
    await house.run();
    expect(await house.line(movement)).toMatchObject({ state: 'waiting' });
    expect(await paymentsOf(dupont)).toEqual(['in payment 2026-03-19 10000 open 0']);
  });
});

describe('undone', () => {
  it('what a person undid is never applied alone again for that movement', async () => {
    await house.invoice(dupont, 'FA-2026-0118', 120_000);
    const movement = await house.bank.movement({
      on: '2026-03-20',
      cents: 120_000,
      label: 'FA-2026-0118',
      name: 'Menuiserie Dupontel',
    });
    await house.run();
    const { decisionId } = (await house.decisions(movement))[0]!;
    expect(await house.undo(decisionId)).toMatchObject({ ok: true });
    expect(await paymentsOf(dupont)).toEqual([
      'in payment 2026-03-20 120000 open 0',
      'out misattributed 2026-03-31 120000 open 0',
    ]);
    await house.run();
    expect(await house.proposal(movement)).toMatchObject({ decision: 'suggest' });
    expect((await house.proposal(movement)).best?.evidence).toContain('undone_before');
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
  });

  it('an acceptance undone lowers what it taught; money that went on must come back first', async () => {
    const mine: ReceivableId = await house.invoice(dupont, 'F1', 10_000);
    const movement = await house.bank.movement({ on: '2026-03-20', cents: 12_000, name: 'DUPONTEL SARL' });
    const taken = await house.decide(movement, dupont, 12_000, [[mine, 10_000]]);
    const aliases = (erased: boolean) =>
      house.read((tx) => listAliases(tx, { companyId: house.companyId, erased }, { limit: 10, offset: 0 }));
    expect((await aliases(false)).items).toMatchObject([{ payerName: 'DUPONTEL SARL', iban: null }]);
    const [paid] = (await house.decisions(movement))[0]!.payments;
    await house.read(async (tx) => {
      await sql`WITH out AS (INSERT INTO payments (company_id, customer_id, direction, purpose, paid_on, cents, currency, source_key)
          VALUES (${house.companyId}, ${dupont}, 'out', 'refund', '2026-03-31', 2000, 'EUR', gen_random_uuid()) RETURNING payment_id)
        INSERT INTO allocations (company_id, payment_id, refund_id, allocated_on, cents, currency, origin, actor)
        SELECT ${house.companyId}, ${paid!.paymentId}, payment_id, '2026-03-31', 2000, 'EUR', 'manual', 'test' FROM out`.execute(
        tx,
      );
    });
    const decisionId = taken.ok ? taken.value.decisionId : 0;
    expect(await house.undo(decisionId)).toEqual({ ok: false, refusal: { code: 'credit_spent', openCents: 0 } });
    expect((await aliases(false)).total).toBe(1);
    const second = await house.bank.movement({ on: '2026-03-21', cents: 500, name: 'DUPONTEL SARL' });
    const again = await house.decide(second, dupont, 500);
    expect((await aliases(false)).items).toMatchObject([{ times: 2 }]);
    expect(await house.undo(again.ok ? again.value.decisionId : 0)).toMatchObject({ ok: true });
    expect((await aliases(false)).items).toMatchObject([{ times: 1 }]);
    const { aliasId } = (await aliases(false)).items[0]!;
    expect(await eraseAlias(house.context, { companyId: house.companyId, aliasId })).toMatchObject({ ok: true });
    expect((await aliases(true)).items).toMatchObject([{ erasedBy: 'user:anna' }]);
  });
});

describe('set aside', () => {
  it('is remembered for the payer, and taken back with what was remembered', async () => {
    const charges = { name: 'BANQUE DU RHONE' };
    const first = await house.bank.movement({ on: '2026-03-02', cents: -1_200, label: 'FRAIS', ...charges });
    const order = {
      companyId: house.companyId,
      transactionIds: [first, 999_999],
      reason: 'bank_fees',
      note: '',
      remember: true,
    };
    expect(await setAside(house.context, order)).toEqual({
      done: [first],
      refused: [{ transactionId: 999_999, code: 'not_found' }],
    });
    const second = await house.bank.movement({ on: '2026-03-31', cents: -1_300, label: 'FRAIS', ...charges });
    expect((await house.run()).setAside).toBe(1);
    expect(await house.line(second)).toMatchObject({ state: 'set_aside', asideReason: 'bank_fees' });
    const named = { companyId: house.companyId, transactionIds: [second] };
    expect(await takeBack(house.context, named)).toEqual({ done: [second], refused: [] });
    expect(await takeBack(house.context, named)).toEqual({
      done: [],
      refused: [{ transactionId: second, code: 'state_forbids' }],
    });
    expect((await house.run()).setAside).toBe(0);
    expect(await house.line(second)).toMatchObject({ state: 'waiting' });
  });
});

describe('what waits', () => {
  it('holds what it could settle, and says so wherever holds are told', async () => {
    const given = { customer: dupont, issuedOn: '2026-02-01' };
    const named = ['FA-2026-0200', 'FA-2026-0201'].map((number) => ({
      ...{ ...given, number, terms: [{ dueOn: '2026-03-01', cents: 55_000 }] },
    }));
    const { invoiceId } = await house.portfolio.invoice(named[0]!);
    await house.portfolio.invoice(named[1]!);
    const label = 'VIREMENT';
    await house.bank.movement({ on: '2026-03-30', cents: 55_000, label, name: 'Menuiserie Dupontel' });
    await house.run();
    const [on, { companyId }] = [TODAY as Day, house];
    const told = () =>
      house.read(async (tx) => {
        const holds = await listHoldsOnInvoice(tx, invoiceId, on);
        const open = await listHeldOpen(tx, { companyId, currency: 'EUR', on });
        const scope = { companyId, currency: 'EUR', on, defaultScenario: 'standard', scenarioBySegment: {} };
        const page = { sort: 'name', descending: false, limit: 10, offset: 0 } as const;
        const customers = await listCustomers(tx, { filters: { held: true }, scope, page });
        return {
          holds: holds.map(({ reason, holdId }) => [reason, holdId]),
          heldCents: open.reduce((sum, { openCents }) => sum + openCents, 0),
          customers: customers.items.map(({ ref }) => ref),
        };
      });
    expect(await told()).toEqual({ holds: [['unmatched_payment', null]], heldCents: 110_000, customers: ['C1'] });
    // Another term that the movement does not speak of: the customer as a whole is not held any more.
    await house.invoice(dupont, 'FA-2026-0300', 1_234);
    expect(await told()).toEqual({ holds: [['unmatched_payment', null]], heldCents: 110_000, customers: [] });
  });
});
