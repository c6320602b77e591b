// Movements and entries by hand mixed, in whatever order, two at a time now and then: the bank's money always stands in the ledger, once.
import type { CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyCredit } from '../../allocations/index.ts';
import {
  closeDifference,
  enterAgain,
  keepRest,
  movePayment,
  recordPayment,
  refundPayment,
  returnPayment,
  undoDeed,
} from '../../payments/index.ts';
import { type CashHouse, openHouse, TODAY } from './house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const VERBS = [
  ...['run', 'run', 'accept', 'accept', 'decide', 'undo', 'undo', 'redo', 'record', 'record', 'undoDeed', 'undoDeed'],
  ...['again', 'return', 'refund', 'move', 'gain', 'apply', 'write_off'],
] as const;
const ENTRY = { on: '2026-03-19' as never, currency: null, method: 'cheque', reference: '' } as const;
const step = fc.record({
  verb: fc.constantFrom(...VERBS),
  which: fc.nat(30),
  debt: fc.nat(3),
  cents: fc.constantFrom(1, 200, 300, 500, 500, 800),
  // The same asked twice at once, as by two people or a double click.
  isTwice: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Scene = Readonly<{
  house: CashHouse;
  customers: readonly CustomerId[];
  debts: readonly ReceivableId[];
  movements: readonly number[];
}>;

async function sceneOf(): Promise<Scene> {
  const house = await openHouse(database.db);
  const customers = [
    await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' }),
    await house.portfolio.customer({ ref: 'C2', name: 'Garage Lemercier' }),
  ];
  const debts: ReceivableId[] = [];
  for (const [n, cents] of [500, 800, 300, 500].entries())
    debts.push(await house.invoice(customers[n === 3 ? 1 : 0]!, `FA-2026-010${n}`, cents));
  const movements: number[] = [];
  const told = { on: '2026-03-20', name: 'Menuiserie Dupontel' };
  for (const [n, cents] of [500, 500, 1_100].entries()) {
    const label = n === 0 ? 'VIR FA-2026-0100' : 'VIREMENT';
    movements.push(await house.bank.movement({ ...told, cents, label, endToEndId: `E${n}` }));
  }
  const back = { ...told, on: '2026-03-25', cents: -500, label: 'REJET', isReturn: true, endToEndId: 'E0' };
  movements.push(await house.bank.movement(back));
  // What somebody entered before the bank told it: the third movement is this money.
  const entry = { ...ENTRY, companyId: house.companyId, customerId: customers[0]!, cents: 1_100 as never, note: '' };
  await recordPayment(house.context, entry);
  return { house, customers, debts, movements };
}

const idsOf = (house: CashHouse, statement: ReturnType<typeof sql<{ id: number }>>): Promise<number[]> =>
  house.read(async (tx) => (await statement.execute(tx)).rows.map(({ id }) => id));
const at = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];

async function act(
  { house, customers, debts, movements }: Scene,
  { verb, which, debt, cents }: Step,
): Promise<unknown> {
  const { companyId, context } = house;
  const order = { companyId, cents: cents as never, note: '' };
  const movement = at(movements, which)!;
  const receivableId = debts[debt]!;
  if (verb === 'run') return house.run();
  if (verb === 'accept') return house.accept(movement);
  if (verb === 'decide') return house.decide(movement, customers[0]!, cents, [[receivableId, Math.ceil(cents / 2)]]);
  if (verb === 'undo' || verb === 'redo') {
    const decision = at(await house.decisions(movement), debt);
    return decision && house[verb](decision.decisionId);
  }
  if (verb === 'record') {
    return recordPayment(context, { ...order, ...ENTRY, customerId: at(customers, which)! });
  }
  if (verb === 'undoDeed' || verb === 'again') {
    const mine = sql<{ id: number }>`SELECT deed_id AS id FROM payment_deeds WHERE org_id = current_org()
      AND company_id = ${companyId} ORDER BY 1`;
    const deedId = at(await idsOf(house, mine), which);
    if (deedId === undefined) return;
    const of = debt === 0 ? 'adjustment' : 'payment';
    return verb === 'again'
      ? enterAgain(context, { companyId, deedId })
      : undoDeed(context, { companyId, deedId, note: '', of });
  }
  if (verb === 'write_off') return closeDifference(context, { ...order, receivableId, nature: 'write_off' });
  const paid = sql<{ id: number }>`SELECT payment_id AS id FROM payments WHERE org_id = current_org()
    AND company_id = ${companyId} AND direction = 'in' AND purpose IN ('payment', 'moved_in') ORDER BY 1`;
  const id = at(await idsOf(house, paid), which);
  if (id === undefined) return;
  const paymentId = id as PaymentId;
  const on = TODAY as never;
  if (verb === 'apply')
    return applyCredit(context, {
      ...order,
      credit: { kind: 'payment', id },
      parts: [{ receivableId, cents }],
      reason: '',
    });
  if (verb === 'return') return returnPayment(context, { ...order, paymentId, on, cents: null, code: 'AM04' });
  if (verb === 'refund') return refundPayment(context, { ...order, paymentId, on, reference: '' });
  if (verb === 'gain') return keepRest(context, { ...order, paymentId });
  return movePayment(context, { ...order, paymentId, customerId: at(customers, debt)! });
}

/** What must never be: each a sentence, empty where all is well. */
const broken = (house: CashHouse): Promise<string[]> =>
  house.read(async (tx) => {
    const { rows } = await sql<{ what: string }>`
      WITH tied AS (SELECT m.payment_id, m.transaction_id, sum(m.cents)::bigint AS cents FROM bank_matches m
        WHERE m.org_id = current_org() GROUP BY 1, 2 HAVING sum(m.cents) <> 0)
      SELECT 'a movement rests on payment ' || t.payment_id || ' that was taken back' AS what FROM tied t
        JOIN payments u ON u.org_id = current_org() AND u.reverses_payment_id = t.payment_id AND u.purpose IN ('cancelled', 'misattributed')
      UNION ALL SELECT 'more is tied to payment ' || p.payment_id || ' than it is' FROM payments p
        WHERE p.org_id = current_org() AND p.cents < (SELECT sum(t.cents) FROM tied t WHERE t.payment_id = p.payment_id)
      UNION ALL SELECT 'movement ' || t.transaction_id || ' is not matched for what is tied' FROM bank_transactions t
        WHERE t.org_id = current_org() AND t.matched_cents <> coalesce((SELECT sum(x.cents) FROM tied x WHERE x.transaction_id = t.transaction_id), 0)
      UNION ALL SELECT 'term ' || r.receivable_id || ' is not settled for what is allocated' FROM receivables r
        WHERE r.org_id = current_org() AND r.settled_cents <> (SELECT coalesce(sum(a.cents), 0) FROM allocations a WHERE a.receivable_id = r.receivable_id)
      UNION ALL SELECT 'payment ' || p.payment_id || ' is not applied for what is allocated' FROM payments p
        WHERE p.org_id = current_org() AND p.applied_cents <> (SELECT coalesce(sum(a.cents), 0) FROM allocations a
          WHERE a.payment_id = p.payment_id OR a.refund_id = p.payment_id)
      UNION ALL SELECT 'money out ' || p.payment_id || ' comes from nowhere' FROM payments p
        WHERE p.org_id = current_org() AND p.direction = 'out' AND p.open_cents <> 0
      UNION ALL SELECT 'what is owed is not what was invoiced less what came' FROM (SELECT 1) one
        WHERE (SELECT coalesce(sum(open_cents), 0) FROM receivables WHERE org_id = current_org())
          - (SELECT coalesce(sum(CASE direction WHEN 'in' THEN open_cents ELSE 0 END), 0) FROM payments WHERE org_id = current_org())
          - (SELECT coalesce(sum(open_cents), 0) FROM credit_notes WHERE org_id = current_org())
          <> (SELECT coalesce(sum(gross_cents), 0) FROM receivables WHERE org_id = current_org())
          - (SELECT coalesce(sum(CASE direction WHEN 'in' THEN cents ELSE -cents END), 0) FROM payments WHERE org_id = current_org())
          - (SELECT coalesce(sum(gross_cents), 0) FROM credit_notes WHERE org_id = current_org())`.execute(tx);
    return rows.map(({ what }) => what);
  });

it('over any sequence of both, what the bank told stands in the ledger once, and every cent is somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (sequence) => {
      const scene = await sceneOf();
      for (const each of sequence) {
        await (each.isTwice ? Promise.all([act(scene, each), act(scene, each)]) : act(scene, each));
        expect(await broken(scene.house)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
}, 240_000);
