// Answers: what leaves the server when things go well, badly, or not as the contract promised.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { api, listRoutes } from '@quittance/contracts/api';
import { ApiError, createClient, signIn } from '@quittance/contracts/client';
import { ok, refuse } from '@quittance/core/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, knock, openHouse, PASSWORD, type Recorded, recordingServices, signInAs } from './house.ts';

const RATE = {
  halfYear: '2026S1',
  ecbMroPct: 2.15,
  legalIndividualPct: 6.67,
  legalOtherPct: 2.62,
  source: 'Arrêté',
  doubtful: false,
  origin: 'shipped',
  editedBy: null,
  editedAt: null,
};
const answers: Record<string, (call: Recorded) => unknown> = {
  'kpis.get': () => {
    throw new Error('password=hunter2 at /srv/secret.ts');
  },
  'rates.list': () => ok({ items: [{ ...RATE, hidden: 'never leaves' }], missing: ['2027S1'], coming: null }),
  'holds.list': () => ok({ items: 'not a list' }),
  'tasks.logOutcome': () => refuse({ code: 'task_closed' }),
  'outbox.cancel': () => refuse({ code: 'not_found' }),
  'agedBalance.export': () => ok({ fileName: 'balance âgée.csv', mediaType: 'text/csv', content: 'réf;nom\n' }),
  'imports.upload': ({ input }) => {
    const { fileName, bytes, sha256 } = input.body as { fileName: string; bytes: number; sha256: string };
    return refuse({ code: 'file_refused', facts: { reason: `${fileName} ${bytes} ${sha256}` } });
  },
  'companies.list': () => Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' })),
};

let house: House;
let cookie: string;
const lines: string[] = [];
beforeAll(async () => {
  const { services } = recordingServices(answers);
  house = await openHouse({ services, logLevel: 'trace', logTo: { write: (line) => void lines.push(line) } });
  cookie = await signInAs(house.server, 'admin');
});
afterAll(() => house.close());

const get = (url: string, headers: Record<string, string | undefined> = {}) =>
  knock(house.server, { method: 'GET', url, headers: { cookie, ...headers } });
const post = (url: string, payload: object) =>
  knock(house.server, { method: 'POST', url, payload, headers: { cookie } });

