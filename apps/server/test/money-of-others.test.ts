// Money of others: whoever names in a path or a body what is another customer's, another company's or another organization's finds nothing, and nothing moves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '@quittance/adapters/passwords';
import type { OrgId } from '@quittance/core/kernel';
import { createPool } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { createCompany } from '@quittance/usecases/companies';
import { inOrganization } from '@quittance/usecases/context';
import { createHouse, createUser, inviteUser } from '@quittance/usecases/users';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../src/http/index.ts';
import { wire } from '../src/wiring/wire.ts';
import { knock, PASSWORD } from './house.ts';
import { clock, furnish, type Ids } from './money-scene.ts';

const NAMES = ['Couvent Corail', 'Domaine Dolmen', 'Scierie Sureau'] as const;

let database: TestDatabase;
let server: FastifyInstance;
let dataDir: string;
let close = async () => {};
const cookies = { chief: '', lea: '' };

const others: Ids[] = [];
let own: Ids;

async function signIn(email: string, password: string): Promise<string> {
  const answer = await knock(server, { method: 'POST', url: '/api/auth/sign-in', payload: { email, password } });
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'quittance-money-'));
  const { db, appUrl } = database;
  const place = { db, clock, actor: 'test' };
  const house = await createHouse(place, { name: 'Maison', siren: null });
  const context = { ...place, orgId: house.orgId as OrgId };
  const chief = { name: 'Ada', email: 'ada@test.fr', password: PASSWORD, language: 'fr', role: 'admin' } as const;
  await createUser(context, hashPassword, chief);
  const lea = { name: 'Léa', email: 'lea@test.fr', language: 'fr', role: 'collector' } as const;
  const invited = await inviteUser(context, hashPassword, { ...lea, portfolio: { own: true, segments: [] } });
  const here = { orgId: context.orgId, companyId: house.companyId };
  own = await furnish(db, here, { ref: 'A', name: 'Atelier Anis' });
  await inOrganization(context, (tx) =>
    sql`UPDATE customers SET owner_email = 'lea@test.fr' WHERE ref = 'A'`.execute(tx),
  );
  others.push(await furnish(db, here, { ref: 'C', name: NAMES[0] }));
  const second = await createCompany(context, { code: 'zz', name: 'Zénith', siren: null });
  others.push(await furnish(db, { orgId: context.orgId, companyId: second }, { ref: 'D', name: NAMES[1] }));
  const elsewhere = await createHouse(place, { name: 'Ailleurs', siren: null });
  others.push(
    await furnish(
      db,
      { orgId: elsewhere.orgId as OrgId, companyId: elsewhere.companyId },
      { ref: 'E', name: NAMES[2] },
    ),
  );
  const wiring = await wire({ db, dataDir, appUrl, env: {}, work: false, onError: () => {}, clock });
  const web = { secret: 's'.repeat(43), publicUrl: 'http://localhost:3000', webRoot: join(dataDir, 'no-web') };
  server = await createServer({
    db,
    services: wiring.services,
    dataDir,
    ...web,
    version: '0.0.0-test',
    logLevel: 'silent',
  });
  close = async () => {
    await wiring.close();
    await server.close();
  };
  cookies.chief = await signIn('ada@test.fr', PASSWORD);
  const given = invited.ok ? (invited.value.password ?? '') : '';
  const headers = { cookie: await signIn('lea@test.fr', given) };
  const payload = { currentPassword: given, newPassword: PASSWORD };
  await knock(server, { method: 'POST', url: '/api/auth/change-password', payload, headers });
  cookies.lea = await signIn('lea@test.fr', PASSWORD);
}, 120_000);
afterAll(async () => {
  await close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = async (who: 'chief' | 'lea', method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await knock(server, {
    method,
    url,
    headers: { cookie: cookies[who] },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, text: answer.body };
};

/** What stands in every ledger, looked at from above: nothing of it may move. */
async function standing(): Promise<string> {
  const pool = createPool({ url: database.adminUrl, size: 1 });
  try {
    const { rows } =
      await pool.query(`SELECT concat_ws(' ', (SELECT count(*) FROM payments), (SELECT count(*) FROM allocations),
      (SELECT count(*) FROM bank_decisions), (SELECT count(*) FROM bank_decisions WHERE undone_on IS NOT NULL), (SELECT count(*) FROM payment_deeds),
      (SELECT count(*) FROM payment_deeds WHERE undone_on IS NOT NULL), (SELECT count(*) FROM announced_payments WHERE state = 'expected'),
      (SELECT count(*) FROM late_fee_claims), (SELECT count(*) FROM late_fee_claims WHERE waived_on IS NOT NULL),
      (SELECT count(*) FROM bank_transactions WHERE set_aside_by IS NULL), (SELECT string_agg(disposition, '' ORDER BY claim_id) FROM late_fee_claims)) AS text`);
    return rows[0].text;
  } finally {
    await pool.end();
  }
}

/** Every door that takes an id of money, with a body that would be right were it one's own; `mine` stands where two are named. */
const doors = (theirs: Ids, mine: Ids): readonly (readonly [string, object?])[] => {
  const part = {
    customerId: theirs.customer,
    cents: 40_000,
    paymentId: null,
    settles: null,
    credits: [],
    adjustments: [],
  };
  const pays = { receivableId: theirs.receivable, cents: 40_000 };
  const paid = { on: '2026-03-09', cents: 1_000, method: 'cheque', reference: '', note: '' };
  return [
    [`/matching/lines/${theirs.movement}/accept`, { choice: 0, madeAt: '2026-03-10T09:00:00.000Z' }],
    [
      `/matching/lines/${theirs.movement}/decide`,
      { parts: [{ ...part, allocations: [pays] }], note: '', learn: false },
    ],
    [`/matching/lines/${mine.movement}/decide`, { parts: [{ ...part, allocations: [] }], note: '', learn: false }],
    [
      `/matching/lines/${mine.movement}/decide`,
      { parts: [{ ...part, customerId: mine.customer, allocations: [pays] }], note: '', learn: false },
    ],
    [
      `/matching/lines/${mine.movement}/decide`,
      {
        parts: [{ ...part, customerId: mine.customer, paymentId: theirs.payment, allocations: [] }],
        note: '',
        learn: false,
      },
    ],
    [`/matching/decisions/${theirs.decision}/undo`, { reason: 'x' }],
    [`/matching/decisions/${theirs.decision}/redo`],
    ['/payments', { ...paid, customerId: theirs.customer }],
    [`/payments/${theirs.payment}/return`, { on: '2026-03-09', code: 'AM04', note: '' }],
    [`/payments/${theirs.payment}/refund`, { on: '2026-03-09', cents: 100, reference: '', note: '' }],
    [`/payments/${theirs.payment}/move`, { customerId: mine.customer, cents: 100, note: '' }],
    [`/payments/${mine.payment}/move`, { customerId: theirs.customer, cents: 100, note: '' }],
    [`/payments/${theirs.payment}/gain`, { cents: 100, note: '' }],
    [`/payments/deeds/${theirs.deed}/undo`, { note: '' }],
    [`/payments/deeds/${theirs.deed}/again`],
    [`/adjustments/${theirs.deed}/undo`, { note: '' }],
    ['/adjustments', { receivableId: theirs.receivable, cents: 100, nature: 'write_off', note: '' }],
    ['/announcements', { customerId: theirs.customer, kind: 'transfer', cents: 100, expectedOn: '2026-03-20' }],
    [
      '/announcements',
      {
        customerId: mine.customer,
        kind: 'transfer',
        cents: 100,
        expectedOn: '2026-03-20',
        receivableIds: [theirs.receivable],
      },
    ],
    [`/announcements/${theirs.announcement}/cancel`, { note: '' }],
    [`/announcements/${theirs.announcement}/arrived`, {}],
    [`/announcements/${mine.announcement}/arrived`, { paymentId: theirs.payment }],
    [`/announcements/${theirs.announcement}/reopen`],
    ['/claims', { receivableIds: [theirs.receivable], on: '2026-03-10', kinds: ['fixed_fee'] }],
    ['/claims/preview', { receivableIds: [theirs.receivable], on: '2026-03-10', kinds: ['fixed_fee'] }],
    [`/claims/${theirs.claim}/decide`, { disposition: 'waive' }],
    [`/claims/${theirs.claim}/waive`, { note: '' }],
    [`/claims/${theirs.claim}/undo`, { of: 'claim', note: '' }],
    ['/memory/habits/erase', { customerId: theirs.customer }],
  ];
};

const LISTS = [
  '/payments?view=all&size=200',
  '/announcements?size=200',
  '/claims?size=200',
  '/adjustments?size=200',
  '/payments/export?view=all',
];

describe.each([
  ['a member narrowed to a portfolio, and a customer outside it', 'lea', 0],
  ['an admin, and another company of the organization', 'chief', 1],
  ['an admin, and another organization', 'chief', 2],
] as const)('%s', (_, who, which) => {
  test('no door lets their money be moved, whatever id stands in the path or the body', async () => {
    const before = await standing();
    for (const [path, payload] of doors(others[which]!, own)) {
      const answer = await ask(who, 'POST', `/api/v1${path}`, payload);
      const isNothing = path === '/memory/habits/erase' && answer.status === 200;
      expect([
        path,
        JSON.stringify(payload),
        isNothing || (answer.status >= 400 && answer.status < 500),
        answer.text.slice(0, 200),
      ]).toEqual([path, JSON.stringify(payload), true, answer.text.slice(0, 200)]);
      expect(answer.text).not.toContain(NAMES[which]);
    }
    expect(await standing()).toBe(before);
  });

  test('movements of theirs are neither set aside nor taken by many at once', async () => {
    const before = await standing();
    const transactionIds = [others[which]!.movement];
    await ask(who, 'POST', '/api/v1/matching/set-aside', {
      transactionIds,
      reason: 'other',
      note: '',
      remember: false,
    });
    await ask(who, 'POST', '/api/v1/matching/take-back', { transactionIds });
    await ask(who, 'POST', '/api/v1/matching/accept', { transactionIds, minConfidence: 0 });
    expect(await standing()).toBe(before);
  });

  test('no list and no sheet tells of them', async () => {
    const { payment, customer, movement } = others[which]!;
    for (const path of [
      ...LISTS,
      `/payments?view=all&customerId=${customer}`,
      `/payments/${payment}`,
      `/matching/lines/${movement}`,
      `/matching/lines/${movement}/open-items`,
    ])
      expect((await ask(who, 'GET', `/api/v1${path}`)).text).not.toContain(NAMES[which]);
  });
});

test('the same doors open for one’s own: the bodies are right', async () => {
  const answers = [];
  for (const [path, payload] of doors(own, own).filter(([path]) =>
    /return|adjustments$|announcements$|cancel|preview/.test(path),
  ))
    answers.push([path, (await ask('chief', 'POST', `/api/v1${path}`, payload)).status]);
  expect(answers.filter(([, status]) => Number(status) >= 400)).toEqual([]);
});
