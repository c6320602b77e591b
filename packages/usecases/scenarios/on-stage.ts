// On stage: gives the stories of one file a database of their own, and each story a fresh stage.
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { afterAll, beforeAll } from 'vitest';
import { Stage } from './stage.ts';

/** Call once at the top of a file; what it returns opens a stage on a day. */
export function onStage(): (on: string) => Promise<Stage> {
  let database: TestDatabase;
  let stages = 0;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  return (on) => {
    stages += 1;
    return Stage.open(database.db, `story-${stages}`, on);
  };
}
