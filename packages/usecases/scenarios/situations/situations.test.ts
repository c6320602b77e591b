// The thirty situations by number: those told in the files beside, and those whose facts come with a later release.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LATER = new Map([
  [18, 'the debtor replies: the reply joins the thread, reminders pause, a task opens (needs reading a mailbox)'],
  [30, 'ladder ends in court: a case with court, fees, deadlines, exhibits (needs cases)'],
]);

describe('not yet', () => {
  for (const [number, what] of LATER) it.todo(`${number}: ${what}`);
});

it('each of the thirty is told or named as not yet', () => {
  const here = new URL('./', import.meta.url);
  const told = readdirSync(here)
    .filter((name) => /^\d.*\.test\.ts$/.test(name))
    .flatMap((name) => [
      ...readFileSync(new URL(name, here), 'utf8').matchAll(/^(?:it|describe)(?:\.each\([^)]*\))?\(\s*'(\d+):/gm),
    ])
    .map((match) => Number(match[1]));
  const all = new Set([...told, ...LATER.keys()]);
  expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
});
