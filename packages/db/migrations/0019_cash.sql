-- Cash application: bank accounts, statements and movements; what a movement was found to pay, and what it may pay; whose money is whose;
-- money announced; late fees claimed; what closes small differences.

CREATE TABLE bank_accounts (
  org_id           bigint NOT NULL DEFAULT current_org(),
  bank_account_id  bigint GENERATED ALWAYS AS IDENTITY,
  company_id       bigint NOT NULL,
  -- IBAN without spaces, else the number as the bank writes it; '' for the account of files that name none
  identity         text NOT NULL,
  iban             text,
  currency         text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- What people call it; may be empty
  name             text NOT NULL DEFAULT '',
  opened_at        timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, bank_account_id),
  UNIQUE (org_id, company_id, identity, currency),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

CREATE TABLE bank_statements (
  org_id           bigint NOT NULL DEFAULT current_org(),
  statement_id     bigint GENERATED ALWAYS AS IDENTITY,
  company_id       bigint NOT NULL,
  bank_account_id  bigint NOT NULL,
  import_id        bigint NOT NULL,
  -- cfonb120, mt940, ofx, csv, or the ISO message such as camt.053.001.08
  format           text NOT NULL,
  reference        text,
  -- Days of its booked movements, else of its balances
  from_on          date,
  to_on            date,
  opening_on       date,
  opening_cents    bigint,
  closing_on       date,
  closing_cents    bigint,
  balance          text NOT NULL CHECK (balance IN ('balanced', 'unknown', 'differs')),
  movements        integer NOT NULL,
  -- Movements that an earlier file had brought
  known            integer NOT NULL DEFAULT 0,
  recorded_at      timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, statement_id),
  FOREIGN KEY (org_id, bank_account_id) REFERENCES bank_accounts,
  FOREIGN KEY (org_id, import_id) REFERENCES imports
);
CREATE INDEX bank_statements_by_account ON bank_statements (org_id, bank_account_id, to_on);

-- One movement as the bank told it; money in is positive. matched_cents is written by the trigger of bank_matches alone.
CREATE TABLE bank_transactions (
  org_id              bigint NOT NULL DEFAULT current_org(),
  transaction_id      bigint GENERATED ALWAYS AS IDENTITY,
  company_id          bigint NOT NULL,
  bank_account_id     bigint NOT NULL,
  statement_id        bigint NOT NULL,
  import_id           bigint NOT NULL,
  source_row          integer NOT NULL,
  -- md5 of account, day, amount, what the bank wrote and the how-many-th of its kind: the same movement of another file is found
  source_key          uuid NOT NULL,
  booked_on           date NOT NULL,
  value_on            date,
  cents               bigint NOT NULL CHECK (cents <> 0),
  currency            text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- What the payer sent where the bank changed it into another currency
  original_cents      bigint,
  original_currency   text CHECK (original_currency ~ '^[A-Z]{3}$'),
  bank_code           text,
  label               text NOT NULL DEFAULT '',
  counterparty_name   text,
  counterparty_iban   text,
  end_to_end_id       text,
  creditor_reference  text,
  mandate_id          text,
  bank_reference      text,
  return_reason       text,
  is_return           boolean NOT NULL DEFAULT false,
  matched_cents       bigint NOT NULL DEFAULT 0,
  -- Not a customer's money: charges, own transfers, a supplier… Null while it is to be matched
  set_aside_reason    text CHECK (set_aside_reason IN ('bank_fees', 'own_transfer', 'supplier', 'payroll_or_tax', 'other_income', 'other')),
  set_aside_note      text NOT NULL DEFAULT '',
  set_aside_by        text,
  set_aside_at        timestamptz,
  recorded_at         timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, transaction_id),
  UNIQUE (org_id, company_id, source_key),
  FOREIGN KEY (org_id, bank_account_id) REFERENCES bank_accounts,
  FOREIGN KEY (org_id, statement_id) REFERENCES bank_statements,
  FOREIGN KEY (org_id, import_id) REFERENCES imports,
  CONSTRAINT movement_never_overmatched CHECK (matched_cents BETWEEN 0 AND abs(cents)),
  CONSTRAINT set_aside_has_its_author CHECK ((set_aside_reason IS NULL) = (set_aside_by IS NULL))
);
CREATE INDEX bank_transactions_by_day ON bank_transactions (org_id, company_id, booked_on, transaction_id);
CREATE INDEX bank_transactions_of_account ON bank_transactions (org_id, bank_account_id, booked_on);
CREATE INDEX bank_transactions_waiting ON bank_transactions (org_id, company_id, booked_on, transaction_id)
  WHERE set_aside_reason IS NULL AND matched_cents < abs(cents);

