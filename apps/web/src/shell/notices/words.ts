// Words of notices.
import { addFirstWords } from '../../i18n/index.ts';

addFirstWords('notices', { fr: () => import('./fr.json'), en: () => import('./en.json') });
