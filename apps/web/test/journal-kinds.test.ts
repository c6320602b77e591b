// Every kind of line that the use cases write to the journal has its words: no code is shown raw.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { catalogues } from './catalogues.ts';

const USECASES = fileURLToPath(new URL('../../../packages/usecases/src', import.meta.url));

const kinds = readdirSync(USECASES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => readFileSync(join(USECASES, file), 'utf8').split('\n'))
  .filter((line) => line.includes('kind'))
  .flatMap((line) => [...line.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, kind]) => kind as string))
  .filter((kind) => !/\.(csv|pdf|xlsx)$/.test(kind));

test.each([...new Set(kinds)].sort())('%s', (kind) => {
  const journal = catalogues.get('journal');
  for (const language of ['fr', 'en'] as const)
    expect([language, journal?.[language].has(`kind.${kind}`)]).toEqual([language, true]);
});

test('the sources are read', () => expect(kinds.length).toBeGreaterThan(30));
