// Proposals for returns: each waiting return with the payment it gives back, and how sure that is.
import {
  addDays,
  type CompanyId,
  type CustomerId,
  cents,
  type Day,
  minDay,
  type PaymentId,
} from '@quittance/core/kernel';
import type { ReturnEvidence } from '@quittance/core/payments';
import type { Evidence } from '@quittance/core/reconciliation';
import {
  listNotedReturns,
  listWaitingReturns,
  type StoredExplanation,
  type WaitingAsked,
  type WaitingReturn,
} from '@quittance/db/cash';
import type { NewProposal } from '@quittance/db/cash/write';
import type { Tx } from '@quittance/db/tx';
import { findReturnedPayment } from '../../payments/find-returned-payment.ts';

/** Days around the booking in which the books may have noted the same return. */
const NOTED_DAYS = 14;
const MOST_CHOICES = 20;

/** How sure each evidence is where one payment alone has it; a name and an amount are never enough to act alone. */
const SURE: Readonly<Record<ReturnEvidence, number>> = {
  end_to_end_id: 0.999,
  mandate: 0.99,
  reference: 0.98,
  amount_and_name: 0.8,
};
const NOTED_SURE = 0.7;

type Candidate = Readonly<{ paymentId: PaymentId; customerId: CustomerId }>;

const explain = (
  { paymentId, customerId }: Candidate,
  { cents }: WaitingReturn,
  why: Readonly<{ evidence: Evidence; confidence: number }>,
): StoredExplanation => ({
  ...{ evidence: [why.evidence], confidence: why.confidence, spans: [], unappliedCents: 0 },
  parts: [{ customerId, cents, paymentId, settles: null, allocations: [], credits: [], adjustments: [] }],
});

/** A return that waits, and what is said of it. */
export type ProposedReturn = Readonly<{ transaction: WaitingReturn; proposal: NewProposal }>;

type Proposing = Readonly<{ companyId: CompanyId; until: Day | undefined }>;

async function propose(tx: Tx, { companyId, until }: Proposing, line: WaitingReturn): Promise<NewProposal> {
  const { transactionId, on, isTouched } = line;
  const to = addDays(on, NOTED_DAYS);
  const around = { from: addDays(on, -NOTED_DAYS), to: until ? minDay(to, until) : to };
  const noted = await listNotedReturns(tx, { companyId, cents: line.cents, currency: line.currency, ...around });
  const { found, rows } = await findReturnedPayment(tx, companyId, { ...line, cents: cents(line.cents) });
  const ids = found.kind === 'certain' ? [found.paymentId] : found.kind === 'suggested' ? found.paymentIds : [];
  const evidence: Evidence = found.kind === 'none' ? 'return_amount_and_name' : `return_${found.evidence}`;
  const confidence = found.kind === 'none' ? 0 : SURE[found.evidence] / ids.length;
  const candidates = rows.filter(({ paymentId }) => ids.includes(paymentId));
  const [best = null, ...alternatives] = [
    ...noted.map((each) => explain(each, line, { evidence: 'return_recorded', confidence: NOTED_SURE / noted.length })),
    ...candidates.map((each) => explain(each, line, { evidence, confidence })),
  ].slice(0, MOST_CHOICES);
  const isAlone = noted.length === 0 && candidates.length === 1 && !isTouched;
  const isExact = candidates[0]?.cents === line.cents;
  const isSure = isAlone && isExact && evidence !== 'return_amount_and_name';
  const decision = best === null ? 'none' : isSure ? 'auto' : 'suggest';
  return { transactionId, decision, best, alternatives, candidates: [], fromOn: on, untilOn: on };
}

/** Two returns that name the same payment are a tie: a person looks. */
function withoutTies(looked: readonly ProposedReturn[]): ProposedReturn[] {
  const named = new Map<PaymentId, number>();
  const idOf = ({ best }: NewProposal) => best?.parts[0]?.paymentId ?? null;
  for (const id of looked.map(({ proposal }) => idOf(proposal)))
    if (id !== null) named.set(id, (named.get(id) ?? 0) + 1);
  return looked.map(({ transaction, proposal }) => {
    const id = idOf(proposal);
    const isTie = id !== null && (named.get(id) ?? 0) > 1 && proposal.decision === 'auto';
    return { transaction, proposal: isTie ? { ...proposal, decision: 'suggest' } : proposal };
  });
}

/** What is said of returns that wait; of all, or of those named, as of a day. Nothing is held for them: they owe nobody anything. */
export async function proposeReturns(
  tx: Tx,
  companyId: CompanyId,
  asked: WaitingAsked = {},
): Promise<ProposedReturn[]> {
  const made: ProposedReturn[] = [];
  for (const transaction of await listWaitingReturns(tx, companyId, asked))
    made.push({ transaction, proposal: await propose(tx, { companyId, until: asked.seen?.on }, transaction) });
  return withoutTies(made);
}
