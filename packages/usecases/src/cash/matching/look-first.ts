// Looking first: before anybody is reminded, matching looks at money that came in and that it has not seen, as after a run that was killed.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { isLookOwed } from '@quittance/db/cash';
import { type Context, readOrganization } from '../../context/index.ts';
import { matchWaiting } from './match-waiting.ts';

/** Matches what waits where a look is owed, as after an import. @throws what matching throws: who paid is not known, and nobody is reminded */
export async function lookFirst(context: Context, of: Readonly<{ companyId: CompanyId; on: Day }>): Promise<void> {
  // Who is narrowed to a portfolio sees no statement, and yet chases nobody whose money is on it.
  const whole: Context = { ...context, portfolio: undefined };
  const isOwed = await readOrganization(whole, (tx) => isLookOwed(tx, of));
  if (isOwed) await matchWaiting(whole, { companyId: of.companyId, apply: true });
}
