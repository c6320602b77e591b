// Commands of reminders: what is to be done, doing it, what left.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { registerOutbox } from './outbox.ts';
import { registerPlan } from './plan.ts';
import { registerRun } from './run.ts';
import { registerSimulate } from './simulate.ts';

/** Registers them all. */
export function registerReminders(program: Command, cli: Cli): void {
  const reminders = program.command('reminders').description(cli.words.commands.reminders);
  for (const register of [registerPlan, registerRun, registerSimulate]) register(reminders, cli);
  registerOutbox(program, cli);
}
