// What people type for a day is read as they mean it, and never with day and month exchanged.
import { describe, expect, test } from 'vitest';
import { isWholeDay, readTypedDay } from './typed-day.ts';

describe('a typed day', () => {
  test.each([
    ['31/03/2026', '2026-03-31'],
    ['05/03/2026', '2026-03-05'],
    ['5/3/2026', '2026-03-05'],
    ['5/3/26', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['05-03-2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['  05 03 2026 ', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['5 mars 2026', '2026-03-05'],
    ['1er août 2026', '2026-08-01'],
    ['31 déc. 2026', '2026-12-31'],
    ['05 Mar 2026', '2026-03-05'],
    ['5 September 2026', '2026-09-05'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day);
  });

  test.each([
    '',
    'demain',
    '31/02/2026',
    '29/02/2026',
    '12/31/2026',
    '31/03',
    '31/03/202',
    '31/03/0020',
    '2026-13-01',
    '5 floréal 2026',
    '<b>05/03/2026</b>',
  ])('“%s” is none', (typed) => {
    expect(readTypedDay(typed)).toBeUndefined();
  });

  test('is whole once its year has four digits', () => {
    expect(['31/03/2026', '31032026', '2026-03-31', '31 mars 2026'].map(isWholeDay)).toEqual([true, true, true, true]);
    expect(['31/03/20', '31/03/202', '31/03', '5 mars 26'].map(isWholeDay)).toEqual([false, false, false, false]);
  });
});
