-- What an import of books covers, so that another export of the same year is told from the next year; splitting an estimated term.

ALTER TABLE imports ADD COLUMN covers_from_on date;
-- The books carried opening entries of customer accounts (à nouveau).
ALTER TABLE imports ADD COLUMN has_openings boolean NOT NULL DEFAULT false;

-- Gives an invoice known as one term its real terms: the first keeps the row (its history, its allocations), the others are added.
-- Refuses unless the amounts make the invoice's gross and what is settled fits in the first term.
CREATE FUNCTION split_receivable(p_receivable_id bigint, p_due_on date[], p_gross_cents bigint[], p_keys uuid[], p_import_id bigint)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  r receivables%ROWTYPE;
BEGIN
  SELECT * INTO r FROM receivables WHERE org_id = current_org() AND receivable_id = p_receivable_id FOR UPDATE;
  IF r.receivable_id IS NULL
    OR (SELECT count(*) FROM receivables o WHERE o.org_id = r.org_id AND o.invoice_id = r.invoice_id) <> 1
    OR (SELECT sum(g) FROM unnest(p_gross_cents) g) <> r.gross_cents
    OR (SELECT min(g) FROM unnest(p_gross_cents) g) <= 0
    OR r.settled_cents > p_gross_cents[1] THEN
    RAISE EXCEPTION 'these terms cannot replace receivable %', p_receivable_id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE receivables SET gross_cents = p_gross_cents[1]
    WHERE org_id = r.org_id AND receivable_id = r.receivable_id;
  INSERT INTO receivables (org_id, company_id, customer_id, invoice_id, term_no, issued_on, due_on, gross_cents, currency, doubtful,
      source_key, import_id)
    SELECT r.org_id, r.company_id, r.customer_id, r.invoice_id, t.n, r.issued_on, t.due_on, t.gross, r.currency, r.doubtful, t.key, p_import_id
    FROM unnest(p_due_on, p_gross_cents, p_keys) WITH ORDINALITY AS t (due_on, gross, key, n) WHERE t.n > 1;
  RETURN cardinality(p_gross_cents);
END $$;
