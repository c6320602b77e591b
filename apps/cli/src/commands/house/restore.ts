// quittance restore FILE: a backup into an empty installation, whole or not at all.
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fill } from '@quittance/contracts/messages';
import { refuse } from '@quittance/core/kernel';
import { restore } from '@quittance/usecases/backup';
import type { Call } from '../../run/cli.ts';
import { answer, conclude, type Desk, type Outcome } from '../../run/desk.ts';
import { openServer } from '../../run/open-house.ts';

type Options = Readonly<{ force?: boolean }>;

async function bringBack(desk: Desk, file: string, force: boolean): Promise<Outcome> {
  const unreadable = await access(file, constants.R_OK).then(
    () => null,
    (error: Error) => error.message,
  );
  if (unreadable !== null) return refuse({ code: 'file_unreadable', file, reason: unreadable });
  const server = await openServer(desk.globals, desk.say);
  try {
    const order = { ownerUrl: server.ownerUrl, force, log: desk.say };
    const restored = await restore(order, createReadStream(file));
    return restored.ok
      ? answer({ file, ...restored.value }, fill(desk.words.says.restored, restored.value, desk.language))
      : restored;
  } finally {
    await server.close();
  }
}

/** The command. */
export const run = (desk: Desk, { args, options: { force = false } }: Call<Options>): Promise<number> =>
  conclude(desk, () => bringBack(desk, resolve(args[0]!), force));
