// Commands of cash application.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { registerMatch } from './match.ts';

/** Registers them all. */
export function registerCash(program: Command, cli: Cli): void {
  registerMatch(program, cli);
}
