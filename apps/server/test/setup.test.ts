// The first minute over HTTP: from an empty database to a signed-in admin, and never again.
import { hashPassword } from '@quittance/adapters/passwords';
import { testDatabase } from '@quittance/testkit/database';
import { machineClock } from '@quittance/usecases/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setupService } from '../src/handlers/setup.ts';
import { createServer } from '../src/http/index.ts';
import { knock, recordingServices } from './house.ts';

const user = { name: 'Marie', email: 'marie@delorme.fr', password: 'un long mot de passe' };
let database: Awaited<ReturnType<typeof testDatabase>>;
let server: Awaited<ReturnType<typeof createServer>>;

beforeAll(async () => {
  database = await testDatabase();
  const setup = setupService({ db: database.db, clock: machineClock, hashPassword });
  const services = { ...recordingServices().services, setup };
  const base = {
    db: database.db,
    services,
    dataDir: '/nowhere',
    webRoot: '/nowhere',
    version: '0',
    logLevel: 'silent',
  };
  server = await createServer({ ...base, secret: 's'.repeat(43), publicUrl: 'http://localhost:3000' });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const ask = (method: 'GET' | 'POST', url: string, payload?: object, headers = {}) =>
  knock(server, { method, url, headers, ...(payload ? { payload } : {}) });

test('set-up makes the company and its admin, who signs in, and closes', async () => {
  expect((await ask('GET', '/api/v1/setup')).json()).toEqual({ state: 'needs_setup' });
  const weak = await ask('POST', '/api/v1/setup', {
    company: { name: 'Delorme' },
    user: { ...user, password: 'marie@delorme.fr' },
  });
  expect([weak.statusCode, weak.json().code]).toEqual([422, 'weak_password']);
  const made = await ask('POST', '/api/v1/setup', { company: { name: 'Delorme' }, user });
  expect([made.statusCode, made.json().org]).toEqual([201, 'delorme']);
  expect((await ask('GET', '/api/v1/setup')).json()).toEqual({ state: 'ready' });

  const { email, password } = user;
  const signedIn = await ask('POST', '/api/auth/sign-in', { email, password });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const session = (await ask('GET', '/api/v1/session', undefined, { cookie })).json();
  expect(session.current).toMatchObject({ org: 'delorme', role: 'admin', company: 'delorme' });

  for (const [url, body] of [
    ['/api/v1/setup', { company: { name: 'X' }, user }],
    ['/api/v1/setup/demo', { user }],
  ] as const) {
    const again = await ask('POST', url, body);
    expect([again.statusCode, again.json().code]).toEqual([409, 'already_set_up']);
  }
  // nothing of the demo was made
  const { rows } = await database.pool.query('SELECT slug FROM list_organizations()');
  expect(rows).toEqual([{ slug: 'delorme' }]);
});
