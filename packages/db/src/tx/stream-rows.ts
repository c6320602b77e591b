// Reads a query of any size row by row in flat memory, through a server-side cursor of the same transaction.
import { type Compilable, CompiledQuery, sql } from 'kysely';
import type { Tx } from './database.ts';
import { markStreamUsed } from './stream-watch.ts';

let cursors = 0;

/**
 * The rows of `query` in lists of `batch` (default 2000), the last one shorter; two lists are in memory. Other statements may use `tx` in
 * between. Leaving the loop early closes the cursor.
 */
export async function* streamBatches<R>(tx: Tx, query: Compilable<R>, batch = 2_000): AsyncGenerator<readonly R[]> {
  cursors += 1;
  // Kept: streams of other transactions may begin while this one waits.
  const name = `stream_${cursors}`;
  const cursor = sql.id(name);
  const { sql: text, parameters } = query.compile();
  markStreamUsed(tx);
  // All rows are wanted, not the first tenth that a cursor is planned for by default.
  await sql`select set_config('cursor_tuple_fraction', '1', true)`.execute(tx);
  await tx.executeQuery(CompiledQuery.raw(`declare "${name}" no scroll cursor for ${text}`, [...parameters]));
  const fetchNext = () => sql<R>`fetch ${sql.lit(batch)} from ${cursor}`.execute(tx);
  try {
    for (let coming = fetchNext(); ; ) {
      const { rows } = await coming;
      const isLast = rows.length < batch;
      // The server gathers the next rows while these are used.
      if (!isLast) {
        coming = fetchNext();
        coming.catch(() => {}); // told when it is waited for
      }
      yield rows;
      if (isLast) return;
    }
  } finally {
    // Fails where the transaction already has: that first error is the one to tell.
    await sql`close ${cursor}`.execute(tx).catch(() => {});
  }
}

/** The same, row by row. */
export async function* streamRows<R>(tx: Tx, query: Compilable<R>, batch?: number): AsyncGenerator<R> {
  for await (const rows of streamBatches(tx, query, batch)) yield* rows;
}
