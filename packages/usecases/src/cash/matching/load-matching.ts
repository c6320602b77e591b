// Load matching: rows of the database gathered into what the engine asks for.
import { addDays, type CompanyId, type CustomerId, type Day } from '@quittance/core/kernel';
import type { MatchingFacts, MatchingPolicy, Transaction } from '@quittance/core/reconciliation';
import { DEFAULT_MATCHING_POLICY, numbersWritten } from '@quittance/core/reconciliation';
import {
  listOpenItems,
  listPayerAliases,
  listPayers,
  listRecordedPayments,
  listSettledDocuments,
  listUndone,
} from '@quittance/db/cash';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../../companies/index.ts';

/** Five worked days fit into so many days, whatever the holidays. */
const WINDOW_DAYS = 14;

/** What the company allows. */
export const matchingPolicyOf = ({ policy }: CompanySettings): MatchingPolicy => ({
  ...DEFAULT_MATCHING_POLICY,
  feeToleranceCents: policy.smallDifferenceCents,
});

function daysAround(transactions: readonly Transaction[]): { from: Day; to: Day } | null {
  const days = transactions.map(({ bookedOn }) => bookedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { from: addDays(first, -WINDOW_DAYS), to: addDays(last, WINDOW_DAYS) } : null;
}

/** Everything the engine reads about these movements; of some customers only where the look is narrowed. */
export async function loadMatching(
  tx: Tx,
  settings: CompanySettings,
  asked: Readonly<{ transactions: readonly Transaction[]; customerIds?: readonly CustomerId[] }>,
): Promise<MatchingFacts> {
  const companyId: CompanyId = settings.companyId;
  const scope = { companyId, ...(asked.customerIds ? { customerIds: asked.customerIds } : {}) };
  const days = daysAround(asked.transactions);
  return {
    items: await listOpenItems(tx, scope),
    settled: await listSettledDocuments(tx, companyId, numbersWritten(asked.transactions)),
    payers: await listPayers(tx, scope),
    aliases: await listPayerAliases(tx, scope),
    ...(await listUndone(tx, scope)),
    recordedPayments: days ? await listRecordedPayments(tx, scope, days) : [],
    calendar: settings.calendar,
  };
}
