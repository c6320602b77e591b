// Users and set-up on the real database, as the application's own role.
import { listCompanies } from '@quittance/db/companies';
import { verifyJournal } from '@quittance/db/journal';
import { withOrg } from '@quittance/db/tx';
import { hasUsers, listMemberships } from '@quittance/db/users';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineClock } from '../ports/index.ts';
import { createUser } from './create-user.ts';
import { disableUser } from './disable-user.ts';
import { createHouse, setUp } from './set-up.ts';

const hash = async (password: string) => `$test$${password.length}`;
const company = { name: 'Menuiserie Delorme & Fils', siren: null };
const marie = { name: 'Marie', email: 'Marie@delorme.fr', password: 'un long mot de passe', language: 'fr' as const };

let base: TestDatabase;
const place = () => ({ db: base.db, clock: machineClock, actor: 'setup' });
beforeEach(async () => {
  base = await testDatabase();
});
afterEach(() => base.close());

describe('set-up', () => {
  test('makes the organization, its company and its admin, and writes it in the journal', async () => {
    const done = await setUp(place(), hash, { company, user: marie });
    if (!done.ok) throw new Error(done.refusal.code);
    const { orgId, org, companyId } = done.value;
    expect(org).toBe('menuiserie-delorme-fils');
    const companies = await withOrg(base.db, orgId, listCompanies);
    expect(companies.map(({ code, name, companyId: id }) => [code, name, id])).toEqual([
      [org, company.name, companyId],
    ]);
    expect(await withOrg(base.db, orgId, (tx) => verifyJournal(tx))).toMatchObject({ ok: true });
  });

  test('is closed for ever by the first user', async () => {
    await setUp(place(), hash, { company, user: marie });
    const again = await setUp(place(), hash, {
      company: { name: 'Autre', siren: null },
      user: { ...marie, email: 'x@y.fr' },
    });
    expect(again).toEqual({ ok: false, refusal: { code: 'already_set_up' } });
  });

  test('makes one first user however many try at once', async () => {
    const tries = Array.from({ length: 6 }, (_, i) =>
      setUp(place(), hash, { company, user: { ...marie, email: `u${i}@delorme.fr` } }),
    );
    const made = (await Promise.all(tries)).filter((outcome) => outcome.ok);
    expect(made).toHaveLength(1);
  });

  test('leaves nothing behind when the password will not do', async () => {
    const refused = await setUp(place(), hash, { company, user: { ...marie, password: 'court' } });
    expect(refused).toEqual({ ok: false, refusal: { code: 'weak_password', facts: { minimum: 10 } } });
    expect(await hasUsers(base.db)).toBe(false);
  });

  test('of the same name twice finds the same organization and company', async () => {
    expect(await createHouse(place(), company)).toEqual(await createHouse(place(), company));
  });
});

describe('a user', () => {
  const newHouse = async () => ({ ...place(), orgId: (await createHouse(place(), company)).orgId });

  test('belongs to the organization with a role, known by an address in any case', async () => {
    const context = await newHouse();
    const made = await createUser(context, hash, { ...marie, role: 'collector' });
    if (!made.ok) throw new Error(made.refusal.code);
    expect(await listMemberships(base.db, made.value)).toMatchObject([{ orgId: context.orgId, role: 'collector' }]);
    const twin = await createUser(context, hash, { ...marie, email: 'MARIE@DELORME.FR', role: 'admin' });
    expect(twin).toEqual({ ok: false, refusal: { code: 'email_taken' } });
  });

  test('is disabled by their own organization only', async () => {
    const context = await newHouse();
    const made = await createUser(context, hash, { ...marie, role: 'sales' });
    const elsewhere = { ...place(), orgId: (await createHouse(place(), { name: 'Autre', siren: null })).orgId };
    expect(await disableUser(elsewhere, marie.email)).toEqual({ ok: false, refusal: { code: 'not_found' } });
    expect(await disableUser(context, marie.email)).toEqual(made);
    expect(await listMemberships(base.db, made.ok ? made.value : '')).toEqual([]);
  });
});
