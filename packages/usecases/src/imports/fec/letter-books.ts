// Lettering of the books: each group of letters becomes allocations, as far as it balances and as far as its items are open.
import { letteringDay, splitLetterGroup, tieOpeningLines } from '@quittance/core/intake';
import { type Cents, type Currency, type CustomerId, cents } from '@quittance/core/kernel';
import { allocateGroup, allocationDay, type LedgerItem } from '@quittance/core/ledger';
import {
  applyLettering,
  type BooksScope,
  type CarriedItem,
  type GroupMember,
  insertTies,
  type LetteredOpening,
  listCarriedItems,
  listLetteredOpenings,
  stageAllocations,
  streamGroupMembers,
  type TieRow,
  type WantedAllocation,
} from '@quittance/db/imports/fec/write';
import type { Tx } from '@quittance/db/tx';
import type { ImportNote } from '../report.ts';

const CUSTOMERS_AT_ONCE = 500;
const ALLOCATIONS_AT_ONCE = 8_000;
const PART_SEPARATOR = '\u001f';

type OfCustomer = Readonly<{ customerId: CustomerId }>;
const byCustomer = <T extends OfCustomer>(items: readonly T[]): Map<CustomerId, T[]> => {
  const found = new Map<CustomerId, T[]>();
  for (const item of items) {
    const list = found.get(item.customerId);
    if (list) list.push(item);
    else found.set(item.customerId, [item]);
  }
  return found;
};

/** Ties lettered opening lines of carried customers to the known items they stand for. */
export async function tieOpenings(tx: Tx, scope: BooksScope): Promise<void> {
  const lines = byCustomer(await listLetteredOpenings(tx));
  const customers = [...lines.keys()];
  for (let start = 0; start < customers.length; start += CUSTOMERS_AT_ONCE) {
    const some = customers.slice(start, start + CUSTOMERS_AT_ONCE);
    const items = byCustomer(await listCarriedItems(tx, scope, some));
    const ties = some.flatMap((customer) => tiesOf(lines.get(customer) ?? [], items.get(customer) ?? []));
    if (ties.length > 0) await insertTies(tx, ties);
  }
}

const tiesOf = (lines: readonly LetteredOpening[], items: readonly CarriedItem[]): TieRow[] =>
  [true, false].flatMap((isDebt) => {
    const ofSide = <T extends { isDebt: boolean }>(list: readonly T[]) => list.filter((one) => one.isDebt === isDebt);
    return tieOpeningLines(ofSide(lines), ofSide(items)).map(({ line, item, cents: size }): TieRow => {
      const { letterGroup, letteredOn, row } = line;
      return {
        letterGroup,
        letteredOn,
        row,
        kind: item.kind,
        id: item.id,
        isDebt,
        on: item.on,
        key: item.key,
        cents: size,
      };
    });
  });

/** Sums over groups that do not balance, for the report. */
type Leftovers = { groups: number; cents: number; limited: number };

/** Decides the allocations of every group and brings the recorded ones to them. */
export async function letterBooks(
  tx: Tx,
  scope: BooksScope,
): Promise<{ added: number; undone: number; notes: ImportNote[] }> {
  const leftovers: Leftovers = { groups: 0, cents: 0, limited: 0 };
  let wanted: WantedAllocation[] = [];
  for await (const group of groupsOf(streamGroupMembers(tx, scope))) {
    for (const part of splitLetterGroup(group)) wanted.push(...allocate(part, scope.currency, leftovers));
    if (wanted.length < ALLOCATIONS_AT_ONCE) continue;
    await stageAllocations(tx, wanted);
    wanted = [];
  }
  if (wanted.length > 0) await stageAllocations(tx, wanted);
  const applied = await applyLettering(tx, scope);
  return { ...applied, notes: notesOf(leftovers) };
}

const notesOf = ({ groups, cents: left, limited }: Leftovers): ImportNote[] => [
  ...(groups > 0 ? [{ code: 'unbalanced_lettering', groups, cents: left }] : []),
  ...(limited > 0 ? [{ code: 'lettering_limited', groups: limited }] : []),
];

/** A member as the allocation sees it. */
type Member = GroupMember & LedgerItem;

async function* groupsOf(members: AsyncGenerator<GroupMember>): AsyncGenerator<(GroupMember & { cents: Cents })[]> {
  let group: (GroupMember & { cents: Cents })[] = [];
  for await (const member of members) {
    if (group.length > 0 && group[0]!.letterGroup !== member.letterGroup) {
      yield group;
      group = [];
    }
    group.push({ ...member, cents: cents(member.isDebt ? member.grossCents : -member.grossCents) });
  }
  if (group.length > 0) yield group;
}

function allocate(members: readonly GroupMember[], currency: Currency, leftovers: Leftovers): WantedAllocation[] {
  const items = members.map((member): Member => ({ ...member, cents: member.leftCents, currency }));
  const group = allocateGroup(
    items.filter((item) => !item.isDebt),
    items.filter((item) => item.isDebt),
  );
  if (group.creditLeft + group.debtLeft > 0) {
    leftovers.groups += 1;
    leftovers.cents += group.creditLeft + group.debtLeft;
  }
  if (members.some((member) => member.leftCents < member.grossCents)) leftovers.limited += 1;
  const lettered = letteringDay(members);
  const lettering = members[0]!.letterGroup.split(PART_SEPARATOR)[2] ?? '';
  return group.parts.map(({ credit, debt, cents: size }) => ({
    credit,
    debt,
    cents: size,
    on: allocationDay(lettered, credit, debt),
    lettering,
  }));
}
