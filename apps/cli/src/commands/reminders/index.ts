// Commands of reminders: what is to be done, doing it, what left.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';

/** Registers them all. */
export function registerReminders(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  const reminders = program.command('reminders').description(commands.reminders);
  reminders
    .command('plan')
    .description(commands.plan)
    .addOption(cli.on())
    .action(cli.run(() => import('./plan.ts')));
  reminders
    .command('run')
    .description(commands.run)
    .addOption(cli.on())
    .addOption(cli.oneOf('--approve <mode>', options.approve, ['all', 'none']).default('none'))
    .action(cli.run(() => import('./run.ts')));
  reminders
    .command('simulate')
    .description(commands.simulate)
    .addOption(cli.on('--from <day>', options.from).makeOptionMandatory())
    .addOption(cli.on('--to <day>', options.to).makeOptionMandatory())
    .option('--scenario <code>', options.scenario)
    .action(cli.run(() => import('./simulate.ts')));
  program
    .command('outbox')
    .description(commands.outbox)
    .option('--test', options.test)
    .option('--all', options.all)
    .action(cli.run(() => import('./outbox.ts')));
}
