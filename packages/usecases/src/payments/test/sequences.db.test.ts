// Over any sequence of deeds and their undoing on a real database no cent is created or lost.
import { day, type PaymentId } from '@quittance/core/kernel';
import type { DeedRow } from '@quittance/db/payments';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { closeDifference, exportLettering, keepRest, movePayment, recordPayment, refundPayment } from '../index.ts';
import {
  apply,
  balance,
  bounce,
  companyId,
  context,
  openPayments,
  owed,
  portfolio,
  rows,
  TODAY,
  undo,
} from './house.ts';

openPayments();

const KINDS = ['record', 'apply', 'return', 'refund', 'move', 'gain', 'write_off', 'undo', 'undo'] as const;
type Step = Readonly<{ deed: (typeof KINDS)[number]; which: number; debt: number; cents: number }>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    deed: fc.constantFrom(...KINDS),
    which: fc.nat(30),
    debt: fc.nat(2),
    cents: fc.integer({ min: 1, max: 900 }),
  }),
  { minLength: 4, maxLength: 14 },
);

let rounds = 0;

describe('over any sequence of deeds and their undoing', () => {
  it('no cent is created or lost: what is owed changes by money that came, went, or was given up, and by nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        rounds += 1;
        const [a, b] = [
          await portfolio.customer({ ref: `A${rounds}` }),
          await portfolio.customer({ ref: `B${rounds}` }),
        ];
        const debts = [
          await owed(a, `F${rounds}-1`, 500),
          await owed(a, `F${rounds}-2`, 800),
          await owed(b, `F${rounds}-3`, 1_000),
        ];
        const before = await balance();
        const money: PaymentId[] = [];
        // What each deed that stands adds to what is owed; applying and moving add nothing.
        const standing = new Map<number, Readonly<{ cents: number; of: 'payment' | 'adjustment' }>>();
        const note = (
          made: { ok: true; value: DeedRow } | { ok: false },
          cents: number,
          of: 'payment' | 'adjustment' = 'payment',
        ) => {
          if (made.ok) standing.set(made.value.deedId, { cents, of });
        };
        for (const { deed, which, debt, cents } of sequence) {
          const paymentId = money[which % Math.max(1, money.length)];
          const order = { companyId, cents, note: '' };
          if (deed === 'record') {
            const customerId = which % 2 === 0 ? a : b;
            const made = await recordPayment(context, {
              ...order,
              customerId,
              on: TODAY,
              currency: null,
              method: 'cash',
              reference: '',
            });
            note(made, -cents);
            if (made.ok) money.push(made.value.paymentId!);
          } else if (deed === 'write_off') {
            const receivableId = debts[debt]!;
            note(await closeDifference(context, { ...order, receivableId, nature: 'write_off' }), -cents, 'adjustment');
          } else if (deed === 'undo') {
            const [id, told] = [...standing][which % Math.max(1, standing.size)] ?? [0, null];
            if (told && (await undo(id, told.of)).ok) standing.delete(id);
          } else if (paymentId === undefined) continue;
          else if (deed === 'apply') await apply(paymentId, debts[debt]!, cents);
          else if (deed === 'return') note(await bounce(paymentId, TODAY, cents), cents);
          else if (deed === 'refund')
            note(await refundPayment(context, { ...order, paymentId, on: TODAY, reference: '' }), cents);
          else if (deed === 'gain') note(await keepRest(context, { ...order, paymentId }), cents);
          else {
            const made = await movePayment(context, { ...order, paymentId, customerId: which % 2 === 0 ? b : a });
            note(made, 0);
          }
          const all = await rows<{ id: PaymentId }>(sql`SELECT payment_id AS id FROM payments
            WHERE direction = 'in' AND customer_id IN (${a}, ${b}) AND purpose IN ('payment', 'moved_in') ORDER BY 1`);
          money.splice(0, money.length, ...all.map(({ id }) => id));
        }
        const moved = [...standing.values()].reduce((sum, { cents }) => sum + cents, 0);
        expect((await balance()) - before).toBe(moved);
        const [sound] = await rows<{
          proven: boolean;
        }>(sql`SELECT NOT EXISTS (SELECT 1 FROM receivables r WHERE settled_cents <>
            (SELECT coalesce(sum(cents), 0) FROM allocations l WHERE l.receivable_id = r.receivable_id))
          AND NOT EXISTS (SELECT 1 FROM payments p WHERE applied_cents <> (SELECT coalesce(sum(cents), 0) FROM allocations l
            WHERE l.payment_id = p.payment_id OR l.refund_id = p.payment_id))
          AND NOT EXISTS (SELECT 1 FROM payments WHERE direction = 'out' AND open_cents <> 0) AS proven`);
        expect(sound?.proven).toBe(true);
        expect((await exportLettering(context, { companyId, from: day('2026-03-01'), to: day('2026-12-31') })).ok).toBe(
          true,
        );
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
