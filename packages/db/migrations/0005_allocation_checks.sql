-- Bulk loads. The allocation checks as before, one inner join at a time; and statistics renewed inside the transaction of a bulk load: a planner
-- that takes an organization it has not met for one row joins ten thousand allocations by looking at every row for each of them.

-- Skips a table that another session is maintaining. Callable by the application, which does not own the tables.
CREATE FUNCTION learn_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE (SKIP_LOCKED) customers, invoices, receivables, credit_notes, payments, allocations;
END $$;

CREATE OR REPLACE FUNCTION apply_allocations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added WHERE reverses_allocation_id IS NOT NULL) AND (
    SELECT count(*) FROM added WHERE reverses_allocation_id IS NOT NULL
  ) <> (
    SELECT count(*) FROM added a JOIN allocations o ON o.org_id = a.org_id AND o.allocation_id = a.reverses_allocation_id
    WHERE o.cents = -a.cents AND o.reverses_allocation_id IS NULL
      AND o.payment_id IS NOT DISTINCT FROM a.payment_id AND o.credit_note_id IS NOT DISTINCT FROM a.credit_note_id
      AND o.receivable_id IS NOT DISTINCT FROM a.receivable_id AND o.refund_id IS NOT DISTINCT FROM a.refund_id
  ) THEN
    RAISE EXCEPTION 'a reversal must undo exactly one allocation' USING ERRCODE = 'check_violation';
  END IF;

  IF EXISTS (SELECT 1 FROM added a JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
      WHERE a.currency <> r.currency OR a.company_id <> r.company_id)
    OR EXISTS (SELECT 1 FROM added a JOIN credit_notes c ON c.org_id = a.org_id AND c.credit_note_id = a.credit_note_id
      WHERE a.currency <> c.currency OR a.company_id <> c.company_id)
    OR EXISTS (SELECT 1 FROM added a JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
      WHERE a.currency <> p.currency OR a.company_id <> p.company_id OR p.direction = 'out')
    OR EXISTS (SELECT 1 FROM added a JOIN payments b ON b.org_id = a.org_id AND b.payment_id = a.refund_id
      WHERE a.currency <> b.currency OR a.company_id <> b.company_id OR b.direction = 'in')
  THEN
    RAISE EXCEPTION 'an allocation joins one company, one currency, a credit to a debt' USING ERRCODE = 'check_violation';
  END IF;

  UPDATE receivables r SET settled_cents = r.settled_cents + s.cents,
      last_allocated_on = greatest(r.last_allocated_on, s.allocated_on)
    FROM (SELECT org_id, receivable_id, sum(cents)::bigint AS cents, max(allocated_on) AS allocated_on
          FROM added WHERE receivable_id IS NOT NULL GROUP BY org_id, receivable_id ORDER BY receivable_id) s
    WHERE r.org_id = s.org_id AND r.receivable_id = s.receivable_id;

  UPDATE credit_notes c SET applied_cents = c.applied_cents + s.cents,
      last_allocated_on = greatest(c.last_allocated_on, s.allocated_on)
    FROM (SELECT org_id, credit_note_id, sum(cents)::bigint AS cents, max(allocated_on) AS allocated_on
          FROM added WHERE credit_note_id IS NOT NULL GROUP BY org_id, credit_note_id ORDER BY credit_note_id) s
    WHERE c.org_id = s.org_id AND c.credit_note_id = s.credit_note_id;

  UPDATE payments p SET applied_cents = p.applied_cents + s.cents,
      last_allocated_on = greatest(p.last_allocated_on, s.allocated_on)
    FROM (SELECT org_id, payment_id, sum(cents)::bigint AS cents, max(allocated_on) AS allocated_on
          FROM (SELECT org_id, payment_id, cents, allocated_on FROM added WHERE payment_id IS NOT NULL
                UNION ALL SELECT org_id, refund_id, cents, allocated_on FROM added WHERE refund_id IS NOT NULL) both_sides
          GROUP BY org_id, payment_id ORDER BY payment_id) s
    WHERE p.org_id = s.org_id AND p.payment_id = s.payment_id;
  RETURN NULL;
END $$;
