// Global options: the same for every command, before or after its name.
import { resolve } from 'node:path';
import type { Language } from '@quittance/core/parties';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command knows. */
export type Globals = Readonly<{
  dataDir: string;
  /** Address of an external server; undefined for the embedded one. */
  databaseUrl: string | undefined;
  org: string | undefined;
  company: string | undefined;
  json: boolean;
  language: Language;
  env: Environment;
}>;

/** As commander gives them. */
export type GlobalOptions = Readonly<{ data?: string; org?: string; company?: string; json?: boolean; lang?: string }>;

/** Completes options by the environment: QUITTANCE_DATA, DATABASE_URL. */
export const globalsOf = (options: GlobalOptions, env: Environment): Globals => ({
  dataDir: resolve(options.data ?? env.QUITTANCE_DATA ?? '.quittance'),
  databaseUrl: env.DATABASE_URL || undefined,
  org: options.org,
  company: options.company,
  json: options.json ?? false,
  language: options.lang === 'en' ? 'en' : 'fr',
  env,
});

/** The language asked for, known before anything is parsed so that help and errors speak it too. */
export function languageAsked(args: readonly string[]): Language {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  return value === 'en' ? 'en' : 'fr';
}
