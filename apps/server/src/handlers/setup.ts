// Set-up over HTTP: open to everybody until the first user exists; the use case itself refuses after that.
import { ok } from '@quittance/core/kernel';
import type { Database } from '@quittance/db/tx';
import { hasUsers } from '@quittance/db/users';
import { type HistoryPorts, setUpDemo } from '@quittance/usecases/demo';
import type { Clock, PasswordHasher } from '@quittance/usecases/ports';
import { setUp } from '@quittance/usecases/users';
import type { Service } from '../services/index.ts';

/** What set-up stands on. */
export type SetUpDeps = Readonly<{
  db: Database;
  clock: Clock;
  hashPassword: PasswordHasher;
  /** What the demo's past is played with; absent: it has none. */
  history?: HistoryPorts;
}>;

/** The setup service. */
export function setupService({ db, clock, hashPassword, history }: SetUpDeps): Service<'setup'> {
  const place = { db, clock, actor: 'setup' };
  return {
    status: async () => ok({ state: (await hasUsers(db)) ? ('ready' as const) : ('needs_setup' as const) }),
    create: async (_, { body }) => {
      const company = { name: body.company.name, siren: body.company.siren || null };
      return setUp(place, hashPassword, { company, user: { ...body.user, language: body.language } });
    },
    demo: (_, { body }) => setUpDemo(place, hashPassword, { user: { ...body.user, language: body.language }, history }),
  };
}
