// Claims read: late fees claimed, each with its own due term and the one it grew on.
import type { CompanyId, Currency, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

/** One claim. */
export type ClaimRow = Readonly<{
  claimId: number;
  deedId: number | null;
  waiverDeedId: number | null;
  customerId: CustomerId;
  customerName: string;
  onReceivableId: ReceivableId;
  principalInvoiceId: InvoiceId;
  principalNumber: string;
  principalDueOn: Day;
  principalOpenCents: number;
  kind: 'interest' | 'fixed_fee';
  fromOn: Day | null;
  toOn: Day | null;
  cents: number;
  segments: readonly unknown[];
  invoiceId: InvoiceId;
  number: string;
  receivableId: ReceivableId;
  openCents: number;
  currency: Currency;
  disposition: 'keep' | 'waive' | 'show';
  decidedBy: string;
  claimedOn: Day;
  claimedBy: string;
  waivedOn: Day | null;
  isWaivedByRule: boolean;
  /** The hold that keeps it from reminders, where it is in force. */
  holdId: number | null;
  isShownOnly: boolean;
}>;

const columns = sql`k.claim_id AS "claimId", k.deed_id AS "deedId", k.waiver_deed_id AS "waiverDeedId", k.customer_id AS "customerId",
  c.name AS "customerName", k.on_receivable_id AS "onReceivableId", pi.invoice_id AS "principalInvoiceId", pi.number AS "principalNumber",
  pr.due_on AS "principalDueOn", pr.open_cents AS "principalOpenCents", k.kind, k.from_on AS "fromOn", k.to_on AS "toOn", k.cents, k.segments,
  k.invoice_id AS "invoiceId", fi.number, fr.receivable_id AS "receivableId", fr.open_cents AS "openCents", fr.currency, k.disposition,
  k.decided_by AS "decidedBy", k.claimed_on AS "claimedOn", k.actor AS "claimedBy", k.waived_on AS "waivedOn", k.waived_by_rule AS "isWaivedByRule",
  k.hold_id AS "holdId", coalesce(h.lifted_on IS NULL AND h.hold_id IS NOT NULL, false) AS "isShownOnly"`;
const from = sql`late_fee_claims k JOIN customers c ON c.org_id = k.org_id AND c.customer_id = k.customer_id
  JOIN receivables pr ON pr.org_id = k.org_id AND pr.receivable_id = k.on_receivable_id
  JOIN invoices pi ON pi.org_id = pr.org_id AND pi.invoice_id = pr.invoice_id
  JOIN invoices fi ON fi.org_id = k.org_id AND fi.invoice_id = k.invoice_id
  JOIN receivables fr ON fr.org_id = k.org_id AND fr.invoice_id = k.invoice_id
  LEFT JOIN holds h ON h.org_id = k.org_id AND h.hold_id = k.hold_id`;

/** One claim of a company, or undefined. */
export async function findClaim(tx: Tx, companyId: CompanyId, claimId: number): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`SELECT ${columns} FROM ${from}
    WHERE k.org_id = current_org() AND k.company_id = ${companyId} AND k.claim_id = ${claimId}`.execute(tx);
  return rows[0];
}

type Filter = Readonly<{
  companyId: CompanyId;
  customerId?: CustomerId | undefined;
  invoiceId?: InvoiceId | undefined;
  state?: 'open' | 'closed' | undefined;
  limit: number;
  offset: number;
}>;

const matching = ({ companyId, customerId, invoiceId, state }: Filter): RawBuilder<unknown> => sql`
  k.org_id = current_org() AND k.company_id = ${companyId} ${customerId === undefined ? sql`` : sql`AND k.customer_id = ${customerId}`}
  ${invoiceId === undefined ? sql`` : sql`AND (pr.invoice_id = ${invoiceId} OR k.invoice_id = ${invoiceId})`}
  ${state === undefined ? sql`` : sql`AND (fr.open_cents > 0) = ${state === 'open'}::boolean`}`;

