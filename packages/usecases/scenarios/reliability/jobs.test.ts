// Jobs: claimed once, taken up again when their worker dies, given up after three; progress that anybody may look at.
import { WORKER_LOCK } from '@quittance/db/outbox';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueJob, readJob, runNextJob } from '../../src/jobs/index.ts';
import { Stage } from '../stage.ts';

let database: TestDatabase;
let stages = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const open = () => {
  stages += 1;
  return Stage.open(database.db, `jobs-${stages}`, '2027-03-08');
};

/** A worker that lives until it is told to die. */
async function living(worker: number): Promise<() => Promise<void>> {
  const session = await database.pool.connect();
  await session.query('SELECT pg_advisory_lock($1, $2)', [WORKER_LOCK, worker]);
  return async () => session.release(true);
}

const job = { kind: 'count', jobKey: 'a', input: { to: 3 } };

describe('a job', () => {
  it('is done once, by one of several workers, on behalf of who asked for it', async () => {
    const stage = await open();
    const id = await enqueueJob(stage.context, job);
    expect(await enqueueJob(stage.context, job)).toBe(id); // asked for twice, it is one
    const deaths = await Promise.all([11, 12, 13].map(living));
    const actors: string[] = [];
    const work = async (context: Stage['context']) => {
      actors.push(context.actor);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { counted: 3 };
    };
    const worker = { ...stage.context, actor: 'worker' };
    const did = await Promise.all([11, 12, 13].map((number) => runNextJob(worker, number, { count: work })));
    expect(did.filter(Boolean)).toHaveLength(1);
    expect(actors).toEqual(['user:test']);
    expect(await readJob(stage.context, id)).toMatchObject({ state: 'done', result: { counted: 3 }, attempts: 1 });
    expect(await enqueueJob(stage.context, job)).not.toBe(id); // once over, the same may be asked for again
    for (const die of deaths) await die();
  });

  it('says how far it is while it runs', async () => {
    const stage = await open();
    const id = await enqueueJob(stage.context, job);
    const seen: unknown[] = [];
    await runNextJob(stage.context, 21, {
      count: async (_context, { progress }) => {
        for (let n = 1; n <= 3; n += 1) progress({ n });
        for (let tries = 0; tries < 200 && seen.at(-1) !== 3; tries += 1) {
          seen.push((await readJob(stage.context, id))?.progress.n);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        return null;
      },
    });
    expect(seen.at(-1)).toBe(3);
  });

  it('that throws has failed and says so, and is not tried again', async () => {
    const stage = await open();
    const id = await enqueueJob(stage.context, job);
    const work = () => Promise.reject(new Error('cannot count'));
    await expect(runNextJob(stage.context, 31, { count: work })).rejects.toThrow('cannot count');
    expect(await readJob(stage.context, id)).toMatchObject({ state: 'failed', result: { code: 'job_failed' } });
    expect(await runNextJob(stage.context, 31, { count: work })).toBe(false);
  });
});

describe('a worker that dies', () => {
  it('leaves its job to the next, and not before it is dead', async () => {
    const stage = await open();
    const id = await enqueueJob(stage.context, job);
    const die = await living(41);
    const ended: string[] = [];
    let late: () => void = () => {};
    const first = runNextJob(stage.context, 41, {
      count: () => new Promise((resolve) => (late = () => resolve('late'))),
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await runNextJob(stage.context, 42, { count: async () => 'too early' })).toBe(false);
    await die();
    for (let n = 0; n < 100 && ended.length === 0; n += 1) {
      if (await runNextJob(stage.context, 42, { count: async () => 'taken over' })) ended.push('done');
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await readJob(stage.context, id)).toMatchObject({ state: 'done', result: 'taken over', attempts: 2 });
    late(); // the first was not dead after all: what it says comes too late
    await first;
    expect(await readJob(stage.context, id)).toMatchObject({ state: 'done', result: 'taken over' });
  });

  it('three times over the same job: it is given up, and the next one is done', async () => {
    const stage = await open();
    const id = await enqueueJob(stage.context, job);
    const next = await enqueueJob(stage.context, { ...job, jobKey: 'b' });
    await stage.sql(
      sql`UPDATE jobs SET state = 'running', claimed_by = 51, attempts = 3 WHERE org_id = current_org() AND job_id = ${id}`,
    );
    expect(await runNextJob(stage.context, 52, { count: async () => 'b' })).toBe(true);
    expect(await readJob(stage.context, id)).toMatchObject({
      state: 'failed',
      result: { code: 'given_up', attempts: 3 },
    });
    expect(await readJob(stage.context, next)).toMatchObject({ state: 'done' });
  });
});
