// Sentences filled, and words that agree with a count: none and one are singular in French, one alone in English.
import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';

const FR = '{count} {count|mouvement est annoncé|mouvements sont annoncés}.';
const EN = '{count} {count|movement is|movements are} announced.';

describe('a sentence that counts', () => {
  it.each([
    [0, '0 mouvement est annoncé.', '0 movements are announced.'],
    [1, '1 mouvement est annoncé.', '1 movement is announced.'],
    [2, '2 mouvements sont annoncés.', '2 movements are announced.'],
    ['1 200', '1 200 mouvements sont annoncés.', '1 200 movements are announced.'],
  ])('agrees with %s', (count, fr, en) => {
    expect(fill(FR, { count }, 'fr')).toBe(fr);
    expect(fill(EN, { count }, 'en')).toBe(en);
  });

  it('says none where it was not told how many', () => {
    expect(fill('{n|ligne|lignes}', {}, 'fr')).toBe('ligne');
  });

  it('is a mistake without its language; others need none', () => {
    expect(() => fill(FR, { count: 1 })).toThrow('needs its language');
    expect(fill('Écrit : {file}', { file: 'a.csv' })).toBe('Écrit : a.csv');
  });
});
