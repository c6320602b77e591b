-- Invoices worked on by people: why a due date or an allocation was changed, and numbers found in whatever dress they are typed.
ALTER TABLE due_date_changes ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE allocations ADD COLUMN reason text NOT NULL DEFAULT '';

-- A number without its dress: capitals, no separators: FA-2026-0042 and fa2026/0042 are one.
CREATE FUNCTION number_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(upper($1), '[^[:alnum:]]', '', 'g');
-- Stored, because row-level security lets an index serve only comparisons of plain columns. The second finds a number by its end.
ALTER TABLE invoices
  ADD COLUMN number_key text NOT NULL GENERATED ALWAYS AS (number_key(number)) STORED,
  ADD COLUMN number_end text NOT NULL GENERATED ALWAYS AS (reverse(number_key(number))) STORED;
CREATE INDEX invoices_by_number_key ON invoices (org_id, company_id, number_key text_pattern_ops);
CREATE INDEX invoices_by_number_end ON invoices (org_id, company_id, number_end text_pattern_ops);
