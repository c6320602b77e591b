// The catalogue: whole, bilingual, and never showing a raw placeholder.
import { describe, expect, test } from 'vitest';
import { REFUSAL_CODES } from '../refusals/index.ts';
import { fill } from './fill.ts';
import { REFUSAL_MESSAGES } from './refusals.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('refusal messages', () => {
  test.each(REFUSAL_CODES)('%s is said in French and in English, with the same facts', (code) => {
    const { fr, en } = REFUSAL_MESSAGES[code];
    expect(fr.detail).not.toBe(en.detail);
    for (const text of [fr.detail, en.detail]) expect(text).toMatch(/\.$/);
    expect(placeholders(fr.detail)).toEqual(placeholders(en.detail));
  });

  test.each([
    { says: 'fills facts in', sentence: 'dans {seconds} s', facts: { seconds: 30 }, want: 'dans 30 s' },
    { says: 'keeps zero and false', sentence: '{a} {b}', facts: { a: 0, b: false }, want: '0 false' },
    {
      says: 'drops an absent fact with its brackets',
      sentence: 'plus possible ({state}).',
      facts: {},
      want: 'plus possible.',
    },
    { says: 'does not fill twice', sentence: '{a}', facts: { a: '{b}', b: 'x' }, want: '{b}' },
  ])('a sentence $says', ({ sentence, facts, want }) => expect(fill(sentence, facts)).toBe(want));
});
