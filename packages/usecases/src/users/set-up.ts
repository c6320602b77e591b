// Set up: the first organization, company and user. Run again for the same name it finds what is there; the first user is made once.
import { type CompanyId, type OrgId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Database } from '@quittance/db/tx';
import { hasUsers } from '@quittance/db/users';
import { insertOrganization, whileSettingUp } from '@quittance/db/users/write';
import { createCompany, slugOf } from '../companies/index.ts';
import type { Context } from '../context/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { createUser, type NewUser, type UserRefusal, WEAK_PASSWORD } from './create-user.ts';
import { isAcceptablePassword } from './password-rules.ts';

/** Where to set up, and on whose behalf (`setup`, `cli`). */
export type SetUpPlace = Readonly<{ db: Database; clock: Clock; actor: string }>;

/** What was made or found. */
export type SetUpDone = Readonly<{ orgId: OrgId; companyId: CompanyId; org: string }>;

const CODE_LENGTH = 32;

/** A company to create, in the organization named by `org`, else in one named as the company; `code` is made from the name where absent. */
export type HouseToCreate = Readonly<{ name: string; siren: string | null; org?: string; code?: string }>;

/** Creates the organization and company of a name, or finds them: run twice, same ids. */
export async function createHouse(place: SetUpPlace, house: HouseToCreate): Promise<SetUpDone> {
  const { name, siren } = house;
  const org = slugOf(house.org ?? name);
  const orgId = await insertOrganization(place.db, { slug: org, name });
  const code = slugOf(house.code ?? name)
    .slice(0, CODE_LENGTH)
    .replace(/-+$/, '');
  const companyId = await createCompany({ ...place, orgId }, { code, name, siren });
  return { orgId, companyId, org };
}

/** Why a house is not set up. */
export type SetUpRefusal = UserRefusal | Readonly<{ code: 'already_set_up' }>;

/** Creates the company and its first user, who is its admin; refused once anybody exists, or while another set-up is at work. */
export async function setUp(
  place: SetUpPlace,
  hashPassword: PasswordHasher,
  first: Readonly<{ company: HouseToCreate; user: Omit<NewUser, 'role'> }>,
): Promise<Result<SetUpDone, SetUpRefusal>> {
  // Before anything is made, so that a refused password leaves nothing behind.
  if (!isAcceptablePassword(first.user.password, first.user)) return refuse(WEAK_PASSWORD);
  const outcome = await whileSettingUp(place.db, async (): Promise<Result<SetUpDone, SetUpRefusal>> => {
    if (await hasUsers(place.db)) return refuse({ code: 'already_set_up' });
    const done = await createHouse(place, first.company);
    const context: Context = { ...place, orgId: done.orgId };
    const user = await createUser(context, hashPassword, { ...first.user, role: 'admin' });
    return user.ok ? ok(done) : user;
  });
  return outcome ?? refuse({ code: 'already_set_up' });
}
