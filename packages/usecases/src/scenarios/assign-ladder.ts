// Assign a ladder: to segments, and as the company's default; shown before it applies. Customers with a choice of their own keep it.
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { listScenarios } from '@quittance/db/dunning';
import type { Tx } from '@quittance/db/tx';
import { changePolicy } from '../companies/change-company.ts';
import { type CompanyPolicy, getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { assignmentEffect, type Effect } from './effect.ts';
import { type LadderOnScreen, readLadders } from './list-ladders.ts';

/** Exactly these segments choose the ladder; `isDefault` makes it the company's own. */
export type Assignment = Readonly<{ segments: readonly string[]; isDefault: boolean }>;

type Asked = Readonly<{ companyId: CompanyId; code: string; assignment: Assignment }>;
type Policy = Pick<CompanyPolicy, 'scenario' | 'scenarioBySegment'>;

/** The choices once assigned; a default stays one until another ladder takes its place. Null where there is no such ladder. */
async function policyAfter(tx: Tx, { companyId, code, assignment }: Asked): Promise<Policy | null> {
  const isKnown = (await listScenarios(tx, companyId)).some((row) => row.code === code);
  if (!isKnown) return null;
  const { policy } = await getSettings(tx, companyId);
  const others = Object.entries(policy.scenarioBySegment).filter(
    ([segment, chosen]) => chosen !== code && !assignment.segments.includes(segment),
  );
  const mine = assignment.segments.map((segment): [string, string] => [segment, code]);
  return {
    scenario: assignment.isDefault ? code : policy.scenario,
    scenarioBySegment: Object.fromEntries([...others, ...mine]),
  };
}

/** What the assignment would change. Saves nothing. */
export const previewAssignment = (
  context: Context,
  asked: Asked & Readonly<{ on: Day }>,
): Promise<Result<Effect, { code: 'not_found' }>> =>
  readOrganization(context, async (tx) => {
    const policy = await policyAfter(tx, asked);
    return policy ? ok(await assignmentEffect(tx, asked, policy)) : refuse({ code: 'not_found' });
  });

/** Assigns; what is planned is computed anew. */
export async function assignLadder(
  context: Context,
  asked: Asked,
): Promise<Result<LadderOnScreen, { code: 'not_found' }>> {
  const policy = await readOrganization(context, (tx) => policyAfter(tx, asked));
  if (!policy) return refuse({ code: 'not_found' });
  await changePolicy(context, asked.companyId, policy);
  const ladders = await readOrganization(context, (tx) => readLadders(tx, asked.companyId));
  return ok(ladders.find((each) => each.code === asked.code)!);
}
