// Commands of the ledger: what is owed, by whom, since when, and what the law adds.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';

const STATUSES = [
  'open',
  'overdue',
  'paid',
  'not_due',
  'due_soon',
  'held',
  'disputed',
  'promised',
  'on_plan',
  'doubtful',
  'at_agency',
  'in_court',
  'insolvent_debtor',
];

/** Registers them all. */
export function registerLedger(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('aged-balance')
    .description(commands.agedBalance)
    .addOption(cli.on())
    .option('--customer <ref>', options.customer)
    .option('--bounds <days>', options.bounds)
    .addOption(cli.oneOf('--format <format>', options.format, ['json', 'csv', 'xlsx']))
    .option('--out <file>', options.out)
    .action(cli.run(() => import('./aged-balance.ts')));
  program
    .command('kpis')
    .description(commands.kpis)
    .addOption(cli.on())
    .addOption(cli.wholeNumber('--days <days>', options.days, 365))
    .action(cli.run(() => import('./kpis.ts')));
  program
    .command('customers')
    .description(commands.customers)
    .option('--search <text>', options.search)
    .addOption(cli.on())
    .action(cli.run(() => import('./customers.ts')));
  program
    .command('invoices')
    .description(commands.invoices)
    .option('--customer <ref>', options.customer)
    .addOption(cli.oneOf('--status <status>', options.status, STATUSES))
    .addOption(cli.on())
    .action(cli.run(() => import('./invoices.ts')));
  program
    .command('interest')
    .description(commands.interest)
    .requiredOption('--invoice <number>', options.invoice)
    .addOption(cli.on())
    .action(cli.run(() => import('./interest.ts')));
  program
    .command('terms-check')
    .description(commands.termsCheck)
    .addOption(cli.on())
    .action(cli.run(() => import('./terms-check.ts')));
}
