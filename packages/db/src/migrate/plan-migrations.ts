// Compares the files with what the database has applied: what is to be applied, or why that is refused.
import { MigrationError } from './migration-error.ts';
import type { MigrationFile } from './migration-files.ts';

/** A line of `quittance_meta.schema_migrations`. */
export type AppliedMigration = { readonly name: string; readonly sha256: string };

function checkApplied(files: readonly MigrationFile[], done: AppliedMigration): void {
  const file = files.find(({ name }) => name === done.name);
  if (!file) {
    const message = `The database has the migration ${done.name}, which this program does not know: it was opened by a newer one.`;
    throw new MigrationError('unknown', done.name, message);
  }
  if (file.sha256 === done.sha256) return;
  const message = `The migration ${done.name} was changed after it was applied. Put it back and write a new one.`;
  throw new MigrationError('changed', done.name, message);
}

/** The files still to apply, in order. @throws MigrationError `unknown`, `changed` or `out_of_order` */
export function planMigrations(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): readonly MigrationFile[] {
  for (const done of applied) checkApplied(files, done);
  const last = applied.reduce((max, { name }) => (name > max ? name : max), '');
  const pending = files.filter(({ name }) => !applied.some((done) => done.name === name));
  const late = pending.find(({ name }) => name < last);
  if (!late) return pending;
  const message = `The migration ${late.name} is new but sorts before ${last}, which is applied. Give it a later number.`;
  throw new MigrationError('out_of_order', late.name, message);
}
