// A house that works: the real server with its worker, one company, its chief signed in; files sent and imported as the screen does it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@quittance/adapters/passwords';
import { testDatabase } from '@quittance/testkit/database';
import { clockAt } from '@quittance/usecases/ports';
import { createHouse, createUser } from '@quittance/usecases/users';
import { createServer } from '../src/http/index.ts';
import { wire } from '../src/wiring/wire.ts';
import { knock, PASSWORD } from './house.ts';

// Wednesday 10 March 2027, 10:00 in Paris
const clock = clockAt(new Date('2027-03-10T09:00:00Z'));
const BOUNDARY = 'quittance-test-boundary';
const CHIEF = { name: 'Ada', email: 'ada@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;

/** What a door answered. */
export type Answered = Readonly<{
  status: number;
  body: Record<string, unknown> & { items: Record<string, unknown>[] };
}>;

/** Opens it; `close()` it at the end, which fails where the worker met an error. */
export async function openImportHouse() {
  const database = await testDatabase();
  const { db, appUrl } = database;
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance imports '));
  const house = await createHouse({ db, clock, actor: 'test' }, { name: 'Banque', siren: null });
  const context = { db, clock, actor: 'test', orgId: house.orgId };
  const chief = await createUser(context, hashPassword, CHIEF);
  if (!chief.ok) throw new Error(chief.refusal.code);
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const wiring = await wire({ db, dataDir, appUrl, env: {}, work: true, onError, clock });
  const server = await createServer({
    ...{ db, services: wiring.services, dataDir, webRoot: join(dataDir, 'no-web'), version: '0.0.0-test' },
    ...{ logLevel: 'silent', secret: 's'.repeat(43), publicUrl: 'http://localhost:3000' },
  });
  const payload = { email: CHIEF.email, password: PASSWORD };
  const entered = await knock(server, { method: 'POST', url: '/api/auth/sign-in', payload });
  const cookie = entered.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

  const ask = async (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<Answered> => {
    const answer = await knock(server, { method, url, headers: { cookie }, ...(body ? { payload: body } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const send = async (name: string, content: string | Buffer) => {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(content as string),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
    const headers = { cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    return (await knock(server, { method: 'POST', url: '/api/v1/imports/uploads', headers, payload })).json();
  };
  const ended = async (jobId: number) => {
    for (let n = 0; n < 600; n += 1) {
      const { body } = await ask('GET', `/api/v1/imports/jobs/${jobId}`);
      if (body.state === 'done' || body.state === 'failed') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('waited in vain');
  };
  const start = async ({ uploadId, kind }: { uploadId: string; kind: string }, order: object = {}) => {
    const started = await ask('POST', '/api/v1/imports', { uploadId, kind, ...order });
    return ended(started.body.jobId as number);
  };
  return {
    ...{ ask, send, start },
    bringIn: async (name: string, content: string | Buffer, order: object = {}) =>
      start(await send(name, content), order),
    accounts: async () => (await ask('GET', '/api/v1/bank/accounts')).body.items,
    close: async () => {
      await wiring.close();
      await server.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
      if (errors.length > 0) throw new AggregateError(errors, 'the worker met errors');
    },
  };
}
