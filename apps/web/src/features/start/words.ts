// Words of the first steps.
import { addFirstWords } from '../../i18n/index.ts';

addFirstWords('start', { fr: () => import('./fr.json'), en: () => import('./en.json') });
