// One account told by files that name it and files that do not: counted once whatever comes first, and asked where it cannot be known.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as write from '../../imports/test/bank-files.ts';
import { giveIban } from '../index.ts';
import { accountStage, JUNE_CENTS, june } from './account-stage.ts';

let stage: Awaited<ReturnType<typeof accountStage>>;
beforeAll(async () => {
  stage = await accountStage();
});
afterAll(() => stage.close());

const OTHER = write.ibanOf('00099999999');
const created = (count: number) => ({ status: 'imported', counts: { transactions: { created: count } } });
const refused = (code: string) => ({ status: 'refused', refusal: { code } });

describe('a table without an account', () => {
  it('is of the company’s only account, and tells it nothing new', async () => {
    const house = await stage.company();
    await house.camt(june());
    const report = await house.csv(june());
    expect(report).toMatchObject(created(0));
    expect(report.notes).toContainEqual({ code: 'account_deduced', account: house.iban });
    expect(await house.accounts()).toMatchObject([{ identity: house.iban, movements: 5, statements: 2 }]);
  });

  it('makes an account without a name, which takes the IBAN of the statement that tells the same', async () => {
    const house = await stage.company();
    expect(await house.csv(june())).toMatchObject(created(5));
    const report = await house.camt(june());
    expect(report).toMatchObject(created(0));
    expect(report.notes).toContainEqual({ code: 'account_given', account: house.iban });
    expect(await house.accounts()).toMatchObject([{ identity: house.iban, iban: house.iban, movements: 5 }]);
    expect(await house.amounts()).toEqual(JUNE_CENTS);
  });

  it('asks where there are several, lists them, and remembers the answer with its columns', async () => {
    const house = await stage.company();
    await house.camt(june('01', '09'));
    await house.camt({ ...june('10'), account: '00011111111' });
    const asked = await house.csv(june('01', '09'));
    expect(asked).toMatchObject(refused('account_unsaid'));
    expect(asked.refusal?.expected).toBe(`${house.iban} · ${write.ibanOf('00011111111')}`);
    expect(await house.csv(june('01', '09'), { account: house.iban })).toMatchObject(created(0));
    const later = { ...june(), lines: [{ on: '2025-06-30', cents: 7_000, text: 'VIR NEUF' }] };
    expect(await house.csv(later)).toMatchObject(created(1));
    expect(await house.accounts()).toMatchObject([{ iban: house.iban, movements: 3 }, { movements: 3 }]);
  });

  it('is never taken for an account while another has its movements', async () => {
    const house = await stage.company();
    await house.camt(june());
    await house.camt({
      ...june('01', '02'),
      account: '00022222222',
      lines: [{ on: '2025-06-02', cents: 9, text: 'X' }],
    });
    const other = write.ibanOf('00022222222');
    expect(await house.csv(june(), { account: other })).toMatchObject({
      refusal: { code: 'account_mistaken', expected: house.iban },
    });
    expect(await house.amounts()).toHaveLength(6);
  });

  it('asks where the only account told the same days quite otherwise', async () => {
    const house = await stage.company();
    await house.camt(june());
    const strange = { ...june(), lines: [{ on: '2025-06-10', cents: 77_700, text: 'VIR AUTRE COMPTE' }] };
    expect(await house.csv(strange)).toMatchObject(refused('account_unsaid'));
    expect(await house.csv(strange, { account: OTHER })).toMatchObject(created(1));
    expect(await house.accounts()).toMatchObject([
      { iban: house.iban, movements: 5 },
      { iban: OTHER, movements: 1 },
    ]);
  });

  it('is refused where what was said is no account, or another company’s', async () => {
    const house = await stage.company();
    expect(await house.csv(june(), { account: 'Livret' })).toMatchObject(refused('account_unknown'));
    const stranger = await stage.company();
    await stranger.camt(june());
    expect(await house.csv(june(), { account: stranger.iban })).toMatchObject(refused('account_of_other_company'));
    expect(await house.accounts()).toEqual([]);
  });
});

describe('a statement that names its account', () => {
  it('stands beside the one without a name while no day is told by both, and says so', async () => {
    const house = await stage.company();
    await house.csv(june('01', '09'));
    const report = await house.camt(june('10'));
    expect(report).toMatchObject(created(3));
    expect(report.notes).toContainEqual({ code: 'account_perhaps', account: house.iban });
    expect(await house.camt(june())).toMatchObject(refused('account_unsure'));
    expect(await house.csv(june(), { account: house.iban })).toMatchObject(refused('account_mistaken'));
    expect(await house.amounts()).toEqual(JUNE_CENTS);
  });

  it('asks where one receipt alone is in common, and believes what a person says', async () => {
    for (const said of ['same', 'other'] as const) {
      const house = await stage.company();
      await house.csv({ ...june(), lines: [...june('02', '02').lines, { on: '2025-06-03', cents: 44, text: 'X' }] });
      const few = {
        ...june('01', '04'),
        lines: [...june('02', '02').lines, { on: '2025-06-03', cents: 55, text: 'Y' }],
      };
      const asked = await house.camt(few);
      expect(asked).toMatchObject(refused('account_unsure'));
      const [nameless] = await house.accounts();
      const account = said === 'same' ? asked.refusal!.expected : house.iban;
      expect(account).toBe(said === 'same' ? `id:${nameless!.bankAccountId}` : house.iban);
      expect(await house.camt(few, { account })).toMatchObject(created(said === 'same' ? 1 : 2));
      expect(await house.accounts()).toHaveLength(said === 'same' ? 1 : 2);
    }
  });

  it('is the account whose IBAN a person gave, and not the one that was given another', async () => {
    for (const isSame of [true, false]) {
      const house = await stage.company();
      await house.csv(june('01', '02'));
      const bankAccountId = (await house.accounts())[0]!.bankAccountId;
      const iban = isSame ? house.iban : write.ibanOf('00055555555');
      const given = { companyId: house.companyId, bankAccountId, iban };
      expect(await giveIban(stage.context, given)).toEqual({ ok: true, value: null });
      expect(await giveIban(stage.context, given)).toMatchObject({ refusal: { code: 'state_forbids' } });
      expect(await house.camt(june())).toMatchObject(created(isSame ? 4 : 5));
      expect(await house.accounts()).toHaveLength(isSame ? 1 : 2);
    }
  });

  it('is known by its number alone, within its IBAN', async () => {
    const house = await stage.company();
    await house.camt(june());
    expect(await house.ofx(june())).toMatchObject(created(0));
    const other = await stage.company();
    await other.ofx(june());
    expect(await other.camt(june())).toMatchObject(created(0));
    expect(await other.accounts()).toMatchObject([{ iban: other.iban }]);
    expect(await other.ofx({ ...june(), lines: [{ on: '2025-06-30', cents: 8, text: 'X' }] })).toMatchObject(
      created(1),
    );
    expect(await other.accounts()).toHaveLength(1);
  });
});
