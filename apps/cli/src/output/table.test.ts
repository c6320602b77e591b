// Tables: aligned, amounts to the right, nothing breaks the lines.
import { expect, test } from 'vitest';
import { amountText, dayText } from './format.ts';
import { tableText } from './table.ts';

test('columns are as wide as their longest cell, and numbers stand to the right', () => {
  const columns = [{ header: 'Compte' }, { header: 'Total', right: true }];
  expect(
    tableText(
      columns,
      [
        ['C1', '5,00'],
        ['C100', '1 000,00'],
      ],
      ['', '1 005,00'],
    ),
  ).toBe(
    [
      'Compte     Total',
      '------  --------',
      'C1          5,00',
      'C100    1 000,00',
      '------  --------',
      '        1 005,00',
    ].join('\n'),
  );
});

test('a line break inside a cell does not break the table', () => {
  expect(tableText([{ header: 'A' }], [['x\ny']]).split('\n')).toHaveLength(3);
});

test('amounts and days are written in the reader’s way', () => {
  expect(amountText(123456, 'EUR', 'fr').replace(/\s/g, ' ')).toBe('1 234,56 €');
  expect(amountText(123456, 'EUR', 'en')).toBe('€1,234.56');
  expect(dayText('2026-03-31', 'fr')).toBe('31/03/2026');
  expect(dayText('2026-03-31', 'en')).toBe('2026-03-31');
});
