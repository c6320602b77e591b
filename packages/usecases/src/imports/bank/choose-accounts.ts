// Choosing accounts: for each account a file tells of, the company's own account it is; opened, given its IBAN, or the file refused in doubt.
import {
  type AccountAnswer,
  compareTellings,
  decideAccount,
  type Overlap,
  type SeenAccount,
  type ToldBy,
} from '@quittance/core/intake';
import { type Currency, maxDay, minDay, ok, type Result, refuse } from '@quittance/core/kernel';
import { isIban } from '@quittance/core/parties';
import {
  type AccountMovement,
  type AccountNames,
  type ForeignAccount,
  findForeignAccount,
  identifyAccount,
  listAccountMovements,
  listAccountNames,
  listDeducedAccounts,
  listStagedLines,
  openBankAccount,
  type StagedSpan,
} from '@quittance/db/bank/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import type { ImportRun } from '../importer.ts';
import type { ImportNote, ImportRefusal } from '../report.ts';
import { noteOf } from './notes.ts';
import type { PlacedHead } from './stage-file.ts';

/** The account of a statement, and who told it. */
export type ChosenAccount = Readonly<{ bankAccountId: number; toldBy: ToldBy }>;

/** By the statement's place in the file; with what is worth saying. */
export type ChosenAccounts = Readonly<{ accounts: ReadonlyMap<number, ChosenAccount>; notes: readonly ImportNote[] }>;

type ToldStatement = Readonly<{ head: PlacedHead; identity: string; staged: StagedSpan | undefined }>;
type Asked = Readonly<{
  account: string | undefined;
  rememberedAccount: number | null;
  told: readonly ToldStatement[];
}>;

/** Statements of a file that are of one account. */
type OneAccount = Readonly<{ identity: string; iban: string | null; currency: Currency; told: ToldStatement[] }>;

