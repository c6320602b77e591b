// quittance backup FILE: every organization as of one instant, while others go on working.
import { resolve } from 'node:path';
import { fill } from '@quittance/contracts/messages';
import { backUp } from '@quittance/usecases/backup';
import { machineClock } from '@quittance/usecases/ports';
import type { Command } from 'commander';
import { writeFileWhole } from '../../output/write-file.ts';
import type { Cli } from '../../run/cli.ts';
import { answer, inHouse } from '../../run/desk.ts';

/** Registers it. */
export function registerBackup(program: Command, cli: Cli): void {
  const { commands, says } = cli.words;
  program
    .command('backup')
    .argument('<file>')
    .description(commands.backup)
    .action(
      cli.run((desk, { args }) =>
        inHouse(desk, async ({ house }) => {
          const file = resolve(args[0]!);
          const place = { ownerUrl: house.ownerUrl, clock: machineClock };
          const made = await writeFileWhole({ path: file, secret: true }, (out) => backUp(place, out));
          return made.ok
            ? answer({ file, ...made.value }, fill(says.backedUp, { file, ...made.value }, desk.language))
            : made;
        }),
      ),
    );
}
