// The aged balance by hand-written SQL, all customers, five buckets and unapplied credits: what the product's own is compared with.
// Open amounts today are stored beside the receivable; those of a past day are what allocations up to that day leave.

const bucketSums = (on) => `
  sum(open) FILTER (WHERE late <= 0) AS not_due,
  sum(open) FILTER (WHERE late BETWEEN 1 AND 30) AS d1_30,
  sum(open) FILTER (WHERE late BETWEEN 31 AND 60) AS d31_60,
  sum(open) FILTER (WHERE late BETWEEN 61 AND 90) AS d61_90,
  sum(open) FILTER (WHERE late >= 91) AS d91_plus, '${on}' AS on_day`;

const around = (open, credits, on) => `
  WITH open AS (${open}), credit AS (${credits})
  SELECT c.customer_id, c.ref, c.name, a.*, coalesce(k.unapplied, 0) AS unapplied
  FROM (SELECT customer_id AS id, ${bucketSums(on)} FROM open GROUP BY customer_id) a
  JOIN customers c ON c.customer_id = a.id
  LEFT JOIN credit k ON k.customer_id = a.id
  ORDER BY c.ref`;

/** SQL of the aged balance as of the present. */
export const agedNowSql = ({ orgId, companyId }, on) =>
  around(
    `SELECT customer_id, open_cents AS open, date '${on}' - due_on AS late FROM receivables
      WHERE org_id = ${orgId} AND company_id = ${companyId} AND settled_cents < gross_cents`,
    `SELECT customer_id, sum(open_cents) AS unapplied FROM payments
      WHERE org_id = ${orgId} AND company_id = ${companyId} AND applied_cents < cents GROUP BY customer_id`,
    on,
  );

/** SQL of the aged balance as of a past day. */
export const agedPastSql = ({ orgId, companyId }, on) =>
  around(
    `SELECT customer_id, open, late FROM (
       SELECT r.customer_id, date '${on}' - r.due_on AS late, r.gross_cents - coalesce((
         SELECT sum(a.cents) FROM allocations a WHERE a.org_id = r.org_id AND a.receivable_id = r.receivable_id AND a.allocated_on <= '${on}'), 0) AS open
       FROM receivables r WHERE r.org_id = ${orgId} AND r.company_id = ${companyId} AND r.issued_on <= '${on}'
         AND (r.settled_cents < r.gross_cents OR r.last_allocated_on > '${on}')) x WHERE open > 0`,
    `SELECT p.customer_id, sum(p.cents - coalesce((
         SELECT sum(a.cents) FROM allocations a WHERE a.org_id = p.org_id AND a.payment_id = p.payment_id AND a.allocated_on <= '${on}'), 0)) AS unapplied
       FROM payments p WHERE p.org_id = ${orgId} AND p.company_id = ${companyId} AND p.paid_on <= '${on}' AND p.direction = 'in'
         AND (p.applied_cents < p.cents OR p.last_allocated_on > '${on}') GROUP BY p.customer_id`,
    on,
  );
