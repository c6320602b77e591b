// Memory written: payers learned, lowered, erased and restored; habits counted. Only use cases call this.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import type { Evidence } from '@quittance/core/reconciliation';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

export type Lesson = Readonly<{
  companyId: CompanyId;
  /** Null: not a customer's money, for `setAsideReason`. */
  customerId: CustomerId | null;
  setAsideReason: string | null;
  iban: string | null;
  name: string | null;
  learnedFrom: number;
  actor: string;
  on: Day;
}>;

/** Learns a payer, or one more time; returns the alias. A payer that the customer's own card names teaches nothing: null. */
export async function learnPayer(tx: Tx, lesson: Lesson): Promise<number | null> {
  const { companyId, customerId, setAsideReason, iban, name, learnedFrom, actor, on } = lesson;
  const { rows } = await sql<{ id: number }>`
    INSERT INTO payer_aliases AS a (company_id, customer_id, iban, name, set_aside_reason, learned_from, actor, last_used_on)
    SELECT ${companyId}, ${customerId}::bigint, ${iban}::text, ${name}::text, ${setAsideReason}::text, ${learnedFrom}, ${actor}, ${on}::date
    WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.org_id = current_org() AND c.customer_id = ${customerId}::bigint
      AND replace(c.iban, ' ', '') = ${iban}::text)
    ON CONFLICT (org_id, company_id, customer_id, iban, name) WHERE erased_at IS NULL
    DO UPDATE SET times = a.times + 1, last_used_on = greatest(a.last_used_on, excluded.last_used_on),
      set_aside_reason = coalesce(excluded.set_aside_reason, a.set_aside_reason)
    RETURNING alias_id AS id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Notes what a decision taught. */
export async function noteTaught(tx: Tx, decisionId: number, aliasId: number): Promise<void> {
  await sql`UPDATE bank_decisions SET taught_alias_id = ${aliasId} WHERE org_id = current_org() AND decision_id = ${decisionId}`.execute(
    tx,
  );
}

/** Takes one acceptance from a payer; the last one erases it. */
export async function lowerPayer(tx: Tx, aliasId: number, actor: string): Promise<void> {
  await sql`UPDATE payer_aliases SET times = greatest(1, times - 1), erased_at = CASE WHEN times = 1 THEN recorded_now() END,
      erased_by = CASE WHEN times = 1 THEN ${actor}::text END
    WHERE org_id = current_org() AND alias_id = ${aliasId} AND erased_at IS NULL`.execute(tx);
}

/** Erases a payer; false where it was erased before. */
export async function erasePayer(tx: Tx, aliasId: number, actor: string): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`UPDATE payer_aliases SET erased_at = recorded_now(), erased_by = ${actor}
    WHERE org_id = current_org() AND alias_id = ${aliasId} AND erased_at IS NULL RETURNING alias_id AS id`.execute(tx);
  return rows.length > 0;
}

/** Restores an erased payer; false where it was not erased, or was learned again meanwhile. */
export async function restorePayer(tx: Tx, aliasId: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`UPDATE payer_aliases a SET erased_at = NULL, erased_by = NULL
    WHERE a.org_id = current_org() AND a.alias_id = ${aliasId} AND a.erased_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM payer_aliases b WHERE b.org_id = a.org_id AND b.company_id = a.company_id AND b.erased_at IS NULL
        AND (b.customer_id, b.iban, b.name) IS NOT DISTINCT FROM (a.customer_id, a.iban, a.name))
    RETURNING a.alias_id AS id`.execute(tx);
  return rows.length > 0;
}

export type HabitSeen = Readonly<{ companyId: CompanyId; customerId: CustomerId; habit: Evidence; on: Day }>;

/** Counts how customers paid. */
export async function countHabits(tx: Tx, seen: readonly HabitSeen[]): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    INSERT INTO payment_habits AS h (company_id, customer_id, habit, times, last_on)
    SELECT g."companyId", g."customerId", g.habit, count(*)::int, max(g."on")
    FROM jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) AS g ("companyId" bigint, "customerId" bigint, habit text, "on" date)
    GROUP BY 1, 2, 3 ORDER BY 2, 3
    ON CONFLICT (org_id, customer_id, habit) DO UPDATE SET times = h.times + excluded.times, last_on = greatest(h.last_on, excluded.last_on)`.execute(
    tx,
  );
}

/** Takes one count back; the last one goes. */
export async function uncountHabit(tx: Tx, customerId: CustomerId, habit: Evidence): Promise<void> {
  await sql`DELETE FROM payment_habits WHERE org_id = current_org() AND customer_id = ${customerId} AND habit = ${habit} AND times = 1`.execute(
    tx,
  );
  await sql`UPDATE payment_habits SET times = times - 1 WHERE org_id = current_org() AND customer_id = ${customerId} AND habit = ${habit} AND times > 1`.execute(
    tx,
  );
}

/** Forgets how a customer pays; how many habits it were. */
export async function eraseHabits(tx: Tx, companyId: CompanyId, customerId: CustomerId): Promise<number> {
  const { rows } = await sql<{ habit: string }>`DELETE FROM payment_habits
    WHERE org_id = current_org() AND company_id = ${companyId} AND customer_id = ${customerId} RETURNING habit`.execute(
    tx,
  );
  return rows.length;
}

/** Forgets that the payers of these movements are no customers. */
export async function forgetAside(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; transactionIds: readonly number[]; actor: string }>,
): Promise<void> {
  await sql`UPDATE payer_aliases a SET erased_at = recorded_now(), erased_by = ${of.actor} FROM bank_transactions t
    WHERE a.org_id = current_org() AND a.company_id = ${of.companyId} AND a.customer_id IS NULL AND a.erased_at IS NULL
      AND t.org_id = a.org_id AND t.transaction_id = ANY(${of.transactionIds as number[]}::bigint[])
      AND (a.iban = t.counterparty_iban OR (a.iban IS NULL AND search_text(a.name) = search_text(t.counterparty_name)))`.execute(
    tx,
  );
}
