// The matrix of doors: every contract, whatever is added later, tried with no session, the wrong role, another site and nonsense.
import { listRoutes } from '@quittance/contracts/api';
import { isUpload, type Route } from '@quittance/contracts/route';
import { can, ROLES, type Role } from '@quittance/core/access';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, knock, openHouse, signInAs } from './house.ts';

const routes = listRoutes();
const guarded = routes.filter(({ route }) => route.permission !== 'public');
const byPermission = routes.flatMap(({ name, route }) => {
  const { permission } = route;
  return permission === 'public' || permission === 'signed_in' ? [] : [{ name, route, permission }];
});
const writing = routes.filter(({ route }) => route.method !== 'GET');

// A value that any parameter takes as far as its shape goes.
const SHAPES: Readonly<Record<string, string>> = {
  actionKey: '1.email.1.EUR',
  uploadId: 'abcdefghijkl',
  code: 'standard',
  tone: 'firm',
  channel: 'email',
  language: 'fr',
  audience: 'business',
  halfYear: '2026S1',
  picture: 'logo',
  userId: '00000000-0000-4000-8000-000000000001',
};
const urlOf = (route: Route): string => route.path.replace(/:(\w+)/g, (_, name: string) => SHAPES[name] ?? '1');
const json = { 'content-type': 'application/json' };

let house: House;
const cookies = {} as Record<Role | 'stranger', string>;

beforeAll(async () => {
  house = await openHouse();
  for (const who of [...ROLES, 'stranger'] as const) cookies[who] = await signInAs(house.server, who);
});
afterAll(() => house.close());

const ask = (
  route: Route,
  who: Role | 'stranger' | null,
  more: { url?: string; payload?: string | undefined; headers?: Record<string, string | undefined> } = {},
) =>
  knock(house.server, {
    method: route.method,
    url: more.url ?? urlOf(route),
    headers: { cookie: who === null ? undefined : cookies[who], ...(more.payload ? json : {}), ...more.headers },
    ...(more.payload === undefined ? {} : { payload: more.payload }),
  });

describe('without a session', () => {
  test.each(guarded)('$name answers 401', async ({ route }) => {
    const before = house.recorded.length;
    const response = await ask(route, null);
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'not_signed_in', status: 401 });
    expect(house.recorded).toHaveLength(before);
  });

  test.each(guarded)('$name answers 401 to a made-up session', async ({ route }) => {
    const response = await ask(route, null, { headers: { cookie: 'quittance.session_token=made.up' } });
    expect(response.statusCode).toBe(401);
  });
});

describe('with a role', () => {
  test.each(byPermission)(
    '$name opens to those who may $permission, and to nobody else',
    async ({ route, permission }) => {
      for (const role of ROLES) {
        const before = house.recorded.length;
        const response = await ask(route, role, {
          url: `${urlOf(route)}?nonsense=1`,
          payload: route.method === 'GET' ? undefined : '{"nonsense":1}',
        });
        const { code } = response.json();
        if (can(role, permission)) expect([400, 404, 415], role).toContain(response.statusCode);
        else expect([response.statusCode, code], role).toEqual([403, 'forbidden']);
        if (!can(role, permission)) expect(house.recorded).toHaveLength(before);
      }
    },
  );

  test.each(byPermission)('$name does not tell another organization from none at all', async ({ route }) => {
    const [theirs, none] = await Promise.all(
      ['other', 'nowhere'].map((slug) => ask(route, 'admin', { headers: { 'x-quittance-org': slug } })),
    );
    const { requestId: _, ...first } = theirs!.json();
    const { requestId: __, ...second } = none!.json();
    expect(first).toEqual(second);
    expect(first.code).toBe('organization_required');
  });

  test.each(byPermission)('$name does not open to a company of another organization', async ({ route }) => {
    const response = await ask(route, 'admin', { headers: { 'x-quittance-company': 'other' } });
    expect(response.json().code).toBe('company_required');
  });
});

describe('with nonsense', () => {
  test.each(routes.filter(({ route }) => route.params))(
    '$name answers 400 to a parameter that is none',
    async ({ route }) => {
      const url = route.path.replace(/:(\w+)/g, '%00%F0%9F%92%A3');
      const response = await ask(route, 'admin', { url });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors[0].field).toMatch(/^params\./);
    },
  );

  test.each(routes.filter(({ route }) => route.query))(
    '$name answers 400 to an unknown query key',
    async ({ route }) => {
      const response = await ask(route, 'admin', { url: `${urlOf(route)}?nonsense=1` });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toContainEqual(
        expect.objectContaining({ field: 'query.nonsense', code: 'unknown_field' }),
      );
    },
  );

  const withBody = routes.filter(({ route }) => route.body && !isUpload(route.body));
  test.each(withBody)('$name answers 400 to a body that is not what it asks for', async ({ route }) => {
    for (const payload of ['{"nonsense":1}', '[]', 'null', '"text"', '{"a":', '']) {
      const response = await ask(route, 'admin', { payload, headers: json });
      expect([payload, response.statusCode]).toEqual([payload, 400]);
      expect(response.json().code).toBe('invalid_request');
    }
  });

  test.each(withBody)('$name answers 415 to a form', async ({ route }) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask(route, 'admin', { payload: 'a=1', headers })).statusCode).toBe(415);
  });
});

describe('from another site', () => {
  test.each(writing)('$name changes nothing', async ({ route }) => {
    const tries: Record<string, string | undefined>[] = [
      { 'x-quittance': undefined },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of tries) {
      const before = house.recorded.length;
      const response = await ask(route, 'admin', { headers });
      expect([headers, response.statusCode, response.json().code]).toEqual([headers, 403, 'cross_site_request']);
      expect(house.recorded).toHaveLength(before);
    }
  });
});
