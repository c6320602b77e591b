// Cutting a bank's text at its evidence: nothing of the text is lost, whatever the spans say.
import { expect, test } from 'vitest';
import { cutText } from './bank-text.tsx';

const cut = (text: string, ...spans: [number, number][]) =>
  cutText(
    text,
    spans.map(([from, to]) => ({ from, to })),
  ).map(({ text: piece, isEvidence }) => (isEvidence ? `[${piece}]` : piece));

test.each([
  ['VIR FA-118 ET 119', [[4, 10]], ['VIR ', '[FA-118]', ' ET 119']],
  [
    'VIR FA-118 ET 119',
    [
      [14, 17],
      [4, 10],
    ],
    ['VIR ', '[FA-118]', ' ET ', '[119]'],
  ],
  ['FA-118', [[0, 6]], ['[FA-118]']],
  [
    'FA-118',
    [
      [0, 6],
      [3, 6],
    ],
    ['[FA-118]'],
  ],
  ['court', [[3, 40]], ['cou', '[rt]']],
  ['court', [[9, 12]], ['court']],
  ['', [], []],
] as [string, [number, number][], string[]][])('%s with %j', (text, spans, expected) => {
  expect(cut(text, ...spans)).toEqual(expected);
  expect(
    cut(text, ...spans)
      .join('')
      .replaceAll(/[[\]]/g, ''),
  ).toBe(text);
});
