// quittance reminders run: plans the day, approves, delivers what may go. Running it twice on one day does nothing the second time.
import { fill } from '@quittance/contracts/messages';
import type { Day } from '@quittance/core/kernel';
import { openOutside, takeWorkerNumber } from '@quittance/server';
import { recoverClaims } from '@quittance/usecases/delivery';
import { type ApprovalMode, runReminders } from '@quittance/usecases/reminders';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk, type Outcome } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

type Options = Readonly<{ on?: Day; approve: ApprovalMode }>;

/** With the real renderer and mail server, as a worker of its own for as long as it runs. */
async function runDay(
  { house, globals, context, settings, on, words, language }: CompanyDesk,
  approve: ApprovalMode,
): Promise<Outcome> {
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

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, (inside) => runDay(inside, options.approve));
