import { describe, expect, it } from 'vitest';
import { planMigrations } from './plan-migrations.ts';

const file = (name: string, sha256 = name) => ({ name, sha256, sql: '' });
const done = (name: string, sha256 = name) => ({ name, sha256 });

describe('planning migrations', () => {
  it.each([
    ['everything on an empty database', ['0001_a.sql', '0002_b.sql'], [], ['0001_a.sql', '0002_b.sql']],
    ['what follows the applied ones', ['0001_a.sql', '0002_b.sql'], ['0001_a.sql'], ['0002_b.sql']],
    ['nothing when all is applied', ['0001_a.sql'], ['0001_a.sql'], []],
  ])('applies %s', (_what, files, applied, expected) => {
    const plan = planMigrations(
      files.map((name) => file(name)),
      applied.map((name) => done(name)),
    );
    expect(plan.map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    [
      'a file changed after it was applied',
      [file('0001_a.sql', 'new')],
      [done('0001_a.sql', 'old')],
      'changed',
      '0001_a.sql',
    ],
    [
      'a database migrated by a newer program',
      [file('0001_a.sql')],
      [done('0001_a.sql'), done('0002_b.sql')],
      'unknown',
      '0002_b.sql',
    ],
    [
      'a new file before an applied one',
      [file('0001_a.sql'), file('0002_b.sql')],
      [done('0002_b.sql')],
      'out_of_order',
      '0001_a.sql',
    ],
  ])('refuses %s by name', (_what, files, applied, code, name) => {
    expect(() => planMigrations(files, applied)).toThrow(expect.objectContaining({ code, file: name }));
  });
});
