// Settings: how the server is started, from its options and environment. What is missing takes a safe default.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Settings of a start. */
export type Settings = Readonly<{
  dataDir: string;
  /** An external PostgreSQL; undefined for the embedded one. */
  databaseUrl: string | undefined;
  port: number;
  /** This machine only, unless said. */
  host: string;
  /** Where browsers reach the server; null when it listens beyond this machine and was not told. */
  publicUrl: string | null;
  trustProxy: boolean;
  logLevel: string;
  /** Which half of the work this process does. */
  only: 'api' | 'worker' | 'both';
  demo: boolean;
}>;

/** A wrong use: the sentence says which option and what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  only: { type: 'string' },
  demo: { type: 'boolean' },
} as const;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

const portOf = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text}: a port is a whole number from 0 to 65535`);
};

const urlOf = (text: string): string => {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new UsageError(`QUITTANCE_URL ${text}: expected an address such as https://quittance.example.fr`);
};

const onlyOf = (text: string | undefined): Settings['only'] => {
  if (text === undefined) return 'both';
  if (text === 'api' || text === 'worker') return text;
  throw new UsageError(`--only ${text}: expected api or worker`);
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Reads `--data --port --host --only --demo` and QUITTANCE_DATA, PORT, HOST, QUITTANCE_URL, DATABASE_URL. @throws UsageError */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const options = parse(args);
  const port = portOf(options.port ?? env.PORT ?? '3000');
  const host = options.host ?? env.HOST ?? '127.0.0.1';
  const local = LOOPBACK.has(host) ? `http://localhost:${port}` : null;
  return {
    dataDir: resolve(options.data ?? env.QUITTANCE_DATA ?? '.quittance'),
    databaseUrl: env.DATABASE_URL || undefined,
    port,
    host,
    publicUrl: env.QUITTANCE_URL ? urlOf(env.QUITTANCE_URL) : local,
    trustProxy: env.QUITTANCE_TRUST_PROXY === '1',
    logLevel: env.QUITTANCE_LOG ?? 'info',
    only: onlyOf(options.only),
    demo: options.demo ?? false,
  };
}
