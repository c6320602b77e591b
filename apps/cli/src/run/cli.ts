// What commands are registered with: words, parsers of their options, and the way from commander's call to a desk.

import { fill } from '@quittance/contracts/messages';
import { type Day, isDay } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Words, wordsIn } from '../messages/index.ts';
import { type Desk, deskOf } from './desk.ts';
import { DONE } from './exit-codes.ts';
import { type Environment, type GlobalOptions, globalsOf } from './globals.ts';

/** A command's call, once parsed. */
export type Call<O> = Readonly<{ args: readonly string[]; options: O }>;

/** What a command does, in a module that is loaded only when it is called: the help needs none of them. */
export type Work<O> = Readonly<{ run(desk: Desk, call: Call<O>): Promise<number> }>;

/** Registers commands, and keeps the exit code of the one that ran. */
export class Cli {
  readonly words: Words;
  exitCode = DONE;
  readonly #env: Environment;

  constructor(language: Language, env: Environment) {
    this.words = wordsIn(language);
    this.#env = env;
  }

  /** A handler for commander: loads the work, builds the desk, runs, keeps the exit code. */
  run<O>(load: () => Promise<Work<O>>): (...params: unknown[]) => Promise<void> {
    return async (...params) => {
      const command = params.at(-1) as Command;
      const globals = globalsOf(command.optsWithGlobals<GlobalOptions>(), this.#env);
      const args = command.processedArgs.flat().filter((arg) => arg !== undefined) as string[];
      const work = await load();
      this.exitCode = await work.run(deskOf(globals), { args, options: command.opts() as O });
    };
  }

  /** `--on DAY`. */
  on(flag = '--on <day>', text: string = this.words.options.on): Option {
    return new Option(flag, text).argParser((seen): Day => {
      if (isDay(seen)) return seen;
      throw new InvalidArgumentError(this.words.usageErrors.day);
    });
  }

  /** An option that takes a whole number above zero. */
  wholeNumber(flag: string, text: string, usual: number): Option {
    const parser = (seen: string): number => {
      if (/^[1-9]\d{0,4}$/.test(seen)) return Number(seen);
      throw new InvalidArgumentError(this.words.usageErrors.wholeNumber);
    };
    return new Option(flag, text).argParser(parser).default(usual);
  }

  /** An option with few choices. */
  oneOf(flag: string, text: string, choices: readonly string[]): Option {
    return new Option(flag, text).argParser(this.choice(choices));
  }

  /** Accepts one of the choices. */
  choice(choices: readonly string[]): (seen: string) => string {
    return (seen) => {
      if (choices.includes(seen)) return seen;
      throw new InvalidArgumentError(fill(this.words.usageErrors.oneOf, { expected: choices.join(' ') }));
    };
  }
}
