// Proposals for returns: each waiting return with the payment it gives back, and how sure that is.
import { addDays, type CompanyId, type CustomerId, cents, type PaymentId } from '@quittance/core/kernel';
import type { ReturnEvidence } from '@quittance/core/payments';
import type { Evidence } from '@quittance/core/reconciliation';
import { listNotedReturns, listWaitingReturns, type StoredExplanation, type WaitingReturn } from '@quittance/db/cash';
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

async function propose(tx: Tx, companyId: CompanyId, line: WaitingReturn): Promise<NewProposal> {
  const { transactionId, on, isTouched } = line;
  const around = { from: addDays(on, -NOTED_DAYS), to: addDays(on, NOTED_DAYS) };
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
function withoutTies(proposals: readonly NewProposal[]): NewProposal[] {
  const named = new Map<PaymentId, number>();
  const idOf = ({ best }: NewProposal) => best?.parts[0]?.paymentId ?? null;
  for (const id of proposals.map(idOf)) if (id !== null) named.set(id, (named.get(id) ?? 0) + 1);
  return proposals.map((each) => {
    const id = idOf(each);
    const isTie = id !== null && (named.get(id) ?? 0) > 1;
    return isTie && each.decision === 'auto' ? { ...each, decision: 'suggest' } : each;
  });
}

/** What is said of returns that wait; of all, or of those named. Nothing is held for them: they owe nobody anything. */
export async function proposeReturns(
  tx: Tx,
  companyId: CompanyId,
  transactionIds?: readonly number[],
): Promise<NewProposal[]> {
  const made: NewProposal[] = [];
  for (const line of await listWaitingReturns(tx, companyId, transactionIds))
    made.push(await propose(tx, companyId, line));
  return withoutTies(made);
}
