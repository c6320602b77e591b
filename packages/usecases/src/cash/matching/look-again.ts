// Looking again: movements whose proposal names what changed are decided anew, on their own customers' items alone; never automatic.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { matchTransactions } from '@quittance/core/reconciliation';
import { listWaiting } from '@quittance/db/cash';
import { listConcerned, saveProposals } from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../../companies/index.ts';
import { type Context, inOrganization } from '../../context/index.ts';
import { proposeReturns } from '../returns/propose-returns.ts';
import { holding, type Keeping, proposalOf } from './keep-proposal.ts';
import { loadMatching, matchingPolicyOf } from './load-matching.ts';

/** Movements looked at again after one decision; the others wait for the next run, and are checked when they are accepted. */
const MOST = 200;

type Narrowed = Readonly<{
  companyId: CompanyId;
  transactionIds: readonly number[];
  customerIds: readonly CustomerId[];
}>;

async function decideNarrowed(tx: Tx, { companyId, transactionIds, customerIds }: Narrowed): Promise<void> {
  const settings = await getSettings(tx, companyId);
  const transactions = await listWaiting(tx, companyId, { transactionIds });
  const returns = await proposeReturns(tx, companyId, { transactionIds });
  if (transactions.length + returns.length === 0) return;
  const facts = await loadMatching(tx, settings, { transactions, customerIds: [...new Set(customerIds)] });
  const items = new Map(facts.items.map((item) => [item.itemId, item]));
  const policy = matchingPolicyOf(settings);
  const keeping: Keeping = {
    itemOf: (id) => items.get(id),
    openOf: ({ openCents }) => openCents,
    heldUntil: holding(settings.calendar),
  };
  const decided = transactions.map((transaction) => {
    const [decision] = matchTransactions([transaction], facts, policy);
    return proposalOf(decision!, transaction, keeping);
  });
  const proposals = [...decided, ...returns.map(({ proposal }) => proposal)].map((proposal) =>
    proposal.decision === 'auto' ? { ...proposal, decision: 'suggest' as const } : proposal,
  );
  await saveProposals(tx, companyId, proposals);
  // Whom nobody chases meanwhile may have changed: plans are kept until the next line of the journal.
  await appendEvent(tx, {
    kind: 'proposals.renewed',
    subject: 'company',
    subjectId: companyId,
    payload: { transactionIds: proposals.map(({ transactionId }) => transactionId) },
  });
}

/** Decides these movements again among these customers, in a transaction of its own. */
export const lookAgain = (context: Context, narrowed: Narrowed): Promise<void> =>
  inOrganization(context, (tx) => decideNarrowed(tx, narrowed));

/** Decides again what waits and could concern these customers, and the movements named. */
export const lookAround = (context: Context, { companyId, transactionIds, customerIds }: Narrowed): Promise<void> =>
  inOrganization(context, async (tx) => {
    const concerned = await listConcerned(tx, companyId, customerIds, MOST);
    await decideNarrowed(tx, {
      companyId,
      transactionIds: [...transactionIds, ...concerned.map((each) => each.transactionId)],
      customerIds: [...customerIds, ...concerned.flatMap((each) => each.customerIds)],
    });
  });
