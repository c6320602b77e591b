// Story: a message that kills whoever renders it. It is tried with others, then alone, then given up; the others leave.

import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimBatch } from '../../src/delivery/claim-batch.ts';
import { recoverClaims } from '../../src/delivery/recover-claims.ts';
import { Stage } from '../stage.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('goes alone after two deaths, is given up at the third, and holds nobody else up', async () => {
  const stage = await Stage.open(database.db, 'deadly', '2027-03-09');
  for (const ref of ['C1', 'C2']) {
    const customer = await stage.portfolio.customer({ ref });
    const terms = [{ dueOn: '2027-03-01', cents: 50_000 }];
    await stage.portfolio.invoice({ customer, number: `F-${ref}`, issuedOn: '2027-01-30', terms });
  }
  await stage.approveAll();
  const scope = { companyId: stage.companyId, on: stage.on };
  await withOrg(stage.db, stage.orgId, (tx) =>
    sql`UPDATE actions SET state = 'queued', next_attempt_at = ${stage.context.clock.now()} WHERE org_id = current_org()`.execute(
      tx,
    ),
  );
  // Workers 101, 102 and 103 hold no lock: they are as good as dead.
  const sizes: number[] = [];
  for (const worker of [101, 102]) {
    const claimed = await claimBatch(stage.context, { ...stage.ports, worker }, scope);
    sizes.push(claimed!.actions.length);
    expect(await recoverClaims(stage.context)).toEqual({ released: claimed!.actions.length, uncertain: 0, failed: 0 });
  }
  expect(sizes).toEqual([2, 2]);
  const alone = await claimBatch(stage.context, { ...stage.ports, worker: 103 }, scope);
  expect(alone!.actions).toHaveLength(1);
  expect(await recoverClaims(stage.context)).toEqual({ released: 0, uncertain: 0, failed: 1 });
  // The other one, suspected too, leaves alone and well.
  await stage.run();
  expect(await stage.left()).toEqual(['2027-03-09 email courteous C2']);
});
