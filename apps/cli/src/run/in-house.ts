// The way into an open house, one of its organizations, one of its companies.
import type { Day } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { getSettings } from '@quittance/usecases/companies';
import type { Context } from '@quittance/usecases/context';
import { businessDay } from './business-day.ts';
import { chooseCompany, chooseOrganization } from './choose-company.ts';
import { ACTOR, type CompanyDesk, conclude, type Desk, type HouseDesk, type Outcome } from './desk.ts';
import { openHouse } from './open-house.ts';

/** Opens the house around the work. */
export async function inHouse(desk: Desk, work: (desk: HouseDesk) => Promise<Outcome>): Promise<number> {
  const house = await openHouse(desk.globals, desk.say);
  try {
    return await conclude(desk, () => work({ ...desk, house }));
  } finally {
    await house.close();
  }
}

/** Opens the house, and chooses the company and the day. */
export const inCompany = (
  desk: Desk,
  asked: Readonly<{ on?: Day | undefined }>,
  work: (desk: CompanyDesk) => Promise<Outcome>,
): Promise<number> =>
  inHouse(desk, async (inside) => {
    const { db } = inside.house;
    const chosen = await chooseCompany(db, desk.globals);
    if (!chosen.ok) return chosen;
    const { orgId, company } = chosen.value;
    const settings = await withOrg(db, orgId, (tx) => getSettings(tx, company.companyId));
    const { on, clock } = businessDay(asked.on, settings.timezone);
    return work({ ...inside, settings, on, context: { db, orgId, actor: ACTOR, clock } });
  });

/** Opens the house and chooses the organization. */
export const inOrganization = (
  desk: Desk,
  work: (desk: HouseDesk & Readonly<{ context: Context }>) => Promise<Outcome>,
): Promise<number> =>
  inHouse(desk, async (inside) => {
    const { db } = inside.house;
    const chosen = await chooseOrganization(db, desk.globals);
    if (!chosen.ok) return chosen;
    const { clock } = businessDay(undefined, 'Europe/Paris');
    return work({ ...inside, context: { db, orgId: chosen.value.orgId, actor: ACTOR, clock } });
  });
