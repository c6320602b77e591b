// The database as the program sees it: typed tables over a pool of connections.
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Tables } from '../tables.generated.ts';
import { createPool, type PoolOptions } from './pool.ts';
import { answeringPool } from './raw-client.ts';

/** Typed access to the tables. Outside `withOrg` no organization is set, so every sealed table refuses to answer. */
export type Database = Kysely<Tables>;

/** An open transaction, first parameter of every function that reads or writes. */
export type Tx = Transaction<Tables>;

/** Opens the database on a new pool, or on one shared with others. `destroy()` ends the pool either way. */
export function createDb(options: PoolOptions | { readonly pool: pg.Pool }): Database {
  const pool = 'pool' in options ? options.pool : createPool(options);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: answeringPool(pool) }) });
}
