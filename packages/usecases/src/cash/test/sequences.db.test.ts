// Whatever is applied, undone, taken again, sent back or set aside, in whatever order: no cent is created or lost.
import type { CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setAside, takeBack } from '../index.ts';
import { type CashHouse, openHouse } from './house.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom('run', 'accept', 'decide', 'decide', 'undo', 'redo', 'return', 'aside', 'back'),
    movement: fc.nat(5),
    debt: fc.nat(3),
    cents: fc.integer({ min: 1, max: 900 }),
    at: fc.nat(20),
  }),
  { minLength: 4, maxLength: 14 },
);

type Deed = Parameters<Parameters<typeof deeds.map>[0]>[0][number];
type Scene = Readonly<{
  house: CashHouse;
  customer: CustomerId;
  movements: readonly number[];
  debts: readonly ReceivableId[];
}>;

async function sceneOf(): Promise<Scene> {
  const house = await openHouse(database.db);
  const customer = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  const debts: ReceivableId[] = [];
  for (const [n, cents] of [500, 800, 800, 1_000].entries())
    debts.push(await house.invoice(customer, `FA-2026-010${n}`, cents));
  const movements: number[] = [];
  for (const [n, cents] of [500, 800, 1_800, 700].entries()) {
    const label = n === 0 ? 'FA-2026-0100' : 'VIREMENT';
    movements.push(await house.bank.movement({ on: '2026-03-20', cents, label, name: 'Menuiserie Dupontel' }));
  }
  // What the bank took back: the amount and the name of payments that may have come by then.
  for (const cents of [-500, -800]) {
    const back = { on: '2026-03-25', cents, label: 'REJET', name: 'Menuiserie Dupontel', isReturn: true };
    movements.push(await house.bank.movement(back));
  }
  return { house, customer, movements, debts };
}

/** The bank takes back what is unapplied of a payment; the cents that left. */
async function sendBack({ house, customer }: Scene, paymentId: PaymentId): Promise<number> {
  return house.read(async (tx) => {
    const { rows } = await sql<{ cents: number }>`
      WITH left_over AS (SELECT payment_id, open_cents FROM payments WHERE org_id = current_org() AND payment_id = ${paymentId}
          AND direction = 'in' AND open_cents > 0 FOR UPDATE),
        out AS (INSERT INTO payments (company_id, customer_id, direction, purpose, paid_on, cents, currency, source_key)
          SELECT ${house.companyId}, ${customer}, 'out', 'return', '2026-03-31', open_cents, 'EUR', gen_random_uuid() FROM left_over
          RETURNING payment_id, cents)
      INSERT INTO allocations (company_id, payment_id, refund_id, allocated_on, cents, currency, origin, actor)
      SELECT ${house.companyId}, ${paymentId}, out.payment_id, '2026-03-31', out.cents, 'EUR', 'manual', 'test' FROM out
      RETURNING cents`.execute(tx);
    return rows[0]?.cents ?? 0;
  });
}

/** Cents of returns tied to money out that was noted before. */
const notedTies = ({ house }: Scene): Promise<number> =>
  house.read(async (tx) => {
    const { rows } = await sql<{ cents: number }>`SELECT coalesce(sum(m.cents), 0)::bigint AS cents
      FROM bank_matches m JOIN payments p ON p.org_id = m.org_id AND p.payment_id = m.payment_id
      WHERE m.org_id = current_org() AND m.is_recorded_before AND p.direction = 'out'`.execute(tx);
    return rows[0]!.cents;
  });

async function act(scene: Scene, { deed, movement, debt, cents, at }: Deed): Promise<number> {
  const { house, customer, movements, debts } = scene;
  const transactionId = movements[movement]!;
  const decisions = await house.decisions(transactionId);
  const decision = decisions[at % Math.max(1, decisions.length)];
  const order = { companyId: house.companyId, transactionIds: [transactionId] };
  if (deed === 'run') await house.run();
  else if (deed === 'accept') await house.accept(transactionId);
  else if (deed === 'decide')
    await house.decide(transactionId, customer, cents, [[debts[debt]!, Math.ceil(cents / 2)]]);
  else if (deed === 'aside') await setAside(house.context, { ...order, reason: 'other', note: '', remember: false });
  else if (deed === 'back') await takeBack(house.context, order);
  else if (decision && deed === 'undo') await house.undo(decision.decisionId);
  else if (decision && deed === 'redo') await house.redo(decision.decisionId);
  else if (decision?.payments[0]) return sendBack(scene, decision.payments[0].paymentId);
  return 0;
}

it('over any sequence of deeds, what is tied is what the movements were matched for, and the ledger moves by it alone', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (sequence) => {
      const scene = await sceneOf();
      const before = (await scene.house.bank.sums()).ledger;
      let returned = 0;
      let adjusted = 0;
      for (const deed of sequence) {
        returned += await act(scene, deed);
        const sums = await scene.house.bank.sums();
        adjusted = await scene.house.read(async (tx) => {
          const { rows } = await sql<{ cents: number }>`SELECT coalesce(sum(c.applied_cents), 0)::bigint
              - coalesce((SELECT sum(p.cents) FROM payments p WHERE p.org_id = current_org() AND p.purpose = 'cancelled'
                AND p.direction = 'out'), 0)::bigint AS cents
            FROM credit_notes c WHERE c.org_id = current_org() AND c.nature IN ('bank_fee', 'discount', 'write_off', 'exchange')`.execute(
            tx,
          );
          return rows[0]!.cents;
        });
        expect(sums.sound).toBe(true);
        expect(sums.tied).toBe(sums.matched);
        // Everything open went down by what was tied and by differences closed, and up by what the bank took back.
        // A return that was noted before is only tied: it had opened what it opens.
        expect(sums.ledger).toBe(before - sums.tied - (await notedTies(scene)) - adjusted + returned);
      }
    }),
    { numRuns: 40 },
  );
}, 240_000);
