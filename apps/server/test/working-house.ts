// A working house: the real server with the real use cases over a database, and people who ask it things as its own pages do.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompanyId, OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import type { Clock } from '@quittance/usecases/ports';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { ZodType } from 'zod';
import { createServer } from '../src/http/index.ts';
import { wire } from '../src/wiring/wire.ts';
import { knock, signIn } from './house.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type HouseOptions = Readonly<{
  clock: Clock;
  /** Whether jobs are worked at. */
  work?: boolean;
  env?: Readonly<Record<string, string>>;
  /** One of the test's own, closed with the house. */
  database?: TestDatabase;
}>;

/** Opens it, empty. `close()` it at the end, which fails where the worker met an error. */
export async function openWorkingHouse({ clock, work = false, env = {}, ...given }: HouseOptions) {
  const database = given.database ?? (await testDatabase());
  const { db, appUrl } = database;
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance working '));
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const wiring = await wire({ db, dataDir, appUrl, env, work, onError, clock });
  const server = await createServer({
    ...{ db, services: wiring.services, dataDir, webRoot: join(dataDir, 'no-web'), version: '0.0.0-test' },
    ...{ logLevel: 'silent', secret: 's'.repeat(43), publicUrl: 'http://localhost:3000' },
  });
  const close = async () => {
    await wiring.close();
    await server.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
    expect(errors).toEqual([]);
  };
  return { database, dataDir, server, wiring, close };
}

const BOUNDARY = 'quittance-test-boundary';

const formOf = (name: string, content: Buffer | string): Buffer => {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content as string), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
};

/** Somebody signed in. */
export class Visitor {
  private readonly server: FastifyInstance;
  private readonly cookie: string;

  constructor(server: FastifyInstance, cookie: string) {
    this.server = server;
    this.cookie = cookie;
  }

  /** Asks; the body is what JSON says, else bytes. */
  readonly ask = async (method: Method, url: string, payload?: object) => {
    const headers = { cookie: this.cookie };
    const answer = await knock(this.server, { method, url, headers, ...(payload ? { payload } : {}) });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.rawPayload };
  };

  /** Asks, and reads the answer by its contract. */
  readonly read = async <T>(
    route: Readonly<{ method: Method; output: ZodType<T> }>,
    url: string,
    payload?: object,
  ): Promise<T> => {
    const { status, body } = await this.ask(route.method, url, payload);
    expect([200, 201], JSON.stringify(body)).toContain(status);
    return route.output.parse(body);
  };

  /** Sends a file. */
  readonly send = async (url: string, name: string, content: Buffer | string) => {
    const headers = { cookie: this.cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const answer = await knock(this.server, { method: 'POST', url, headers, payload: formOf(name, content) });
    return { status: answer.statusCode, body: answer.json() };
  };

  /** Sends a file and imports it as the kind it was taken for; what became of the job. */
  readonly bringIn = async (name: string, content: Buffer | string, order: object = {}) => {
    const sent = await this.send('/api/v1/imports/uploads', name, content);
    expect(sent.status).toBe(201);
    const { uploadId, kind } = sent.body;
    return { sent: sent.body, job: await this.importing({ uploadId, kind, ...order }) };
  };

  /** Orders an import, and waits for its end. */
  readonly importing = async (order: object) => {
    const started = await this.ask('POST', '/api/v1/imports', order);
    expect(started).toMatchObject({ status: 202 });
    const look = () => this.ask('GET', `/api/v1/imports/jobs/${started.body.jobId}`);
    const { body } = await until(look, (seen) => seen.body.state === 'done' || seen.body.state === 'failed');
    return body;
  };

  /** Lines of a CSV of one kind come in without an error. */
  readonly bringInCsv = async (kind: 'customers' | 'contacts' | 'invoices' | 'payments', lines: readonly string[]) => {
    const { job } = await this.bringIn(`${kind}.csv`, lines.join('\r\n'), { kind: `csv-${kind}` });
    expect(job.report).toMatchObject({ status: 'imported', errorCount: 0 });
  };
}

/** Looks until it is good. */
export async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean): Promise<T> {
  for (let n = 0; n < 600; n += 1) {
    const seen = await look();
    if (good(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited in vain');
}

const MARIE = { name: 'Marie', email: 'marie@delorme.fr', password: 'un long mot de passe' };

/** Marie sets "Atelier Vauban" up and goes in. */
export async function setUpByMarie(server: FastifyInstance) {
  const outside = new Visitor(server, '');
  const made = await outside.ask('POST', '/api/v1/setup', { company: { name: 'Atelier Vauban' }, user: MARIE });
  expect(made.status).toBe(201);
  const { orgId, companyId } = made.body as { orgId: OrgId; companyId: CompanyId };
  return { orgId, companyId, marie: new Visitor(server, await signIn(server, MARIE.email, MARIE.password)) };
}
