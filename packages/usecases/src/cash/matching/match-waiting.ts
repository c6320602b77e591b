// Match what waits: every waiting movement against all that is open; what is certain is applied where asked, the rest is kept as proposals.
import { setImmediate as pause } from 'node:timers/promises';
import { localDay } from '@quittance/core/calendar';
import type { CompanyId, Currency, CustomerId } from '@quittance/core/kernel';
import {
  type MatchDecision,
  type MatchingFacts,
  matchInSlices,
  type OpenItem,
  type Transaction,
} from '@quittance/core/reconciliation';
import { listWaiting, receivableItem } from '@quittance/db/cash';
import { type NewProposal, saveProposals } from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import { type CompanySettings, getSettings } from '../../companies/index.ts';
import { type Context, inOrganization, readOrganization } from '../../context/index.ts';
import { followMoney } from '../../payments/follow-up.ts';
import { applyDecisions } from '../deciding/apply-parts.ts';
import { lookAtReturns, type ReturnLine, runReturns } from '../returns/run-returns.ts';
import { setKnownAside } from '../set-aside.ts';
import { proposalOf } from './keep-proposal.ts';
import { loadMatching, matchingPolicyOf } from './load-matching.ts';
import { lookAgain, lookAround } from './look-again.ts';

/** How far a run is: what it does now, and of how many it has done how many. */
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

type Asked = Readonly<{ companyId: CompanyId; onProgress?: ((at: MatchingProgress) => void) | undefined }>;

/** Decisions written in one transaction: the journal is locked as long as it lasts. */
const TOGETHER = 50;
const KEPT_TOGETHER = 500;

type Looked = Readonly<{
  settings: CompanySettings;
  transactions: readonly Transaction[];
  items: ReadonlyMap<number, OpenItem>;
  proposals: readonly NewProposal[];
}>;

/** What automatic decisions take of each item. */
function takenBy(decisions: readonly MatchDecision[]): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  for (const { decision, best } of decisions)
    if (decision === 'auto')
      for (const { itemId, cents } of best?.allocations ?? []) taken.set(itemId, (taken.get(itemId) ?? 0) + cents);
  return taken;
}

/** Decides slice by slice: requests that wait are answered between two of them. */
async function inSlices(
  transactions: readonly Transaction[],
  facts: MatchingFacts,
  { settings, onDone }: Readonly<{ settings: CompanySettings; onDone: (done: number) => void }>,
): Promise<MatchDecision[]> {
  const run = matchInSlices(transactions, facts, matchingPolicyOf(settings));
  for (let step = run.next(); ; step = run.next()) {
    if (step.done) return step.value;
    onDone(step.value);
    await pause();
  }
}

async function decideAll(
  transactions: readonly Transaction[],
  facts: MatchingFacts,
  told: Readonly<{ settings: CompanySettings; onDone: (done: number) => void }>,
): Promise<Looked> {
  const { settings } = told;
  const items = new Map(facts.items.map((item) => [item.itemId, item]));
  const decisions = await inSlices(transactions, facts, told);
  const taken = takenBy(decisions);
  const proposals = decisions.map((decision, n) => {
    const own = takenBy([decision]);
    const openOf = ({ itemId, openCents }: OpenItem) => openCents - (taken.get(itemId) ?? 0) + (own.get(itemId) ?? 0);
    const keeping = { itemOf: (itemId: number) => items.get(itemId), openOf, calendar: settings.calendar };
    return proposalOf(decision, transactions[n]!, keeping);
  });
  return { settings, transactions, items, proposals };
}

async function look(context: Context, { companyId, onProgress }: Asked): Promise<Looked> {
  const { settings, transactions, facts } = await readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    onProgress?.({ phase: 'reading', done: 0, total: 1 });
    const transactions = await listWaiting(tx, companyId);
    const facts = transactions.length === 0 ? null : await loadMatching(tx, settings, { transactions });
    return { settings, transactions, facts };
  });
  const onDone = (done: number) => onProgress?.({ phase: 'deciding', done, total: transactions.length });
  onDone(0);
  if (!facts) return { settings, transactions, items: new Map(), proposals: [] };
  return decideAll(transactions, facts, { settings, onDone });
}

