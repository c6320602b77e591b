// Front door of the backup: writing one out of the database. Bringing one back is `@quittance/db/backup/write`, for use cases alone.
export { dumpDatabase } from './dump.ts';
export type { BackupHeader, BackupTable, BackupTrailer } from './format.ts';
