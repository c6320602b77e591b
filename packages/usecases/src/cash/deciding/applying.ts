// For whom, when and up to which limit decisions are written today.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../../companies/index.ts';
import type { Context } from '../../context/index.ts';
import type { Applying } from './apply-parts.ts';

/** For whom, when and up to which limit decisions are written today. */
export async function applyingOf(tx: Tx, context: Context, companyId: CompanyId): Promise<Applying> {
  const { timezone, policy } = await getSettings(tx, companyId);
  const on = localDay(context.clock.now().getTime(), timezone);
  return { companyId, actor: context.actor, on, limitCents: policy.smallDifferenceCents };
}
