// quittance reminders plan: what is to be done on a day, and why everything else waits. Changes nothing.
import { fill } from '@quittance/contracts/messages';
import type { Day } from '@quittance/core/kernel';
import { readOrganization } from '@quittance/usecases/context';
import { planDay } from '@quittance/usecases/reminders';
import type { Call } from '../../run/cli.ts';
import { answer, type Desk } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';
import { planDocument } from './plan-document.ts';
import { planText } from './plan-text.ts';

type Options = Readonly<{ on?: Day }>;

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, async (inside) => {
    const { context, settings, on, words } = inside;
    const plan = planDocument(
      await readOrganization(context, (tx) => planDay(tx, { companyId: settings.companyId, on })),
    );
    const names = plan.failures.map(({ customer }) => customer).join(', ');
    return answer(plan, planText(plan, inside), names ? fill(words.says.planFailures, { names }) : undefined);
  });
