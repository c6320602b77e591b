// Commands of intake: model files and imports.
import type { TableKind } from '@quittance/core/intake';
import type { ImportKind } from '@quittance/usecases/imports';
import { Argument, type Command } from 'commander';
import type { Cli } from '../../run/cli.ts';

// The lists stand in rooms too large to be loaded for the help: the compiler holds these to them.
const TABLES: Readonly<Record<TableKind, true>> = {
  customers: true,
  contacts: true,
  invoices: true,
  payments: true,
  bank: true,
};
const FILES: Readonly<Record<ImportKind | 'auto', true>> = {
  fec: true,
  'csv-customers': true,
  'csv-contacts': true,
  'csv-invoices': true,
  'csv-payments': true,
  'csv-bank': true,
  xlsx: true,
  camt: true,
  cfonb120: true,
  cfonb240: true,
  mt940: true,
  ofx: true,
  einvoice: true,
  auto: true,
};

function kindOf(cli: Cli, kinds: object): Argument {
  const names = Object.keys(kinds);
  return new Argument('<kind>', names.join(' ')).argParser(cli.choice(names));
}

/** Registers them all. */
export function registerIntake(program: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  program
    .command('template')
    .addArgument(kindOf(cli, TABLES))
    .description(commands.template)
    .action(cli.run(() => import('./template.ts')));
  program
    .command('import')
    .addArgument(kindOf(cli, FILES))
    .argument('<files...>')
    .description(commands.import)
    .option('--dry-run', options.dryRun)
    .option('--strict', options.strict)
    .option('--mapping <file>', options.mapping)
    .option('--account <iban>', options.account)
    .option('--other-company', options.otherCompany)
    .addOption(cli.on())
    .action(cli.run(() => import('./import.ts')));
}
