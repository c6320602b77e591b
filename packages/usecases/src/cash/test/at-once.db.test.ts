// Two people at once, on connections of their own: a movement, an invoice or a payment is used once, and the second is told what is left.
import type { CustomerId, ReceivableId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyCredit } from '../../allocations/index.ts';
import { acceptMany, acceptProposal } from '../index.ts';
import { type CashHouse, openHouse } from './house.ts';

let database: TestDatabase;
let house: CashHouse;
let customer: CustomerId;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = await openHouse(database.db);
  customer = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
});

const codesOf = (results: readonly { ok: boolean; refusal?: { code: string } }[]) =>
  results.map((result) => (result.ok ? 'done' : result.refusal!.code)).sort();

describe('two people at once', () => {
  it('accept the same line: one does, the other learns that it is matched', async () => {
    await house.invoice(customer, 'FA-2026-0118', 50_000);
    for (let n = 0; n < 5; n += 1) {
      const movement = await house.bank.movement({
        on: '2026-03-20',
        cents: 10_000,
        label: 'FA-2026-0118',
        name: 'Menuiserie Dupontel',
      });
      await house.run(false);
      const { madeAt } = await house.proposal(movement);
      const take = () =>
        acceptProposal(house.context, { companyId: house.companyId, transactionId: movement, choice: 0, madeAt });
      expect(codesOf(await Promise.all([take(), take(), take()]))).toEqual([
        'done',
        'movement_matched',
        'movement_matched',
      ]);
      expect(await house.bank.owed(customer)).toEqual([50_000 - 10_000 * (n + 1)]);
    }
    expect(await house.bank.sums()).toEqual({ tied: 50_000, matched: 50_000, ledger: 0, sound: true });
  });

  it('accept a line and allocate by hand to its invoice: the invoice is paid once', async () => {
    for (let n = 0; n < 5; n += 1) {
      const receivableId: ReceivableId = await house.invoice(customer, `FA-2026-030${n}`, 30_000, `2026-03-0${n + 1}`);
      const reference = `by hand ${n}`;
      const credit = await house.portfolio.payment({ customer, on: '2026-01-10', cents: 30_000, reference });
      const label = `FA-2026-030${n}`;
      const movement = await house.bank.movement({
        on: '2026-03-20',
        cents: 30_000,
        label,
        name: 'Menuiserie Dupontel',
      });
      await house.run(false);
      const { madeAt } = await house.proposal(movement);
      const parts = [{ receivableId, cents: 30_000 }];
      const results = await Promise.all([
        acceptProposal(house.context, { companyId: house.companyId, transactionId: movement, choice: 0, madeAt }),
        applyCredit(house.context, {
          companyId: house.companyId,
          credit: { kind: 'payment', id: credit },
          parts,
          reason: '',
        }),
      ]);
      expect(codesOf(results)).toEqual(['debt_settled', 'done']);
    }
    expect((await house.bank.owed(customer)).every((open) => open === 0)).toBe(true);
    expect(await house.bank.sums()).toMatchObject({ sound: true });
  });

  it('accept all while the engine runs twice: each movement is applied once, every cent is where it should be', async () => {
    for (let n = 10; n < 30; n += 1) await house.invoice(customer, `FA-2026-04${n}`, 1_000 + n);
    for (let n = 10; n < 30; n += 1)
      await house.bank.movement({
        on: '2026-03-20',
        cents: 1_000 + n,
        label: `FA-2026-04${n}`,
        name: 'Menuiserie Dupontel',
      });
    await house.run(false);
    const before = (await house.bank.sums()).ledger;
    const all = () => acceptMany(house.context, { companyId: house.companyId, minConfidence: 0.9 });
    const [first, second] = await Promise.all([all(), all(), house.run(), house.run()]);
    expect(new Set([...first!.done, ...second!.done]).size).toBe(first!.done.length + second!.done.length);
    const sums = await house.bank.sums();
    expect(sums).toEqual({ tied: before, matched: before, ledger: 0, sound: true });
  });
});
