// Lateness in words, in both languages.
import { expect, test } from 'vitest';
import { latenessWords } from './badges.tsx';

test.each([
  [1, 'fr', '1\u00A0jour de retard'],
  [12, 'fr', '12\u00A0jours de retard'],
  [0, 'fr', 'échoit aujourd’hui'],
  [-3, 'fr', 'dans 3\u00A0jours'],
  [1, 'en', '1\u00A0day late'],
  [12, 'en', '12\u00A0days late'],
  [0, 'en', 'due today'],
  [-1, 'en', 'in 1\u00A0day'],
] as const)('%i days late reads well in %s', (days, language, expected) => {
  expect(latenessWords(days, language)).toBe(expected);
});
