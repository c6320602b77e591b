// Whose account a statement is, line by line of the table in docs/specs/bank-statements.md.
import { describe, expect, it } from 'vitest';
import type { Overlap } from './compare-tellings.ts';
import { type AccountAnswer, decideAccount, isNumberWithin, type SeenAccount } from './which-account.ts';

const [IBAN, OTHER] = ['FR7630004000010001234567843', 'FR7630006000011234567890189'];
const account = (bankAccountId: number, identity: string, more: Partial<SeenAccount> = {}): SeenAccount => ({
  ...{ bankAccountId, identities: [identity], iban: identity.startsWith('FR') ? identity : null, name: '' },
  ...{ deduced: 'apart', named: 'apart', all: 'apart' },
  ...more,
});
const NAMELESS = account(1, '');
const FIRST = account(2, IBAN);
const SECOND = account(3, OTHER);
const isIban = (said: string) => (said.startsWith('FR') ? said.replaceAll(' ', '') : null);
const told = (identity: string, known: readonly SeenAccount[], said: string | null = null): AccountAnswer =>
  decideAccount({ identity, iban: identity.startsWith('FR') ? identity : null, said, known }, isIban);
const known = (bankAccountId: number, toldBy: string) => ({ as: 'known', bankAccountId, toldBy });
const opened = (identity: string, toldBy: string, perhaps = false) => ({
  ...{ as: 'new', identity, iban: identity || null, toldBy, perhaps },
});
const refused = (code: string, bankAccountId: number | null = null) => ({ as: 'refused', code, bankAccountId });
const like = (one: SeenAccount, deduced: Overlap): SeenAccount => ({ ...one, deduced, all: deduced });

describe('a file that names no account', () => {
  it.each<[string, readonly SeenAccount[], string | null, object]>([
    ['opens one without a name where there is none', [], null, opened('', 'deduced')],
    ['is of the only one there is', [FIRST], null, known(2, 'deduced')],
    ['is of the only one, that has no name either', [NAMELESS], null, known(1, 'deduced')],
    [
      'asks where the only one told the same days otherwise',
      [{ ...FIRST, named: 'other' }],
      null,
      refused('account_unsaid'),
    ],
    ['asks where there are several', [FIRST, SECOND], null, refused('account_unsaid')],
    ['is of the one said by IBAN', [FIRST, SECOND], 'fr76 3000 6000 0112 3456 7890 189', known(3, 'person')],
    ['is of the one said by its id', [NAMELESS, FIRST], 'id:1', known(1, 'person')],
    ['is of the one said by its name', [FIRST, { ...SECOND, name: 'Recettes' }], 'recettes', known(3, 'person')],
    ['opens the one said by a new IBAN', [FIRST], OTHER, opened(OTHER, 'person')],
    ['is refused where what is said is no account', [FIRST], 'Livret', refused('account_unknown')],
    [
      'is refused where another account has its movements',
      [like(NAMELESS, 'same'), FIRST],
      'id:2',
      refused('account_mistaken', 1),
    ],
    ['is taken as said where that is not proved', [like(NAMELESS, 'unsure'), FIRST], 'id:2', known(2, 'person')],
  ])('%s', (_, accounts, said, answer) => {
    expect(told('', accounts, said)).toEqual(answer);
  });

  it('takes a name for what it says only where one account is called so', () => {
    const called = [FIRST, SECOND].map((one) => ({ ...one, name: 'Courant' }));
    expect(told('', called, 'Courant')).toEqual(refused('account_unknown'));
  });
});

describe('a file that names its account', () => {
  it.each<[string, readonly SeenAccount[], string | null, object]>([
    ['opens it where it is new', [SECOND], null, opened(IBAN, 'file')],
    ['is of it where it is known', [FIRST, SECOND], null, known(2, 'file')],
    [
      'gives its IBAN to the one without, where the movements are the same',
      [like(NAMELESS, 'same')],
      null,
      { ...known(1, 'file'), as: 'given' },
    ],
    ['opens it beside the one without where no day is told by both', [NAMELESS], null, opened(IBAN, 'file', true)],
    [
      'opens it beside the one without where nothing is in common',
      [like(NAMELESS, 'other')],
      null,
      opened(IBAN, 'file', true),
    ],
    ['asks where too little is in common', [like(NAMELESS, 'unsure')], null, refused('account_unsure', 1)],
    [
      'gives its IBAN to the one without, where a person says that it is it',
      [like(NAMELESS, 'unsure')],
      'id:1',
      { ...known(1, 'file'), as: 'given' },
    ],
    ['opens it in doubt where a person says its IBAN', [like(NAMELESS, 'unsure')], IBAN, opened(IBAN, 'file', true)],
    [
      'asks whatever is said where the movements are the same elsewhere',
      [like(NAMELESS, 'same'), FIRST],
      IBAN,
      refused('account_unsure', 1),
    ],
    [
      'asks where a file without account brought them to another IBAN',
      [like(SECOND, 'same')],
      null,
      refused('account_unsure', 3),
    ],
  ])('%s', (_, accounts, said, answer) => {
    expect(told(IBAN, accounts, said)).toEqual(answer);
  });

  it('is of the account that the one it names was joined into', () => {
    const joined = { ...FIRST, identities: [IBAN, '0001234'] };
    expect(told('0001234', [joined, SECOND])).toEqual(known(2, 'file'));
  });

  it('names an account by the number within its IBAN, and the other way round', () => {
    expect(told('30004 00001 00012345678', [FIRST, SECOND])).toEqual(known(2, 'file'));
    const byNumber = account(4, '00012345678');
    expect(told(IBAN, [byNumber, SECOND])).toEqual({ ...known(4, 'file'), as: 'given' });
    expect(isNumberWithin('012345678', IBAN)).toBe(false);
    const twice = account(5, 'DE02300040000100012345678');
    expect(told('00012345678', [FIRST, { ...twice, iban: twice.identities[0]! }])).toMatchObject({ as: 'new' });
  });
});
