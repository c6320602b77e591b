// The pg connection beneath a Kysely transaction, for what a query builder cannot say (COPY). Kysely does not show it, so
// the pool handed to Kysely answers one private question with the connection itself; nothing reaches the server.
import { CompiledQuery, type PostgresPool, type PostgresPoolClient, type QueryExecutorProvider } from 'kysely';
import type pg from 'pg';

const QUESTION = '/* which connection is this? */';

type Asker = QueryExecutorProvider & {
  executeQuery<R>(query: CompiledQuery<R>): Promise<{ readonly rows: R[] }>;
};

/** A pool for Kysely over `pool`; several may stand on the same one. */
export function answeringPool(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: unknown, parameters?: unknown[]) =>
      text === QUESTION
        ? Promise.resolve({ command: 'SELECT', rowCount: 1, rows: [client] })
        : client.query(text as string, parameters);
    return { query: query as PostgresPoolClient['query'], release: () => client.release() };
  };
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      // One wrapper per connection: Kysely keys its own state on it. `release` is renewed by pg at each checkout.
      const wrapped = known.get(client) ?? wrap(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

/** The connection a transaction runs on. Use it only while the transaction is open, one statement at a time. */
export async function connectionOf(tx: Asker): Promise<pg.PoolClient> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(QUESTION) as CompiledQuery<pg.PoolClient>);
  return rows[0]!;
}