function groupsOf(told: readonly ToldStatement[]): OneAccount[] {
  const groups = new Map<string, OneAccount>();
  for (const one of told) {
    const { currency, accountIban } = one.head;
    const key = `${currency} ${one.identity}`;
    const iban = accountIban === null ? null : one.identity;
    const group = groups.get(key) ?? { identity: one.identity, iban, currency, told: [] };
    group.told.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const NOT_COMPARED = { deduced: 'apart', named: 'apart', all: 'apart' } as const;

/** The accounts whose movements may be those of the file: those that nobody told of, and all where the file names none. */
async function comparable(tx: Tx, { identity }: OneAccount, known: readonly AccountNames[]): Promise<number[]> {
  const ids = known.map(({ bankAccountId }) => bankAccountId);
  const isAlone = known.length === 1 && known[0]!.identities.includes('');
  if (identity === '') return isAlone ? [] : ids;
  const own = known.find(({ identities }) => identities.includes(identity))?.bankAccountId;
  return listDeducedAccounts(
    tx,
    ids.filter((id) => id !== own),
  );
}

async function seeAccounts(tx: Tx, group: OneAccount, known: readonly AccountNames[]): Promise<SeenAccount[]> {
  const spans = group.told.flatMap(({ staged }) => (staged ? [staged] : []));
  const ids = spans.length === 0 ? [] : await comparable(tx, group, known);
  if (ids.length === 0) return known.map((each) => ({ ...each, ...NOT_COMPARED }));
  const span = {
    from: spans.map(({ fromOn }) => fromOn).reduce(minDay),
    to: spans.map(({ toOn }) => toOn).reduce(maxDay),
  };
  const ours = await listStagedLines(tx, { statements: spans.map(({ statement }) => statement), ...span });
  const theirs = await listAccountMovements(tx, { bankAccountIds: ids, ...span });
  const against = (id: number, which: (one: AccountMovement) => boolean): Overlap =>
    compareTellings(
      ours,
      theirs.filter((one) => one.bankAccountId === id && which(one)),
    );
  return known.map((each) => {
    const { bankAccountId: id } = each;
    if (!ids.includes(id)) return { ...each, ...NOT_COMPARED };
    return {
      ...each,
      deduced: against(id, ({ isDeduced }) => isDeduced),
      named: against(id, ({ isNamed }) => isNamed),
      all: against(id, () => true),
    };
  });
}

const ibanOf = (said: string): string | null => {
  const iban = said.replace(/\s/g, '').toUpperCase();
  return isIban(iban) ? iban : null;
};

const foreignRefusal = ({ identity, company }: ForeignAccount): ImportRefusal => ({
  ...{ code: 'account_of_other_company', row: null, seen: identity, expected: company },
});

/** An account in words that `account` takes: its IBAN or number, else its id; and what people call it. */
const wordOf = ({ bankAccountId, identities, name }: AccountNames): string =>
  `${identities[0] || `id:${bankAccountId}`}${name ? ` (${name})` : ''}`;

function refusalOf(
  { code, bankAccountId }: Extract<AccountAnswer, { as: 'refused' }>,
  { group, said, known }: Readonly<{ group: OneAccount; said: string | null; known: readonly AccountNames[] }>,
): ImportRefusal {
  const listed = known.filter((each) => bankAccountId === null || each.bankAccountId === bankAccountId);
  const isSaid = code === 'account_unknown' || code === 'account_mistaken';
  const seen = isSaid ? said! : group.identity || group.currency;
  return { code, row: null, seen, expected: listed.map(wordOf).join(' · ') };
}

async function settle(
  tx: Tx,
  run: ImportRun,
  { group, answer }: Readonly<{ group: OneAccount; answer: Exclude<AccountAnswer, { as: 'refused' }> }>,
): Promise<ChosenAccount> {
  const { toldBy } = answer;
  if (answer.as === 'new') {
    const { identity, iban } = answer;
    const { currency } = group;
    return { bankAccountId: await openBankAccount(tx, run.companyId, { identity, iban, currency }), toldBy };
  }
  const { bankAccountId } = answer;
  if (answer.as === 'given') {
    const { identity, iban } = group;
    await identifyAccount(tx, { bankAccountId, identity, iban });
    const payload = { bankAccountId, identity, importId: run.importId };
    const subject = { subject: 'company', subjectId: run.companyId } as const;
    await appendEvent(tx, { kind: 'bank.account_identified', actor: run.actor, ...subject, payload });
  }
  return { bankAccountId, toldBy };
}

function notesFor(answer: AccountAnswer, group: OneAccount, known: readonly AccountNames[]): ImportNote[] {
  if (answer.as === 'given') return [noteOf('account_given', { account: group.identity })];
  if (answer.as === 'new') return answer.perhaps ? [noteOf('account_perhaps', { account: group.identity })] : [];
  if (answer.as === 'refused' || answer.toldBy !== 'deduced') return [];
  const account = known.find(({ bankAccountId }) => bankAccountId === answer.bankAccountId)!;
  return account.identities[0] === '' ? [] : [noteOf('account_deduced', { account: wordOf(account) })];
}

/** Chooses for every statement; a doubt refuses the file and says which accounts there are. */
export async function chooseAccounts(
  tx: Tx,
  run: ImportRun,
  { account, rememberedAccount, told }: Asked,
): Promise<Result<ChosenAccounts, ImportRefusal>> {
  const accounts = new Map<number, ChosenAccount>();
  const notes: ImportNote[] = [];
  for (const group of groupsOf(told)) {
    const known = await listAccountNames(tx, run.companyId, group.currency);
    const isThere = known.some(({ bankAccountId }) => bankAccountId === rememberedAccount);
    const said = account ?? (isThere ? `id:${rememberedAccount}` : null);
    const { identity, iban } = group;
    const seen = await seeAccounts(tx, group, known);
    const answer = decideAccount({ identity, iban, said, known: seen }, ibanOf);
    if (answer.as === 'refused') return refuse(refusalOf(answer, { group, said, known }));
    const foreign = answer.as === 'new' ? await findForeignAccount(tx, run.companyId, [answer.identity]) : undefined;
    if (foreign) return refuse(foreignRefusal(foreign));
    const chosen = await settle(tx, run, { group, answer });
    for (const { head } of group.told) accounts.set(head.statement, chosen);
    notes.push(...notesFor(answer, group, known));
  }
  return ok({ accounts, notes });
}
