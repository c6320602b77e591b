-- A payment made from a bank movement, found in books or in a file of payments: their line is this payment, on their own day.
CREATE TABLE payment_tellings (
  org_id      bigint NOT NULL DEFAULT current_org(),
  payment_id  bigint NOT NULL,
  -- Key of the line or row, as a payment of its own would have it
  key         uuid NOT NULL,
  source      text NOT NULL CHECK (source IN ('books', 'file')),
  told_on     date NOT NULL,
  import_id   bigint NOT NULL,
  PRIMARY KEY (org_id, payment_id, source),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, payment_id) REFERENCES payments,
  FOREIGN KEY (org_id, import_id) REFERENCES imports
);

ALTER TABLE payment_tellings ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_tellings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON payment_tellings USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT ON payment_tellings TO quittance_app;