const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** Applies what is certain; the ids of the decisions by movement. What is refused has changed meanwhile and waits for the next run. */
async function applySure(context: Context, { settings, proposals }: Looked, { companyId, onProgress }: Asked) {
  const sure = proposals.filter(({ decision }) => decision === 'auto');
  const made = new Map<number, number>();
  const on = localDay(context.clock.now().getTime(), settings.timezone);
  const asked = { companyId, actor: context.actor, on, limitCents: settings.policy.smallDifferenceCents };
  let done = 0;
  for (const chunk of chunksOf(sure, TOGETHER)) {
    onProgress?.({ phase: 'applying', done, total: sure.length });
    const orders = chunk.map(({ transactionId, best }) => {
      const { evidence, confidence, spans, parts } = best!;
      return { transactionId, origin: 'automatic' as const, evidence, confidence, spans, parts, note: '' };
    });
    const applied = await inOrganization(context, async (tx) => {
      const results = await applyDecisions(tx, orders, asked);
      await followMoney(tx, context, asked.companyId);
      return results;
    });
    for (const [n, result] of applied.entries())
      if (result.ok) made.set(chunk[n]!.transactionId, result.value.decisionId);
    done += chunk.length;
  }
  return made;
}

/** Proposals made before a later movement took what they name. */
function overtaken({ proposals, items }: Looked, made: ReadonlyMap<number, number>): NewProposal[] {
  const left = new Map<number, number>();
  const use = ({ best }: NewProposal, each: (itemId: number, cents: number) => void) => {
    for (const { allocations, credits } of best?.parts ?? [])
      for (const { receivableId, cents } of [...allocations, ...credits]) each(receivableItem(receivableId), cents);
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

/** How many a run applied, and how many it left for a person. */
export function countLines(lines: readonly ReturnLine[]) {
  const waiting = lines.filter(({ decisionId }) => decisionId === null);
  const counted = (decision: string) => waiting.filter(({ proposal }) => proposal.decision === decision).length;
  return {
    looked: lines.length,
    applied: lines.length - waiting.length,
    ...{ sure: counted('auto'), suggested: counted('suggest'), none: counted('none') },
  };
}

// Plans are kept until the next line of the journal, and whom nobody chases has changed.
const noteRun = (context: Context, companyId: CompanyId, lines: readonly ReturnLine[]): Promise<number> =>
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
  const { companyId, onProgress } = asked;
  const setAside = asked.apply ? await setKnownAside(context, companyId) : 0;
  const looked = await look(context, asked);
  const apply = asked.apply && looked.settings.policy.appliesMatches;
  const made = apply ? await applySure(context, looked, asked) : new Map<number, number>();
  const kept = looked.proposals.filter(({ transactionId }) => !made.has(transactionId));
  let done = 0;
  for (const chunk of chunksOf(kept, KEPT_TOGETHER)) {
    onProgress?.({ phase: 'keeping', done, total: kept.length });
    await inOrganization(context, (tx) => saveProposals(tx, companyId, chunk));
    done += chunk.length;
  }
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
  const { lines: returns, customerIds: reopened } = await runReturns(context, { companyId, apply });
  if (reopened.length > 0) await lookAround(context, { companyId, transactionIds: [], customerIds: reopened });
  if (lines.length + returns.length > 0) await noteRun(context, companyId, [...lines, ...returns]);
  return { lines, items: looked.items, returns, setAside };
}

/** The same looked at only: nothing is written. */
export async function previewMatches(context: Context, asked: Asked): Promise<MatchingRunResult> {
  const { proposals, transactions, items } = await look(context, asked);
  const lines = proposals.map((proposal, n) => ({ transaction: transactions[n]!, proposal, decisionId: null }));
  const returns = (await lookAtReturns(context, asked.companyId)).map((proposal) => ({ proposal, decisionId: null }));
  return { lines, items, returns, setAside: 0 };
}

/** Amounts that a run applied, by currency. */
export function appliedByCurrency(lines: readonly MatchedLine[]): { currency: Currency; cents: number }[] {
  const sums = new Map<Currency, number>();
  for (const { transaction, decisionId } of lines)
    if (decisionId !== null) sums.set(transaction.currency, (sums.get(transaction.currency) ?? 0) + transaction.cents);
  return [...sums].map(([currency, cents]) => ({ currency, cents }));
}
