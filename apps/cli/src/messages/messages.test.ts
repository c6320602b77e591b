// Words of the command line: whatever counts agrees with its count, in both languages, and nothing is written “(s)”.
import { fill } from '@quittance/contracts/messages';
import { describe, expect, it } from 'vitest';
import { wordsIn } from './index.ts';

type Texts = { readonly [key: string]: string | Texts };
const textsOf = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : textsOf(text)));

describe.each(['fr', 'en'] as const)('words in %s', (language) => {
  const words = wordsIn(language);
  const all = textsOf(words as unknown as Texts);

  it('leave no plural to the reader', () => {
    expect(all.filter((text) => /\((?:s|e|es|x)\)/.test(text))).toEqual([]);
  });

  it('have both forms wherever one is, filled without a rest', () => {
    for (const text of all.filter((each) => each.includes('|') && each.includes('{')))
      for (const n of [0, 1, 2]) {
        const facts = Object.fromEntries([...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name, n]));
        expect(fill(text, facts, language)).not.toMatch(/[{}|]/);
      }
  });

  it('count what an import touched and what matching found', () => {
    const one = { created: 1, updated: 0 };
    const two = { created: 2, updated: 2 };
    const said = (what: keyof typeof words.touched, facts: object) => fill(words.touched[what], { ...facts }, language);
    const expected = {
      fr: [
        '1 facture créée, 0 mise à jour',
        '2 factures créées, 2 mises à jour',
        '1 mouvement : 1 appliqué',
        '2 mouvements : 2 appliqués',
      ],
      en: [
        '1 invoice created, 0 updated',
        '2 invoices created, 2 updated',
        '1 movement: 1 applied',
        '2 movements: 2 applied',
      ],
    };
    const matched = (n: number) =>
      fill(words.says.matched, { all: n, applied: n, sure: n, suggested: 0, none: 0 }, language).split(',')[0];
    expect([said('invoices', one), said('invoices', two), matched(1), matched(2)]).toEqual(expected[language]);
  });
});
