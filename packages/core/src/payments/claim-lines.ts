// Claim lines: late fees of an invoice not claimed yet, each interest line beside its due term, from the count of the law.
import { addDays, type Cents, type Day, daysBetween, type ReceivableId, sumCents } from '../kernel/index.ts';
import { interestCents, type PenaltySegment, type PenaltyStatement } from '../law/index.ts';

/** What was claimed before on a due term: interest up to a day, or nothing. */
export type ClaimedBefore = Readonly<{ receivableId: ReceivableId; interestTo: Day | null }>;

/** Whole days at one rate on one amount. */
export type ClaimSegment = Omit<PenaltySegment, 'term'>;

/** One claim: interest of a due term over days not claimed before, or the fixed fee of its invoice. Cents are positive. */
export type ClaimDraft = Readonly<{
  onReceivableId: ReceivableId;
  kind: 'interest' | 'fixed_fee';
  /** Days counted, both included; null for the fixed fee. */
  fromOn: Day | null;
  toOn: Day | null;
  cents: Cents;
  segments: readonly ClaimSegment[];
}>;

/** One invoice: the count of the law, its due terms in the order of the count, and what was claimed before. */
export type ClaimableInvoice = Readonly<{
  statement: PenaltyStatement;
  terms: readonly ReceivableId[];
  claimed: readonly ClaimedBefore[];
  /** The fixed fee was claimed, and not given up. */
  isFeeClaimed: boolean;
}>;

/** The days of a segment after those claimed before, counted anew at its own rate; null where none is left. */
export function afterClaimed({ term: _, ...segment }: PenaltySegment, claimedTo: Day | null): ClaimSegment | null {
  if (claimedTo === null || segment.from > claimedTo) return segment;
  if (segment.to <= claimedTo) return null;
  const from = addDays(claimedTo, 1);
  const days = daysBetween(from, segment.to) + 1;
  return { ...segment, from, days, interestCents: interestCents(segment.principalCents, segment.rate, days) };
}

function interestOn(invoice: ClaimableInvoice, index: number): ClaimDraft[] {
  const onReceivableId = invoice.terms[index]!;
  const before = invoice.claimed.find((each) => each.receivableId === onReceivableId)?.interestTo ?? null;
  const segments = invoice.statement.segments.flatMap((segment) => {
    const left = segment.term === index ? afterClaimed(segment, before) : null;
    return left === null ? [] : [left];
  });
  const total = sumCents(segments.map((segment) => segment.interestCents));
  if (total <= 0) return [];
  return [
    {
      onReceivableId,
      kind: 'interest',
      fromOn: segments[0]!.from,
      toOn: segments.at(-1)!.to,
      cents: total,
      segments,
    },
  ];
}

/**
 * What can be claimed of an invoice: interest of each due term asked for, over days not claimed before, and its fixed fee once, on the
 * first term that was late (D441-5 C. com.). Σ segments = each line; Σ lines = the claim.
 */
export function claimLines(
  invoice: ClaimableInvoice,
  asked: Readonly<{ receivableIds: readonly ReceivableId[]; kinds: readonly ('interest' | 'fixed_fee')[] }>,
): ClaimDraft[] {
  const lines: ClaimDraft[] = [];
  const wanted = [...invoice.terms.keys()].filter((index) => asked.receivableIds.includes(invoice.terms[index]!));
  if (asked.kinds.includes('interest')) for (const index of wanted) lines.push(...interestOn(invoice, index));
  const fee = invoice.statement.fixedFeeCents;
  const late = wanted.find((index) => invoice.statement.segments.some((segment) => segment.term === index));
  const on = invoice.terms[late ?? wanted[0] ?? -1];
  if (asked.kinds.includes('fixed_fee') && fee > 0 && !invoice.isFeeClaimed && on !== undefined)
    lines.push({ onReceivableId: on, kind: 'fixed_fee', fromOn: null, toOn: null, cents: fee, segments: [] });
  return lines;
}
