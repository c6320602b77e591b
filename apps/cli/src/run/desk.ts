// The desk: what a command works with, and the way from its work to an answer printed and an exit code.
import { type Day, ok, type Result } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { withOrg } from '@quittance/db/tx';
import { type CompanySettings, getSettings } from '@quittance/usecases/companies';
import type { Context } from '@quittance/usecases/context';
import { type Words, wordsIn } from '../messages/index.ts';
import { printAnswer, printProblem } from '../output/print.ts';
import { refusalSentence } from '../output/refusal-sentence.ts';
import type { Answer, Bytes, CliRefusal } from './answer.ts';
import { businessDay } from './business-day.ts';
import { chooseCompany, chooseOrganization } from './choose-company.ts';
import { DONE, FAILED } from './exit-codes.ts';
import type { Globals } from './globals.ts';
import { type House, openHouse } from './open-house.ts';

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

/** Opens the house around the work. */
export async function inHouse(desk: Desk, work: (desk: HouseDesk) => Promise<Outcome>): Promise<number> {
  const house = await openHouse(desk.globals, desk.say);
  try {
    return await conclude(desk, () => work({ ...desk, house }));
  } finally {
    await house.close();
  }
}

/** Opens the house, and chooses the company and the day. */
export const inCompany = (
  desk: Desk,
  asked: Readonly<{ on?: Day | undefined }>,
  work: (desk: CompanyDesk) => Promise<Outcome>,
): Promise<number> =>
  inHouse(desk, async (inside) => {
    const { db } = inside.house;
    const chosen = await chooseCompany(db, desk.globals);
    if (!chosen.ok) return chosen;
    const { orgId, company } = chosen.value;
    const settings = await withOrg(db, orgId, (tx) => getSettings(tx, company.companyId));
    const { on, clock } = businessDay(asked.on, settings.timezone);
    return work({ ...inside, settings, on, context: { db, orgId, actor: ACTOR, clock } });
  });

/** Opens the house and chooses the organization. */
export const inOrganization = (
  desk: Desk,
  work: (desk: HouseDesk & Readonly<{ context: Context }>) => Promise<Outcome>,
): Promise<number> =>
  inHouse(desk, async (inside) => {
    const { db } = inside.house;
    const chosen = await chooseOrganization(db, desk.globals);
    if (!chosen.ok) return chosen;
    const { clock } = businessDay(undefined, 'Europe/Paris');
    return work({ ...inside, context: { db, orgId: chosen.value.orgId, actor: ACTOR, clock } });
  });

/** An answer that went well. */
export const answer = (json: unknown, text: string, problem?: string): Outcome =>
  ok({ json, text, ...(problem === undefined ? {} : { problem }) });
