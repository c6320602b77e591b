// Wrong usage and help, without any database: exit codes, sentences, languages.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runProgram } from './program.ts';

const out: string[] = [];
const err: string[] = [];
beforeEach(() => {
  out.length = 0;
  err.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(console, 'error').mockImplementation((...texts) => void err.push(texts.join(' ')));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('wrong usage leaves with 2, says what was expected, and prints nothing', () => {
  test.each([
    [['nonsense'], /Commande inconnue : nonsense/],
    [['kpis', '--colour'], /Option inconnue : --colour/],
    [['aged-balance', '--on', '2026-02-30'], /2026-03-31/],
    [['aged-balance', '--format', 'pdf'], /json csv xlsx/],
    [['aged-balance', '--json', '--format', 'csv'], /--out/],
    [['import', 'tarot', 'a.csv'], /fec csv-customers/],
    [['import', 'fec'], /Argument manquant/],
    [['template', 'tarot'], /customers contacts invoices payments bank/],
    [['interest'], /--invoice/],
    [['reminders', 'run', '--approve', 'some'], /all none/],
    [['reminders', 'simulate', '--from', '2027-01-01'], /--to/],
    [['init'], /--company/],
    [['init', '--company', 'A', '--email', 'a@b.fr'], /--password-stdin/],
    [['--lang', 'en', 'nonsense'], /Unknown command: nonsense/],
    [[], /Commandes/],
  ])('%j', async (words, sentence) => {
    const code = await runProgram(words, {});
    expect({ code, out: out.join('') }).toEqual({ code: 2, out: '' });
    expect(err.join('\n')).toMatch(sentence);
  });
});

test.each([
  [['--help'], 'balance âgée par client'],
  [['--help', '--lang', 'en'], 'aged balance by customer'],
  [['reminders', '--help', '--lang=en'], 'day by day, what would leave'],
])('help %j is in the reader’s language', async (words, sentence) => {
  expect(await runProgram(words, {})).toBe(0);
  expect(out.join('')).toContain(sentence);
});
