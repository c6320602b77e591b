-- A bank file brought in by mistake is withdrawn: nothing of it is lost, nothing of it counts.
ALTER TABLE imports DROP CONSTRAINT imports_status_check,
  ADD CONSTRAINT imports_status_check CHECK (status IN ('running', 'imported', 'unchanged', 'refused', 'failed', 'withdrawn')),
  ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawn_by text,
  -- The last import there was by then: files that come later were read without this one.
  ADD COLUMN withdrawn_after bigint,
  ADD CONSTRAINT withdrawn_says_who CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_after) = CASE status WHEN 'withdrawn' THEN 3 ELSE 0 END);

-- A movement counts while at least one statement that stands tells it.
ALTER TABLE bank_statements ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false;
CREATE INDEX bank_statements_by_import ON bank_statements (org_id, import_id);
-- Why it was set aside before, to be so again when it counts again.
ALTER TABLE bank_transactions ADD COLUMN aside_before jsonb,
  DROP CONSTRAINT bank_transactions_set_aside_reason_check,
  ADD CONSTRAINT bank_transactions_set_aside_reason_check CHECK (set_aside_reason IN
    ('bank_fees', 'own_transfer', 'supplier', 'payroll_or_tax', 'other_income', 'other', 'told_twice', 'withdrawn'));
GRANT UPDATE (aside_before) ON bank_transactions TO quittance_app;
