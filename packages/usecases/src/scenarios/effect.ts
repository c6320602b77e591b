// Effect: what a changed ladder, or a ladder given to others, does to open receivables, counted and shown before it applies (R12).
import {
  carryLevel,
  compareLadders,
  type LadderChange,
  type LadderMove,
  type MoveKind,
  type Scenario,
} from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { listCustomerChoices, listScenarios } from '@quittance/db/dunning';
import type { Tx } from '@quittance/db/tx';
import { type CompanyPolicy, getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { type DunningFacts, loadFacts, scenarioCodeOf } from '../reminders/index.ts';
import { type EditedLadder, scenarioOf } from './edited-ladder.ts';

/** What changes, in figures, and the moves that matter most. */
export type Effect = Readonly<{
  /** Open receivables looked at. */
  receivables: number;
  customers: number;
  counts: Readonly<Record<MoveKind, number>>;
  examples: readonly (LadderMove & Readonly<{ customerName: string }>)[];
}>;

const MOST_EXAMPLES = 50;
/** What a person must see first: what stops, what comes sooner. */
const WEIGHT: Readonly<Record<MoveKind, number>> = { ended: 0, earlier: 1, other: 2, added: 3, later: 4, same: 5 };

function effectOf(on: Day, facts: DunningFacts, changes: readonly LadderChange[]): Effect {
  const moves = compareLadders(on, facts.company, changes);
  const counts = { same: 0, earlier: 0, later: 0, other: 0, added: 0, ended: 0 };
  for (const move of moves) counts[move.kind] += 1;
  const names = new Map(facts.customers.map((customer) => [customer.customerId, customer.name]));
  const examples = moves
    .filter((move) => move.kind !== 'same')
    .sort((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind])
    .slice(0, MOST_EXAMPLES)
    .map((move) => ({ ...move, customerName: names.get(move.customerId) ?? '' }));
  return { receivables: moves.length, customers: changes.length, counts, examples };
}

type Asked = Readonly<{ companyId: CompanyId; on: Day }>;

/** What saving the edited ladder changes for the receivables on it; none where nobody is. */
export const editEffect = (
  context: Context,
  { companyId, on, code, edited }: Asked & Readonly<{ code: string; edited: Pick<EditedLadder, 'steps'> }>,
): Promise<Effect> =>
  readOrganization(context, async (tx) => {
    const facts = await loadFacts(tx, await getSettings(tx, companyId), { on });
    const after = scenarioOf(code, edited);
    const changes = facts.customers
      .filter((customer) => customer.scenario.code === code)
      .map((customer): LadderChange => {
        const { steps } = customer.scenario;
        return { customer, after, levelOf: (level) => carryLevel(steps, after.steps, level) };
      });
    return effectOf(on, facts, changes);
  });

/** The ladders in force by code, and what each customer chose. */
async function readChoices(tx: Tx, companyId: CompanyId) {
  const ladders = new Map((await listScenarios(tx, companyId)).map((row): [string, Scenario] => [row.code, row]));
  const choices = new Map<CustomerId, Parameters<typeof scenarioCodeOf>[0]>();
  for (const row of await listCustomerChoices(tx, companyId)) choices.set(row.customerId, row);
  return { ladders, choices };
}

/** What another default, or another choice for segments, changes. Items keep their level: its number is read on the new ladder. */
export async function assignmentEffect(
  tx: Tx,
  { companyId, on }: Asked,
  policy: Pick<CompanyPolicy, 'scenario' | 'scenarioBySegment'>,
): Promise<Effect> {
  const settings = await getSettings(tx, companyId);
  const facts = await loadFacts(tx, settings, { on });
  const { ladders, choices } = await readChoices(tx, companyId);
  const changes = facts.customers.flatMap((customer): LadderChange[] => {
    const choice = choices.get(customer.customerId);
    const after = choice && ladders.get(scenarioCodeOf(choice, { ...settings.policy, ...policy }));
    return after && after.code !== customer.scenario.code ? [{ customer, after, levelOf: (level) => level }] : [];
  });
  return effectOf(on, facts, changes);
}
