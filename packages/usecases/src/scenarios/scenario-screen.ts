// Scenarios for their screen: ladders in force with how many customers are on each, a check before saving, a new version.
import {
  explainStepDate,
  type Scenario,
  type ScenarioRefusal,
  type Step,
  validateScenario,
} from '@quittance/core/dunning';
import { type CompanyId, cents, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import {
  countCustomersByChoice,
  type ExampleReceivable,
  listExampleReceivables,
  listScenarioDetails,
  type ScenarioDetail,
} from '@quittance/db/dunning';
import { insertScenarioVersion } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import { scenarioCodeOf } from '../reminders/index.ts';

/** A ladder in force, and how many customers follow it. */
export type ScenarioOnScreen = ScenarioDetail & Readonly<{ customers: number }>;

async function readAll(tx: Tx, companyId: CompanyId): Promise<ScenarioOnScreen[]> {
  const { policy } = await getSettings(tx, companyId);
  const followers = new Map<string, number>();
  for (const choice of await countCustomersByChoice(tx, companyId)) {
    const code = scenarioCodeOf(choice, policy);
    followers.set(code, (followers.get(code) ?? 0) + choice.customers);
  }
  return (await listScenarioDetails(tx, companyId)).map((detail) => ({
    ...detail,
    customers: followers.get(detail.code) ?? 0,
  }));
}

/** Every ladder in force of a company. */
export const listScenariosOnScreen = (context: Context, companyId: CompanyId): Promise<ScenarioOnScreen[]> =>
  readOrganization(context, (tx) => readAll(tx, companyId));

/** A ladder as edited; ranks are places. */
export type EditedLadder = Readonly<{ name: string; steps: readonly Omit<Step, 'rank'>[] }>;

const ladderOf = (code: string, edited: EditedLadder): Scenario => ({
  code,
  version: 0,
  steps: edited.steps.map((step, index) => ({ ...step, rank: index + 1 })),
});

/** What is wrong with a ladder, and the days its steps would leave for real receivables. */
export type LadderCheck = Readonly<{
  refusals: readonly ScenarioRefusal[];
  examples: readonly Readonly<{
    receivable: ExampleReceivable;
    days: readonly Readonly<{ step: string; on: Day }>[];
  }>[];
}>;

/** Checks without saving (situation 9). */
export const checkLadder = (
  context: Context,
  { companyId, on, edited }: Readonly<{ companyId: CompanyId; on: Day; edited: EditedLadder }>,
): Promise<LadderCheck> =>
  readOrganization(context, async (tx) => {
    const scenario = ladderOf('draft', edited);
    const { calendar } = await getSettings(tx, companyId);
    const receivables = await listExampleReceivables(tx, companyId, on);
    const examples = receivables.map((receivable) => ({
      receivable,
      days: scenario.steps.flatMap((step) => {
        const facts = {
          ...receivable,
          grossCents: cents(receivable.grossCents),
          openCents: cents(receivable.openCents),
          level: 0,
          levelOn: null,
        };
        const { leavesOn } = explainStepDate(step, facts, calendar);
        return leavesOn ? [{ step: step.code, on: leavesOn }] : [];
      }),
    }));
    return { refusals: validateScenario(scenario), examples };
  });

export type SaveRefusal =
  | Readonly<{ code: 'scenario_invalid'; refusals: readonly ScenarioRefusal[] }>
  | Readonly<{ code: 'version_conflict' }>;

/** Saves the next version, unless it is unsound or somebody saved another meanwhile. Items under way keep their level. */
export const saveLadder = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; code: string; version: number; edited: EditedLadder }>,
): Promise<Result<ScenarioOnScreen, SaveRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, code, edited } = given;
    const scenario = ladderOf(code, edited);
    const refusals = validateScenario(scenario);
    if (refusals.length > 0) return refuse({ code: 'scenario_invalid', refusals });
    const before = (await readAll(tx, companyId)).find((each) => each.code === code);
    if ((before?.version ?? 0) !== given.version) return refuse({ code: 'version_conflict' });
    const { steps } = scenario;
    const version = await insertScenarioVersion(tx, {
      companyId,
      code,
      name: edited.name,
      steps,
      actor: context.actor,
    });
    await appendEvent(tx, {
      kind: 'scenario.saved',
      actor: context.actor,
      subject: 'scenario',
      subjectId: code,
      payload: { companyId, version, before: before?.steps ?? null, after: steps },
    });
    return ok((await readAll(tx, companyId)).find((each) => each.code === code)!);
  });
