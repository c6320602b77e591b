// Accepting many: the best explanation of every waiting movement at least so sure, or of those named; each in a transaction of its own.
import type { CompanyId } from '@quittance/core/kernel';
import { listSure } from '@quittance/db/cash';
import { type Context, readOrganization } from '../../context/index.ts';
import { acceptProposal, type TakeRefusal } from './decide-movement.ts';

/** What became of each: done, or refused with its reason; `not_sure_enough` below what was asked, or without a proposal. */
export type AcceptedMany = Readonly<{
  done: readonly number[];
  refused: readonly Readonly<{ transactionId: number; code: TakeRefusal['code'] | 'not_sure_enough' }>[];
}>;

type Order = Readonly<{ companyId: CompanyId; minConfidence: number; transactionIds?: readonly number[] | undefined }>;

/** One movement after the other; what one takes is no longer there for the next. */
export async function acceptMany(context: Context, order: Order): Promise<AcceptedMany> {
  const { companyId, minConfidence, transactionIds } = order;
  const sure = await readOrganization(context, (tx) => listSure(tx, companyId, minConfidence));
  const named = transactionIds && new Set(transactionIds);
  const chosen = named ? sure.filter((id) => named.has(id)) : sure;
  const done: number[] = [];
  const refused: AcceptedMany['refused'][number][] = [];
  for (const transactionId of chosen) {
    const taken = await acceptProposal(context, { companyId, transactionId, choice: 0 });
    if (taken.ok) done.push(transactionId);
    else refused.push({ transactionId, code: taken.refusal.code });
  }
  const left = [...(named ?? [])].filter((id) => !chosen.includes(id));
  return {
    done,
    refused: [...refused, ...left.map((transactionId) => ({ transactionId, code: 'not_sure_enough' as const }))],
  };
}
