// Deciding a movement: a person takes a proposal, or says by hand whose money it is and what it pays.
import { type CompanyId, type CustomerId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { DecisionPart, StoredExplanation } from '@quittance/db/cash';
import { findProposal, lockMovements } from '@quittance/db/cash/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../../payments/follow-up.ts';
import { lookAround } from '../matching/look-again.ts';
import { applyReturn } from '../returns/apply-return.ts';
import { type Applied, applyDecisions } from './apply-parts.ts';
import { applyingOf } from './applying.ts';
import type { DecisionOrder, DecisionRefusal } from './check-order.ts';
import { learnFrom } from './learn.ts';

/** Why a decision was not taken. */
export type TakeRefusal = DecisionRefusal | Readonly<{ code: 'proposal_stale' }>;

type Movement = Readonly<{ companyId: CompanyId; transactionId: number }>;
type Taken = Result<Applied & Readonly<{ customerIds: readonly CustomerId[] }>, TakeRefusal>;

/** Writes one order inside a transaction, and learns from it where it teaches something. */
export async function takeWithin(
  tx: Tx,
  context: Context,
  { companyId, order, learns }: Readonly<{ companyId: CompanyId; order: DecisionOrder; learns: boolean }>,
): Promise<Taken> {
  const asked = await applyingOf(tx, context, companyId);
  const [movement] = await lockMovements(tx, companyId, [order.transactionId]);
  const isReturn = movement?.isReturn === true;
  const [result] = isReturn
    ? [await applyReturn(tx, context, { order, movement, asked })]
    : await applyDecisions(tx, [order], asked);
  if (!result!.ok) return result!;
  const customerIds = [...new Set(order.parts.map(({ customerId }) => customerId))];
  const { decisionId } = result!.value;
  await followMoney(tx, context, companyId);
  if (learns && !isReturn) await learnFrom(tx, { decisionId, movement: movement!, customerIds }, asked);
  return ok({ ...result!.value, customerIds });
}

/** Which kept explanation: 0 the best, 1 the first alternative; and the instant it was made, where a person saw it. */
export type Choice = Movement & Readonly<{ choice: number; madeAt?: Date | undefined }>;

const orderOf = (transactionId: number, { parts, evidence, confidence, spans }: StoredExplanation): DecisionOrder => ({
  ...{ transactionId, parts, evidence, confidence, spans },
  origin: 'accepted',
  note: '',
});

/** The kept explanation under its movement's lock; null where it is another one by now. */
async function chosen(
  tx: Tx,
  { companyId, transactionId, choice, madeAt }: Choice,
): Promise<Result<StoredExplanation, TakeRefusal>> {
  const [movement] = await lockMovements(tx, companyId, [transactionId]);
  if (!movement) return refuse({ code: 'not_found' });
  if (movement.openCents === 0) return refuse({ code: 'movement_matched', openCents: 0 });
  if (movement.isAside) return refuse({ code: 'state_forbids' });
  const kept = await findProposal(tx, transactionId);
  const isSame = kept && (madeAt === undefined || kept.madeAt.getTime() === madeAt.getTime());
  const explanation = choice === 0 ? kept?.best : kept?.alternatives[choice - 1];
  return isSame && explanation ? ok(explanation) : refuse({ code: 'proposal_stale' });
}

const acceptWithin = async (tx: Tx, context: Context, choice: Choice): Promise<Taken> => {
  const explanation = await chosen(tx, choice);
  if (!explanation.ok) return explanation;
  const order = orderOf(choice.transactionId, explanation.value);
  const learns = !order.evidence.includes('payer_iban');
  return takeWithin(tx, context, { companyId: choice.companyId, order, learns });
};

async function around(context: Context, { companyId, transactionId }: Movement, taken: Taken): Promise<Taken> {
  // A proposal that can no longer be written gives its place to one that can.
  const stored = taken.ok ? taken.value.customerIds : [];
  if (stored.length > 0) await lookAround(context, { companyId, transactionIds: [transactionId], customerIds: stored });
  return taken;
}

/**
 * Takes a kept explanation as it was seen. Refuses `proposal_stale` where it is another one by now, `movement_matched`, `debt_settled`
 * and `credit_spent` where somebody was faster, with what is left.
 */
export async function acceptProposal(context: Context, choice: Choice): Promise<Taken> {
  const taken = await inOrganization(context, (tx) => acceptWithin(tx, context, choice));
  return around(context, choice, taken);
}

/** A decision by hand. */
export type HandOrder = Movement & Readonly<{ parts: readonly DecisionPart[]; note: string; learn: boolean }>;

/** Writes what a person says: several customers, in part, on account, with credit notes used and small differences closed. */
export async function decideMovement(context: Context, hand: HandOrder): Promise<Taken> {
  const { companyId, transactionId, parts, note, learn } = hand;
  const order: DecisionOrder = {
    ...{ transactionId, parts, note, origin: 'manual' },
    ...{ evidence: [], confidence: null, spans: [] },
  };
  const taken = await inOrganization(context, (tx) => takeWithin(tx, context, { companyId, order, learns: learn }));
  return around(context, hand, taken);
}
