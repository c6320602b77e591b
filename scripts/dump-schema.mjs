// npm run schema: migrates an empty embedded database and writes packages/db/schema.sql and src/tables.generated.ts.
// With --check it writes nothing and fails when the committed files differ.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, tool } from './house.mjs';
import { readCatalogue } from './schema/catalogue.mjs';
import { renderSql } from './schema/render-sql.mjs';
import { renderTypes } from './schema/render-types.mjs';

const DB = join(ROOT, 'packages', 'db');
const isCheck = process.argv.includes('--check');

// The compiled migrate and cluster rooms serve even where types elsewhere wait for the very file this writes.
await tool('typescript/bin/tsc', ['-b', 'packages/db'], { stdio: 'ignore' });
const load = (room) => import(pathToFileURL(join(DB, 'dist', room, 'index.js')).href);

async function dump() {
  const { openEmbedded } = await load('cluster');
  const { migrate } = await load('migrate');
  const pg = createRequire(join(DB, 'package.json'))('pg');
  const dataDir = mkdtempSync(join(tmpdir(), 'quittance-schema-'));
  chmodSync(dataDir, 0o711); // as root, the server runs as another user, who has to pass
  const cluster = await openEmbedded({ dataDir, settings: { fsync: 'off', shared_buffers: '32MB' } });
  try {
    await migrate({ ownerUrl: cluster.ownerUrl });
    const client = new pg.Client({ connectionString: cluster.ownerUrl });
    await client.connect();
    const catalogue = await readCatalogue(client);
    await client.end();
    return catalogue;
  } finally {
    await cluster.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const readOr = (path) => {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
};

const catalogue = await dump();
const files = [
  ['packages/db/schema.sql', renderSql(catalogue)],
  ['packages/db/src/tables.generated.ts', renderTypes(catalogue)],
];
const changed = files.filter(([path, text]) => readOr(join(ROOT, path)) !== text);
if (isCheck && changed.length > 0) {
  const names = changed.map(([path]) => path).join(' and ');
  console.error(
    `${names} no longer tell${changed.length === 1 ? 's' : ''} what the migrations make: run npm run schema and commit.`,
  );
  process.exitCode = 1;
} else {
  for (const [path, text] of changed) writeFileSync(join(ROOT, path), text);
  console.log(
    `schema: ${catalogue.tables.length} tables, ${changed.length === 0 ? 'unchanged' : `${changed.length} files written`}`,
  );
}
