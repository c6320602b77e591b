// Set-up over HTTP: open to everybody until the first user exists; the use case itself refuses after that.
import { ok } from '@quittance/core/kernel';
import type { Database } from '@quittance/db/tx';
import { hasUsers } from '@quittance/db/users';
import { DEMO_CODE } from '@quittance/usecases/demo';
import type { Clock, PasswordHasher } from '@quittance/usecases/ports';
import { type SetUpDone, setUp } from '@quittance/usecases/users';
import type { Service } from '../services/index.ts';

/** What set-up stands on. */
export type SetUpDeps = Readonly<{
  db: Database;
  clock: Clock;
  hashPassword: PasswordHasher;
  /** The company of the demo portfolio. */
  demoCompany: Readonly<{ name: string; siren: string | null }>;
  /** Fills a new company with the demo portfolio. */
  loadDemo(house: SetUpDone): Promise<void>;
}>;

/** The setup service. */
export function setupService({ db, clock, hashPassword, demoCompany, loadDemo }: SetUpDeps): Service<'setup'> {
  const place = { db, clock, actor: 'setup' };
  return {
    status: async () => ok({ state: (await hasUsers(db)) ? ('ready' as const) : ('needs_setup' as const) }),
    create: async (_, { body }) => {
      const company = { name: body.company.name, siren: body.company.siren || null };
      return setUp(place, hashPassword, { company, user: { ...body.user, language: body.language } });
    },
    demo: async (_, { body }) => {
      const company = { ...demoCompany, org: DEMO_CODE, code: DEMO_CODE };
      const done = await setUp(place, hashPassword, { company, user: { ...body.user, language: body.language } });
      if (done.ok) await loadDemo(done.value);
      return done;
    },
  };
}
