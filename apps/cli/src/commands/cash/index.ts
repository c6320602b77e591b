// Commands of cash application.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';

/** Registers them all. */
export function registerCash(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('match')
    .description(commands.match)
    .option('--apply', options.apply)
    .addOption(cli.on())
    .action(cli.run(() => import('./match.ts')));
}
