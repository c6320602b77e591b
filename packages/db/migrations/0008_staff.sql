-- What people add day by day: notes, documents, saved views, marks of what was read, mail settings, going live by segment, letterhead pictures.

CREATE TABLE notes (
  org_id       bigint NOT NULL DEFAULT current_org(),
  note_id      bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  customer_id  bigint NOT NULL,
  -- Null where the note speaks of the customer as a whole
  invoice_id   bigint,
  text         text NOT NULL CHECK (text <> ''),
  author       text NOT NULL,
  written_at   timestamptz NOT NULL DEFAULT recorded_now(),
  -- A removed note is no longer shown; the journal keeps what it said
  removed_at   timestamptz,
  removed_by   text,
  PRIMARY KEY (org_id, note_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, invoice_id) REFERENCES invoices
);
CREATE INDEX notes_by_customer ON notes (org_id, customer_id, written_at) WHERE removed_at IS NULL;

CREATE TABLE customer_documents (
  org_id       bigint NOT NULL DEFAULT current_org(),
  document_id  bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  customer_id  bigint NOT NULL,
  -- Null where the document concerns the customer as a whole
  invoice_id   bigint,
  sha256       text NOT NULL,
  name         text NOT NULL CHECK (name <> ''),
  kind         text NOT NULL CHECK (kind IN ('contract', 'order', 'delivery_note', 'correspondence', 'proof', 'other')),
  author       text NOT NULL,
  added_at     timestamptz NOT NULL DEFAULT recorded_now(),
  removed_at   timestamptz,
  removed_by   text,
  PRIMARY KEY (org_id, document_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, invoice_id) REFERENCES invoices,
  FOREIGN KEY (org_id, sha256) REFERENCES files (org_id, sha256)
);
CREATE INDEX customer_documents_by_customer ON customer_documents (org_id, customer_id, added_at) WHERE removed_at IS NULL;

-- A list as somebody likes it: filters, order, columns; their own, or shared with the company.
CREATE TABLE saved_views (
  org_id      bigint NOT NULL DEFAULT current_org(),
  view_id     bigint GENERATED ALWAYS AS IDENTITY,
  company_id  bigint NOT NULL,
  user_id     text NOT NULL,
  screen      text NOT NULL CHECK (screen ~ '^[a-z][a-z_]{0,39}$'),
  name        text NOT NULL CHECK (name <> ''),
  -- {search, columns}: the address bar's filters, and the columns shown in their order
  view        jsonb NOT NULL,
  shared      boolean NOT NULL DEFAULT false,
  saved_at    timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, view_id),
  UNIQUE (org_id, company_id, user_id, screen, name),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

-- What the application remembers for one member: {noticesSeenAt…}.
CREATE TABLE member_settings (
  org_id    bigint NOT NULL DEFAULT current_org(),
  user_id   text NOT NULL,
  settings  jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, user_id)
);

-- How a company's messages leave. The secret is sealed with the key of the data folder; the database alone cannot read it.
CREATE TABLE channel_settings (
  org_id         bigint NOT NULL DEFAULT current_org(),
  company_id     bigint NOT NULL,
  channel        text NOT NULL CHECK (channel IN ('email')),
  -- email: {host, port, security, user, perSecond, fromName, fromAddress, replyTo}
  settings       jsonb NOT NULL,
  sealed_secret  bytea,
  -- Last test to oneself: when, and what the server answered; null code when it went well
  tested_at      timestamptz,
  test_code      text,
  actor          text NOT NULL,
  changed_at     timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, company_id, channel),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

-- Segments that are live while the company is in test mode; '' stands for customers without a segment.
ALTER TABLE companies ADD COLUMN live_segments text[] NOT NULL DEFAULT '{}';

-- Pictures of the letterhead.
ALTER TABLE companies
  ADD COLUMN logo_sha256 text,
  ADD COLUMN signature_sha256 text,
  ADD FOREIGN KEY (org_id, logo_sha256) REFERENCES files (org_id, sha256),
  ADD FOREIGN KEY (org_id, signature_sha256) REFERENCES files (org_id, sha256);

CREATE INDEX customers_by_owner ON customers (org_id, company_id, owner_email) WHERE owner_email IS NOT NULL;
CREATE INDEX customers_by_segment ON customers (org_id, company_id, segment) WHERE segment IS NOT NULL;

-- A message outside the ladder has rank 0; the key of its form makes a second press of the button harmless.
ALTER TABLE actions ADD COLUMN request_key uuid;
CREATE UNIQUE INDEX actions_once_asked ON actions (org_id, request_key) WHERE request_key IS NOT NULL;
DROP INDEX actions_once;
CREATE UNIQUE INDEX actions_once ON actions (org_id, customer_id, planned_on, channel, rank, currency) WHERE state <> 'cancelled' AND rank > 0;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notes', 'customer_documents', 'saved_views', 'member_settings', 'channel_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_organization ON %I USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO quittance_app', t);
  END LOOP;
END $$;
REVOKE DELETE ON notes, customer_documents FROM quittance_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO quittance_app;

-- A skip may be undone; a step that was sent or came from another tool may not.
GRANT DELETE ON receivable_levels TO quittance_app;
CREATE POLICY only_skips_are_undone ON receivable_levels AS RESTRICTIVE FOR DELETE USING (origin = 'skipped');
