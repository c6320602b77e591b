// Sessions on the real identity library and its real tables: opened, kept, limited, ended.
import { hashPassword } from '@quittance/adapters/passwords';
import { PASSWORD_MIN } from '@quittance/contracts/api';
import { createPool } from '@quittance/db/tx';
import { machineClock } from '@quittance/usecases/ports';
import { createUser, disableUser, inviteUser, resetPassword } from '@quittance/usecases/users';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOptions } from '../src/auth/index.ts';
import { type House, knock, openHouse, PASSWORD, signInAs } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ signInLimits: { perAddress: 1000, perAccount: 3, windowMs: 60_000 } });
});
afterAll(() => house.close());

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  knock(house.server, { method: 'POST', url: '/api/auth/sign-in', payload: { email, password }, headers });

const me = (cookie: string, headers: Record<string, string> = {}) =>
  knock(house.server, { method: 'GET', url: '/api/v1/session', headers: { cookie, ...headers } });

describe('a session', () => {
  test('opens with address and password, case of the address ignored, and tells who one is', async () => {
    const response = await signIn('ADMIN@test.fr', PASSWORD);
    expect([response.statusCode, response.json()]).toEqual([200, { ok: true }]);
    const cookie = response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const session = (await me(cookie)).json();
    expect(session.user).toEqual({
      userId: house.users.admin,
      name: 'Le admin',
      email: 'admin@test.fr',
      language: 'fr',
      mustChangePassword: false,
    });
    expect(session.organizations).toEqual([{ slug: 'acme', name: 'acme', role: 'admin' }]);
    expect(session.current).toMatchObject({ org: 'acme', role: 'admin', company: 'acme' });
  });

  test('lives in a cookie that no script reads and no other site sends', async () => {
    const { cookies, body } = await signIn('sales@test.fr', PASSWORD);
    const [session] = cookies.filter(({ name }) => name === 'quittance.session_token');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(session).not.toHaveProperty('secure');
    expect(body).not.toContain(String(session?.value).split('.')[0]);
  });

  test('is marked Secure where the address is https', async () => {
    const secure = await openHouse({ publicUrl: 'https://quittance.test' });
    const response = await knock(secure.server, {
      method: 'POST',
      url: '/api/auth/sign-in',
      payload: { email: 'admin@test.fr', password: PASSWORD },
      headers: { host: 'quittance.test', origin: 'https://quittance.test' },
    });
    expect(response.cookies).toContainEqual(
      expect.objectContaining({ name: '__Secure-quittance.session_token', secure: true, httpOnly: true }),
    );
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
    await secure.close();
  });

  test('ends at sign-out, for good', async () => {
    const cookie = await signInAs(house.server, 'collector');
    expect((await me(cookie)).statusCode).toBe(200);
    await knock(house.server, { method: 'POST', url: '/api/auth/sign-out', headers: { cookie } });
    expect((await me(cookie)).statusCode).toBe(401);
  });

  test('of a disabled user is over, and no new one opens', async () => {
    const cookie = await signInAs(house.server, 'stranger');
    const context = { db: house.database.db, clock: machineClock, actor: 'test', orgId: house.orgs.other };
    const other = { name: 'Autre', email: 'autre@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;
    await createUser(context, hashPassword, other);
    expect(await disableUser(context, 'stranger@test.fr')).toMatchObject({ ok: true });
    expect((await me(cookie)).statusCode).toBe(401);
    const again = await signIn('stranger@test.fr', PASSWORD);
    expect([again.statusCode, again.json().code, again.cookies]).toEqual([401, 'wrong_credentials', []]);
  });

  test('may stand in its own organization and company only, and remembers it', async () => {
    const cookie = await signInAs(house.server, 'admin');
    const choose = (payload: object) =>
      knock(house.server, { method: 'PUT', url: '/api/v1/session/choice', payload, headers: { cookie } });
    expect((await choose({ org: 'other' })).json().code).toBe('organization_unknown');
    expect((await choose({ org: 'acme', company: 'other' })).json().code).toBe('company_unknown');
    const chosen = await choose({ org: 'acme', company: 'acme' });
    expect(chosen.statusCode).toBe(200);
    expect(chosen.cookies.map(({ name, value, httpOnly }) => ({ name, value, httpOnly }))).toEqual([
      { name: 'quittance_org', value: 'acme', httpOnly: true },
      { name: 'quittance_company', value: 'acme', httpOnly: true },
    ]);
  });

  test('keeps a changed language', async () => {
    const cookie = await signInAs(house.server, 'auditor');
    const payload = { language: 'en', name: 'The auditor' };
    const changed = await knock(house.server, {
      method: 'PATCH',
      url: '/api/v1/session/profile',
      payload,
      headers: { cookie },
    });
    expect(changed.json().user).toMatchObject(payload);
    expect((await me(cookie)).json().user).toMatchObject(payload);
  });
});

describe('a password', () => {
  test('is changed with the current one, and ends the other sessions', async () => {
    const [here, elsewhere] = [
      await signInAs(house.server, 'finance_director'),
      await signInAs(house.server, 'finance_director'),
    ];
    const change = (currentPassword: string, newPassword: string) =>
      knock(house.server, {
        method: 'POST',
        url: '/api/auth/change-password',
        payload: { currentPassword, newPassword },
        headers: { cookie: here },
      });
    expect((await change('pas le bon du tout', 'un autre mot de passe')).json().code).toBe('wrong_credentials');
    expect((await change(PASSWORD, 'x'.repeat(PASSWORD_MIN - 1))).json().code).toBe('invalid_request');
    expect((await change(PASSWORD, 'finance_director@test.fr')).json().code).toBe('weak_password');
    expect((await change(PASSWORD, 'un autre mot de passe')).statusCode).toBe(200);
    expect((await me(elsewhere)).statusCode).toBe(401);
    expect((await signIn('finance_director@test.fr', PASSWORD)).statusCode).toBe(401);
    expect((await signIn('finance_director@test.fr', 'un autre mot de passe')).statusCode).toBe(200);
  });

  test('that somebody else made opens nothing but its own change', async () => {
    const context = { db: house.database.db, clock: machineClock, actor: 'test', orgId: house.orgs.acme };
    const guest = { name: 'Inès', email: 'ines@test.fr', language: 'fr', role: 'auditor', portfolio: null } as const;
    const invited = await inviteUser(context, hashPassword, guest);
    if (!invited.ok || invited.value.password === null) return expect.unreachable('nobody was invited');
    const { member, password } = invited.value;
    const own = 'une phrase bien à moi';
    const cookieOf = ({ cookies }: Awaited<ReturnType<typeof signIn>>) =>
      cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const read = async (cookie: string) => {
      const answer = await knock(house.server, { method: 'GET', url: '/api/v1/journal', headers: { cookie } });
      return answer.statusCode === 403 ? answer.json().code : answer.statusCode;
    };
    const change = (cookie: string, currentPassword: string, newPassword: string) =>
      knock(house.server, {
        method: 'POST',
        url: '/api/auth/change-password',
        payload: { currentPassword, newPassword },
        headers: { cookie },
      });
    const first = cookieOf(await signIn(guest.email, password));
    expect((await me(first)).json().user).toMatchObject({ mustChangePassword: true });
    expect(await read(first)).toBe('password_change_required');
    expect((await change(first, password, password)).json().code).toBe('weak_password');
    expect(await read(first)).toBe('password_change_required');
    const changed = await change(first, password, own);
    expect(changed.statusCode).toBe(200);
    expect((await me(cookieOf(changed))).json().user).toMatchObject({ mustChangePassword: false });
    expect(await read(cookieOf(changed))).not.toBe('password_change_required');
    const reset = await resetPassword(context, hashPassword, member.userId);
    const again = cookieOf(await signIn(guest.email, reset.ok ? reset.value : ''));
    expect(await read(again)).toBe('password_change_required');
  });

  test('that is wrong answers the same for a known and an unknown address', async () => {
    const [known, unknown] = [
      await signIn('auditor@test.fr', 'faux faux faux'),
      await signIn('nobody@test.fr', 'faux faux faux'),
    ];
    const { requestId: _, ...first } = known.json();
    const { requestId: __, ...second } = unknown.json();
    expect(first).toEqual(second);
    expect(known.statusCode).toBe(401);
  });

  test('tried too often closes the account for a while, to the right one too, and says for how long', async () => {
    for (let i = 0; i < 3; i++) expect((await signIn('sales@test.fr', 'faux faux faux')).statusCode).toBe(401);
    const closed = await signIn('sales@test.fr', PASSWORD, { 'accept-language': 'en' });
    expect(closed.statusCode).toBe(429);
    expect(Number(closed.headers['retry-after'])).toBeGreaterThan(0);
    expect(closed.json().detail).toMatch(/^Too many attempts at once\. Try again in \d+ seconds\.$/);
    expect((await signIn('admin@test.fr', PASSWORD)).statusCode).toBe(200);
  });
});

test('the identity library finds all its tables and columns in our migration', async () => {
  const pool = createPool({ url: `${house.database.appUrl}?options=-c%20search_path%3Dauth` });
  const options = identityOptions({
    db: house.database.db,
    secret: 'x'.repeat(40),
    publicUrl: 'http://localhost:3000',
  });
  const { toBeCreated, toBeAdded } = await getMigrations({ ...options, database: pool });
  await pool.end();
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

test('nobody signs up, resets or lists sessions through the library’s own doors', async () => {
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'sign-in/social',
    'get-session',
    'list-sessions',
    'request-password-reset',
    'delete-user',
    'update-user',
  ]) {
    const response = await knock(house.server, {
      method: 'POST',
      url: `/api/auth/${path}`,
      payload: { email: 'x@y.fr', password: PASSWORD, name: 'x' },
    });
    expect([path, response.statusCode]).toEqual([path, 404]);
  }
});
