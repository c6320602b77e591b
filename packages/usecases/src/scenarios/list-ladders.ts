// List ladders: each with who is on it and why, and its versions.
import type { CompanyId } from '@quittance/core/kernel';
import {
  countCustomersByChoice,
  listScenarioDetails,
  listScenarioVersions,
  type ScenarioDetail,
} from '@quittance/db/dunning';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { scenarioCodeOf } from '../reminders/index.ts';

/** Why customers are on a ladder: their own choice, their segment's, or the company's default; and how many there are. */
export type Follower = Readonly<{
  by: 'own' | 'segment' | 'default';
  /** The segment that chooses it, where one does. */
  segment: string | null;
  customers: number;
  receivables: number;
}>;

/** A ladder with those on it. */
export type LadderOnScreen = ScenarioDetail &
  Readonly<{
    customers: number;
    /** Open receivables of these customers. */
    receivables: number;
    followers: readonly Follower[];
    isDefault: boolean;
    /** Segments that choose it, also those nobody is in. */
    segments: readonly string[];
  }>;

const whyOn = (
  choice: Readonly<{ scenario: string | null; segment: string | null }>,
  bySegment: Readonly<Record<string, string>>,
): Pick<Follower, 'by' | 'segment'> => {
  if (choice.scenario !== null) return { by: 'own', segment: null };
  if (choice.segment !== null && bySegment[choice.segment]) return { by: 'segment', segment: choice.segment };
  return { by: 'default', segment: null };
};

function addFollower(all: Follower[], next: Follower): void {
  const at = all.findIndex((each) => each.by === next.by && each.segment === next.segment);
  const known = all[at];
  if (!known) all.push(next);
  else {
    const customers = known.customers + next.customers;
    all[at] = { ...known, customers, receivables: known.receivables + next.receivables };
  }
}

/** Every ladder in one transaction, archived ones too. */
export async function readLadders(tx: Tx, companyId: CompanyId): Promise<LadderOnScreen[]> {
  const { policy } = await getSettings(tx, companyId);
  const followers = new Map<string, Follower[]>();
  for (const choice of await countCustomersByChoice(tx, companyId)) {
    const code = scenarioCodeOf(choice, policy);
    const all = followers.get(code) ?? [];
    const { customers, receivables } = choice;
    addFollower(all, { ...whyOn(choice, policy.scenarioBySegment), customers, receivables });
    followers.set(code, all);
  }
  return (await listScenarioDetails(tx, companyId)).map((detail) => {
    const own = followers.get(detail.code) ?? [];
    return {
      ...detail,
      followers: own,
      customers: own.reduce((sum, each) => sum + each.customers, 0),
      receivables: own.reduce((sum, each) => sum + each.receivables, 0),
      isDefault: policy.scenario === detail.code,
      segments: Object.entries(policy.scenarioBySegment).flatMap(([name, code]) =>
        code === detail.code ? [name] : [],
      ),
    };
  });
}

/** What the list shows: ladders, and the company's segments. */
export type Ladders = Readonly<{ ladders: readonly LadderOnScreen[]; segments: readonly string[] }>;

/** Every ladder of a company, and the segments it could be given to. */
export const listLadders = (context: Context, companyId: CompanyId): Promise<Ladders> =>
  readOrganization(context, async (tx) => {
    const { policy } = await getSettings(tx, companyId);
    const choices = await countCustomersByChoice(tx, companyId);
    const names = [...choices.flatMap(({ segment }) => segment ?? []), ...Object.keys(policy.scenarioBySegment)];
    return { ladders: await readLadders(tx, companyId), segments: [...new Set(names)].sort() };
  });

/** Every version of one ladder, the last first; empty where there is none of that code. */
export const listLadderVersions = (context: Context, companyId: CompanyId, code: string): Promise<ScenarioDetail[]> =>
  readOrganization(context, (tx) => listScenarioVersions(tx, companyId, code));
