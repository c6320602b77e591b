// A house to knock at: the real server on a real database, two organizations, a user for each role, and use cases that only
// record what reaches them, so that a door test sees exactly what a door let through.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@quittance/adapters/passwords';
import { listRoutes } from '@quittance/contracts/api';
import { ROLES, type Role } from '@quittance/core/access';
import { type OrgId, refuse } from '@quittance/core/kernel';
import { insertCompany } from '@quittance/db/companies/write';
import { type Database, withOrg } from '@quittance/db/tx';
import { insertUser, upsertMember } from '@quittance/db/users/write';
import { testDatabase } from '@quittance/testkit/database';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
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

/** Makes an organization with one company; its members are given as role → user id. */
async function makeOrganization(
  db: Database,
  slug: string,
  members: Readonly<Partial<Record<Role, string>>>,
): Promise<OrgId> {
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization(${slug}, ${`Org ${slug}`}) AS id`.execute(db);
  const orgId = rows[0]!.id;
  await withOrg(db, orgId, async (tx) => {
    await insertCompany(tx, { code: `${slug}-1`, name: `Société ${slug}`, siren: null });
    for (const [role, userId] of Object.entries(members)) await upsertMember(tx, userId, role as Role);
  });
  return orgId;
}

const makeUsers = async (db: Database): Promise<Record<Role | 'stranger', string>> => {
  const passwordHash = await hashPassword(PASSWORD);
  const made = {} as Record<Role | 'stranger', string>;
  for (const who of [...ROLES, 'stranger'] as const) {
    made[who] = (await insertUser(db, { name: `Le ${who}`, email: `${who}@test.fr`, language: 'fr', passwordHash }))!;
  }
  return made;
};

/** Opens a house. `close()` it at the end. */
export async function openHouse(options: Partial<ServerOptions> = {}) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-door-'));
  const users = await makeUsers(database.db);
  const { stranger, ...members } = users;
  const acme = await makeOrganization(database.db, 'acme', members);
  const other = await makeOrganization(database.db, 'other', { admin: stranger });
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
    users,
    orgs: { acme, other },
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
export async function signInAs(server: FastifyInstance, who: Role | 'stranger'): Promise<string> {
  const payload = { email: `${who}@test.fr`, password: PASSWORD };
  const response = await knock(server, { method: 'POST', url: '/api/auth/sign-in', payload });
  if (response.statusCode !== 200) throw new Error(`sign-in answered ${response.statusCode}: ${response.body}`);
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
