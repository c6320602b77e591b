// Check a ladder: what is wrong with it, and the days its steps would leave for real receivables. Saves nothing (situation 9).
import { explainStepDate, type ScenarioRefusal, validateScenario } from '@quittance/core/dunning';
import { type CompanyId, type CustomerId, cents, type Day } from '@quittance/core/kernel';
import { type ExampleReceivable, listExampleReceivables } from '@quittance/db/dunning';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { type EditedLadder, scenarioOf } from './edited-ladder.ts';

/** What is wrong with a ladder, and the days its steps would leave for real receivables. */
export type LadderCheck = Readonly<{
  refusals: readonly ScenarioRefusal[];
  examples: readonly Readonly<{
    receivable: ExampleReceivable;
    /** A notice that would leave after the due date has no day. */
    days: readonly Readonly<{ step: string; on: Day }>[];
  }>[];
}>;

type Asked = Readonly<{ companyId: CompanyId; on: Day; edited: Omit<EditedLadder, 'name'>; customerId?: CustomerId }>;

/** Checks without saving; examples are those of the customer where one is named, else the ones due nearest the day. */
export const checkLadder = (context: Context, { companyId, on, edited, customerId }: Asked): Promise<LadderCheck> =>
  readOrganization(context, async (tx) => {
    const scenario = scenarioOf('draft', edited);
    const { calendar } = await getSettings(tx, companyId);
    const wanted = { companyId, on, ...(customerId === undefined ? {} : { customerId }) };
    const examples = (await listExampleReceivables(tx, wanted)).map((receivable) => ({
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