-- One decision about one movement, by the engine or by a person, with all it wrote; undone as a whole.
CREATE TABLE bank_decisions (
  org_id          bigint NOT NULL DEFAULT current_org(),
  decision_id     bigint GENERATED ALWAYS AS IDENTITY,
  company_id      bigint NOT NULL,
  transaction_id  bigint NOT NULL,
  origin          text NOT NULL CHECK (origin IN ('automatic', 'accepted', 'manual')),
  -- Codes of core/reconciliation; empty for what a person decided without a proposal
  evidence        text[] NOT NULL DEFAULT '{}',
  confidence      numeric(7, 6),
  -- Characters of the label where the evidence stands: [{from, to}]
  spans           jsonb NOT NULL DEFAULT '[]',
  allocation_ids  bigint[] NOT NULL DEFAULT '{}',
  note            text NOT NULL DEFAULT '',
  actor           text NOT NULL,
  decided_on      date NOT NULL,
  decided_at      timestamptz NOT NULL DEFAULT recorded_now(),
  undone_on       date,
  undone_by       text,
  undone_at       timestamptz,
  undone_reason   text,
  PRIMARY KEY (org_id, decision_id),
  FOREIGN KEY (org_id, transaction_id) REFERENCES bank_transactions,
  CONSTRAINT undone_says_who CHECK ((undone_on IS NULL) = (undone_by IS NULL))
);
CREATE INDEX bank_decisions_by_transaction ON bank_decisions (org_id, transaction_id, decision_id);
CREATE INDEX bank_decisions_by_day ON bank_decisions (org_id, company_id, decided_at);

-- Part of a movement that is a payment of the ledger. Never edited; undoing is a new negative line.
CREATE TABLE bank_matches (
  org_id             bigint NOT NULL DEFAULT current_org(),
  match_id           bigint GENERATED ALWAYS AS IDENTITY,
  company_id         bigint NOT NULL,
  decision_id        bigint NOT NULL,
  transaction_id     bigint NOT NULL,
  payment_id         bigint NOT NULL,
  -- In the movement's currency
  cents              bigint NOT NULL CHECK (cents <> 0),
  -- The payment was known before (from the books, or by hand); undoing leaves it
  is_recorded_before boolean NOT NULL DEFAULT false,
  reverses_match_id  bigint,
  actor              text NOT NULL,
  recorded_at        timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, match_id),
  FOREIGN KEY (org_id, decision_id) REFERENCES bank_decisions,
  FOREIGN KEY (org_id, transaction_id) REFERENCES bank_transactions,
  FOREIGN KEY (org_id, payment_id) REFERENCES payments,
  FOREIGN KEY (org_id, reverses_match_id) REFERENCES bank_matches,
  CONSTRAINT negative_only_reverses CHECK ((cents < 0) = (reverses_match_id IS NOT NULL))
);
CREATE UNIQUE INDEX bank_matches_reversed_once ON bank_matches (org_id, reverses_match_id) WHERE reverses_match_id IS NOT NULL;
CREATE INDEX bank_matches_by_transaction ON bank_matches (org_id, transaction_id);
CREATE INDEX bank_matches_by_payment ON bank_matches (org_id, payment_id);
CREATE INDEX bank_matches_by_decision ON bank_matches (org_id, decision_id);

