// Match what waits: every waiting movement against all that is open; what is certain is applied where asked, the rest is kept as proposals.
import type { CompanyId, Currency, CustomerId, Day } from '@quittance/core/kernel';
import type { OpenItem, Transaction } from '@quittance/core/reconciliation';
import { receivableItem } from '@quittance/db/cash';
import { type NewProposal, saveProposals } from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization, together } from '../../context/index.ts';
import { lookAtReturns, type ReturnLine, runReturns } from '../returns/run-returns.ts';
import { setKnownAside } from '../set-aside.ts';
import { SureWriter } from './apply-sure.ts';
import { decideWaiting, type Looked, readWaiting, type Waiting } from './decide-waiting.ts';
import { lookAgain, lookAround } from './look-again.ts';

/** How far a run is: what it does now, and of how many it has done how many. What is certain is applied while the rest is decided. */
export type MatchingProgress = Readonly<{
  phase: 'reading' | 'deciding' | 'applying' | 'keeping';
  done: number;
  total: number;
}>;

/** A movement as the run left it. */
export type MatchedLine = Readonly<{
  transaction: Transaction;
  proposal: NewProposal;
  /** The decision that applied it; null where it waits. */
  decisionId: number | null;
}>;

/** What a run did. */
export type MatchingRunResult = Readonly<{
  lines: readonly MatchedLine[];
  /** Open items by the engine's number, as they were before. */
  items: ReadonlyMap<number, OpenItem>;
  /** Money the bank took back, with the payment each gives back. */
  returns: readonly ReturnLine[];
  /** Movements set aside because their payer is known not to be a customer. */
  setAside: number;
}>;

type Asked = Readonly<{
  companyId: CompanyId;
  /** As of this day: what was booked, issued, paid or decided later is not seen. */
  on?: Day | undefined;
  onProgress?: ((at: MatchingProgress) => void) | undefined;
}>;

const KEPT_TOGETHER = 500;

const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

async function keepProposals(context: Context, kept: readonly NewProposal[], { companyId, onProgress }: Asked) {
  let done = 0;
  for (const chunk of chunksOf(kept, KEPT_TOGETHER)) {
    onProgress?.({ phase: 'keeping', done, total: kept.length });
    await inOrganization(context, (tx) => saveProposals(tx, companyId, chunk));
    done += chunk.length;
  }
}

/** Proposals made before a later movement took what they name. */
function overtaken({ proposals, items }: Looked, made: ReadonlyMap<number, number>): NewProposal[] {
  const left = new Map<number, number>();
  const use = ({ best }: NewProposal, each: (itemId: number, cents: number) => void) => {
    for (const { allocations, credits, adjustments } of best?.parts ?? [])
      for (const { receivableId, cents } of [...allocations, ...credits, ...adjustments])
        each(receivableItem(receivableId), cents);
  };
  for (const proposal of proposals)
    if (made.has(proposal.transactionId))
      use(proposal, (id, cents) => left.set(id, (left.get(id) ?? items.get(id)?.openCents ?? 0) - cents));
  return proposals.filter((proposal) => {
    let isOvertaken = false;
    if (!made.has(proposal.transactionId))
      use(proposal, (id, cents) => {
        if (cents > (left.get(id) ?? Number.POSITIVE_INFINITY)) isOvertaken = true;
      });
    return isOvertaken;
  });
}

const deciding =
  ({ transactions }: Waiting, onProgress: Asked['onProgress']) =>
  (done: number): void =>
    onProgress?.({ phase: 'deciding', done, total: transactions.length });

/** How many a run applied, and how many it left for a person. */
export function countLines(lines: readonly Pick<ReturnLine, 'proposal' | 'decisionId'>[]) {
  const waiting = lines.filter(({ decisionId }) => decisionId === null);
  const counted = (decision: string) => waiting.filter(({ proposal }) => proposal.decision === decision).length;
  return {
    looked: lines.length,
    applied: lines.length - waiting.length,
    ...{ sure: counted('auto'), suggested: counted('suggest'), none: counted('none') },
  };
}

