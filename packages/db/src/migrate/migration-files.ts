// The migrations on disk: plain SQL files named NNNN_name.sql, in the order of their number.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MigrationError } from './migration-error.ts';

/** One file: its name, its text, and the SHA-256 (hex) of that text. */
export type MigrationFile = { readonly name: string; readonly sql: string; readonly sha256: string };

/** The project's own migrations; the path holds from the sources and from the compiled files alike. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

function checkNames(names: readonly string[]): void {
  names.forEach((name, i) => {
    if (!NAME.test(name)) throw new MigrationError('bad_name', name, `${name} is not named NNNN_name.sql.`);
    const next = names[i + 1];
    if (next?.slice(0, 4) !== name.slice(0, 4)) return;
    throw new MigrationError('bad_name', next, `${next} has the same number as ${name}.`);
  });
}

/** Reads the folder. @throws MigrationError `bad_name` */
export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  checkNames(names);
  return names.map((name) => {
    // A checkout may turn line ends into CR LF: that is no change of the migration.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}
