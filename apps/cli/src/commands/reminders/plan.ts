// quittance reminders plan: what is to be done on a day, and why everything else waits. Changes nothing.
import { fill } from '@quittance/contracts/messages';
import type { Day } from '@quittance/core/kernel';
import { readOrganization } from '@quittance/usecases/context';
import { planDay } from '@quittance/usecases/reminders';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { answer, inCompany } from '../../run/desk.ts';
import { planDocument } from './plan-document.ts';
import { planText } from './plan-text.ts';

type Options = Readonly<{ on?: Day }>;

/** Registers it. */
export function registerPlan(reminders: Command, cli: Cli): void {
  reminders
    .command('plan')
    .description(cli.words.commands.plan)
    .addOption(cli.on())
    .action(
      cli.run<Options>((desk, { options }) =>
        inCompany(desk, options, async (inside) => {
          const { context, settings, on, words } = inside;
          const plan = planDocument(
            await readOrganization(context, (tx) => planDay(tx, { companyId: settings.companyId, on })),
          );
          const names = plan.failures.map(({ customer }) => customer).join(', ');
          return answer(plan, planText(plan, inside), names ? fill(words.says.planFailures, { names }) : undefined);
        }),
      ),
    );
}
