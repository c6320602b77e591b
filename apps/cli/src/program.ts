// The program: global options, every command, and what becomes of wrong usage and of errors.
import { readFileSync } from 'node:fs';
import { fill } from '@quittance/contracts/messages';
import { Command, CommanderError, Option } from 'commander';
import { registerCash } from './commands/cash/index.ts';
import { registerHouse } from './commands/house/index.ts';
import { registerIntake } from './commands/intake/index.ts';
import { registerLedger } from './commands/ledger/index.ts';
import { registerReminders } from './commands/reminders/index.ts';
import { WrongUse } from './run/answer.ts';
import { Cli } from './run/cli.ts';
import { FAILED, WRONG_USE } from './run/exit-codes.ts';
import { type Environment, languageAsked } from './run/globals.ts';

const PACKAGE = new URL('../package.json', import.meta.url);
const version = (): string => (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;

/** Commander's titles in the reader's words. */
function helpTitles({ words }: Cli): (title: string) => string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.help.usage,
    'Options:': words.help.options,
    'Global Options:': words.help.globalOptions,
    'Commands:': words.help.commands,
    'Arguments:': words.help.arguments,
  };
  return (title) => titles[title] ?? title;
}

function buildProgram(cli: Cli): Command {
  const { help, options } = cli.words;
  const program = new Command('quittance');
  program
    .description(help.program)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .configureHelp({ styleTitle: helpTitles(cli), showGlobalOptions: true })
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [command]', help.helpCommand)
    .version(version(), '-V, --version', help.version)
    .option('--data <dir>', options.data)
    .option('--org <slug>', options.org)
    .option('--company <code>', options.company)
    .option('--json', options.json)
    .addOption(new Option('--lang <language>', options.lang).argParser(cli.choice(['fr', 'en'])));
  for (const register of [registerHouse, registerIntake, registerLedger, registerCash, registerReminders])
    register(program, cli);
  return program;
}

/** Commander's error in the reader's words: what it saw, and what was expected. */
function usageSentence({ words }: Cli, { code, message }: CommanderError): string {
  const known: Readonly<Record<string, string>> = words.usageErrors;
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const expected = /is invalid(?: for argument '[^']*')?\. (.*)$/s.exec(message)?.[1];
  // "option '--on' argument 'x'", but "value 'x' for argument 'kind'"
  const refused = message.startsWith('error: option') ? `${first} « ${second} »` : `${second} « ${first} »`;
  const facts = { seen: expected === undefined ? first : refused };
  const sentence = fill(known[code.replace('commander.', '')] ?? words.usageErrors.other, facts);
  return `${sentence}${expected === undefined ? '' : ` ; ${expected}`}\n${words.usageErrors.seeHelp}`;
}

/** Prints why the command could not be done, and returns its exit code. */
function explain(cli: Cli, program: Command, error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    console.error(error.code === 'commander.help' ? program.helpInformation() : usageSentence(cli, error));
    return WRONG_USE;
  }
  const { name, message } = error as Error;
  if (error instanceof WrongUse || name === 'UsageError') {
    console.error(message);
    return WRONG_USE;
  }
  const isOurs = name === 'ClusterError' || name === 'MigrationError';
  console.error(isOurs ? message : fill(cli.words.says.failed, { reason: message }));
  if (!isOurs && process.env.QUITTANCE_LOG === 'debug') console.error(error);
  return FAILED;
}

/** Runs the words after the program's name; returns the exit code. */
export async function runProgram(args: readonly string[], env: Environment): Promise<number> {
  const cli = new Cli(languageAsked(args), env);
  const program = buildProgram(cli);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return cli.exitCode;
  } catch (error) {
    return explain(cli, program, error);
  }
}
