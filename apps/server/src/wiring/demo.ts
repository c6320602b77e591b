// serve --demo: the demo portfolio in an organization of its own, with a past and a user to look at it; loaded once.
import { randomBytes } from 'node:crypto';
import { hashPassword } from '@quittance/adapters/passwords';
import type { Database } from '@quittance/db/tx';
import { hasUsers } from '@quittance/db/users';
import { type HistoryPorts, setUpDemo } from '@quittance/usecases/demo';
import { type Clock, machineClock } from '@quittance/usecases/ports';
import { openOutside } from './outside.ts';
import { takeWorkerNumber } from './worker-number.ts';

const DEMO_EMAIL = 'demo@quittance.example';
const PASSWORD_BYTES = 12;

/** Where the demo goes. */
export type DemoHouse = Readonly<{
  db: Database;
  dataDir: string;
  appUrl: string;
  env: Readonly<Record<string, string | undefined>>;
  clock?: Clock;
}>;

type Play = (history: HistoryPorts) => Promise<void>;

/** Nothing of the past is sent: the company is in test mode, and no mail server is at hand. */
async function withHistory({ env, dataDir, appUrl }: DemoHouse, play: Play): Promise<void> {
  const outside = await openOutside(env, dataDir);
  const number = await takeWorkerNumber(appUrl);
  try {
    const { renderer, printer, letters } = outside;
    await play({ delivery: { renderer, mail: null, worker: number.worker }, printer, letters });
  } finally {
    await number.release();
    await outside.close();
  }
}

/** Loads the demo unless somebody has set the house up already. The password is made on the spot and said once, on the console. */
export async function prepareDemo(house: DemoHouse, say: (line: string) => void): Promise<void> {
  const { db, clock = machineClock } = house;
  if (await hasUsers(db)) return;
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const user = { name: 'Démonstration', email: DEMO_EMAIL, password, language: 'fr' as const };
  const onFile = (file: string, index: number, of: number) => say(`Démo : ${file} (${index + 1}/${of}) …`);
  await withHistory(house, async (history) => {
    const done = await setUpDemo({ db, clock, actor: 'setup' }, hashPassword, { user, onFile, history });
    if (done.ok) say(`Démo : ${DEMO_EMAIL} / ${password}`);
    else if (done.refusal.code !== 'already_set_up')
      throw new Error(`the demo could not be set up: ${done.refusal.code}`);
  });
}
