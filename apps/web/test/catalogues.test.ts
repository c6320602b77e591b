// Words: every key used is there, every key there is used, both languages say the same, and French is set as French.
import { describe, expect, test } from 'vitest';
import { catalogues, holesOf, ownColons, ownNumbers, stemOf, uses } from './catalogues.ts';

const features = [...catalogues];

test('the sources were really read', () => {
  expect(features.length).toBeGreaterThanOrEqual(10);
  expect(uses.length).toBeGreaterThan(300);
});

test('the colon between a word and its value is a word of the language', () => {
  expect(ownColons).toEqual([]);
});

test('numbers are written in the language of the reader', () => {
  expect(ownNumbers).toEqual([]);
});

describe.each(features)('%s', (feature, { fr, en }) => {
  const own = uses.filter((use) => use.feature === feature);

  test('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
  });

  test('has every key that is used', () => {
    const stems = new Set([...fr.keys()].map(stemOf));
    const missing = own.filter(({ key, isPrefix }) =>
      isPrefix ? ![...stems].some((stem) => stem.startsWith(key)) : !stems.has(key),
    );
    expect(missing).toEqual([]);
  });

  test('has no key that nobody uses', () => {
    const isUsed = (key: string) =>
      own.some((use) => (use.isPrefix ? stemOf(key).startsWith(use.key) : stemOf(key) === use.key));
    expect([...fr.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  test('fills the same holes in both languages', () => {
    for (const [key, text] of fr)
      expect({ key, holes: holesOf(en.get(key) ?? '') }).toEqual({ key, holes: holesOf(text) });
  });

  test('has both plural forms where it has one', () => {
    for (const words of [fr, en])
      for (const key of words.keys())
        if (/_(one|other)$/.test(key))
          expect([words.has(`${stemOf(key)}_one`), words.has(`${stemOf(key)}_other`)]).toEqual([true, true]);
  });

  test('writes apostrophes and ellipses as printers do', () => {
    for (const text of [...fr.values(), ...en.values()]) expect(text).not.toMatch(/'|\.\.\.|"/);
  });

  test('puts a space before French double punctuation and inside guillemets', () => {
    for (const text of fr.values())
      expect(text.replace(/\{\{[^}]*\}\}/g, 'x')).not.toMatch(/[\wéà»)][;:!?](\s|$)|«\S|\S»/);
  });
});
