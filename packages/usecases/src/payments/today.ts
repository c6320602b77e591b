// The company and the day a deed is done on.
import { localDay } from '@quittance/core/calendar';
import type { CompanyId, Day } from '@quittance/core/kernel';
import type { Tx } from '@quittance/db/tx';
import { type CompanySettings, getSettings } from '../companies/settings.ts';
import type { Context } from '../context/index.ts';

/** The company's settings, and today where it stands. */
export async function companyToday(
  tx: Tx,
  context: Context,
  companyId: CompanyId,
): Promise<{ company: CompanySettings; today: Day }> {
  const company = await getSettings(tx, companyId);
  return { company, today: localDay(context.clock.now().getTime(), company.timezone) };
}
