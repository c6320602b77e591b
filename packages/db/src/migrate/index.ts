// Front door of the migrate room: the schema, brought up to date.
export { type MigrateOptions, migrate } from './migrate.ts';
export { MigrationError, type MigrationErrorCode } from './migration-error.ts';
export { MIGRATIONS_FOLDER, readMigrations } from './migration-files.ts';
export { type AppliedMigration, planMigrations } from './plan-migrations.ts';
