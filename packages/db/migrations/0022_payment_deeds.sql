-- What happens to a payment after it came, deed by deed: each is undone as a whole, by new lines.

CREATE TABLE payment_deeds (
  org_id          bigint NOT NULL DEFAULT current_org(),
  deed_id         bigint GENERATED ALWAYS AS IDENTITY,
  company_id      bigint NOT NULL,
  customer_id     bigint NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('record', 'return', 'refund', 'move', 'gain',
    'write_off', 'discount', 'bank_fee', 'exchange', 'late_fee', 'waiver')),
  happened_on     date NOT NULL,
  cents           bigint NOT NULL CHECK (cents > 0),
  currency        text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- What it is about: a payment, or a due term
  payment_id      bigint,
  receivable_id   bigint,
  to_customer_id  bigint,
  -- What it wrote: money out, money in elsewhere, a credit
  out_payment_id  bigint,
  in_payment_id   bigint,
  credit_note_id  bigint,
  -- Allocations it took back: applied again when it is undone, as far as there is room
  freed_ids       bigint[] NOT NULL DEFAULT '{}',
  hold_ids        bigint[] NOT NULL DEFAULT '{}',
  task_id         bigint,
  -- The bank's reason of a return
  code            text NOT NULL DEFAULT '',
  reference       text NOT NULL DEFAULT '',
  note            text NOT NULL DEFAULT '',
  actor           text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT recorded_now(),
  undone_on       date,
  undone_by       text,
  undone_at       timestamptz,
  PRIMARY KEY (org_id, deed_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, payment_id) REFERENCES payments,
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables,
  CONSTRAINT deed_undone_says_who CHECK ((undone_on IS NULL) = (undone_by IS NULL)),
  CONSTRAINT deed_is_about_something CHECK (num_nonnulls(payment_id, receivable_id) > 0)
);
CREATE INDEX payment_deeds_by_payment ON payment_deeds (org_id, payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX payment_deeds_by_receivable ON payment_deeds (org_id, receivable_id) WHERE receivable_id IS NOT NULL;
CREATE INDEX payment_deeds_by_arrival ON payment_deeds (org_id, in_payment_id) WHERE in_payment_id IS NOT NULL;
CREATE INDEX payment_deeds_by_day ON payment_deeds (org_id, company_id, deed_id);

ALTER TABLE payment_deeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_deeds FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON payment_deeds USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON payment_deeds TO quittance_app;
GRANT UPDATE (task_id, undone_on, undone_by, undone_at) ON payment_deeds TO quittance_app;

-- Undoing what sent money out is money in of purpose cancelled, which takes that line back; it is no payment received.
ALTER TABLE payments DROP CONSTRAINT purpose_has_its_way,
  ADD CONSTRAINT purpose_has_its_way CHECK (
    CASE direction WHEN 'in' THEN purpose IN ('payment', 'moved_in', 'cancelled') ELSE purpose <> 'moved_in' END),
  DROP CONSTRAINT only_money_out_reverses,
  ADD CONSTRAINT only_money_out_reverses CHECK (reverses_payment_id IS NULL OR direction = 'out' OR purpose = 'cancelled');

-- A waiver by the company's rule is taken back when the principal is open again; one by a person stands.
ALTER TABLE late_fee_claims ADD COLUMN waived_by_rule boolean NOT NULL DEFAULT false,
  ADD COLUMN waiver_deed_id bigint,
  ADD COLUMN deed_id bigint;
CREATE INDEX late_fee_claims_by_company ON late_fee_claims (org_id, company_id, claim_id);
CREATE INDEX late_fee_claims_by_invoice ON late_fee_claims (org_id, invoice_id);

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO quittance_app;
