// Delivery with the real renderer, over real SMTP, on a real database: what a mail server may answer, and what becomes of the message.
import type { ActionId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { recoverClaims } from '@quittance/usecases/delivery';
import { confirmSent, retryActions } from '@quittance/usecases/outbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeRenderer, type MailServer, openMailServer, PostOffice, refusal } from './post/post-office.ts';

let database: TestDatabase;
let server: MailServer;
let offices = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await closeRenderer();
  await database.close();
});
beforeEach(async () => {
  server = await openMailServer();
});
afterEach(() => server.close());

const open = () => {
  offices += 1;
  return PostOffice.open(database.db, `office-${offices}`, server.port);
};
const orderOf = (post: PostOffice, ids: readonly number[]) => ({
  companyId: post.companyId,
  actionIds: ids as ActionId[],
});

describe('a message', () => {
  it('leaves once, with its stable Message-ID, and its proof is kept', async () => {
    const post = await open();
    await post.debtor('C1');
    expect(await post.run()).toMatchObject({ planned: 1, sent: 1, failed: 0 });
    expect(await post.run()).toMatchObject({ planned: 0, sent: 0 });
    const [kept] = await post.sql<{ id: string; response: string }>(sql`
      SELECT m.mail_message_id AS id, d.response FROM messages m JOIN deliveries d USING (org_id, action_id) WHERE org_id = current_org()`);
    expect(server.taken).toEqual([kept!.id]);
    expect(kept!.id).toMatch(/@vauban\.example$/);
    expect(kept!.response).toMatch(/^250/);
    expect(server.raw[0]).toMatch(/^From: "?Atelier Vauban"? <compta@vauban\.example>/m);
    expect(await post.told()).toEqual(['email courteous C1 sent']);
  });

  it('in test mode goes nowhere', async () => {
    const post = await open();
    await post.debtor('C1');
    await post.sql(sql`UPDATE companies SET test_mode = true WHERE org_id = current_org()`);
    expect(await post.run()).toMatchObject({ sent: 1 });
    expect(server.taken).toEqual([]);
  });
});

describe('a mail server that answers', () => {
  it('550 to a recipient: the address is given up, a repair is asked for, the letter leaves the day after', async () => {
    const post = await open();
    await post.debtor('C1');
    await post.debtor('C2');
    server.manners.recipient = (address) => (address.startsWith('c1@') ? refusal(550, '5.1.1 no such user') : null);
    expect(await post.run()).toMatchObject({ sent: 1, failed: 1 });
    expect(await post.tasks()).toEqual(['repair_contact C1']);
    post.pass();
    expect(await post.run()).toMatchObject({ sent: 1, failed: 0 });
    expect(await post.told()).toEqual([
      'email courteous C1 failed mailbox_unknown',
      'email courteous C2 sent',
      'letter courteous C1 sent',
    ]);
  });

  it('451: it is tried again after a while, under the same Message-ID, and arrives', async () => {
    const post = await open();
    await post.debtor('C1');
    const offered: string[] = [];
    server.manners.message = (messageId) => {
      offered.push(messageId);
      return offered.length < 3 ? refusal(451, '4.7.1 greylisted') : null;
    };
    expect(await post.run()).toMatchObject({ sent: 0, failed: 0 });
    expect(await post.deliver()).toMatchObject({ sent: 0, retried: 0 }); // two minutes have not passed
    post.hour += 1;
    expect(await post.deliver()).toMatchObject({ retried: 1 });
    post.hour += 1;
    expect(await post.deliver()).toMatchObject({ sent: 1 });
    expect(new Set(offered).size).toBe(1);
    expect(server.taken).toHaveLength(1);
  });

  it('nothing, being down: the queue pauses, nothing fails, and it resumes by itself', async () => {
    const post = await open();
    for (const ref of ['C1', 'C2', 'C3']) await post.debtor(ref);
    const { port } = server;
    await server.close();
    expect(await post.run()).toMatchObject({ sent: 0, failed: 0 });
    expect(await post.told()).toEqual(['C1', 'C2', 'C3'].map((ref) => `email courteous ${ref} queued`));
    server = await openMailServer(port);
    post.hour += 1;
    expect(await post.deliver()).toMatchObject({ sent: 3 });
    expect(new Set(server.taken).size).toBe(3);
  });
});

