// MigrationError: why the schema could not be brought up to date, with the file's name.

/** `changed`: an applied file was edited; `unknown`: the database was migrated by a newer program; `out_of_order`: a new
 * file sorts before an applied one; `bad_name`: not `NNNN_name.sql`, or a number used twice; `failed`: the SQL was refused. */
export type MigrationErrorCode = 'bad_name' | 'changed' | 'failed' | 'out_of_order' | 'unknown';

/** Thrown by `migrate`; nothing of the named file was applied, the files before it were. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly code: MigrationErrorCode;
  readonly file: string;

  constructor(code: MigrationErrorCode, file: string, message: string) {
    super(message);
    this.code = code;
    this.file = file;
  }
}
