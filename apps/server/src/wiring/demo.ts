// serve --demo: the demo portfolio in an organization of its own, with a user to look at it; loaded once.
import { randomBytes } from 'node:crypto';
import { hashPassword } from '@quittance/adapters/passwords';
import type { Database } from '@quittance/db/tx';
import { setUpDemo } from '@quittance/usecases/demo';
import { type Clock, machineClock } from '@quittance/usecases/ports';

const DEMO_EMAIL = 'demo@quittance.example';
const PASSWORD_BYTES = 12;

/** Loads the demo unless somebody has set the house up already. The password is made on the spot and said once, on the console. */
export async function prepareDemo(
  db: Database,
  say: (line: string) => void,
  clock: Clock = machineClock,
): Promise<void> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const user = { name: 'Démonstration', email: DEMO_EMAIL, password, language: 'fr' as const };
  const onFile = (file: string, index: number, of: number) => say(`Démo : ${file} (${index + 1}/${of}) …`);
  const done = await setUpDemo({ db, clock, actor: 'setup' }, hashPassword, { user, onFile });
  if (done.ok) say(`Démo : ${DEMO_EMAIL} / ${password}`);
  else if (done.refusal.code !== 'already_set_up')
    throw new Error(`the demo could not be set up: ${done.refusal.code}`);
}