// Plans are kept until the next line of the journal, and whom nobody chases has changed.
const noteRun = (context: Context, companyId: CompanyId, lines: Parameters<typeof countLines>[0]): Promise<number> =>
  inOrganization(context, (tx) =>
    appendEvent(tx, { kind: 'matching.run', subject: 'company', subjectId: companyId, payload: countLines(lines) }),
  );

const customersOf = ({ best, alternatives }: NewProposal): CustomerId[] =>
  [best, ...alternatives].flatMap((each) => each?.parts.map(({ customerId }) => customerId) ?? []);

/**
 * Looks at every waiting movement of a company. With `apply`, and where the company's policy lets matching act alone, what is certain is
 * applied; money of payers known not to be customers is set aside. Runs may meet: whatever two of them want to apply is applied once. Stopped in the middle, the next run goes on.
 */
export async function matchWaiting(
  context: Context,
  asked: Asked & Readonly<{ apply: boolean }>,
): Promise<MatchingRunResult> {
  const { companyId, on, onProgress } = asked;
  const seen = on && { on, still: true };
  const setAside = asked.apply ? await setKnownAside(context, companyId, on) : 0;
  onProgress?.({ phase: 'reading', done: 0, total: 1 });
  const waiting = await readWaiting(context, companyId, seen);
  const { settings } = waiting;
  const apply = asked.apply && settings.policy.appliesMatches;
  const onBatch = (done: number, total: number) => onProgress?.({ phase: 'applying', done, total });
  const writer = apply ? new SureWriter(context, { companyId, settings, onBatch }) : null;
  const looked = await decideWaiting(waiting, { onDone: deciding(waiting, onProgress), onSure: writer?.put });
  const isGiven = ({ decision }: NewProposal) => writer !== null && decision === 'auto';
  const keep = (some: readonly NewProposal[]) => keepProposals(context, some, asked);
  // What nobody applies is kept while the last of what is certain is still being written.
  const [made] = await together([
    writer ? writer.end() : new Map<number, number>(),
    keep(looked.proposals.filter((proposal) => !isGiven(proposal))),
  ]);
  await keep(looked.proposals.filter((proposal) => isGiven(proposal) && !made.has(proposal.transactionId)));
  const stale = overtaken(looked, made);
  const customerIds = stale.flatMap(customersOf);
  if (stale.length > 0)
    await lookAgain(context, { companyId, transactionIds: stale.map((each) => each.transactionId), customerIds });
  const lines = looked.proposals.map((proposal, n) => ({
    transaction: looked.transactions[n]!,
    proposal,
    decisionId: made.get(proposal.transactionId) ?? null,
  }));
  // After the money that came: what came and went back within one statement is there to be given back.
  const { lines: returns, customerIds: reopened } = await runReturns(context, { companyId, apply, seen });
  if (reopened.length > 0) await lookAround(context, { companyId, transactionIds: [], customerIds: reopened });
  if (lines.length + returns.length > 0) await noteRun(context, companyId, [...lines, ...returns]);
  return { lines, items: looked.items, returns, setAside };
}

/** The same looked at only: nothing is written. */
export async function previewMatches(context: Context, asked: Asked): Promise<MatchingRunResult> {
  const { companyId, on, onProgress } = asked;
  const seen = on && { on, still: false };
  onProgress?.({ phase: 'reading', done: 0, total: 1 });
  const waiting = await readWaiting(context, companyId, seen);
  const { proposals, transactions, items } = await decideWaiting(waiting, { onDone: deciding(waiting, onProgress) });
  const lines = proposals.map((proposal, n) => ({ transaction: transactions[n]!, proposal, decisionId: null }));
  const returns = (await lookAtReturns(context, companyId, seen)).map((each) => ({ ...each, decisionId: null }));
  return { lines, items, returns, setAside: 0 };
}

/** Amounts that a run applied, by currency. */
export function appliedByCurrency(lines: readonly MatchedLine[]): { currency: Currency; cents: number }[] {
  const sums = new Map<Currency, number>();
  for (const { transaction, decisionId } of lines)
    if (decisionId !== null) sums.set(transaction.currency, (sums.get(transaction.currency) ?? 0) + transaction.cents);
  return [...sums].map(([currency, cents]) => ({ currency, cents }));
}
