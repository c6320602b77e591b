// Commands of intake: model files and imports.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { registerImport } from './import.ts';
import { registerTemplate } from './template.ts';

/** Registers them all. */
export function registerIntake(program: Command, cli: Cli): void {
  for (const register of [registerTemplate, registerImport]) register(program, cli);
}