CREATE FUNCTION apply_bank_matches() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added a LEFT JOIN bank_matches o ON o.org_id = a.org_id AND o.match_id = a.reverses_match_id
    WHERE a.reverses_match_id IS NOT NULL AND (o.match_id IS NULL OR o.cents <> -a.cents OR o.reverses_match_id IS NOT NULL
      OR o.transaction_id <> a.transaction_id OR o.payment_id <> a.payment_id))
  THEN
    RAISE EXCEPTION 'a reversal must undo exactly one match' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM added a JOIN bank_transactions t ON t.org_id = a.org_id AND t.transaction_id = a.transaction_id
      JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
    WHERE t.company_id <> a.company_id OR p.company_id <> a.company_id OR (t.cents > 0) <> (p.direction = 'in'))
  THEN
    RAISE EXCEPTION 'a match joins one company, money in to a payment, money out to money out' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE bank_transactions t SET matched_cents = t.matched_cents + s.cents
    FROM (SELECT org_id, transaction_id, sum(cents)::bigint AS cents FROM added GROUP BY org_id, transaction_id ORDER BY transaction_id) s
    WHERE t.org_id = s.org_id AND t.transaction_id = s.transaction_id;
  RETURN NULL;
END $$;
CREATE TRIGGER bank_matches_apply AFTER INSERT ON bank_matches REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION apply_bank_matches();
CREATE TRIGGER bank_matches_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_matches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the engine last said of a waiting movement; written again whenever it is asked, proves nothing by itself.
CREATE TABLE bank_proposals (
  org_id          bigint NOT NULL DEFAULT current_org(),
  transaction_id  bigint NOT NULL,
  company_id      bigint NOT NULL,
  decision        text NOT NULL CHECK (decision IN ('auto', 'suggest', 'none')),
  -- Confidence of the best explanation, 0 to 1; 0 where there is none
  confidence      numeric(7, 6) NOT NULL DEFAULT 0,
  -- Explanation of core/reconciliation, and its rivals
  best            jsonb,
  alternatives    jsonb NOT NULL DEFAULT '[]',
  made_at         timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, transaction_id),
  FOREIGN KEY (org_id, transaction_id) REFERENCES bank_transactions
);
CREATE INDEX bank_proposals_by_confidence ON bank_proposals (org_id, company_id, decision, confidence);

-- Whom and what a waiting movement could settle: nobody is chased for it meanwhile (R8). A row for each item of each explanation.
CREATE TABLE bank_candidates (
  org_id          bigint NOT NULL DEFAULT current_org(),
  candidate_id    bigint GENERATED ALWAYS AS IDENTITY,
  transaction_id  bigint NOT NULL,
  company_id      bigint NOT NULL,
  customer_id     bigint NOT NULL,
  -- Null: the customer as a whole
  receivable_id   bigint,
  from_on         date NOT NULL,
  until_on        date NOT NULL,
  PRIMARY KEY (org_id, candidate_id),
  FOREIGN KEY (org_id, transaction_id) REFERENCES bank_transactions,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables
);
CREATE UNIQUE INDEX bank_candidates_once ON bank_candidates (org_id, transaction_id, customer_id, receivable_id) NULLS NOT DISTINCT;
CREATE INDEX bank_candidates_by_customer ON bank_candidates (org_id, company_id, customer_id);