/** A page of claims, the latest first, with the number of all that match. */
export async function listClaims(tx: Tx, filter: Filter): Promise<{ items: ClaimRow[]; total: number }> {
  const { rows } = await sql<ClaimRow>`SELECT ${columns} FROM ${from} WHERE ${matching(filter)}
    ORDER BY k.claim_id DESC LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM ${from} WHERE ${matching(filter)}`.execute(
    tx,
  );
  return { items: rows, total: Number(count.rows[0]!.total) };
}

/** Claims that may have a step to take: those open, shown only, or given up by the rule. */
export async function listUnsettledClaims(tx: Tx, companyId: CompanyId): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`SELECT ${columns} FROM ${from}
    WHERE k.org_id = current_org() AND k.company_id = ${companyId}
      AND ((k.waived_on IS NULL AND fr.settled_cents < fr.gross_cents AND k.disposition <> 'keep') OR k.waived_by_rule
        OR (h.hold_id IS NOT NULL AND h.lifted_on IS NULL)) ORDER BY k.claim_id`.execute(tx);
  return rows;
}

/** A due term late fees may be claimed on, in the order the law counts an invoice's terms. */
export type ClaimableTerm = Readonly<{
  receivableId: ReceivableId;
  invoiceId: InvoiceId;
  invoiceNumber: string;
  nature: string;
  customerId: CustomerId;
  currency: Currency;
  dueOn: Day;
  /** Last day interest was claimed to, and not given up; null for none. */
  interestTo: Day | null;
  isFeeClaimed: boolean;
}>;

/** All due terms of the invoices of the terms named, with what was claimed on each. */
export async function listClaimableTerms(
  tx: Tx,
  companyId: CompanyId,
  ids: readonly ReceivableId[],
): Promise<ClaimableTerm[]> {
  const { rows } = await sql<ClaimableTerm>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number AS "invoiceNumber", i.nature, r.customer_id AS "customerId",
      r.currency, r.due_on AS "dueOn",
      (SELECT max(k.to_on) FROM late_fee_claims k WHERE k.org_id = r.org_id AND k.on_receivable_id = r.receivable_id
        AND k.kind = 'interest' AND k.waived_on IS NULL) AS "interestTo",
      EXISTS (SELECT 1 FROM late_fee_claims k WHERE k.org_id = r.org_id AND k.on_receivable_id = r.receivable_id
        AND k.kind = 'fixed_fee' AND k.waived_on IS NULL) AS "isFeeClaimed"
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.invoice_id IN (SELECT t.invoice_id FROM receivables t
      WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.receivable_id = ANY(${ids as readonly number[]}::bigint[]))
    ORDER BY r.invoice_id, r.due_on, r.term_no`.execute(tx);
  return rows;
}

/** How many claims of a kind an invoice has had: the number of the next one's document. */
export async function countClaimsOf(tx: Tx, invoiceId: InvoiceId, kind: ClaimRow['kind']): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM late_fee_claims k
    JOIN receivables r ON r.org_id = k.org_id AND r.receivable_id = k.on_receivable_id
    WHERE k.org_id = current_org() AND r.invoice_id = ${invoiceId} AND k.kind = ${kind}`.execute(tx);
  return rows[0]!.count;
}

/** Which open terms of a customer are late fees, on what and as what. */
export async function listOpenClaimKinds(
  tx: Tx,
  customerId: CustomerId,
): Promise<{ receivableId: ReceivableId; onReceivableId: ReceivableId; kind: ClaimRow['kind'] }[]> {
  const { rows } = await sql<{ receivableId: ReceivableId; onReceivableId: ReceivableId; kind: ClaimRow['kind'] }>`
    SELECT r.receivable_id AS "receivableId", k.on_receivable_id AS "onReceivableId", k.kind FROM late_fee_claims k
    JOIN receivables r ON r.org_id = k.org_id AND r.invoice_id = k.invoice_id
    WHERE k.org_id = current_org() AND k.customer_id = ${customerId} AND r.settled_cents < r.gross_cents`.execute(tx);
  return rows;
}
