// quittance journal verify: the organization's journal recomputed from its first line.
import { fill } from '@quittance/contracts/messages';
import { verifyJournal } from '@quittance/db/journal';
import { readOrganization } from '@quittance/usecases/context';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { answer, inOrganization } from '../../run/desk.ts';

/** Registers it. */
export function registerJournal(program: Command, cli: Cli): void {
  const { commands, says } = cli.words;
  program
    .command('journal')
    .description(commands.journal)
    .command('verify')
    .description(commands.verify)
    .action(
      cli.run((desk) =>
        inOrganization(desk, async ({ context }) => {
          const check = await readOrganization(context, verifyJournal);
          if (check.ok) return answer(check, fill(says.journalOk, { events: check.events }, desk.language));
          return answer(check, '', fill(says.journalBroken, { ...check.firstBroken }));
        }),
      ),
    );
}
