// What is typed into the search: words in any order, days as people write them.
import { expect, test } from 'vitest';
import { matches, readDay } from './item.ts';

test.each([
  { typed: 'theme sombre', found: true },
  { typed: 'SOMBRE thème', found: true },
  { typed: 'nuit', found: true },
  { typed: 'clair', found: false },
])('"$typed" finds the dark theme: $found', ({ typed, found }) =>
  expect(matches({ label: 'Passer en thème sombre', keywords: 'apparence nuit' }, typed)).toBe(found),
);

test.each([
  { typed: '31/12/2025', day: '2025-12-31' },
  { typed: '1.2.2026', day: '2026-02-01' },
  { typed: ' 2025-12-31 ', day: '2025-12-31' },
  { typed: '31/02/2026', day: null },
  { typed: '2026', day: null },
])('"$typed" is $day', ({ typed, day }) => expect(readDay(typed)).toBe(day));
