// Words of the screens: one catalogue for each feature and language, added when the feature is loaded; those of the frame around all
// screens are fetched first, in the reader's language alone.
import { typeset } from '@quittance/core/letters';
import type { ScreenLanguage } from '@quittance/ui/language';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/call.ts';

/** A catalogue: words, or groups of words. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

const STORED = 'quittance.language';

/** Spaces that do not break where French wants them; "many" (a million and more) reads like "other" unless it is written. */
const prepare = (words: Catalogue, language: ScreenLanguage): Catalogue => {
  const made: Record<string, string | Catalogue> = {};
  for (const [key, value] of Object.entries(words)) {
    made[key] = typeof value === 'string' ? typeset(value, language) : prepare(value, language);
    const many = key.replace(/_other$/, '_many');
    if (language === 'fr' && many !== key && !(many in words)) made[many] = made[key];
  }
  return made;
};

type Words = Readonly<Record<ScreenLanguage, Catalogue>>;

/** Words of features that were loaded before the words were readied. */
const early = new Map<string, Words>();

const keep = (feature: string, language: ScreenLanguage, words: Catalogue): void => {
  i18next.addResourceBundle(language, feature, prepare(words, language), true, true);
};

/** Adds a feature's words in both languages. */
export function addWords(feature: string, words: Words): void {
  if (!i18next.isInitialized) {
    early.set(feature, words);
    return;
  }
  for (const language of ['fr', 'en'] as const) keep(feature, language, words[language]);
}

type FetchedWords = Readonly<Record<ScreenLanguage, () => Promise<{ default: Catalogue }>>>;

/** Words that every screen is drawn with: those shared by all, and those of the frame around them. */
const first = new Map<string, FetchedWords>([
  ['words', { fr: () => import('./words/fr.json'), en: () => import('./words/en.json') }],
]);

/** Adds words of the frame around all screens: fetched in the reader's language before anything is drawn, in the other once it is chosen. */
export function addFirstWords(feature: string, words: FetchedWords): void {
  first.set(feature, words);
}

const fetchFirst = async (language: ScreenLanguage): Promise<void> => {
  const missing = [...first].filter(([feature]) => !i18next.hasResourceBundle(language, feature));
  const fetched = await Promise.all(missing.map(([, words]) => words[language]()));
  missing.forEach(([feature], index) => {
    keep(feature, language, fetched[index]?.default ?? {});
  });
};

const firstLanguage = (): ScreenLanguage => {
  const stored = localStorage.getItem(STORED) ?? navigator.language.slice(0, 2);
  return stored === 'en' ? 'en' : 'fr';
};

const settle = (language: string): void => {
  document.documentElement.lang = language;
  speak(language);
};

/** Changes the language of the screens at once, and remembers it on this device. */
export async function chooseLanguage(language: ScreenLanguage): Promise<void> {
  localStorage.setItem(STORED, language);
  await fetchFirst(language);
  if (localStorage.getItem(STORED) !== language) return;
  await i18next.changeLanguage(language);
}

/** Readies the words; called once before anything is drawn. */
export async function readyWords(): Promise<void> {
  const language = firstLanguage();
  i18next.on('languageChanged', settle);
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: ['fr', 'en'],
    fallbackLng: false,
    defaultNS: 'words',
    resources: {},
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
  await fetchFirst(language);
  for (const [feature, words] of early) addWords(feature, words);
  early.clear();
}
