// Joining two accounts that turned out to be one: each movement counts once, money stays where it was tied, files find the account again.
import { type CompanyId, day } from '@quittance/core/kernel';
import { findMovement, listMovements } from '@quittance/db/cash';
import { withOrg } from '@quittance/db/tx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeBack, undoMatch } from '../../cash/index.ts';
import { giveIban, joinAccounts, previewJoin } from '../index.ts';
import { accountStage, JUNE_CENTS, june } from './account-stage.ts';

let stage: Awaited<ReturnType<typeof accountStage>>;
beforeAll(async () => {
  stage = await accountStage();
});
afterAll(() => stage.close());

it('is refused where each has an IBAN, and for one account alone', async () => {
  const house = await stage.company();
  await house.camt(june());
  await house.camt({ ...june(), account: '00088888888' });
  const [first, second] = (await house.accounts()).map(({ bankAccountId }) => bankAccountId) as [number, number];
  const order = { companyId: house.companyId, bankAccountId: first, withId: second };
  expect(await previewJoin(stage.context, order)).toMatchObject({ refusal: { code: 'accounts_differ' } });
  expect(await joinAccounts(stage.context, order)).toMatchObject({ refusal: { code: 'accounts_differ' } });
  const alone = { ...order, withId: first };
  expect(await joinAccounts(stage.context, alone)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await house.amounts()).toHaveLength(10);
});

/** As it was before files without account were asked about: a table's account beside the statements', the same days in both. */
async function legacy() {
  const house = await stage.company();
  await house.csv(june('01', '03'));
  await house.camt(june('10'));
  const [from, into] = (await house.accounts()).map(({ bankAccountId }) => bankAccountId) as [number, number];
  // The table tells 10 to 12 June too: said to be of the one without a name, one movement at a time proves nothing.
  for (const on of ['10', '12']) {
    const text = `REMISE ${on}`;
    const lines = june(on, on).lines.map((line) => ({ ...line, text }));
    expect(await house.csv({ ...june(), lines }, { account: `id:${from}` })).toMatchObject({ status: 'imported' });
  }
  return { house, from, into, order: { companyId: house.companyId, bankAccountId: into, withId: from } };
}

it('shows what both tell, then counts it once; every file finds the account again', async () => {
  const { house, into, order } = await legacy();
  expect(await house.amounts()).toHaveLength(1 + 3 + 2);
  const preview = await previewJoin(stage.context, order);
  expect(preview).toMatchObject({
    value: { into: { iban: house.iban }, moved: 1, twins: [{ isMatchedTwice: false }, {}] },
  });
  const twins = preview.ok ? preview.value.twins : [];
  expect(twins.map(({ from, into }) => [from[0]?.label, into[0]?.cents])).toEqual([
    ['REMISE 10', 33_300],
    ['REMISE 12', 50_000],
  ]);
  expect(await house.amounts()).toHaveLength(6);
  expect(await joinAccounts(stage.context, order)).toEqual({ ok: true, value: { bankAccountId: into } });
  const once = [120_000, 33_300, 50_000, -1_250];
  expect(await house.amounts()).toEqual(once);
  expect(await house.accounts()).toMatchObject([{ iban: house.iban, movements: 4, statements: 4 }]);
  for (const told of [
    () => house.csv(june('01', '03')),
    () => house.csv(june('10')),
    () => house.camt(june('10', '12')),
  ])
    expect((await told()).counts.transactions.created).toBe(0);
  expect(await house.camt(june())).toMatchObject({ counts: { transactions: { created: 1 } } });
  expect(await house.amounts()).toEqual(JUNE_CENTS);
  expect(await joinAccounts(stage.context, order)).toMatchObject({ refusal: { code: 'not_found' } });
});

const itemsOf = (companyId: CompanyId) =>
  withOrg(stage.db, stage.orgId, (tx) =>
    listMovements(
      tx,
      { companyId, on: day('2025-06-30'), state: 'all' },
      { sort: 'bookedOn', descending: false, limit: 50, offset: 0 },
    ),
  );

it('keeps the movement whose money is tied, and takes no double back', async () => {
  const { house, from, order } = await legacy();
  const line = (transactionId: number) =>
    withOrg(stage.db, stage.orgId, (tx) =>
      findMovement(tx, { companyId: house.companyId, transactionId, on: day('2025-06-30') }),
    );
  // The double of 12 June is the second one told: the table's.
  const { items } = await itemsOf(house.companyId);
  const second = items.filter(({ cents, label }) => cents === 50_000 && label.startsWith('REMISE'))[0]!.transactionId;
  expect((await house.match(second, 50_000)).ok).toBe(true);
  expect((await joinAccounts(stage.context, order)).ok).toBe(true);
  expect(await line(second)).toMatchObject({ state: 'applied' });
  const doubles = (await itemsOf(house.companyId)).items.filter(({ asideReason }) => asideReason === 'told_twice');
  expect(doubles.map(({ cents, accountId }) => [cents, accountId])).toEqual([
    [33_300, from],
    [50_000, from],
  ]);
  const back = await takeBack(stage.context, {
    companyId: house.companyId,
    transactionIds: doubles.map((one) => one.transactionId),
  });
  expect(back).toMatchObject({ done: [], refused: [{ code: 'state_forbids' }, { code: 'state_forbids' }] });
});

it('is refused where money is tied in both, until one decision is undone', async () => {
  const { house, order } = await legacy();
  const { items } = await itemsOf(house.companyId);
  const decisions: number[] = [];
  for (const { transactionId } of items.filter(({ cents }) => cents === 33_300)) {
    const done = await house.match(transactionId, 33_300);
    if (done.ok) decisions.push(done.value.decisionId);
  }
  expect(decisions).toHaveLength(2);
  const preview = await previewJoin(stage.context, order);
  expect(preview.ok && preview.value.twins.map(({ isMatchedTwice }) => isMatchedTwice)).toEqual([true, false]);
  const refused = { ok: false, refusal: { code: 'money_matched_twice', count: 1 } };
  expect(await joinAccounts(stage.context, order)).toEqual(refused);
  await undoMatch(stage.context, { companyId: house.companyId, decisionId: decisions[0]!, reason: 'double' });
  expect((await joinAccounts(stage.context, order)).ok).toBe(true);
  expect(await house.amounts()).toHaveLength(4);
});

it('is proposed by the refusal of an IBAN that another account has', async () => {
  const { house, from } = await legacy();
  const given = { companyId: house.companyId, bankAccountId: from };
  expect(await giveIban(stage.context, { ...given, iban: house.iban })).toMatchObject({
    refusal: { code: 'iban_known' },
  });
  expect(await giveIban(stage.context, { ...given, iban: 'FR00' })).toMatchObject({
    refusal: { code: 'iban_invalid' },
  });
});
