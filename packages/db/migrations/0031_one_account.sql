-- One account, several files: who told whose account a statement is, accounts found to be one, the account remembered with a layout.

-- An account found to be another one: its files are that one's from then on. It keeps the movements that were told twice, set aside.
ALTER TABLE bank_accounts ADD COLUMN joined_into bigint,
  ADD FOREIGN KEY (org_id, joined_into) REFERENCES bank_accounts (org_id, bank_account_id),
  ADD CONSTRAINT joined_into_another CHECK (joined_into <> bank_account_id);
CREATE INDEX bank_accounts_joined ON bank_accounts (org_id, joined_into) WHERE joined_into IS NOT NULL;

-- The file names the account, a person said which it is, or it was the only one there was.
ALTER TABLE bank_statements ADD COLUMN told_by text NOT NULL DEFAULT 'file' CHECK (told_by IN ('file', 'person', 'deduced'));
ALTER TABLE bank_accounts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE bank_statements NO FORCE ROW LEVEL SECURITY;
UPDATE bank_statements s SET told_by = 'deduced' FROM bank_accounts a
  WHERE a.org_id = s.org_id AND a.bank_account_id = s.bank_account_id AND a.identity = '';
ALTER TABLE bank_accounts FORCE ROW LEVEL SECURITY;
ALTER TABLE bank_statements FORCE ROW LEVEL SECURITY;
CREATE INDEX bank_statements_deduced ON bank_statements (org_id, bank_account_id) WHERE told_by = 'deduced';

ALTER TABLE column_mappings ADD COLUMN bank_account_id bigint,
  ADD FOREIGN KEY (org_id, bank_account_id) REFERENCES bank_accounts (org_id, bank_account_id);

-- The double of a movement that another file told: kept as it was told, out of the way.
ALTER TABLE bank_transactions DROP CONSTRAINT bank_transactions_set_aside_reason_check,
  ADD CONSTRAINT bank_transactions_set_aside_reason_check CHECK (set_aside_reason IN
    ('bank_fees', 'own_transfer', 'supplier', 'payroll_or_tax', 'other_income', 'other', 'told_twice'));
GRANT UPDATE (bank_account_id) ON bank_transactions TO quittance_app;
