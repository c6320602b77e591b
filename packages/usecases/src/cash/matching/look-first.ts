// Looking first: before anybody is reminded, matching looks at money that came in and that it has not seen, as after a run that was killed.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { isLookOwed } from '@quittance/db/cash';
import { type Context, readOrganization } from '../../context/index.ts';
import { matchWaiting } from './match-waiting.ts';

/** Matches what waits where a look is owed, as after an import. @throws what matching throws: who paid is not known, and nobody is reminded */
export async function lookFirst(context: Context, of: Readonly<{ companyId: CompanyId; on: Day }>): Promise<void> {
  const isOwed = await readOrganization(context, (tx) => isLookOwed(tx, of));
  if (isOwed) await matchWaiting(context, { companyId: of.companyId, apply: true });
}
