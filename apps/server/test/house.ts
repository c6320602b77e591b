// A house to knock at: the real server on a real database, two organizations, a user for each role, and use cases that only
// record what reaches them, so that a door test sees exactly what a door let through.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@quittance/adapters/passwords';
import { listRoutes } from '@quittance/contracts/api';
import { ROLES, type Role } from '@quittance/core/access';
import { refuse } from '@quittance/core/kernel';
import type { Database } from '@quittance/db/tx';
import { testDatabase } from '@quittance/testkit/database';
import { machineClock } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createServer, type ServerOptions } from '../src/http/index.ts';
import type { Services } from '../src/services/index.ts';

export const PASSWORD = 'un mot de passe de test';

/** What a use case was asked. */
export type Recorded = Readonly<{ name: string; context: Record<string, unknown>; input: Record<string, unknown> }>;

/** Use cases that record and answer `not_found`; `answers` overrides some by route name. */
export function recordingServices(answers: Readonly<Record<string, (input: Recorded) => unknown>> = {}) {
  const recorded: Recorded[] = [];
  const table: Record<string, Record<string, unknown>> = {};
  for (const { name, resource } of listRoutes()) {
    const service = table[resource] ?? {};
    table[resource] = service;
    service[name.slice(resource.length + 1)] = async (context: Recorded['context'], input: Recorded['input']) => {
      const call = { name, context, input };
      recorded.push(call);
      return answers[name] ? answers[name](call) : refuse({ code: 'not_found' });
    };
  }
  const { health: _, auth: __, session: ___, ...services } = table;
  return { recorded, services: services as unknown as Services };
}

/** Makes an organization with one company and its users, each with the password; who → user id. */
async function makeOrganization<W extends string>(db: Database, name: string, roles: Readonly<Record<W, Role>>) {
  const place = { db, clock: machineClock, actor: 'test' };
  const { orgId } = await createHouse(place, { name, siren: null });
  const users = {} as Record<W, string>;
  for (const [who, role] of Object.entries(roles) as [W, Role][]) {
    const user = { name: `Le ${who}`, email: `${who}@test.fr`, password: PASSWORD, language: 'fr' as const, role };
    const made = await createUser({ ...place, orgId }, hashPassword, user);
    if (!made.ok) throw new Error(made.refusal.code);
    users[who] = made.value;
  }
  return { orgId, users };
}

const EACH_ROLE = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, Role>;

/** Opens a house. `close()` it at the end. */
export async function openHouse(options: Partial<ServerOptions> = {}) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-door-'));
  const acme = await makeOrganization(database.db, 'acme', EACH_ROLE);
  const other = await makeOrganization(database.db, 'other', { stranger: 'admin' });
  const recording = recordingServices();
  const server = await createServer({
    db: database.db,
    services: recording.services,
    dataDir,
    secret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://localhost:3000',
    webRoot: join(dataDir, 'no-web'),
    version: '0.0.0-test',
    logLevel: 'silent',
    ...options,
  });
  return {
    server,
    database,
    dataDir,
    users: { ...acme.users, ...other.users },
    orgs: { acme: acme.orgId, other: other.orgId },
    recorded: recording.recorded,
    close: async () => {
      await server.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An open house. */
export type House = Awaited<ReturnType<typeof openHouse>>;

/** Headers of our own pages. */
export const OURS = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'sec-fetch-site': 'same-origin',
  'x-quittance': '1',
};

/** Knocks with the headers of our own pages; `headers` adds to them, `undefined` takes one away. */
export function knock(
  server: FastifyInstance,
  request: Omit<InjectOptions, 'headers'> & { headers?: Record<string, string | undefined> },
): Promise<LightMyRequestResponse> {
  const all = Object.entries({ ...OURS, ...request.headers }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return server.inject({ ...request, headers: Object.fromEntries(all) });
}

/** Signs in; the cookie header of the session. */
export async function signIn(server: FastifyInstance, email: string, password: string): Promise<string> {
  const response = await knock(server, { method: 'POST', url: '/api/auth/sign-in', payload: { email, password } });
  if (response.statusCode !== 200) throw new Error(`sign-in answered ${response.statusCode}: ${response.body}`);
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** Signs a role of the house in. */
export const signInAs = (server: FastifyInstance, who: Role | 'stranger'): Promise<string> =>
  signIn(server, `${who}@test.fr`, PASSWORD);
