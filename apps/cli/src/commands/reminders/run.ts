// quittance reminders run: plans the day, approves, delivers what may go. Running it twice on one day does nothing the second time.
import { fill } from '@quittance/contracts/messages';
import type { Day } from '@quittance/core/kernel';
import { recoverClaims } from '@quittance/usecases/delivery';
import { type ApprovalMode, runReminders } from '@quittance/usecases/reminders';
import type { Command } from 'commander';
import type { Cli } from '../../run/cli.ts';
import { answer, type CompanyDesk, inCompany, type Outcome } from '../../run/desk.ts';

type Options = Readonly<{ on?: Day; approve: ApprovalMode }>;

/** With the real renderer and mail server, as a worker of its own for as long as it runs. */
async function run(
  { house, globals, context, settings, on, words, language }: CompanyDesk,
  approve: ApprovalMode,
): Promise<Outcome> {
  const { openOutside, takeWorkerNumber } = await import('@quittance/server');
  const outside = await openOutside(globals.env, globals.dataDir);
  const number = await takeWorkerNumber(house.appUrl);
  try {
    await recoverClaims(context);
    const { renderer, mail, accounts } = outside;
    const ports = { renderer, mail, accounts, worker: number.worker };
    const counts = await runReminders(context, ports, { companyId: settings.companyId, on, approve });
    return answer(counts, fill(words.says.ran, { ...counts }, language));
  } finally {
    await number.release();
    await outside.close();
  }
}

/** Registers it. */
export function registerRun(reminders: Command, cli: Cli): void {
  const { commands, options } = cli.words;
  reminders
    .command('run')
    .description(commands.run)
    .addOption(cli.on())
    .addOption(cli.oneOf('--approve <mode>', options.approve, ['all', 'none']).default('none'))
    .action(
      cli.run<Options>((desk, { options: given }) => inCompany(desk, given, (inside) => run(inside, given.approve))),
    );
}