describe('a message whose answer was lost after the final dot', () => {
  const lost = async () => {
    const post = await open();
    await post.debtor('C1');
    server.manners.message = () => 'drop';
    expect(await post.run()).toMatchObject({ sent: 0, failed: 0 });
    server.manners.message = () => null;
    return post;
  };

  it('is uncertain, shown to a person, and never sent again alone', async () => {
    const post = await lost();
    expect(await post.told()).toEqual(['email courteous C1 uncertain answer_lost']);
    expect(await post.tasks()).toEqual(['check_delivery C1']);
    for (let n = 0; n < 3; n += 1) {
      post.hour += 1;
      await recoverClaims(post.context);
      expect(await post.run()).toMatchObject({ planned: 0, sent: 0 });
    }
    post.pass(1); // and not planned anew while nobody knows
    expect(await post.run()).toMatchObject({ planned: 0, sent: 0 });
    expect(server.taken).toHaveLength(1);
  });

  it('is done when a person confirms it: the step counts from its day, the question is closed', async () => {
    const post = await lost();
    expect(await confirmSent(post.context, orderOf(post, await post.idsIn('uncertain')))).toEqual({
      done: 1,
      refused: [],
    });
    expect(await post.tasks()).toEqual([]);
    expect(await post.told()).toEqual(['email courteous C1 sent confirmed']);
    const levels = await post.sql(
      sql`SELECT rank, done_on AS "on" FROM receivable_levels WHERE org_id = current_org()`,
    );
    expect(levels).toEqual([{ rank: 2, on: '2027-03-08' }]);
  });

  it('leaves again when a person says that it did not arrive, under the same Message-ID', async () => {
    const post = await lost();
    expect(await retryActions(post.context, orderOf(post, await post.idsIn('uncertain')))).toEqual({
      done: 1,
      refused: [],
    });
    expect(await post.tasks()).toEqual([]);
    expect(await post.deliver()).toMatchObject({ sent: 1 });
    expect(server.taken).toHaveLength(2);
    expect(new Set(server.taken).size).toBe(1);
  });
});

it('a broken text fails alone, names its line, and leaves once it is mended', async () => {
  const post = await open();
  await post.debtor('C1');
  await post.debtor('C2', { language: 'en' });
  await post.debtor('C3');
  const text = (version: number, body: string) =>
    post.sql(sql`
    INSERT INTO templates (company_id, tone, channel, language, version, subject, body, actor)
    VALUES (${post.companyId}, 'courteous', 'email', 'en', ${version}, 'Reminder', ${body}, 'test')`);
  await text(1, 'Hello,\n\n{{ total | nonsense }}');
  expect(await post.run()).toMatchObject({ sent: 2, failed: 1 });
  const [failed] = await post.sql<{ response: string }>(
    sql`SELECT response FROM deliveries WHERE org_id = current_org() AND outcome = 'permanent'`,
  );
  expect(JSON.parse(failed!.response)).toMatchObject({ code: 'unknown_filter', part: 'body', line: 3 });
  await text(2, 'Hello,\n\nPlease pay.');
  await retryActions(post.context, orderOf(post, await post.idsIn('failed')));
  expect(await post.deliver()).toMatchObject({ sent: 1 });
  expect(server.taken).toHaveLength(3);
});

it('two workers with real servers on one queue: every message once', async () => {
  const post = await open();
  for (let n = 0; n < 30; n += 1) await post.debtor(`C${n}`);
  expect(await post.approveAll()).toBe(30);
  server.manners.delayMs = 3;
  const counts = await Promise.all([1, 2, 3].map((worker) => post.deliver(worker)));
  expect(counts.reduce((sum, each) => sum + each.sent, 0)).toBe(30);
  expect(new Set(server.taken).size).toBe(30);
  expect(server.taken).toHaveLength(30);
});
