// Days as people write them, and the serial numbers of workbooks.
import { describe, expect, it } from 'vitest';
import { dateOrderOf, dayOfSerial, readDay } from './day.ts';

describe('a day', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['20260331', '2026-03-31'],
    ['2026/03/31', '2026-03-31'],
    ['2026-03-31T10:00:00Z', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['1/3/26', '2026-03-01'],
    ['31/12/99', '1999-12-31'],
    ['31/03/2026 00:00', '2026-03-31'],
    ['12 janv. 2024', '2024-01-12'],
    ['1er août 2024', '2024-08-01'],
    ['3 Feb 2024', '2024-02-03'],
    ['29/02/2024', '2024-02-29'],
  ])('is read from %s', (text, expected) => {
    expect(readDay(text, 'dmy')).toBe(expected);
  });

  it.each(['29/02/2023', '31/04/2026', '00/00/0000', '2026-13-01', '12/2026', 'hier', '', '1'.repeat(50)])(
    'is not read from "%s"',
    (text) => {
      expect(readDay(text, 'dmy')).toBeNull();
    },
  );

  it('is month-first only where the sample proves it', () => {
    expect(dateOrderOf(['03/04/2026', '12/31/2025'])).toBe('mdy');
    expect(dateOrderOf(['03/04/2026'])).toBe('dmy');
    expect(dateOrderOf(['31/12/2025', '12/31/2025'])).toBe('dmy');
    expect(readDay('12/31/2025', 'mdy')).toBe('2025-12-31');
  });

  // Anchors published with the file format: 1 = 1900-01-01, 61 = 1900-03-01, 25569 = 1970-01-01; 1904 system: 0 = 1904-01-01.
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [25_569, false, '1970-01-01'],
    [46_112.75, false, '2026-03-31'],
    [0, true, '1904-01-01'],
    [44_650, true, '2026-03-31'],
    [0, false, null],
    [-1, true, null],
    [1e9, false, null],
    [Number.NaN, false, null],
  ])('serial %f (1904: %s) is %s', (serial, is1904, expected) => {
    expect(dayOfSerial(serial, is1904)).toBe(expected);
  });
});
