// Preview a claim: late fees of due terms not claimed yet, counted by the law up to a day; nothing is written.
import {
  type CompanyId,
  type Currency,
  type CustomerId,
  type Day,
  groupBy,
  ok,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import type { RateRefusal } from '@quittance/core/law';
import { type ClaimDisposition, type ClaimDraft, claimLines } from '@quittance/core/payments';
import { type ClaimableTerm, listClaimableTerms } from '@quittance/db/payments';
import type { Tx } from '@quittance/db/tx';
import { type Context, readOrganization } from '../../context/index.ts';
import { penaltiesOf } from '../../penalties/invoice-penalties.ts';
import { companyToday } from '../today.ts';

/** What is asked for: due terms of one customer, the last day counted, interest, the fixed fee or both. */
export type ClaimAsk = Readonly<{
  companyId: CompanyId;
  receivableIds: readonly ReceivableId[];
  on: Day;
  kinds: readonly ('interest' | 'fixed_fee')[];
}>;

/** One line with the term it is claimed on. */
export type ClaimLineDraft = ClaimDraft & Readonly<{ term: ClaimableTerm }>;

/** What could be claimed. Σ lines = total. */
export type ClaimPreview = Readonly<{
  on: Day;
  customerId: CustomerId;
  currency: Currency;
  lines: readonly ClaimLineDraft[];
  totalCents: number;
  disposition: ClaimDisposition;
  decidedBy: string | null;
}>;

export type ClaimRefusal =
  | RateRefusal
  | Readonly<{ code: 'not_found' | 'day_in_future' | 'not_claimable' | 'nothing_to_claim' }>;

const isOneAccount = (terms: readonly ClaimableTerm[]): boolean =>
  terms.every((term) => term.customerId === terms[0]?.customerId && term.currency === terms[0].currency);

const byInvoice = (terms: readonly ClaimableTerm[]) => groupBy(terms, (term) => term.invoiceId);

/** The same inside a transaction. */
export async function draftClaim(tx: Tx, context: Context, ask: ClaimAsk): Promise<Result<ClaimPreview, ClaimRefusal>> {
  const { companyId, receivableIds, on, kinds } = ask;
  const { company, today } = await companyToday(tx, context, companyId);
  if (on > today) return refuse({ code: 'day_in_future' });
  const terms = await listClaimableTerms(tx, companyId, receivableIds);
  if (receivableIds.some((id) => !terms.some((term) => term.receivableId === id))) return refuse({ code: 'not_found' });
  if (!isOneAccount(terms) || terms.some((term) => term.nature === 'late_fee'))
    return refuse({ code: 'not_claimable' });
  const invoices = byInvoice(terms);
  const counted = await penaltiesOf(tx, [...invoices.keys()], on);
  if (!counted.ok) return counted;
  const lines = counted.value.flatMap(({ invoiceId, statement }) => {
    const own = invoices.get(invoiceId) ?? [];
    const claimable = {
      statement,
      terms: own.map((term) => term.receivableId),
      claimed: own,
      isFeeClaimed: own.some((term) => term.isFeeClaimed),
    };
    return claimLines(claimable, { receivableIds, kinds }).map((draft) => ({
      ...draft,
      term: own.find((term) => term.receivableId === draft.onReceivableId)!,
    }));
  });
  if (lines.length === 0) return refuse({ code: 'nothing_to_claim' });
  const { whenPrincipalPaid: disposition, decidedBy } = company.policy.lateFees;
  const { customerId, currency } = terms[0]!;
  const totalCents = lines.reduce((sum, line) => sum + line.cents, 0);
  return ok({ on, customerId, currency, lines, totalCents, disposition, decidedBy });
}

/** Refuses `rate_missing`, `not_claimable` for several customers or late fees themselves, `nothing_to_claim`. */
export const previewClaim = (context: Context, ask: ClaimAsk): Promise<Result<ClaimPreview, ClaimRefusal>> =>
  readOrganization(context, (tx) => draftClaim(tx, context, ask));
