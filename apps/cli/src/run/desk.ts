// The desk: what a command works with, and the way from its work to an answer printed and an exit code.
import { type Day, ok, type Result } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import type { CompanySettings } from '@quittance/usecases/companies';
import type { Context } from '@quittance/usecases/context';
import { type Words, wordsIn } from '../messages/index.ts';
import { printAnswer, printProblem } from '../output/print.ts';
import { refusalSentence } from '../output/refusal-sentence.ts';
import type { Answer, Bytes, CliRefusal } from './answer.ts';
import { DONE, FAILED } from './exit-codes.ts';
import type { Globals } from './globals.ts';
import type { House } from './open-house.ts';

/** What is known before any database is opened. */
export type Desk = Readonly<{
  globals: Globals;
  language: Language;
  words: Words;
  /** Progress, on stderr. */
  say(line: string): void;
}>;

/** A desk in an open house. */
export type HouseDesk = Desk & Readonly<{ house: House }>;

/** A desk in one company, on one day. `actor` of the context is `cli`. */
export type CompanyDesk = HouseDesk & Readonly<{ context: Context; settings: CompanySettings; on: Day }>;

/** What a command's work gives. */
export type Outcome = Result<Answer | Bytes, CliRefusal>;

/** Who acts in the journal when a command does. */
export const ACTOR = 'cli';

/** Builds the desk. */
export const deskOf = (globals: Globals): Desk => ({
  globals,
  language: globals.language,
  words: wordsIn(globals.language),
  say: (line) => console.error(line),
});

/** Does the work and prints what came of it; returns the exit code. */
export async function conclude(desk: Desk, work: () => Promise<Outcome>): Promise<number> {
  const outcome = await work();
  if (!outcome.ok) {
    const message = refusalSentence(outcome.refusal, desk.language);
    if (desk.globals.json) await printAnswer({ json: { refusal: { ...outcome.refusal, message } }, text: '' }, true);
    printProblem(message);
    return FAILED;
  }
  await printAnswer(outcome.value, desk.globals.json);
  if (!('problem' in outcome.value) || outcome.value.problem === undefined) return DONE;
  printProblem(outcome.value.problem);
  return FAILED;
}

/** An answer that went well. */
export const answer = (json: unknown, text: string, problem?: string): Outcome =>
  ok({ json, text, ...(problem === undefined ? {} : { problem }) });
