-- Reading the past and the lists quickly: what was settled after a day is found inside the index, and so is what changed or was recorded since.

DROP INDEX receivables_closed;
CREATE INDEX receivables_closed ON receivables (org_id, company_id, last_allocated_on, issued_on) WHERE last_allocated_on IS NOT NULL;
DROP INDEX credit_notes_closed;
CREATE INDEX credit_notes_closed ON credit_notes (org_id, company_id, last_allocated_on, issued_on) WHERE last_allocated_on IS NOT NULL;
DROP INDEX payments_closed;
CREATE INDEX payments_closed ON payments (org_id, company_id, last_allocated_on, paid_on) WHERE last_allocated_on IS NOT NULL;

CREATE INDEX due_date_changes_by_day ON due_date_changes (org_id, changed_on);

-- Rows lie in the order they were recorded in, near enough for an index of one entry for each block range: it costs nothing to keep.
CREATE INDEX receivables_by_recording ON receivables USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX credit_notes_by_recording ON credit_notes USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX payments_by_recording ON payments USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX allocations_by_recording ON allocations USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);

-- Lists in their usual orders.
CREATE INDEX receivables_by_due ON receivables (org_id, company_id, due_on, invoice_id);
CREATE INDEX invoices_by_day ON invoices (org_id, company_id, issued_on, invoice_id);

-- Text as it is searched and ordered: without accents or capitals. Immutable because the dictionary is named and ships with the server.
CREATE FUNCTION search_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));
ALTER TABLE customers ADD COLUMN search_name text NOT NULL GENERATED ALWAYS AS (search_text(name)) STORED;
