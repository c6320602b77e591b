// Under which keys the books are asked for what a text names.
import { expect, it } from 'vitest';
import { numbersWritten } from './numbers-written.ts';

const of = (text: string, creditorReference: string | null = null) => numbersWritten([{ text, creditorReference }]);

it('keeps whole numbers without their separators, and figures with which one may end', () => {
  const { whole, endings } = of('Vir FA-2026/0117 merci');
  expect(whole).toContain('FA20260117');
  expect(endings).toEqual(['20260117']);
});

it('reads a creditor reference without its check digits', () => {
  expect(of('', 'RF18 5390 0754 7034').whole).toContain('539007547034');
});

it('asks nothing of words, and joins nothing across words that stand apart', () => {
  expect(of('VIREMENT RECU DE LA MAISON')).toEqual({ whole: [], endings: [] });
  expect(of('2026      0117').endings).toEqual([]);
});
