// Note a backup: that one was made from the screens, by whom, how large, stands in the journal.
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';

/** Writes the line. */
export const noteBackup = (
  context: Context,
  backup: Readonly<{ fileName: string; bytes: number; rows: number }>,
): Promise<number> =>
  inOrganization(context, (tx) =>
    appendEvent(tx, { kind: 'backup.made', subject: 'backup', subjectId: backup.fileName, payload: backup }),
  );
