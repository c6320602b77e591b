import { defineConfig } from 'vitest/config';
import { LongFirst } from './apps/web/e2e/house/long-first.ts';

// One project per tier, so that fast tests stay fast: database and door tests share one PostgreSQL. Files of rules and of the
// database run without isolation: a worker loads the modules once, so a file leaves nothing behind in what its helpers keep.
const resolve = { conditions: ['source', 'node'] };
const ssr = { resolve };
const skipped = ['**/node_modules/**', '**/dist/**'];
const database = [
  '**/*.db.test.ts',
  'packages/usecases/scenarios/**/*.test.ts',
  'apps/server/test/**/*.test.ts',
  'apps/cli/test/**/*.test.ts',
];
const browser = ['apps/web/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'rules',
          sequence: { groupOrder: 0 },
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...skipped, ...database, ...browser],
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'database',
          sequence: { groupOrder: 1 },
          include: database,
          exclude: skipped,
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['packages/testkit/src/database/global-setup.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: browser,
          exclude: skipped,
          pool: 'forks',
          maxWorkers: 2,
          globalSetup: ['apps/web/e2e/house/global-setup.ts'],
          setupFiles: ['apps/web/e2e/house/tell-failures.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
