// Claim late fees: for each line a document of its own with its due term, payable at once; the invoice itself does not change.
import { addDays, ok, type Result } from '@quittance/core/kernel';
import type { ClaimDisposition } from '@quittance/core/payments';
import { appendEvent } from '@quittance/db/journal';
import { lockDebts } from '@quittance/db/ledger/write';
import { type ClaimRow, countClaimsOf, findClaim } from '@quittance/db/payments';
import { insertClaim, insertDeed, insertFeeDocument } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import { companyToday } from '../today.ts';
import {
  type ClaimAsk,
  type ClaimLineDraft,
  type ClaimPreview,
  type ClaimRefusal,
  draftClaim,
} from './preview-claim.ts';

/** A claim as a person orders it; `disposition` null takes the company's. */
export type ClaimOrder = ClaimAsk & Readonly<{ disposition: ClaimDisposition | null; note: string }>;

/** Number of a fee's document, beside its invoice's: interest may be claimed several times, the fixed fee again once given up. */
const PREFIX: Readonly<Record<ClaimLineDraft['kind'], string>> = { interest: 'INT', fixed_fee: 'IFR' };

async function numberFor(tx: Tx, { term, kind }: ClaimLineDraft): Promise<string> {
  const before = await countClaimsOf(tx, term.invoiceId, kind);
  return `${PREFIX[kind]}-${term.invoiceNumber}${before === 0 ? '' : `-${before + 1}`}`;
}

type Writing = Readonly<{ order: ClaimOrder; draft: ClaimPreview; line: ClaimLineDraft }>;

async function writeClaim(tx: Tx, context: Context, { order, draft, line }: Writing): Promise<ClaimRow> {
  const { companyId, note } = order;
  const { customerId, currency } = draft;
  const { onReceivableId, kind, fromOn, toOn, cents, segments } = line;
  const { today } = await companyToday(tx, context, companyId);
  const number = await numberFor(tx, line);
  const fact = { companyId, customerId, on: today, cents, currency };
  // Payable without a reminder (art. L441-10 II C. com.): due already, so that the message of the same day asks for it.
  const { invoiceId, receivableId } = await insertFeeDocument(tx, { ...fact, dueOn: addDays(today, -1), number });
  const { actor } = context;
  const deedId = await insertDeed(tx, { ...fact, kind: 'late_fee', receivableId, note, actor });
  const disposition = order.disposition ?? draft.disposition;
  const isCompanys = order.disposition === null || order.disposition === draft.disposition;
  const decidedBy = isCompanys ? (draft.decidedBy ?? actor) : actor;
  const claim = { companyId, customerId, invoiceId, onReceivableId, kind, fromOn, toOn, cents, segments };
  const claimId = await insertClaim(tx, { ...claim, disposition, decidedBy, actor, claimedOn: today, deedId });
  await appendEvent(tx, {
    kind: 'claim.made',
    actor,
    subject: 'claim',
    subjectId: claimId,
    payload: { ...claim, number, principal: line.term.invoiceNumber, currency, disposition, decidedBy, note },
  });
  return (await findClaim(tx, companyId, claimId))!;
}

/** Claims what the preview shows, all of it in one go. Two people at once: the second finds nothing left to claim. */
export const claimLateFees = (
  context: Context,
  order: ClaimOrder,
): Promise<Result<{ items: ClaimRow[]; totalCents: number }, ClaimRefusal>> =>
  inOrganization(context, async (tx) => {
    await lockDebts(tx, order.companyId, order.receivableIds);
    const drafted = await draftClaim(tx, context, order);
    if (!drafted.ok) return drafted;
    const items: ClaimRow[] = [];
    for (const line of drafted.value.lines)
      items.push(await writeClaim(tx, context, { order, draft: drafted.value, line }));
    await followMoney(tx, context, order.companyId);
    const { totalCents } = drafted.value;
    const after = await Promise.all(items.map((claim) => findClaim(tx, order.companyId, claim.claimId)));
    return ok({ items: after.map((claim) => claim!), totalCents });
  });