-- Who pays for whom, learned from what people accepted; erasable, and what was erased is learned again only from a later acceptance.
CREATE TABLE payer_aliases (
  org_id       bigint NOT NULL DEFAULT current_org(),
  alias_id     bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  -- Null: money of this payer is not a customer's
  customer_id  bigint,
  iban         text,
  -- As the bank writes it
  name         text,
  -- Acceptances it rests on
  times        integer NOT NULL DEFAULT 1 CHECK (times > 0),
  set_aside_reason text,
  learned_from bigint,
  actor        text NOT NULL,
  learned_at   timestamptz NOT NULL DEFAULT recorded_now(),
  last_used_on date NOT NULL,
  erased_at    timestamptz,
  erased_by    text,
  PRIMARY KEY (org_id, alias_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, learned_from) REFERENCES bank_transactions (org_id, transaction_id),
  CONSTRAINT alias_says_something CHECK (num_nonnulls(iban, name) > 0)
);
CREATE UNIQUE INDEX payer_aliases_once ON payer_aliases (org_id, company_id, customer_id, iban, name) NULLS NOT DISTINCT WHERE erased_at IS NULL;
CREATE INDEX payer_aliases_by_customer ON payer_aliases (org_id, customer_id) WHERE erased_at IS NULL;

-- How a customer is used to pay, counted from accepted matches: the evidence codes of the amount (amount_sum, amount_fee…).
CREATE TABLE payment_habits (
  org_id       bigint NOT NULL DEFAULT current_org(),
  company_id   bigint NOT NULL,
  customer_id  bigint NOT NULL,
  habit        text NOT NULL,
  times        integer NOT NULL CHECK (times > 0),
  last_on      date NOT NULL,
  PRIMARY KEY (org_id, customer_id, habit),
  FOREIGN KEY (org_id, customer_id) REFERENCES customers
);

-- Money announced but not arrived: a direct debit handed to the bank, a transfer the customer says has left. Its holds stand in `holds`.
CREATE TABLE announced_payments (
  org_id            bigint NOT NULL DEFAULT current_org(),
  announcement_id   bigint GENERATED ALWAYS AS IDENTITY,
  company_id        bigint NOT NULL,
  customer_id       bigint NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('direct_debit', 'transfer', 'cheque', 'bill', 'card')),
  cents             bigint NOT NULL CHECK (cents > 0),
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- Day it is expected on the account; the bank's delay comes on top
  expected_on       date NOT NULL,
  -- End-to-end id, mandate, cheque number
  reference         text NOT NULL DEFAULT '',
  note              text NOT NULL DEFAULT '',
  state             text NOT NULL DEFAULT 'expected' CHECK (state IN ('expected', 'arrived', 'cancelled', 'returned')),
  payment_id        bigint,
  hold_ids          bigint[] NOT NULL DEFAULT '{}',
  actor             text NOT NULL,
  announced_at      timestamptz NOT NULL DEFAULT recorded_now(),
  ended_on          date,
  ended_by          text,
  PRIMARY KEY (org_id, announcement_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, payment_id) REFERENCES payments
);
CREATE INDEX announced_payments_expected ON announced_payments (org_id, company_id, expected_on) WHERE state = 'expected';
CREATE INDEX announced_payments_by_customer ON announced_payments (org_id, customer_id, expected_on);

-- Late fees claimed: a document and a receivable of their own (nature late_fee), beside the principal they grew on.
CREATE TABLE late_fee_claims (
  org_id            bigint NOT NULL DEFAULT current_org(),
  claim_id          bigint GENERATED ALWAYS AS IDENTITY,
  company_id        bigint NOT NULL,
  customer_id       bigint NOT NULL,
  -- The claim's own document, and the term it grew on
  invoice_id        bigint NOT NULL,
  on_receivable_id  bigint NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('interest', 'fixed_fee')),
  -- Days counted, both included; null for the fixed fee
  from_on           date,
  to_on             date,
  cents             bigint NOT NULL CHECK (cents > 0),
  -- Segments as counted: [{from, to, days, ratePct, principalCents, interestCents}]
  segments          jsonb NOT NULL DEFAULT '[]',
  -- What becomes of it once its principal is paid: chased on, given up, or shown only
  disposition       text NOT NULL DEFAULT 'keep' CHECK (disposition IN ('keep', 'waive', 'show')),
  decided_by        text NOT NULL,
  decided_at        timestamptz NOT NULL DEFAULT recorded_now(),
  hold_id           bigint,
  waived_on         date,
  actor             text NOT NULL,
  claimed_on        date NOT NULL,
  PRIMARY KEY (org_id, claim_id),
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, invoice_id) REFERENCES invoices,
  FOREIGN KEY (org_id, on_receivable_id) REFERENCES receivables (org_id, receivable_id)
);
CREATE INDEX late_fee_claims_by_receivable ON late_fee_claims (org_id, on_receivable_id);
CREATE UNIQUE INDEX one_fixed_fee ON late_fee_claims (org_id, on_receivable_id) WHERE kind = 'fixed_fee' AND waived_on IS NULL;

