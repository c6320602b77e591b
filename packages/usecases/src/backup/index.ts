// Front door of backups.
export * from './back-up.ts';
export * from './note-backup.ts';
export * from './restore.ts';
