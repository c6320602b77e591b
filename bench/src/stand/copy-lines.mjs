// COPY of a FEC into a bare table of texts: what the import is compared with. The server reads the same bytes and does nothing else.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import copyStreams from 'pg-copy-streams';

const COLUMNS = 18;

/** Creates the bare table anew and copies the file into it. */
export async function copyIntoBareTable(client, path) {
  const columns = Array.from({ length: COLUMNS }, (_, index) => `c${index + 1} text`).join(', ');
  await client.query('DROP TABLE IF EXISTS bare_lines');
  await client.query(`CREATE TABLE bare_lines (${columns})`);
  const sink = client.query(
    copyStreams.from("COPY bare_lines FROM STDIN WITH (FORMAT text, DELIMITER E'\\t', NULL '', HEADER true)"),
  );
  await pipeline(createReadStream(path), sink);
}