-- What closes a difference is a credit like others, of its own nature: given up, agreed discount, bank charges, exchange, late fee waived.
ALTER TABLE credit_notes DROP CONSTRAINT credit_notes_nature_check,
  ADD CONSTRAINT credit_notes_nature_check CHECK (nature IN ('credit_note', 'opening', 'adjustment',
    'write_off', 'discount', 'bank_fee', 'exchange', 'waiver'));
ALTER TABLE invoices DROP CONSTRAINT invoices_nature_check,
  ADD CONSTRAINT invoices_nature_check CHECK (nature IN ('invoice', 'opening', 'adjustment', 'late_fee'));

-- Why money moved: in — paid, or moved here from another customer; out — taken back by the bank, refunded, not this customer's after all,
-- moved to another customer, a small difference in our favour that is kept, or what takes an adjustment back (cancelled).
ALTER TABLE payments ADD COLUMN purpose text NOT NULL DEFAULT 'payment' CHECK (purpose IN
  ('payment', 'moved_in', 'return', 'refund', 'misattributed', 'moved_out', 'gain', 'cancelled'));
ALTER TABLE payments ADD CONSTRAINT purpose_has_its_way CHECK (
  CASE direction WHEN 'in' THEN purpose IN ('payment', 'moved_in') ELSE purpose <> 'moved_in' END);

ALTER TABLE tasks DROP CONSTRAINT tasks_kind_check,
  ADD CONSTRAINT tasks_kind_check CHECK (kind IN ('call', 'decide', 'repair_contact', 'check_delivery', 'payment_returned'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bank_accounts', 'bank_statements', 'bank_transactions', 'bank_decisions', 'bank_matches', 'bank_proposals',
    'bank_candidates', 'payer_aliases', 'payment_habits', 'announced_payments', 'late_fee_claims'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_organization ON %I USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO quittance_app', t);
  END LOOP;
  -- The bank's account is the company's: a member narrowed to a portfolio sees what became of it (payments), not the statement.
  FOREACH t IN ARRAY ARRAY['bank_accounts', 'bank_statements', 'bank_transactions', 'bank_decisions', 'bank_proposals'] LOOP
    EXECUTE format('CREATE POLICY portfolio ON %I AS RESTRICTIVE TO quittance_portfolio USING (current_user <> ''quittance_portfolio'')', t);
  END LOOP;
END $$;
REVOKE DELETE ON bank_accounts, bank_statements, bank_transactions, bank_decisions, payer_aliases, announced_payments, late_fee_claims FROM quittance_app;
REVOKE UPDATE, DELETE ON bank_matches FROM quittance_app;
REVOKE INSERT, UPDATE ON bank_transactions FROM quittance_app;
GRANT INSERT (org_id, company_id, bank_account_id, statement_id, import_id, source_row, source_key, booked_on, value_on, cents, currency,
    original_cents, original_currency, bank_code, label, counterparty_name, counterparty_iban, end_to_end_id, creditor_reference, mandate_id,
    bank_reference, return_reason, is_return, recorded_at),
  UPDATE (set_aside_reason, set_aside_note, set_aside_by, set_aside_at) ON bank_transactions TO quittance_app;
GRANT INSERT (purpose) ON payments TO quittance_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO quittance_app;
