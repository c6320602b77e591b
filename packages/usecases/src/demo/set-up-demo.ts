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
import { bringStatement } from './bank/bring-statement.ts';
import { buildDemoPortfolio } from './build-demo-portfolio.ts';
import type { HistoryPorts } from './history/moment.ts';
import { playHistory } from './history/play-history.ts';
import { addPastSteps, type DemoOrder, loadFiles } from './load-demo.ts';
import { DEMO_CODE, DEMO_COMPANY } from './people/company.ts';
import { staffDemo } from './staff-demo.ts';

const DEMO_ZONE = 'Europe/Paris';

/** Who looks at the demo, and what its past is played with; without it the demo has steps done and no message. */
export type DemoAsked = Readonly<{ user: Omit<NewUser, 'role'>; history?: HistoryPorts | undefined }> &
  Pick<DemoOrder, 'onFile'>;

/** The demo in an organization of its own, with its first user; refused once anybody exists. */
export async function setUpDemo(
  place: SetUpPlace,
  hashPassword: PasswordHasher,
  demo: DemoAsked,
): Promise<Result<SetUpDone, SetUpRefusal>> {
  if (!isAcceptablePassword(demo.user.password, demo.user)) return refuse(WEAK_PASSWORD);
  if (await hasUsers(place.db)) return refuse({ code: 'already_set_up' });
  const company = { name: DEMO_COMPANY.name, siren: DEMO_COMPANY.siren, org: DEMO_CODE, code: DEMO_CODE };
  const { orgId, companyId } = await createHouse(place, company);
  const today = localDay(place.clock.now().getTime(), DEMO_ZONE);
  const { onFile, history: ports } = demo;
  const context = { ...place, orgId };
  const order = { companyId, today, ...(onFile ? { onFile } : {}) };
  const portfolio = buildDemoPortfolio(today);
  await loadFiles(context, order, portfolio);
  const done = await setUp(place, hashPassword, { company, user: demo.user });
  const team = done.ok ? await staffDemo(context, hashPassword, companyId) : [];
  if (ports) await playHistory({ context, companyId, portfolio, ports, team });
  await addPastSteps(context, order, portfolio);
  await bringStatement(context, { companyId, today, statement: portfolio.statement });
  return done;
}
