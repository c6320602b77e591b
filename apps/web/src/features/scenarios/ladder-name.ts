// The name of a ladder: as the company wrote it; a shipped one still under its own name is said in the reader's language.
import type { Say } from '../../i18n/index.ts';

const SHIPPED: Readonly<Record<string, string>> = { standard: 'Standard', trusted: 'Confiance', strict: 'Strict' };

/** The name shown. */
export const ladderName = (t: Say, { code, name }: Readonly<{ code: string; name: string }>): string =>
  SHIPPED[code] === name ? t(`words:scenario.${code}`) : name;
