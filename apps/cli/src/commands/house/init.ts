// quittance init: the company, in an organization of its own or in --org, and its first user. Run twice: the same ids.
import { hashPassword } from '@quittance/adapters/passwords';
import { fill } from '@quittance/contracts/messages';
import { ok, type Result } from '@quittance/core/kernel';
import { isSiren } from '@quittance/core/parties';
import { withOrg } from '@quittance/db/tx';
import { findUserByEmail, listMemberships } from '@quittance/db/users';
import { getSettings } from '@quittance/usecases/companies';
import type { Context } from '@quittance/usecases/context';
import { machineClock } from '@quittance/usecases/ports';
import { createHouse, createUser, isAcceptablePassword, WEAK_PASSWORD } from '@quittance/usecases/users';
import { type CliRefusal, WrongUse } from '../../run/answer.ts';
import type { Call } from '../../run/cli.ts';
import { ACTOR, answer, conclude, type Desk, type HouseDesk, type Outcome } from '../../run/desk.ts';
import { inHouse } from '../../run/in-house.ts';
import { readPassword } from './read-password.ts';

type Options = Readonly<{ siren?: string; email?: string; passwordStdin?: boolean }>;
type FirstUser = Readonly<{ name: string; email: string; password: string }>;

/** The user of that address, made or found in the organization. */
async function firstUser(context: Context, user: FirstUser, desk: Desk): Promise<Result<string, CliRefusal>> {
  const known = await findUserByEmail(context.db, user.email);
  const memberships = known ? await listMemberships(context.db, known.userId) : [];
  if (known && memberships.some(({ orgId }) => orgId === context.orgId)) return ok(known.userId);
  return createUser(context, hashPassword, { ...user, language: desk.language, role: 'admin' });
}

async function init(desk: HouseDesk, options: Options, user: FirstUser | null): Promise<Outcome> {
  const { words, globals } = desk;
  const { db } = desk.house;
  const place = { db, clock: machineClock, actor: ACTOR };
  const asked = { name: globals.company!, siren: options.siren ?? null, ...(globals.org ? { org: globals.org } : {}) };
  const { orgId, companyId, org } = await createHouse(place, asked);
  const { code, name } = await withOrg(db, orgId, (tx) => getSettings(tx, companyId));
  const text = fill(words.says.initDone, { name, org, code });
  if (!user) return answer({ orgId, companyId, org, company: code }, text);
  const made = await firstUser({ ...place, orgId }, user, desk);
  if (!made.ok) return made;
  return answer({ orgId, companyId, userId: made.value, org, company: code }, text);
}

/** The command. */
export async function run(desk: Desk, { options }: Call<Options>): Promise<number> {
  const { usageErrors } = desk.words;
  const { siren, email, passwordStdin = false } = options;
  if (!desk.globals.company?.trim()) throw new WrongUse(usageErrors.companyName);
  if (siren !== undefined && !isSiren(siren)) throw new WrongUse(fill(usageErrors.siren, { seen: siren }));
  if ((email !== undefined) !== passwordStdin) throw new WrongUse(usageErrors.passwordFromStdin);
  if (email === undefined) return inHouse(desk, (inside) => init(inside, options, null));
  const password = await readPassword();
  if (!password.ok) return conclude(desk, async () => password);
  const user = { name: email.split('@')[0]!, email, password: password.value };
  // Before anything is made, so that a refused password leaves nothing behind.
  if (!isAcceptablePassword(user.password, user))
    return conclude(desk, async () => ({ ok: false, refusal: WEAK_PASSWORD }));
  return inHouse(desk, (inside) => init(inside, options, user));
}
