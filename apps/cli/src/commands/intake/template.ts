// quittance template: the CSV of a kind, with its header and two example rows.
import { TABLE_KINDS, type TableKind } from '@quittance/core/intake';
import { ok } from '@quittance/core/kernel';
import { templateCsv } from '@quittance/formats/csv';
import { Argument, type Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { answer, conclude } from '../../run/desk.ts';

/** Registers it. */
export function registerTemplate(program: Command, cli: Cli): void {
  program
    .command('template')
    .addArgument(new Argument('<kind>', TABLE_KINDS.join(' ')).argParser(cli.choice(TABLE_KINDS)))
    .description(cli.words.commands.template)
    .action(
      cli.run((desk, { args }) =>
        conclude(desk, async () => {
          const kind = args[0] as TableKind;
          const csv = templateCsv(kind, desk.language);
          return desk.globals.json ? answer({ kind, csv }, '') : ok({ bytes: [Buffer.from(csv)] });
        }),
      ),
    );
}
