// UseWords: the words of one feature; `words:` in front of a key reaches those shared by all.
import type { ScreenLanguage } from '@quittance/ui/language';
import { useTranslation } from 'react-i18next';

/** A sentence by its key, with its facts. */
export type Say = (key: string, facts?: Readonly<Record<string, unknown>>) => string;

/** Words of a feature. */
export function useWords(feature = 'words'): { t: Say; language: ScreenLanguage } {
  const { t, i18n } = useTranslation([feature, 'words']);
  const say: Say = (key, facts) => t(key, facts ?? {}) as unknown as string;
  return { t: say, language: i18n.language === 'en' ? 'en' : 'fr' };
}

/** The word of a code that may be newer than these screens: the word of `otherwise` where there is none. */
export function sayCode(t: Say, code: string, otherwise: string, facts?: Readonly<Record<string, unknown>>): string {
  const said = t(code, facts);
  return said === code || said === code.replace(/^\w+:/, '') ? t(otherwise, facts) : said;
}
