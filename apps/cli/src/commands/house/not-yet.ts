// Commands promised for later releases: known by name, so that a script is told so instead of "unknown command".
import { refuse } from '@quittance/core/kernel';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { conclude } from '../../run/desk.ts';

const LATER = ['score', 'forecast', 'cases', 'verify', 'provisions', 'entries', 'key'];

/** Registers them, out of the help. */
export function registerNotYet(program: Command, cli: Cli): void {
  for (const command of LATER) {
    program
      .command(command, { hidden: true })
      .argument('[words...]')
      .allowUnknownOption()
      .allowExcessArguments()
      .action(
        cli.run(async () => ({
          run: (desk) => conclude(desk, async () => refuse({ code: 'not_in_this_release', command })),
        })),
      );
  }
}
