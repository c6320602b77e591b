// Load matching: rows of the database gathered into what the engine asks for.
import { addDays, type CompanyId, type CustomerId, type Day, minDay } from '@quittance/core/kernel';
import type {
  MatchingFacts,
  MatchingPolicy,
  OpenItem,
  SettledDocument,
  Transaction,
} from '@quittance/core/reconciliation';
import { DEFAULT_MATCHING_POLICY, numbersWritten } from '@quittance/core/reconciliation';
import {
  listOpenItems,
  listPayerAliases,
  listPayers,
  listRecordedPayments,
  listSettledDocuments,
  listUndone,
  type SeenOn,
} from '@quittance/db/cash';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../../companies/index.ts';
import { together } from '../../context/index.ts';

/** Five worked days fit into so many days, whatever the holidays. */
const WINDOW_DAYS = 14;

/** What the company allows. */
export const matchingPolicyOf = ({ policy }: CompanySettings): MatchingPolicy => ({
  ...DEFAULT_MATCHING_POLICY,
  feeToleranceCents: policy.smallDifferenceCents,
});

/** The days around the movements, none of them later than the day they are seen on. */
function daysAround(transactions: readonly Transaction[], seen?: SeenOn): { from: Day; to: Day } | null {
  const days = transactions.map(({ bookedOn }) => bookedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const to = addDays(last, WINDOW_DAYS);
  return { from: addDays(first, -WINDOW_DAYS), to: seen ? minDay(to, seen.on) : to };
}

/** Without what was open on the day looked at: it was settled since. */
function settledBy(settled: readonly SettledDocument[], items: readonly OpenItem[]): SettledDocument[] {
  const keyOf = ({ customerId, number }: SettledDocument | OpenItem) => `${customerId} ${number}`;
  const open = new Set(items.map(keyOf));
  return settled.filter((one) => !open.has(keyOf(one)));
}

/** About which movements, of which customers' items where the look is narrowed, as of which day. */
export type MatchingAsked = Readonly<{
  transactions: readonly Transaction[];
  customerIds?: readonly CustomerId[];
  seen?: SeenOn | undefined;
}>;

/** Everything the engine reads about these movements; of some customers only where the look is narrowed. */
export async function loadMatching(
  tx: Tx,
  settings: CompanySettings,
  { transactions, customerIds, seen }: MatchingAsked,
): Promise<MatchingFacts> {
  const companyId: CompanyId = settings.companyId;
  const scope = { companyId, seen, ...(customerIds ? { customerIds } : {}) };
  const days = daysAround(transactions, seen);
  // Asked one after the other and answered in that order: the database finds the next rows while these are taken in.
  const [items, settled, payers, aliases, undone, recordedPayments] = await together([
    listOpenItems(tx, scope),
    listSettledDocuments(tx, companyId, numbersWritten(transactions)),
    listPayers(tx, scope),
    listPayerAliases(tx, scope),
    listUndone(tx, scope),
    days ? listRecordedPayments(tx, scope, days) : [],
  ]);
  return {
    items,
    settled: seen ? settledBy(settled, items) : settled,
    payers,
    aliases,
    ...undone,
    recordedPayments,
    calendar: settings.calendar,
  };
}
