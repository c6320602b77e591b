// Field errors: what the schema found wrong, as field, seen, expected and a sentence in the reader's language.
import { FIELD_MESSAGES, type FieldCode, fill } from '@quittance/contracts/messages';
import type { FieldError } from '@quittance/contracts/refusals';
import type { Language } from '@quittance/core/parties';
import type { z } from 'zod';
import { describeExpected } from './expected.ts';

type Issue = z.core.$ZodIssue;

const SEEN_LIMIT = 80;
const SECRET = /password|secret|token|key$/i;

const show = (input: unknown): string => {
  if (input === undefined) return '';
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return text.length > SEEN_LIMIT ? `${text.slice(0, SEEN_LIMIT)}…` : text;
};

const sizeCode = (origin: string, small: boolean): FieldCode => {
  if (origin === 'string' || origin === 'array') return small ? 'too_short' : 'too_long';
  return small ? 'too_small' : 'too_large';
};

const codeOf = (issue: Issue): FieldCode => {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'required';
  switch (issue.code) {
    case 'invalid_type':
      return Number.isNaN(issue.input) ? 'wrong_format' : 'wrong_type';
    case 'invalid_format':
      return 'wrong_format';
    case 'invalid_value':
      return 'not_allowed';
    case 'too_small':
      return sizeCode(issue.origin, true);
    case 'too_big':
      return sizeCode(issue.origin, false);
    case 'unrecognized_keys':
      return 'unknown_field';
    default:
      return 'wrong_value';
  }
};

const describe = (issue: Issue, path: readonly PropertyKey[], language: Language): FieldError => {
  const field = path.map(String).join('.');
  const code = codeOf(issue);
  const seen = SECRET.test(field) || code === 'unknown_field' ? '' : show(issue.input);
  const expected = describeExpected(issue, language);
  return { field, code, seen, expected, message: fill(FIELD_MESSAGES[code][language], { seen, expected }) };
};

/** Field errors of one part (`params`, `query`, `body`) of a request; each unknown key is named on its own. */
export const fieldErrors = (part: string, issues: readonly Issue[], language: Language): FieldError[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => describe(issue, [part, ...issue.path, key], language))
      : [describe(issue, [part, ...issue.path], language)],
  );
