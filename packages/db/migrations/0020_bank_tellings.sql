-- Which statements told a movement, and in whose words: the same movement comes in several files, formats and stretches of time.

CREATE TABLE bank_tellings (
  org_id          bigint NOT NULL DEFAULT current_org(),
  statement_id    bigint NOT NULL,
  transaction_id  bigint NOT NULL,
  source_row      integer NOT NULL,
  -- md5 of day, amount and words of this file; null where a total stood for details or the other way round
  key             uuid,
  PRIMARY KEY (org_id, statement_id, transaction_id),
  FOREIGN KEY (org_id, statement_id) REFERENCES bank_statements,
  FOREIGN KEY (org_id, transaction_id) REFERENCES bank_transactions
);
CREATE INDEX bank_tellings_by_transaction ON bank_tellings (org_id, transaction_id);

ALTER TABLE bank_tellings ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_tellings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON bank_tellings USING (org_id = current_org()) WITH CHECK (org_id = current_org());
CREATE POLICY portfolio ON bank_tellings AS RESTRICTIVE TO quittance_portfolio USING (current_user <> 'quittance_portfolio');
GRANT SELECT, INSERT ON bank_tellings TO quittance_app;
