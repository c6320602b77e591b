// Locks of cash application, in one order for everybody: movements, then terms (ledger), then credit notes, then payments, each by id.
import type { CompanyId, CreditNoteId, Currency, CustomerId, Day, PaymentId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isVoid, stands } from '../conditions.ts';

export type LockedMovement = Readonly<{
  transactionId: number;
  bookedOn: Day;
  /** Signed. */
  cents: number;
  /** Still to be matched; never negative. */
  openCents: number;
  currency: Currency;
  isAside: boolean;
  /** Set aside because it does not count, being another one's double or told by withdrawn files alone: nobody brings it back by hand. */
  isVoid: boolean;
  /** Money the bank took back. */
  isReturn: boolean;
  /** The bank's reason of it, as ISO 20022 writes it. */
  returnReason: string | null;
  label: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
}>;

/** Locks movements of a company until the transaction ends. */
export async function lockMovements(tx: Tx, companyId: CompanyId, ids: readonly number[]): Promise<LockedMovement[]> {
  const { rows } = await sql<LockedMovement>`
    SELECT transaction_id AS "transactionId", booked_on AS "bookedOn", cents, abs(cents) - matched_cents AS "openCents", currency,
      set_aside_reason IS NOT NULL AS "isAside", ${isVoid} AS "isVoid", label, counterparty_name AS "counterpartyName", counterparty_iban AS "counterpartyIban",
      end_to_end_id AS "endToEndId", cents < 0 AND is_return AS "isReturn", return_reason AS "returnReason"
    FROM bank_transactions t WHERE org_id = current_org() AND company_id = ${companyId}
      AND transaction_id = ANY(${ids as number[]}::bigint[]) ORDER BY transaction_id FOR UPDATE`.execute(tx);
  return rows;
}

export type LockedNote = Readonly<{
  creditNoteId: CreditNoteId;
  customerId: CustomerId;
  on: Day;
  openCents: number;
  currency: Currency;
  lastOn: Day | null;
}>;

/** Locks credit notes of a company until the transaction ends. */
export async function lockNotes(tx: Tx, companyId: CompanyId, ids: readonly CreditNoteId[]): Promise<LockedNote[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LockedNote>`
    SELECT credit_note_id AS "creditNoteId", customer_id AS "customerId", issued_on AS "on", open_cents AS "openCents", currency,
      last_allocated_on AS "lastOn"
    FROM credit_notes WHERE org_id = current_org() AND company_id = ${companyId}
      AND credit_note_id = ANY(${ids as readonly number[]}::bigint[]) ORDER BY credit_note_id FOR UPDATE`.execute(tx);
  return rows;
}

export type LockedPayment = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  on: Day;
  cents: number;
  openCents: number;
  currency: Currency;
  lastOn: Day | null;
  /** Movements are tied to so much of it. */
  tiedCents: number;
}>;

/** Locks payments received by a company until the transaction ends; those cancelled are left out. */
export async function lockPayments(tx: Tx, companyId: CompanyId, ids: readonly PaymentId[]): Promise<LockedPayment[]> {
  if (ids.length === 0) return [];
  await sql`SELECT 1 FROM payments WHERE org_id = current_org() AND company_id = ${companyId}
    AND payment_id = ANY(${ids as readonly number[]}::bigint[]) ORDER BY payment_id FOR UPDATE`.execute(tx);
  const { rows } = await sql<LockedPayment>`
    SELECT p.payment_id AS "paymentId", p.customer_id AS "customerId", p.paid_on AS "on", p.cents, p.open_cents AS "openCents", p.currency,
      p.last_allocated_on AS "lastOn", coalesce((SELECT sum(m.cents) FROM bank_matches m
        WHERE m.org_id = p.org_id AND m.payment_id = p.payment_id), 0)::bigint AS "tiedCents"
    FROM payments p WHERE p.org_id = current_org() AND p.company_id = ${companyId} AND p.direction = 'in' AND ${stands}
      AND p.payment_id = ANY(${ids as readonly number[]}::bigint[])`.execute(tx);
  return rows;
}

/** Which of these customers are the company's. */
export async function listOwnCustomers(
  tx: Tx,
  companyId: CompanyId,
  ids: readonly CustomerId[],
): Promise<CustomerId[]> {
  const { rows } = await sql<{ id: CustomerId }>`SELECT customer_id AS id FROM customers WHERE org_id = current_org()
    AND company_id = ${companyId} AND customer_id = ANY(${ids as readonly number[]}::bigint[])`.execute(tx);
  return rows.map(({ id }) => id);
}
