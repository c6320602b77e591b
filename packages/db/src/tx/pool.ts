// The pool of connections: its value types, its size, and handlers without which a lost connection would end the program.
import pg from 'pg';
import { valueTypes } from './value-types.ts';

/** What a pool needs. */
export type PoolOptions = {
  readonly url: string;
  /** Most connections at once, default 10. */
  readonly size?: number;
  /** Shown by PostgreSQL beside the connection, default `quittance`. */
  readonly name?: string;
  /** Told when an idle connection is lost; the pool replaces it by itself. */
  readonly onLost?: (error: Error) => void;
};

const CONNECT_TIMEOUT_MS = 15_000;

/** Opens a pool; connections are made when first needed. */
export function createPool({ url, size = 10, name = 'quittance', onLost = () => {} }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: valueTypes,
  });
  pool.on('error', onLost);
  // A connection lost while in use is reported by the query that meets it; the event itself must only be heard.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
