// serve --demo: the demo portfolio in an organization of its own, with a user to look at it; loaded once.
import { randomBytes } from 'node:crypto';
import { hashPassword } from '@quittance/adapters/passwords';
import { localDay } from '@quittance/core/calendar';
import type { Database } from '@quittance/db/tx';
import { DEMO_CODE, DEMO_COMPANY, loadDemo } from '@quittance/usecases/demo';
import { type Clock, machineClock } from '@quittance/usecases/ports';
import { setUp } from '@quittance/usecases/users';

const DEMO_EMAIL = 'demo@quittance.example';
const DEMO_ZONE = 'Europe/Paris';
const PASSWORD_BYTES = 12;

/** Loads the demo unless somebody has set the house up already. The password is made on the spot and said once, on the console. */
export async function prepareDemo(
  db: Database,
  say: (line: string) => void,
  clock: Clock = machineClock,
): Promise<void> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const place = { db, clock, actor: 'setup' };
  const { name, siren } = DEMO_COMPANY;
  const user = { name: 'Démonstration', email: DEMO_EMAIL, password, language: 'fr' as const };
  const done = await setUp(place, hashPassword, { company: { name, siren, org: DEMO_CODE, code: DEMO_CODE }, user });
  if (!done.ok) {
    if (done.refusal.code === 'already_set_up') return;
    throw new Error(`the demo could not be set up: ${done.refusal.code}`);
  }
  const { orgId, companyId } = done.value;
  const today = localDay(clock.now().getTime(), DEMO_ZONE);
  const onFile = (file: string, index: number, of: number) => say(`Démo : ${file} (${index + 1}/${of}) …`);
  await loadDemo({ db, orgId, clock, actor: 'setup' }, { companyId, today, onFile });
  say(`Démo : ${DEMO_EMAIL} / ${password}`);
}
