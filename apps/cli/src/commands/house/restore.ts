// quittance restore FILE: a backup into an empty installation, whole or not at all.
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fill } from '@quittance/contracts/messages';
import { refuse } from '@quittance/core/kernel';
import { restore } from '@quittance/usecases/backup';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
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

/** Registers it. */
export function registerRestore(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('restore')
    .argument('<file>')
    .description(commands.restore)
    .option('--force', options.force)
    .action(
      cli.run<Options>((desk, { args, options: { force = false } }) =>
        conclude(desk, () => bringBack(desk, resolve(args[0]!), force)),
      ),
    );
}
