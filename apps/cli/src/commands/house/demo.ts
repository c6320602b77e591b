// quittance demo: the demo portfolio in an organization and a company of its own, loaded once.
import type { Day } from '@quittance/core/kernel';
import { listImports } from '@quittance/db/imports';
import { withOrg } from '@quittance/db/tx';
import type { Context } from '@quittance/usecases/context';
import { DEMO_CODE as DEMO, DEMO_COMPANY, loadDemo } from '@quittance/usecases/demo';
import { createHouse } from '@quittance/usecases/users';
import { businessDay } from '../../run/business-day.ts';
import type { Call } from '../../run/cli.ts';
import { ACTOR, answer, type Desk, type HouseDesk, type Outcome } from '../../run/desk.ts';
import { inHouse } from '../../run/in-house.ts';

type Options = Readonly<{ on?: Day }>;

const ZONE = 'Europe/Paris';

async function demo({ house, words, say }: HouseDesk, { on: asked }: Options): Promise<Outcome> {
  const { on: today, clock } = businessDay(asked, ZONE);
  const place = { db: house.db, clock, actor: ACTOR };
  const { name, siren } = DEMO_COMPANY;
  const { orgId, companyId } = await createHouse(place, { name, siren, org: DEMO, code: DEMO });
  const context: Context = { ...place, orgId };
  const imports = await withOrg(house.db, orgId, (tx) => listImports(tx, { companyId, limit: 1 }));
  const json = { orgId, companyId, org: DEMO, company: DEMO, today };
  if (imports.total > 0) return answer({ ...json, loaded: false }, words.says.demoThere);
  const onFile = (file: string, done: number, of: number) => say(`${file} (${done + 1}/${of})`);
  await loadDemo(context, { companyId, today, onFile });
  return answer({ ...json, loaded: true }, words.says.demoLoaded);
}

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inHouse(desk, (inside) => demo(inside, options));
