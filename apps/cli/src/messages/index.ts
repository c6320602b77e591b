// The command line's words in the reader's language.
import type { Language } from '@quittance/core/parties';
import { EN } from './en.ts';
import { FR } from './fr.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** Every word of a language. */
export const wordsIn = (language: Language): Words => (language === 'en' ? EN : FR);
