// Conditions of cash application that several queries share.
import { sql } from 'kysely';

/** A payment `p` that is not taken back as a whole: entered by mistake, not this customer's after all, or money out that never left. */
export const stands = sql`NOT EXISTS (SELECT 1 FROM payments u WHERE u.org_id = p.org_id AND u.customer_id = p.customer_id
  AND u.reverses_payment_id = p.payment_id AND u.purpose IN ('cancelled', 'misattributed'))`;

/** A payment `p` that a decision made, and that books or a file told too since then: it is theirs as well. */
export const isTold = sql`${stands} AND EXISTS (SELECT 1 FROM payment_tellings g WHERE g.org_id = p.org_id AND g.payment_id = p.payment_id)`;

/** A payment `p` that stands, that no movement is tied to now and that no decision alone made. */
export const isOfTheBooks = sql`${stands} AND NOT EXISTS (SELECT 1 FROM bank_matches m WHERE m.org_id = p.org_id AND m.payment_id = p.payment_id
  AND m.reverses_match_id IS NULL AND ((NOT m.is_recorded_before AND NOT (${isTold})) OR NOT EXISTS (SELECT 1 FROM bank_matches u
    WHERE u.org_id = m.org_id AND u.reverses_match_id = m.match_id)))`;

/** A movement `t` that does not count: the double of another, or told by withdrawn files alone. */
export const isVoid = sql`coalesce(t.set_aside_reason IN ('told_twice', 'withdrawn'), false)`;

/** A movement `t` that is still to be matched, in part or in full. */
export const isWaiting = sql`t.set_aside_reason IS NULL AND t.matched_cents < abs(t.cents)`;
