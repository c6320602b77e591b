// Joining accounts: two that turned out to be one become one; what both tell counts once, what only one tells is kept.
import { findTwins, type Standing, standingSide, type Twins } from '@quittance/core/intake';
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import {
  identifyAccount,
  type JoinedTwins,
  type LineOfAccount,
  type LockedAccount,
  listAccountLines,
  lockAccounts,
  moveAccount,
  passTellings,
} from '@quittance/db/bank/write';
import { dropCandidates, type LockedMovement, lockMovements, setMovementsAside } from '@quittance/db/cash/write';
import { lockImports } from '@quittance/db/imports/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
import { hashedKey } from '../imports/bank/movement-keys.ts';

/** The two accounts, in any order: the one with an IBAN stands, else the second. */
export type JoinOrder = Readonly<{ companyId: CompanyId; bankAccountId: number; withId: number }>;

/** Why they cannot be one: not there, of another currency, or each with an IBAN. */
export type TwoAccounts = Readonly<{ code: 'not_found' | 'accounts_differ' }>;

/** Why they are not joined; or as many movements have money applied on both. */
export type JoinRefusal = TwoAccounts | Readonly<{ code: 'money_matched_twice'; count: number }>;

/** A movement as each account tells it; several where one tells a total and the other its details. */
export type SeenTwins = Readonly<{
  from: readonly LineOfAccount[];
  into: readonly LineOfAccount[];
  /** Money stands in both: one of the decisions is undone first. */
  isMatchedTwice: boolean;
}>;

/** What joining would do. */
export type JoinPreview = Readonly<{
  /** The account that stands. */
  into: LockedAccount;
  twins: readonly SeenTwins[];
  /** Movements that only the account that goes tells. */
  moved: number;
}>;

type Weighed = Readonly<{ twins: Twins; side: 'from' | 'into' | null }>;
type Looked = Readonly<{
  from: LockedAccount;
  into: LockedAccount;
  lines: ReadonlyMap<number, LineOfAccount>;
  weighed: readonly Weighed[];
  moved: number;
}>;

function sidesOf(
  accounts: readonly LockedAccount[],
  { bankAccountId, withId }: JoinOrder,
): Result<Pick<Looked, 'from' | 'into'>, TwoAccounts> {
  const [asked, other] = [bankAccountId, withId].map((id) => accounts.find((each) => each.bankAccountId === id));
  if (!asked || !other || asked === other || asked.isJoined || other.isJoined) return refuse({ code: 'not_found' });
  if (asked.currency !== other.currency || (asked.iban !== null && other.iban !== null))
    return refuse({ code: 'accounts_differ' });
  const isAskedBetter = other.iban === null && (asked.iban !== null || other.identity === '');
  return ok(isAskedBetter ? { from: other, into: asked } : { from: asked, into: other });
}

function standingOf(ids: readonly number[], movements: ReadonlyMap<number, LockedMovement>): Standing {
  const own = ids.map((id) => movements.get(id)!);
  if (own.some(({ cents, openCents }) => openCents < Math.abs(cents))) return 'matched';
  return own.some(({ isAside }) => isAside) ? 'aside' : 'waiting';
}

/** Under the locks of both accounts and of the movements that both tell. */
async function look(tx: Tx, order: JoinOrder): Promise<Result<Looked, TwoAccounts>> {
  const { companyId, bankAccountId, withId } = order;
  const sides = sidesOf(await lockAccounts(tx, companyId, [bankAccountId, withId]), order);
  if (!sides.ok) return sides;
  const { from, into } = sides.value;
  const [gone, standing] = [
    await listAccountLines(tx, from.bankAccountId),
    await listAccountLines(tx, into.bankAccountId),
  ];
  const keyed = (lines: readonly LineOfAccount[]) => lines.map((line) => ({ ...line, key: hashedKey(line) }));
  const found = findTwins(keyed(gone), keyed(standing));
  const ids = found.flatMap((twins) => [...twins.from, ...twins.into]);
  const movements = new Map((await lockMovements(tx, companyId, ids)).map((one) => [one.transactionId, one]));
  const weighed = found.map((twins) => ({
    twins,
    side: standingSide(standingOf(twins.from, movements), standingOf(twins.into, movements)),
  }));
  const lines = new Map([...gone, ...standing].map((line) => [line.transactionId, line]));
  const moved = gone.length - found.reduce((sum, twins) => sum + twins.from.length, 0);
  return ok({ from, into, lines, weighed, moved });
}

/** What joining would do; nothing is written. */
export const previewJoin = (context: Context, order: JoinOrder): Promise<Result<JoinPreview, TwoAccounts>> =>
  inOrganization(context, async (tx) => {
    const looked = await look(tx, order);
    if (!looked.ok) return looked;
    const { into, lines, weighed, moved } = looked.value;
    const linesOf = (ids: readonly number[]) => ids.map((id) => lines.get(id)!);
    const twins = weighed.map(({ twins, side }) => ({
      ...{ from: linesOf(twins.from), into: linesOf(twins.into), isMatchedTwice: side === null },
    }));
    return ok({ into, twins, moved });
  });

const joined = ({ twins: { from, into }, side }: Weighed): JoinedTwins => ({
  ...(side === 'from' ? { stays: from, goes: into } : { stays: into, goes: from }),
  exact: from.length === 1 && into.length === 1,
});

async function setDoublesAside(tx: Tx, actor: string, twins: readonly JoinedTwins[]): Promise<number[]> {
  const doubles = twins.flatMap(({ goes }) => goes);
  const orders = doubles.map((transactionId) => ({ transactionId, reason: 'told_twice', note: '' }));
  await setMovementsAside(tx, orders, actor);
  await dropCandidates(tx, doubles);
  return doubles;
}

/** Joins them: the account that goes keeps nothing but the doubles, set aside for good; its files are the other's from then on. */
export const joinAccounts = (
  context: Context,
  order: JoinOrder,
): Promise<Result<{ bankAccountId: number }, JoinRefusal>> =>
  inOrganization(context, async (tx) => {
    await lockImports(tx, order.companyId);
    const looked = await look(tx, order);
    if (!looked.ok) return looked;
    const { from, into, weighed } = looked.value;
    const twice = weighed.filter(({ side }) => side === null).length;
    if (twice > 0) return refuse({ code: 'money_matched_twice', count: twice });
    const twins = weighed.map(joined);
    const doubles = await setDoublesAside(tx, context.actor, twins);
    await passTellings(tx, twins);
    const join = { bankAccountId: from.bankAccountId, into: into.bankAccountId };
    const moved = await moveAccount(tx, join, doubles);
    await identifyAccount(tx, into);
    await appendEvent(tx, {
      ...{ kind: 'bank.accounts_joined', actor: context.actor, subject: 'company', subjectId: order.companyId },
      payload: { ...join, identity: into.identity, joinedIdentity: from.identity, twice: doubles.length, moved },
    });
    return ok({ bankAccountId: into.bankAccountId });
  });
