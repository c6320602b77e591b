// Commands of the house: setting up, serving, users, the journal, backups.
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { registerBackup } from './backup.ts';
import { registerDemo } from './demo.ts';
import { registerInit } from './init.ts';
import { registerJournal } from './journal.ts';
import { registerNotYet } from './not-yet.ts';
import { registerRestore } from './restore.ts';
import { registerServe } from './serve.ts';
import { registerUser } from './user.ts';

/** Registers them all. */
export function registerHouse(program: Command, cli: Cli): void {
  const all = [
    registerInit,
    registerServe,
    registerDemo,
    registerUser,
    registerJournal,
    registerBackup,
    registerRestore,
  ];
  for (const register of [...all, registerNotYet]) register(program, cli);
}
