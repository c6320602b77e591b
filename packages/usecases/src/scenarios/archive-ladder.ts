// Archive a ladder nobody is on, or take it back out of the archive.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { setScenarioActive } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';
import { type LadderOnScreen, readLadders } from './list-ladders.ts';

export type ArchiveRefusal = Readonly<{ code: 'not_found' }> | Readonly<{ code: 'scenario_in_use'; customers: number }>;

/** Archives, or restores with `active`. Refused while customers are on it, a segment chooses it, or it is the default. */
export const archiveLadder = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; code: string; active: boolean }>,
): Promise<Result<LadderOnScreen, ArchiveRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, code, active } = given;
    const ladder = (await readLadders(tx, companyId)).find((each) => each.code === code);
    if (!ladder) return refuse({ code: 'not_found' });
    const isUsed = ladder.customers > 0 || ladder.isDefault || ladder.segments.length > 0;
    if (!active && isUsed) return refuse({ code: 'scenario_in_use', customers: ladder.customers });
    if (ladder.active !== active) {
      await setScenarioActive(tx, given);
      await appendEvent(tx, {
        kind: active ? 'scenario.restored' : 'scenario.archived',
        actor: context.actor,
        subject: 'scenario',
        subjectId: code,
        payload: { companyId },
      });
    }
    return ok({ ...ladder, active });
  });
