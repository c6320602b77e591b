// The client, on a server that only records what it was asked.
import { describe, expect, test } from 'vitest';
import { api } from '../api/index.ts';
import { createClient } from './client.ts';
import { ApiError } from './problem-error.ts';

type Asked = { url: string; init: RequestInit };

const recording = (answer: () => Response) => {
  const asked: Asked[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    asked.push({ url: String(url), init: init ?? {} });
    return answer();
  };
  return { asked, call: createClient({ fetch, context: () => ({ org: 'acme', language: 'en' }) }) };
};

const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });

describe('the client', () => {
  test('fills the path and the query, and leaves absent values out', async () => {
    const { asked, call } = recording(json({}));
    await call(api.customers.get, { params: { customerId: 12 }, query: { on: undefined } });
    await call(api.customers.list, { query: { search: 'é & co', page: 2 } });
    expect(asked.map((a) => a.url)).toEqual(['/api/v1/customers/12', '/api/v1/customers?search=%C3%A9+%26+co&page=2']);
  });

  test('encodes parameters so that no value leaves its place in the path', async () => {
    const { asked, call } = recording(json({}));
    await call(api.scenarios.get, { params: { code: '../journal?x' } });
    expect(asked[0]?.url).toBe('/api/v1/scenarios/..%2Fjournal%3Fx');
  });

  test('names the organization and the language, and carries the CSRF header only when it writes', async () => {
    const { asked, call } = recording(json({}));
    await call(api.kpis.get);
    await call(api.holds.lift, { params: { holdId: 3 }, body: {} });
    const [read, write] = asked.map((a) => a.init.headers as Record<string, string>);
    expect(read).toMatchObject({ 'x-quittance-org': 'acme', 'accept-language': 'en' });
    expect(read).not.toHaveProperty('x-quittance');
    expect(write).toMatchObject({ 'x-quittance': '1', 'content-type': 'application/json' });
  });

  test('leaves the boundary of an upload to fetch', async () => {
    const { asked, call } = recording(json({}));
    await call(api.imports.upload, { body: new FormData() });
    expect(asked[0]?.init.headers).not.toHaveProperty('content-type');
  });

  test('gives a file its name, accents included', async () => {
    const { call } = recording(
      () =>
        new Response('a;b', {
          headers: { 'content-disposition': "attachment; filename*=UTF-8''balance%20%C3%A2g%C3%A9e.csv" },
        }),
    );
    const file = await call(api.agedBalance.export, { query: { format: 'csv' } });
    expect(file.fileName).toBe('balance âgée.csv');
    expect(await file.blob.text()).toBe('a;b');
  });

  test.each([
    {
      says: 'throws the problem as it came',
      answer: json({ code: 'forbidden', detail: 'Non', requestId: 'r1' }, 403),
      code: 'forbidden',
      status: 403,
    },
    {
      says: 'calls a proxy’s own error unavailable',
      answer: () => new Response('<html>', { status: 502 }),
      code: 'unavailable',
      status: 502,
    },
  ])('$says', async ({ answer, code, status }) => {
    const error = await recording(answer)
      .call(api.kpis.get)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code, status });
  });

  test('says unreachable when nobody answers', async () => {
    const call = createClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(call(api.kpis.get)).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });
});
