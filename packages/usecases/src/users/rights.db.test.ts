// Rights on the real database: invited, changed, closed, taken away; nobody locks themselves or everybody out.
import type { OrgId } from '@quittance/core/kernel';
import { listEvents } from '@quittance/db/journal';
import { withOrg } from '@quittance/db/tx';
import { findUserByEmail, listMemberships } from '@quittance/db/users';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machineClock } from '../ports/index.ts';
import { changeRights, removeMember, resetPassword } from './change-rights.ts';
import { createUser } from './create-user.ts';
import { setDisabled } from './disable-user.ts';
import { inviteUser } from './invite-user.ts';
import { createHouse } from './set-up.ts';

const hash = async (password: string) => `$test$${password.length}`;
const lea = { name: 'Léa', email: 'Lea@atelier.test', language: 'fr', role: 'collector', portfolio: null } as const;
const OWN = { own: true, segments: ['btp'] };

let base: TestDatabase;
let admin: string;
let orgId: OrgId;
const house = async (name: string) =>
  (await createHouse({ ...setting(), actor: 'setup' }, { name, siren: null })).orgId;
const setting = () => ({ db: base.db, clock: machineClock });
const by = (userId: string, org = orgId) => ({ ...setting(), orgId: org, actor: `user:${userId}` });
const invite = async (email: string, more: object = {}) => {
  const invited = await inviteUser(by(admin), hash, { ...lea, email, ...more });
  if (!invited.ok) throw new Error(invited.refusal.code);
  return invited.value;
};
const openSession = (userId: string) =>
  sql`insert into auth.sessions (id, user_id, token, expires_at) values (${userId}, ${userId}, ${userId}, now() + interval '1 day')`.execute(
    base.db,
  );
const sessionsOf = async (userId: string) =>
  (await sql`select from auth.sessions where user_id = ${userId}`.execute(base.db)).rows.length;

beforeAll(async () => {
  base = await testDatabase();
  orgId = await house('Atelier');
  const made = await createUser({ ...setting(), orgId, actor: 'setup' }, hash, {
    name: 'Ada',
    email: 'ada@atelier.test',
    language: 'fr',
    role: 'admin',
    password: 'un long mot de passe',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  admin = made.value;
});
afterAll(() => base.close());

describe('an invitation', () => {
  test('makes a member with a portfolio, tells the password once and keeps it out of the journal', async () => {
    const { member, password } = await invite('one@atelier.test', { portfolio: OWN });
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(member).toMatchObject({ role: 'collector', portfolio: OWN, lastSignInAt: null });
    expect(await listMemberships(base.db, member.userId)).toMatchObject([{ orgId, portfolio: OWN }]);
    const { items } = await withOrg(base.db, orgId, (tx) => listEvents(tx, { limit: 50, offset: 0 }));
    expect(items[0]).toMatchObject({ kind: 'user.invited', author: `user:${admin}` });
    expect(JSON.stringify(items)).not.toContain(password);
  });

  test('of somebody who is here already, or with a portfolio for a role that sees all, is refused', async () => {
    await invite('two@atelier.test');
    const again = await inviteUser(by(admin), hash, { ...lea, email: 'TWO@atelier.test' });
    expect(again).toMatchObject({ refusal: { code: 'already_member' } });
    const director = { ...lea, email: 'x@atelier.test', role: 'finance_director' as const, portfolio: OWN };
    expect(await inviteUser(by(admin), hash, director)).toMatchObject({ refusal: { code: 'portfolio_not_for_role' } });
    expect(await findUserByEmail(base.db, 'x@atelier.test')).toBeUndefined();
  });

  test('of somebody known elsewhere leaves their password alone, and nobody here may reset it', async () => {
    const other = await house('Autre');
    await createUser({ ...setting(), orgId: other, actor: 'setup' }, hash, {
      name: 'Max',
      email: 'max@autre.test',
      language: 'fr',
      role: 'admin',
      password: 'un long mot de passe',
    });
    const { member, password } = await invite('max@autre.test');
    expect([password, member.elsewhere]).toEqual([null, true]);
    const reset = await resetPassword(by(admin), hash, member.userId);
    expect(reset).toMatchObject({ refusal: { code: 'known_elsewhere' } });
    await openSession(member.userId);
    await setDisabled(by(admin), member.userId, true);
    expect((await listMemberships(base.db, member.userId)).map((each) => each.orgId)).toEqual([other]);
    expect(await sessionsOf(member.userId)).toBe(1);
  });
});

describe('rights', () => {
  test('change with what was before in the journal', async () => {
    const { member } = await invite('three@atelier.test');
    const changed = await changeRights(by(admin), member.userId, { role: 'sales', portfolio: OWN });
    expect(changed).toMatchObject({ ok: true, value: { role: 'sales', portfolio: OWN } });
    const { items } = await withOrg(base.db, orgId, (tx) => listEvents(tx, { limit: 1, offset: 0 }));
    expect(items[0]?.facts).toEqual({
      before: { role: 'collector', portfolio: null },
      after: { role: 'sales', portfolio: OWN },
    });
  });

  test('are nobody’s own to change', async () => {
    const own = [
      changeRights(by(admin), admin, { role: 'sales', portfolio: null }),
      setDisabled(by(admin), admin, true),
      removeMember(by(admin), admin),
      resetPassword(by(admin), hash, admin),
    ];
    for (const refused of await Promise.all(own)) expect(refused).toMatchObject({ refusal: { code: 'own_rights' } });
  });

  test('of the last admin stay, even when two take them from each other at once', async () => {
    const { member } = await invite('four@atelier.test', { role: 'admin' });
    const both = await Promise.all([
      setDisabled(by(admin), member.userId, true),
      setDisabled(by(member.userId), admin, true),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'last_admin' } });
    await setDisabled(by(both[0]?.ok ? admin : member.userId), both[0]?.ok ? member.userId : admin, false);
    expect(await removeMember(by(admin), member.userId)).toMatchObject({ ok: true });
    expect(await setDisabled({ ...setting(), orgId, actor: 'cli' }, admin, true)).toMatchObject({
      refusal: { code: 'last_admin' },
    });
  });

  test('of another organization’s members are not there', async () => {
    const elsewhere = by(admin, await house('Ailleurs'));
    const { member } = await invite('five@atelier.test');
    expect(await removeMember(elsewhere, member.userId)).toMatchObject({ refusal: { code: 'not_found' } });
  });
});

test('a member who is disabled, reset or removed has no session left', async () => {
  const { member } = await invite('six@atelier.test');
  for (const act of [
    () => setDisabled(by(admin), member.userId, true),
    () => setDisabled(by(admin), member.userId, false).then(() => resetPassword(by(admin), hash, member.userId)),
    () => removeMember(by(admin), member.userId),
  ]) {
    await openSession(member.userId);
    expect(await act()).toMatchObject({ ok: true });
    expect(await sessionsOf(member.userId)).toBe(0);
  }
  expect(await findUserByEmail(base.db, 'six@atelier.test')).toMatchObject({ disabled: true });
});
