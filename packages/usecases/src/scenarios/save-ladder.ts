// Save a ladder: the next version, unless it is unsound or somebody saved another meanwhile. Items under way keep what was done.
import { carriedLevels, type ScenarioRefusal, type Step, validateScenario } from '@quittance/core/dunning';
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { listCustomerChoices } from '@quittance/db/dunning';
import { carryLevels, insertScenarioVersion } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { scenarioCodeOf } from '../reminders/index.ts';
import { type EditedLadder, scenarioOf } from './edited-ladder.ts';
import { type LadderOnScreen, readLadders } from './list-ladders.ts';

export type SaveRefusal =
  | Readonly<{ code: 'scenario_invalid'; refusals: readonly ScenarioRefusal[] }>
  | Readonly<{ code: 'version_conflict'; version: number }>;

type Given = Readonly<{ companyId: CompanyId; code: string; version: number; edited: EditedLadder }>;

/** Gives items under way their place on the new ladder; how many moved. */
async function carry(tx: Tx, { companyId, code }: Given, steps: readonly [readonly Step[], readonly Step[]]) {
  const levels = carriedLevels(...steps);
  if (levels.length === 0) return 0;
  const { policy } = await getSettings(tx, companyId);
  const customerIds = (await listCustomerChoices(tx, companyId))
    .filter((choice) => scenarioCodeOf(choice, policy) === code)
    .map(({ customerId }) => customerId);
  return carryLevels(tx, { companyId, customerIds, levels });
}

/** Saves the next version; `version` is the one that was edited, 0 for a new ladder. */
export const saveLadder = (context: Context, given: Given): Promise<Result<LadderOnScreen, SaveRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, code, edited } = given;
    const { steps } = scenarioOf(code, edited);
    const refusals = validateScenario({ code, version: 0, steps });
    if (refusals.length > 0) return refuse({ code: 'scenario_invalid', refusals });
    await lockCompany(tx, companyId);
    const before = (await readLadders(tx, companyId)).find((each) => each.code === code);
    const current = before?.version ?? 0;
    if (current !== given.version) return refuse({ code: 'version_conflict', version: current });
    const carried = before ? await carry(tx, given, [before.steps, steps]) : 0;
    const { name } = edited;
    const version = await insertScenarioVersion(tx, { companyId, code, name, steps, actor: context.actor });
    await appendEvent(tx, {
      kind: 'scenario.saved',
      actor: context.actor,
      subject: 'scenario',
      subjectId: code,
      payload: { companyId, version, before: before?.steps ?? null, after: steps, carried },
    });
    return ok((await readLadders(tx, companyId)).find((each) => each.code === code)!);
  });
