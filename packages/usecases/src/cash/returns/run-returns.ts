// Returns in a run: what is certain is given back at once where asked, each in a transaction of its own; the rest is kept as proposals.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import type { SeenOn } from '@quittance/db/cash';
import { lockMovements, type NewProposal, saveProposals } from '@quittance/db/cash/write';
import { type Context, inOrganization, readOrganization } from '../../context/index.ts';
import { applyingOf } from '../deciding/applying.ts';
import { applyReturn } from './apply-return.ts';
import { type ProposedReturn, proposeReturns } from './propose-returns.ts';

/** A return as the run left it. */
export type ReturnLine = ProposedReturn &
  Readonly<{
    /** The decision that gave it back; null where it waits. */
    decisionId: number | null;
  }>;

const giveBack = (context: Context, companyId: CompanyId, { transactionId, best }: NewProposal) =>
  inOrganization(context, async (tx) => {
    const asked = await applyingOf(tx, context, companyId);
    const [movement] = await lockMovements(tx, companyId, [transactionId]);
    if (!movement || movement.openCents === 0) return null;
    const { evidence, confidence, spans, parts } = best!;
    const order = { transactionId, origin: 'automatic' as const, evidence, confidence, spans, parts, note: '' };
    const done = await applyReturn(tx, context, { order, movement, asked });
    return done.ok ? done.value.decisionId : null;
  });

/** Looks at every waiting return; gives back what is certain where `apply` says so, and keeps what was said of the others. */
export async function runReturns(
  context: Context,
  { companyId, apply, seen }: Readonly<{ companyId: CompanyId; apply: boolean; seen?: SeenOn | undefined }>,
): Promise<{ lines: ReturnLine[]; customerIds: CustomerId[] }> {
  const looked = await lookAtReturns(context, companyId, seen);
  const lines: ReturnLine[] = [];
  for (const { transaction, proposal } of looked) {
    const decisionId = apply && proposal.decision === 'auto' ? await giveBack(context, companyId, proposal) : null;
    lines.push({ transaction, proposal, decisionId });
  }
  const kept = lines.filter(({ decisionId }) => decisionId === null).map(({ proposal }) => proposal);
  if (kept.length > 0) await inOrganization(context, (tx) => saveProposals(tx, companyId, kept));
  const given = lines.filter(({ decisionId }) => decisionId !== null);
  return { lines, customerIds: given.map(({ proposal }) => proposal.best!.parts[0]!.customerId) };
}

/** The same looked at only: nothing is written. */
export const lookAtReturns = (context: Context, companyId: CompanyId, seen?: SeenOn): Promise<ProposedReturn[]> =>
  readOrganization(context, (tx) => proposeReturns(tx, companyId, { seen }));
