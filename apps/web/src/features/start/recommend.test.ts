import { describe, expect, test } from 'vitest';
import { recommend } from './recommend.ts';

describe('the ladder recommended', () => {
  test.each([
    { overdueRatioPct: null, code: 'standard', because: 'unknown' },
    { overdueRatioPct: 0, code: 'trusted', because: 'punctual' },
    { overdueRatioPct: 9.4, code: 'trusted', because: 'punctual' },
    { overdueRatioPct: 10, code: 'standard', because: 'usual' },
    { overdueRatioPct: 39.4, code: 'standard', because: 'usual' },
    { overdueRatioPct: 40, code: 'strict', because: 'late' },
    { overdueRatioPct: 100, code: 'strict', because: 'late' },
  ])('is $code where $overdueRatioPct % is late', ({ overdueRatioPct, code, because }) =>
    expect(recommend({ overdueRatioPct })).toMatchObject({ code, because }),
  );
});
