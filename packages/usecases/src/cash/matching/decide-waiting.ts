// Deciding what waits: waiting movements and all that is open, read in one picture, decided slice by slice; what is certain is told at once.
import { setImmediate as pause } from 'node:timers/promises';
import type { CompanyId } from '@quittance/core/kernel';
import {
  type MatchDecision,
  type MatchingFacts,
  matchInSlices,
  type OpenItem,
  type Transaction,
} from '@quittance/core/reconciliation';
import { listWaiting, type SeenOn } from '@quittance/db/cash';
import type { NewProposal } from '@quittance/db/cash/write';
import { type CompanySettings, getSettings } from '../../companies/index.ts';
import { type Context, readOrganization } from '../../context/index.ts';
import { holding, type Keeping, proposalOf } from './keep-proposal.ts';
import { loadMatching, matchingPolicyOf } from './load-matching.ts';

/** What waits, with everything that decides it; no facts where nothing waits. */
export type Waiting = Readonly<{
  settings: CompanySettings;
  transactions: readonly Transaction[];
  facts: MatchingFacts | null;
}>;

/** What was decided: a proposal for each movement, in their order. */
export type Looked = Readonly<{
  transactions: readonly Transaction[];
  /** Open items by the engine's number, as they were before. */
  items: ReadonlyMap<number, OpenItem>;
  proposals: readonly NewProposal[];
}>;

/** Reads what waits of a company, and what it could pay, in one consistent picture; as of a day where one is said. */
export const readWaiting = (context: Context, companyId: CompanyId, seen?: SeenOn): Promise<Waiting> =>
  readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    const transactions = await listWaiting(tx, companyId, { seen });
    const facts = transactions.length === 0 ? null : await loadMatching(tx, settings, { transactions, seen });
    return { settings, transactions, facts };
  });

/** Open amounts as decisions are made: what automatic ones took is no longer there for those after them. */
class Running {
  private readonly taken = new Map<number, number>();

  readonly openOf = ({ itemId, openCents }: OpenItem): number => openCents - (this.taken.get(itemId) ?? 0);

  take({ best }: MatchDecision): void {
    for (const { itemId, cents } of best?.allocations ?? [])
      this.taken.set(itemId, (this.taken.get(itemId) ?? 0) + cents);
  }
}

type Heard = Readonly<{
  /** So many are decided. */
  onDone?: ((done: number) => void) | undefined;
  /** Certain ones, in the order in which they were decided, while the others are still to come. */
  onSure?: ((proposals: readonly NewProposal[]) => void) | undefined;
}>;

/** Decides what waits; between two slices requests that wait are answered. */
export async function decideWaiting({ settings, transactions, facts }: Waiting, heard: Heard = {}): Promise<Looked> {
  heard.onDone?.(0);
  if (!facts) return { transactions, items: new Map(), proposals: [] };
  const items = new Map(facts.items.map((item) => [item.itemId, item]));
  const byId = new Map(transactions.map((transaction) => [transaction.transactionId, transaction]));
  const running = new Running();
  const keeping: Keeping = {
    itemOf: (id) => items.get(id),
    openOf: running.openOf,
    heldUntil: holding(settings.calendar),
  };
  const proposals = new Map<number, NewProposal>();
  const keep = (decision: MatchDecision) => {
    const proposal = proposalOf(decision, byId.get(decision.transactionId)!, keeping);
    proposals.set(decision.transactionId, proposal);
    return proposal;
  };
  // What is not certain is put into words when all is decided: what certain ones took is not proposed to it.
  const others: MatchDecision[] = [];
  let done = 0;
  for (const fresh of matchInSlices(transactions, facts, matchingPolicyOf(settings))) {
    const sure: NewProposal[] = [];
    for (const decision of fresh)
      if (decision.decision === 'auto') {
        sure.push(keep(decision));
        running.take(decision);
      } else others.push(decision);
    done += fresh.length;
    heard.onDone?.(done);
    heard.onSure?.(sure.filter(({ decision }) => decision === 'auto'));
    await pause();
  }
  for (const decision of others) keep(decision);
  return { transactions, items, proposals: transactions.map(({ transactionId }) => proposals.get(transactionId)!) };
}
