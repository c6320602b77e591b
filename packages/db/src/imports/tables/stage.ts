// Staging of table rows that belong together (the terms of an invoice) though they may stand anywhere in the file.
import { sql } from 'kysely';
import { copyIn, streamRows, type Tx } from '../../tx/index.ts';
import { copyText } from '../fec/stage.ts';

/** A row under the key of what it belongs to. */
export type KeyedRow<R> = Readonly<{ key: string; position: number; row: R }>;

/** Copies the rows in. They come back by key, in file order within one. */
export async function stageRows<R>(tx: Tx, batches: AsyncIterable<readonly KeyedRow<R>[]>): Promise<void> {
  await sql`CREATE TEMP TABLE table_row (key text COLLATE "C" NOT NULL, position integer NOT NULL, content text NOT NULL) ON COMMIT DROP`.execute(
    tx,
  );
  const asCopy = async function* () {
    for await (const batch of batches) {
      yield batch
        .map(({ key, position, row }) => `${copyText(key)}\t${position}\t${copyText(JSON.stringify(row))}\n`)
        .join('');
    }
  };
  await copyIn(tx, 'COPY table_row FROM STDIN', asCopy());
}

/** The staged rows, those of one key together. */
export async function* streamStaged<R>(tx: Tx): AsyncGenerator<readonly R[]> {
  const ordered = sql<{ key: string; content: string }>`SELECT key, content FROM table_row ORDER BY key, position`;
  let key: string | null = null;
  let group: R[] = [];
  for await (const row of streamRows(tx, { compile: () => ordered.compile(tx) })) {
    if (key !== null && key !== row.key) {
      yield group;
      group = [];
    }
    key = row.key;
    group.push(JSON.parse(row.content) as R);
  }
  if (group.length > 0) yield group;
}
