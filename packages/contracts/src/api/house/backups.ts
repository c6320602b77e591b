// Backups: the whole installation in one file, made on the server and kept in its data folder.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { instantValue } from '../../values/index.ts';

const backup = z.strictObject({ fileName: z.string(), madeAt: instantValue, bytes: z.int() });

/** What there is, and what is being made. */
export const backupsView = z.strictObject({
  /** Folder on the server, where its operator finds the files. */
  folder: z.string(),
  items: z.array(backup),
  /** Bytes written so far; null when none is being made. */
  running: z.strictObject({ startedAt: instantValue, bytes: z.int() }).nullable(),
  /** The last one did not succeed. */
  failed: z.boolean(),
  /** Other organizations are in the file too: it is for the operator alone. */
  shared: z.boolean(),
});

export type BackupsView = z.output<typeof backupsView>;

export const backups = {
  list: route({
    method: 'GET',
    path: '/api/v1/backups',
    permission: 'user.read',
    summary: 'Backups in the data folder, newest first.',
    output: backupsView,
    refusals: [],
  }),
  make: route({
    method: 'POST',
    path: '/api/v1/backups',
    permission: 'user.write',
    summary: 'Start a backup of the whole installation into the data folder.',
    output: backupsView,
    status: 202,
    refusals: ['backup_running', 'backup_impossible'],
  }),
};