describe('an answer', () => {
  test('carries what the contract names and nothing else', async () => {
    const response = await get('/api/v1/rates');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ items: [RATE], missing: ['2027S1'], coming: null });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('that breaks the contract is a bug, not half an answer', async () => {
    const response = await get('/api/v1/holds');
    expect([response.statusCode, response.json().code]).toEqual([500, 'internal_error']);
  });

  test('that is a refusal is said in the reader’s language', async () => {
    const [fr, en] = await Promise.all(
      ['fr', 'en'].map((language) =>
        knock(house.server, {
          method: 'POST',
          url: '/api/v1/tasks/1/outcome',
          payload: { outcome: 'done' },
          headers: { cookie, 'accept-language': language },
        }),
      ),
    );
    expect(fr!.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(fr!.json()).toMatchObject({
      status: 409,
      code: 'task_closed',
      title: 'Tâche déjà close',
      facts: {},
      errors: [],
    });
    expect(en!.json().title).toBe('Task closed');
  });

  test('to a bug shows no detail, and quotes the reference that the log has', async () => {
    const response = await get('/api/v1/kpis');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toMatch(/hunter2|secret|\.ts|Error/);
    const { requestId, detail } = response.json();
    expect(detail).toContain(requestId);
    expect(lines.some((line) => line.includes(requestId) && line.includes('hunter2'))).toBe(true);
  });

  test('while the database is away says so, with 503', async () => {
    const response = await get('/api/v1/companies');
    expect([response.statusCode, response.json().code]).toEqual([503, 'unavailable']);
  });

  test('names every field at fault, what was seen and what is expected', async () => {
    const response = await post('/api/v1/holds', {
      customerId: 'douze',
      untilOn: '31/12/2026',
      note: 4,
      reason: 'envie',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors.map(({ field, code, seen }: Record<string, string>) => [field, code, seen])).toEqual([
      ['body.customerId', 'wrong_type', 'douze'],
      ['body.reason', 'not_allowed', 'envie'],
      ['body.untilOn', 'wrong_format', '31/12/2026'],
      ['body.note', 'wrong_type', '4'],
    ]);
    const [{ message }] = response.json().errors.slice(2);
    expect(message).toBe('« 31/12/2026 » n’a pas la forme attendue : un jour AAAA-MM-JJ.');
  });

  test('never repeats a password that was refused', async () => {
    const response = await post('/api/v1/setup', {
      company: { name: 'X' },
      user: { name: 'X', email: 'x@y.fr', password: 'court' },
    });
    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('court"');
    expect(response.json().errors[0]).toMatchObject({
      field: 'body.user.password',
      code: 'too_short',
      seen: '',
      expected: 'au moins 10 caractères',
    });
  });

  test('that is a file has a safe name and runs nothing', async () => {
    const response = await get('/api/v1/aged-balance/export?format=csv');
    expect(response.body).toBe('réf;nom\n');
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="balance agee.csv"; filename*=UTF-8''balance%20%C3%A2g%C3%A9e.csv`,
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('an upload', () => {
  const form = (fileName: string, content: string) => ({
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=b0' },
    payload: `--b0\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--b0--\r\n`,
  });
  const send = (fileName: string, content: string) =>
    knock(house.server, { method: 'POST', url: '/api/v1/imports/uploads', ...form(fileName, content) });

  test('reaches the use case as a file on disk, counted and hashed', async () => {
    const response = await send('FEC été.txt', 'abc');
    // SHA-256 of "abc": FIPS 180-4, appendix B.1.
    expect(response.json().facts.reason).toBe(
      'FEC été.txt 3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test.each([
    { says: 'up the folders', name: '../../../etc/passwd', want: 'passwd' },
    { says: 'another system’s way', name: '..\\..\\boot.ini', want: 'boot.ini' },
    { says: 'only folders', name: '..', want: 'file' },
  ])('named $says stays where uploads are kept', async ({ name, want }) => {
    const response = await send(name.replaceAll('\\', '\\\\'), 'x');
    expect(response.json().facts.reason.split(' ')[0]).toBe(want);
    const written = await stat(join(house.dataDir, 'uploads', String(house.orgs.acme)));
    expect(written.isDirectory()).toBe(true);
  });

  test('that is not a form is refused before anything is read', async () => {
    const response = await knock(house.server, {
      method: 'POST',
      url: '/api/v1/imports/uploads',
      payload: { file: 'x' },
      headers: { cookie },
    });
    expect([response.statusCode, response.json().code]).toEqual([415, 'unsupported_media_type']);
  });
});

describe('the doors', () => {
  test('know only this machine and the public address', async () => {
    for (const [host, status] of [
      ['localhost:3000', 200],
      ['127.0.0.1:4123', 200],
      ['[::1]:3000', 200],
      ['evil.example', 403],
      ['localhost.evil.example', 403],
    ] as const) {
      expect([host, (await get('/healthz', { host })).statusCode]).toEqual([host, status]);
    }
  });

  test('are healthy and ready', async () => {
    for (const url of ['/healthz', '/readyz'])
      expect((await get(url, { cookie: undefined })).json()).toEqual({ status: 'ok' });
  });

  test('bear a body of a megabyte and no more', async () => {
    const response = await post('/api/v1/outbox/cancel', { actionIds: [1], note: 'x'.repeat(1_100_000) });
    expect([response.statusCode, response.json().code]).toEqual([413, 'body_too_large']);
  });

  test('let no inline script run and no other site frame the pages', async () => {
    const policy = String((await get('/healthz')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('write no cookie, password or search in the log', async () => {
    await get('/api/v1/customers?search=Dupont');
    const log = lines.join('');
    expect(log.length).toBeGreaterThan(0);
    for (const secret of [PASSWORD, 'session_token', 'Dupont', 'mot%20de']) expect(log).not.toContain(secret);
  });
});

describe('the OpenAPI document', () => {
  test('describes every route once, with its parameters, and every reference resolves', async () => {
    const document = (await get('/api/v1/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries<Record<string, Record<string, unknown>>>(document.paths).flatMap(([path, item]) =>
      Object.values(item).map((operation) => ({ path, operation })),
    );
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      listRoutes()
        .map(({ name }) => name)
        .sort(),
    );
    for (const { path, operation } of operations) {
      const parameters = operation.parameters as { in: string; name: string; required: boolean }[];
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(
        parameters
          .filter((p) => p.in === 'path' && p.required)
          .map((p) => p.name)
          .sort(),
      ).toEqual(inPath.sort());
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) =>
      match[1]!.split('/'),
    );
    for (const reference of references) expect(reference.reduce((node, key) => node?.[key], document)).toBeDefined();
  });
});

describe('the typed client', () => {
  test('speaks to the real server over a real socket', async () => {
    const baseUrl = await house.server.listen({ port: 0, host: '127.0.0.1' });
    const first = await fetch(`${baseUrl}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-quittance': '1' },
      body: JSON.stringify({ email: 'admin@test.fr', password: PASSWORD }),
    });
    const context = () => ({
      headers: {
        cookie: first.headers
          .getSetCookie()
          .map((c) => c.split(';')[0])
          .join('; '),
      },
      language: 'en',
    });
    const call = createClient({ baseUrl, context });
    expect((await call(api.rates.list)).items[0]?.ecbMroPct).toBe(2.15);
    expect(await (await call(api.agedBalance.export, { query: { format: 'csv' } })).blob.text()).toBe('réf;nom\n');
    const error = await call(api.tasks.logOutcome, { params: { taskId: 1 }, body: { outcome: 'done' } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'task_closed', status: 409, message: expect.stringMatching(/^Somebody/) });
    await expect(signIn('admin@test.fr', 'faux faux faux', { baseUrl })).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
  });
});
