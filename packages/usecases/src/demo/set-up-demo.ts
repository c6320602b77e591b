// Set the demo up: the portfolio first, then its user, so that a load that breaks leaves a house that can still be set up.
import { localDay } from '@quittance/core/calendar';
import { type Result, refuse } from '@quittance/core/kernel';
import { hasUsers } from '@quittance/db/users';
import type { PasswordHasher } from '../ports/index.ts';
import {
  createHouse,
  isAcceptablePassword,
  type NewUser,
  type SetUpDone,
  type SetUpPlace,
  type SetUpRefusal,
  setUp,
  WEAK_PASSWORD,
} from '../users/index.ts';
import { type DemoOrder, loadDemo } from './load-demo.ts';
import { DEMO_CODE, DEMO_COMPANY } from './people/company.ts';
import { staffDemo } from './staff-demo.ts';

const DEMO_ZONE = 'Europe/Paris';

/** The demo in an organization of its own, with its first user; refused once anybody exists. */
export async function setUpDemo(
  place: SetUpPlace,
  hashPassword: PasswordHasher,
  demo: Readonly<{ user: Omit<NewUser, 'role'> }> & Pick<DemoOrder, 'onFile'>,
): Promise<Result<SetUpDone, SetUpRefusal>> {
  if (!isAcceptablePassword(demo.user.password, demo.user)) return refuse(WEAK_PASSWORD);
  if (await hasUsers(place.db)) return refuse({ code: 'already_set_up' });
  const company = { name: DEMO_COMPANY.name, siren: DEMO_COMPANY.siren, org: DEMO_CODE, code: DEMO_CODE };
  const { orgId, companyId } = await createHouse(place, company);
  const today = localDay(place.clock.now().getTime(), DEMO_ZONE);
  const { onFile } = demo;
  await loadDemo({ ...place, orgId }, { companyId, today, ...(onFile ? { onFile } : {}) });
  const done = await setUp(place, hashPassword, { company, user: demo.user });
  if (done.ok) await staffDemo({ ...place, orgId }, hashPassword, companyId);
  return done;
}
