// Words of the shell.
import { addFirstWords } from '../i18n/index.ts';

addFirstWords('shell', { fr: () => import('./fr.json'), en: () => import('./en.json') });
