-- What people changed by hand on customers and contacts: a later import leaves it as it is.
ALTER TABLE customers ADD COLUMN by_hand text[] NOT NULL DEFAULT '{}';
ALTER TABLE contacts
  ADD COLUMN by_hand boolean NOT NULL DEFAULT false,
  -- A person who left is no longer written to; what was said to them stays theirs
  ADD COLUMN active boolean NOT NULL DEFAULT true;
CREATE INDEX customers_in_order ON customers (org_id, company_id, search_name, customer_id);
CREATE INDEX customers_by_scenario ON customers (org_id, company_id, scenario) WHERE scenario IS NOT NULL;
CREATE INDEX tasks_by_customer ON tasks (org_id, customer_id, done_on) WHERE customer_id IS NOT NULL;
CREATE INDEX holds_by_debtor ON holds (org_id, customer_id, recorded_at);
