// Commands of the house: setting up, serving, users, the journal, backups.
import { ROLES } from '@quittance/core/access';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { registerNotYet } from './not-yet.ts';

function registerStart(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('init')
    .description(commands.init)
    .option('--siren <number>', options.siren)
    .option('--email <address>', options.email)
    .option('--password-stdin', options.passwordStdin)
    .action(cli.run(() => import('./init.ts')));
  program
    .command('serve')
    .description(commands.serve)
    .option('--port <number>', options.port)
    .option('--host <address>', options.host)
    .option('--only <half>', options.only)
    .option('--demo', options.demo)
    .action(cli.run(() => import('./serve.ts')));
  program
    .command('demo')
    .description(commands.demo)
    .addOption(cli.on())
    .action(cli.run(() => import('./demo.ts')));
}

function registerUser(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  const user = program.command('user').description(commands.user);
  user
    .command('add')
    .description(commands.userAdd)
    .requiredOption('--email <address>', options.userEmail)
    .option('--name <name>', options.userName)
    .addOption(cli.oneOf('--role <role>', `${options.role} (${ROLES.join(' ')})`, ROLES).default('collector'))
    .option('--password-stdin', options.passwordStdin)
    .action(cli.run(() => import('./add-user.ts')));
  user
    .command('disable')
    .description(commands.userDisable)
    .requiredOption('--email <address>', options.userEmail)
    .action(cli.run(() => import('./disable-user.ts')));
}

function registerKeeping(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('journal')
    .description(commands.journal)
    .command('verify')
    .description(commands.verify)
    .action(cli.run(() => import('./journal.ts')));
  program
    .command('backup')
    .argument('<file>')
    .description(commands.backup)
    .action(cli.run(() => import('./backup.ts')));
  program
    .command('restore')
    .argument('<file>')
    .description(commands.restore)
    .option('--force', options.force)
    .action(cli.run(() => import('./restore.ts')));
}

/** Registers them all. */
export function registerHouse(program: Command, cli: Cli): void {
  for (const register of [registerStart, registerUser, registerKeeping, registerNotYet]) register(program, cli);
}
