// Fill: puts facts into a sentence. What is missing is left out with its brackets, never shown as a raw name.

/** Languages that sentences are written in. */
type Language = 'fr' | 'en';

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};

const countOf = (fact: unknown): number =>
  typeof fact === 'number' ? fact : Number(String(fact ?? 0).replace(/[^\d.-]/g, ''));

/** The words that agree with a count: none and one are singular in French, one alone in English (Unicode CLDR). */
function agreed(sentence: string, facts: Readonly<Record<string, unknown>>, language: Language | undefined): string {
  return sentence.replace(/\{(\w+)\|([^{}|]*)\|([^{}|]*)\}/g, (_, name: string, one: string, many: string) => {
    if (language === undefined) throw new Error(`a sentence that counts needs its language: ${sentence}`);
    return RULES[language].select(countOf(facts[name])) === 'one' ? one : many;
  });
}

/**
 * Replaces `{name}` by the fact of that name, and `{name|mouvement|mouvements}` by the word that agrees with it in `language`; an absent fact
 * disappears, and an empty pair of brackets with it. Throws where a sentence counts and no language is given.
 */
export const fill = (sentence: string, facts: Readonly<Record<string, unknown>>, language?: Language): string =>
  agreed(sentence, facts, language)
    .replace(/\{(\w+)\}/g, (_, name: string) => (facts[name] == null ? '' : String(facts[name])))
    .replace(/ ?\( *\)/g, '');
