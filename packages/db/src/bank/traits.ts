// Traits of a movement `t`, by which it is recognised whatever file tells it, as `MovementTraits` names them.
import { sql } from 'kysely';

/** Columns of a select. */
export const TRAITS = sql`t.booked_on AS "bookedOn", t.cents, t.bank_reference AS "bankReference", t.label,
  t.counterparty_name AS "counterpartyName", t.end_to_end_id AS "endToEndId", t.creditor_reference AS "creditorReference"`;
