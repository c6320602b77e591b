// Language: in which language the reader reads; every piece that writes an amount or a day asks here.
import { createContext, type ReactNode, useContext } from 'react';

/** A language of the screens. */
export type ScreenLanguage = 'fr' | 'en';

const LanguageContext = createContext<ScreenLanguage>('fr');

/** Says in which language everything inside is written. */
export const LanguageProvider = ({ language, children }: { language: ScreenLanguage; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
);

/** The reader's language. */
export const useLanguage = (): ScreenLanguage => useContext(LanguageContext);
