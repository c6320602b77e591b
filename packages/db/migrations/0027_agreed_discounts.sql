-- An early-payment discount (escompte) agreed on a due term: so much less, with VAT, when it is paid by a day included.
ALTER TABLE receivables
  ADD COLUMN discount_cents bigint,
  ADD COLUMN discount_until_on date,
  ADD CONSTRAINT discount_whole CHECK (num_nonnulls(discount_cents, discount_until_on) IN (0, 2)),
  ADD CONSTRAINT discount_in_bounds CHECK (discount_cents > 0 AND discount_cents < gross_cents),
  ADD CONSTRAINT discount_after_issue CHECK (discount_until_on >= issued_on);
GRANT INSERT (discount_cents, discount_until_on), UPDATE (discount_cents, discount_until_on) ON receivables
  TO quittance_app, quittance_portfolio;

-- As before; what was agreed on the whole is not agreed on its first term: each real term brings its own.
CREATE OR REPLACE FUNCTION split_receivable(p_receivable_id bigint, p_due_on date[], p_gross_cents bigint[], p_keys uuid[], p_import_id bigint)
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
  UPDATE receivables SET gross_cents = p_gross_cents[1], discount_cents = NULL, discount_until_on = NULL
    WHERE org_id = r.org_id AND receivable_id = r.receivable_id;
  INSERT INTO receivables (org_id, company_id, customer_id, invoice_id, term_no, issued_on, due_on, gross_cents, currency, doubtful,
      source_key, import_id)
    SELECT r.org_id, r.company_id, r.customer_id, r.invoice_id, t.n, r.issued_on, t.due_on, t.gross, r.currency, r.doubtful, t.key, p_import_id
    FROM unnest(p_due_on, p_gross_cents, p_keys) WITH ORDINALITY AS t (due_on, gross, key, n) WHERE t.n > 1;
  RETURN cardinality(p_gross_cents);
END $$;
