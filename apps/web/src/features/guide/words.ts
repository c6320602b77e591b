// Words of the guide's frame; its pages are written in French.
import { addWords } from '../../i18n/index.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

addWords('guide', { fr, en });
