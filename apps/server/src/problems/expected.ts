// Expected: what a field would have accepted, in words.
import type { Language } from '@quittance/core/parties';
import type { z } from 'zod';

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'vrai ou faux', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un objet', en: 'an object' },
  record: { fr: 'un objet', en: 'an object' },
  date: { fr: 'un jour AAAA-MM-JJ', en: 'a day YYYY-MM-DD' },
  datetime: { fr: 'un instant ISO 8601', en: 'an ISO 8601 instant' },
  email: { fr: 'une adresse e-mail', en: 'an e-mail address' },
  stringbool: { fr: 'true ou false', en: 'true or false' },
};

const named = (name: string, language: Language): string => TYPES[name]?.[language] ?? name;

const LIMITS: Readonly<Record<Language, Readonly<Record<'min' | 'max', Readonly<Record<string, string>>>>>> = {
  fr: {
    min: { string: 'au moins {n} caractères', array: 'au moins {n} éléments', number: 'au moins {n}' },
    max: { string: 'au plus {n} caractères', array: 'au plus {n} éléments', number: 'au plus {n}' },
  },
  en: {
    min: { string: 'at least {n} characters', array: 'at least {n} items', number: 'at least {n}' },
    max: { string: 'at most {n} characters', array: 'at most {n} items', number: 'at most {n}' },
  },
};

const limit = (side: 'min' | 'max', origin: string, bound: number | bigint, language: Language): string => {
  const table = LIMITS[language][side];
  return (table[origin] ?? table.number ?? '{n}').replace('{n}', String(bound));
};

const lower = (inclusive: boolean | undefined, bound: number | bigint): number | bigint =>
  inclusive === false && typeof bound === 'number' ? bound + 1 : bound;

/** What an issue's field would have accepted. */
export function describeExpected(issue: z.core.$ZodIssue, language: Language): string {
  switch (issue.code) {
    case 'invalid_type':
      return named(issue.expected, language);
    case 'invalid_format':
      return issue.format === 'regex' ? String(issue.pattern ?? '') : named(issue.format, language);
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return limit('min', issue.origin, lower(issue.inclusive, issue.minimum), language);
    case 'too_big':
      return limit('max', issue.origin, issue.maximum, language);
    case 'not_multiple_of':
      return language === 'fr' ? `un multiple de ${issue.divisor}` : `a multiple of ${issue.divisor}`;
    default:
      return '';
  }
}
