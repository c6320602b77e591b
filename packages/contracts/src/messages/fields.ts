// Field messages: why one value cannot be read, as a sentence in the reader's language.
import type { Language } from '@quittance/core/parties';

/** What can be wrong with a field. */
export const FIELD_CODES = [
  'required',
  'unknown_field',
  'wrong_type',
  'wrong_format',
  'not_allowed',
  'too_small',
  'too_large',
  'too_short',
  'too_long',
  'wrong_value',
] as const;

/** One of them. */
export type FieldCode = (typeof FIELD_CODES)[number];

/** Sentences; `{expected}` and `{seen}` are filled in. */
export const FIELD_MESSAGES: Readonly<Record<FieldCode, Readonly<Record<Language, string>>>> = {
  required: { fr: 'À renseigner ; attendu : {expected}.', en: 'Required; expected: {expected}.' },
  unknown_field: { fr: 'Ce champ n’existe pas ici.', en: 'There is no such field here.' },
  wrong_type: {
    fr: '« {seen} » ne convient pas ; attendu : {expected}.',
    en: '“{seen}” will not do; expected: {expected}.',
  },
  wrong_format: {
    fr: '« {seen} » n’a pas la forme attendue : {expected}.',
    en: '“{seen}” is not of the expected form: {expected}.',
  },
  not_allowed: {
    fr: '« {seen} » n’est pas un choix possible ; attendu : {expected}.',
    en: '“{seen}” is not a choice; expected: {expected}.',
  },
  too_small: {
    fr: '« {seen} » est trop petit ; attendu : {expected}.',
    en: '“{seen}” is too small; expected: {expected}.',
  },
  too_large: {
    fr: '« {seen} » est trop grand ; attendu : {expected}.',
    en: '“{seen}” is too large; expected: {expected}.',
  },
  too_short: { fr: 'Trop court ; attendu : {expected}.', en: 'Too short; expected: {expected}.' },
  too_long: { fr: 'Trop long ; attendu : {expected}.', en: 'Too long; expected: {expected}.' },
  wrong_value: {
    fr: '« {seen} » ne convient pas ; attendu : {expected}.',
    en: '“{seen}” will not do; expected: {expected}.',
  },
};
