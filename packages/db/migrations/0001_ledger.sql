-- The ground: directory of organizations, parties, files and imports, the ledger, the journal.
-- Every table of schema public carries org_id first in its keys; 0003 turns row-level security on and forces it.

CREATE SCHEMA directory;

CREATE TABLE directory.organizations (
  org_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name        text NOT NULL CHECK (name <> ''),
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The organization the transaction works for; null outside one, so that nothing is visible.
CREATE FUNCTION current_org() RETURNS bigint LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.org_id', true), '')::bigint;

-- Now, unless the transaction says otherwise (stories and --on live on other days).
CREATE FUNCTION recorded_now() RETURNS timestamptz LANGUAGE sql VOLATILE
  RETURN coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());

CREATE TABLE members (
  org_id   bigint NOT NULL DEFAULT current_org(),
  user_id  text NOT NULL,
  role     text NOT NULL CHECK (role IN ('admin', 'finance_director', 'collector', 'sales', 'auditor')),
  PRIMARY KEY (org_id, user_id)
);
CREATE INDEX members_by_user ON members (user_id);

CREATE TABLE companies (
  org_id          bigint NOT NULL DEFAULT current_org(),
  company_id      bigint GENERATED ALWAYS AS IDENTITY,
  code            text NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'),
  name            text NOT NULL CHECK (name <> ''),
  siren           text,
  currency        text NOT NULL DEFAULT 'EUR' CHECK (currency ~ '^[A-Z]{3}$'),
  timezone        text NOT NULL DEFAULT 'Europe/Paris',
  alsace_moselle  boolean NOT NULL DEFAULT false,
  -- Letterhead and bank details: legalForm, capital, rcs, vatNumber, address, phone, email, iban, bic, signatoryName…
  letterhead      jsonb NOT NULL DEFAULT '{}',
  -- Dunning policy, ageing bounds, default terms, scenario by segment; absent keys take the shipped default.
  policy          jsonb NOT NULL DEFAULT '{}',
  -- Test mode: messages go to the visible outbox, nothing leaves.
  test_mode       boolean NOT NULL DEFAULT true,
  created_at      timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, company_id),
  UNIQUE (org_id, code)
);

-- Files kept as they came, by hash, in compressed pieces: the source of each fact, inside the backup.
CREATE TABLE files (
  org_id      bigint NOT NULL DEFAULT current_org(),
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name        text NOT NULL,
  media_type  text NOT NULL,
  bytes       bigint NOT NULL CHECK (bytes >= 0),
  stored_at   timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, sha256)
);
CREATE TABLE file_pieces (
  org_id   bigint NOT NULL DEFAULT current_org(),
  sha256   text NOT NULL,
  piece    integer NOT NULL,
  -- gzip of up to 1 MiB of the file
  content  bytea NOT NULL,
  PRIMARY KEY (org_id, sha256, piece),
  FOREIGN KEY (org_id, sha256) REFERENCES files
);
ALTER TABLE file_pieces ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE imports (
  org_id       bigint NOT NULL DEFAULT current_org(),
  import_id    bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  kind         text NOT NULL,
  file_name    text NOT NULL,
  sha256       text NOT NULL,
  status       text NOT NULL CHECK (status IN ('running', 'imported', 'unchanged', 'refused', 'failed')),
  strict       boolean NOT NULL DEFAULT false,
  counts       jsonb NOT NULL DEFAULT '{}',
  notes        jsonb NOT NULL DEFAULT '[]',
  refusal      jsonb,
  error_count  integer NOT NULL DEFAULT 0,
  -- Last business day the file speaks of: the freshness of what is known.
  covers_to_on date,
  actor        text NOT NULL,
  started_at   timestamptz NOT NULL DEFAULT recorded_now(),
  finished_at  timestamptz,
  PRIMARY KEY (org_id, import_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);
CREATE INDEX imports_by_file ON imports (org_id, company_id, sha256);

CREATE TABLE import_errors (
  org_id     bigint NOT NULL DEFAULT current_org(),
  import_id  bigint NOT NULL,
  position   integer NOT NULL,
  row_no     integer NOT NULL,
  column_name text NOT NULL,
  code       text NOT NULL,
  seen       text NOT NULL,
  expected   text NOT NULL,
  PRIMARY KEY (org_id, import_id, position),
  FOREIGN KEY (org_id, import_id) REFERENCES imports
);

CREATE TABLE column_mappings (
  org_id      bigint NOT NULL DEFAULT current_org(),
  company_id  bigint NOT NULL,
  kind        text NOT NULL,
  -- The file's headers, joined: the same layout finds its mapping again.
  signature   text NOT NULL,
  mapping     jsonb NOT NULL,
  used_at     timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, company_id, kind, signature),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

CREATE TABLE customers (
  org_id         bigint NOT NULL DEFAULT current_org(),
  customer_id    bigint GENERATED ALWAYS AS IDENTITY,
  company_id     bigint NOT NULL,
  ref            text NOT NULL CHECK (ref <> ''),
  name           text NOT NULL CHECK (name <> ''),
  kind           text NOT NULL DEFAULT 'business' CHECK (kind IN ('business', 'consumer', 'public')),
  language       text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  siren          text,
  vat_number     text,
  email          text,
  email_status   text NOT NULL DEFAULT 'valid' CHECK (email_status IN ('valid', 'bounced', 'opted_out')),
  phone          text,
  address_line1  text,
  address_line2  text,
  postal_code    text,
  city           text,
  country        text NOT NULL DEFAULT 'FR',
  segment        text,
  sector         text,
  payment_terms  text,
  credit_limit_cents bigint CHECK (credit_limit_cents >= 0),
  iban           text,
  -- Scenario chosen for this customer; null takes the segment's, then the company's.
  scenario       text,
  owner_email    text,
  doubtful       boolean NOT NULL DEFAULT false,
  import_id      bigint,
  created_at     timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, customer_id),
  UNIQUE (org_id, company_id, ref),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

CREATE TABLE contacts (
  org_id        bigint NOT NULL DEFAULT current_org(),
  contact_id    bigint GENERATED ALWAYS AS IDENTITY,
  customer_id   bigint NOT NULL,
  name          text NOT NULL,
  roles         text[] NOT NULL DEFAULT '{}',
  language      text CHECK (language IN ('fr', 'en')),
  email         text,
  email_status  text NOT NULL DEFAULT 'valid' CHECK (email_status IN ('valid', 'bounced', 'opted_out')),
  phone         text,
  import_id     bigint,
  PRIMARY KEY (org_id, contact_id),
  UNIQUE (org_id, customer_id, name),
  FOREIGN KEY (org_id, customer_id) REFERENCES customers
);

-- source_key: md5 of what identifies the fact in its source, so that importing it again finds it.
CREATE TABLE invoices (
  org_id          bigint NOT NULL DEFAULT current_org(),
  invoice_id      bigint GENERATED ALWAYS AS IDENTITY,
  company_id      bigint NOT NULL,
  customer_id     bigint NOT NULL,
  number          text NOT NULL CHECK (number <> ''),
  -- invoice: a sale; opening: carried forward, of unknown detail; adjustment: another debit on the account
  nature          text NOT NULL DEFAULT 'invoice' CHECK (nature IN ('invoice', 'opening', 'adjustment')),
  issued_on       date NOT NULL,
  sent_on         date,
  gross_cents     bigint NOT NULL CHECK (gross_cents > 0),
  net_cents       bigint,
  vat_cents       bigint,
  currency        text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  label           text,
  order_ref       text,
  payment_method  text,
  document_sha256 text,
  source_key      uuid NOT NULL,
  import_id       bigint,
  source_row      integer,
  recorded_at     timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, invoice_id),
  UNIQUE (org_id, company_id, source_key),
  FOREIGN KEY (org_id, customer_id) REFERENCES customers
);
CREATE INDEX invoices_by_number ON invoices (org_id, company_id, number text_pattern_ops);
CREATE INDEX invoices_by_customer ON invoices (org_id, customer_id, issued_on);

-- One due term: the atom that is aged, chased and allocated. settled_cents is written by the allocation trigger alone.
CREATE TABLE receivables (
  org_id            bigint NOT NULL DEFAULT current_org(),
  receivable_id     bigint GENERATED ALWAYS AS IDENTITY,
  company_id        bigint NOT NULL,
  customer_id       bigint NOT NULL,
  invoice_id        bigint NOT NULL,
  term_no           integer NOT NULL DEFAULT 1,
  issued_on         date NOT NULL,
  due_on            date NOT NULL,
  due_estimated     boolean NOT NULL DEFAULT false,
  gross_cents       bigint NOT NULL CHECK (gross_cents > 0),
  settled_cents     bigint NOT NULL DEFAULT 0,
  open_cents        bigint NOT NULL GENERATED ALWAYS AS (gross_cents - settled_cents) STORED,
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  last_allocated_on date,
  -- Held as doubtful in the books (416)
  doubtful          boolean NOT NULL DEFAULT false,
  source_key        uuid NOT NULL,
  import_id         bigint,
  recorded_at       timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, receivable_id),
  UNIQUE (org_id, company_id, source_key),
  FOREIGN KEY (org_id, invoice_id) REFERENCES invoices,
  CONSTRAINT receivable_never_overpaid CHECK (settled_cents BETWEEN 0 AND gross_cents)
);
CREATE INDEX receivables_by_invoice ON receivables (org_id, invoice_id, term_no);
CREATE INDEX receivables_open ON receivables (org_id, company_id, customer_id, due_on)
  INCLUDE (open_cents, issued_on, currency, receivable_id) WHERE settled_cents < gross_cents;
CREATE INDEX receivables_closed ON receivables (org_id, company_id, last_allocated_on)
  WHERE last_allocated_on IS NOT NULL;

CREATE TABLE due_date_changes (
  org_id         bigint NOT NULL DEFAULT current_org(),
  change_id      bigint GENERATED ALWAYS AS IDENTITY,
  receivable_id  bigint NOT NULL,
  changed_on     date NOT NULL,
  old_due_on     date NOT NULL,
  new_due_on     date NOT NULL,
  was_estimated  boolean NOT NULL,
  actor          text NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, change_id),
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables
);
CREATE INDEX due_date_changes_by_receivable ON due_date_changes (org_id, receivable_id, changed_on);

CREATE TABLE credit_notes (
  org_id            bigint NOT NULL DEFAULT current_org(),
  credit_note_id    bigint GENERATED ALWAYS AS IDENTITY,
  company_id        bigint NOT NULL,
  customer_id       bigint NOT NULL,
  number            text NOT NULL CHECK (number <> ''),
  nature            text NOT NULL DEFAULT 'credit_note' CHECK (nature IN ('credit_note', 'opening', 'adjustment')),
  issued_on         date NOT NULL,
  gross_cents       bigint NOT NULL CHECK (gross_cents > 0),
  applied_cents     bigint NOT NULL DEFAULT 0,
  open_cents        bigint NOT NULL GENERATED ALWAYS AS (gross_cents - applied_cents) STORED,
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  label             text,
  last_allocated_on date,
  source_key        uuid NOT NULL,
  import_id         bigint,
  source_row        integer,
  recorded_at       timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, credit_note_id),
  UNIQUE (org_id, company_id, source_key),
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  CONSTRAINT credit_note_never_overapplied CHECK (applied_cents BETWEEN 0 AND gross_cents)
);
CREATE INDEX credit_notes_open ON credit_notes (org_id, company_id, customer_id) WHERE applied_cents < gross_cents;
CREATE INDEX credit_notes_by_customer ON credit_notes (org_id, customer_id, issued_on);
CREATE INDEX credit_notes_closed ON credit_notes (org_id, company_id, last_allocated_on) WHERE last_allocated_on IS NOT NULL;

-- Money in (direction in), or out again: a refund, or a payment the bank took back (direction out). Cents are positive.
CREATE TABLE payments (
  org_id            bigint NOT NULL DEFAULT current_org(),
  payment_id        bigint GENERATED ALWAYS AS IDENTITY,
  company_id        bigint NOT NULL,
  customer_id       bigint NOT NULL,
  direction         text NOT NULL CHECK (direction IN ('in', 'out')),
  paid_on           date NOT NULL,
  cents             bigint NOT NULL CHECK (cents > 0),
  applied_cents     bigint NOT NULL DEFAULT 0,
  open_cents        bigint NOT NULL GENERATED ALWAYS AS (cents - applied_cents) STORED,
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  method            text,
  reference         text,
  -- The payment that this one takes back (rejected cheque, direct-debit return)
  reverses_payment_id bigint,
  last_allocated_on date,
  source_key        uuid NOT NULL,
  import_id         bigint,
  source_row        integer,
  recorded_at       timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, payment_id),
  UNIQUE (org_id, company_id, source_key),
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, reverses_payment_id) REFERENCES payments,
  CONSTRAINT payment_never_overapplied CHECK (applied_cents BETWEEN 0 AND cents),
  CONSTRAINT only_money_out_reverses CHECK (reverses_payment_id IS NULL OR direction = 'out')
);
CREATE INDEX payments_open ON payments (org_id, company_id, customer_id) WHERE applied_cents < cents;
CREATE INDEX payments_by_customer ON payments (org_id, customer_id, paid_on);
CREATE INDEX payments_closed ON payments (org_id, company_id, last_allocated_on) WHERE last_allocated_on IS NOT NULL;

-- Credit (payment or credit note) applied to a debt (receivable, or money out). Never edited; a reversal is a new negative line.
CREATE TABLE allocations (
  org_id                 bigint NOT NULL DEFAULT current_org(),
  allocation_id          bigint GENERATED ALWAYS AS IDENTITY,
  company_id             bigint NOT NULL,
  payment_id             bigint,
  credit_note_id         bigint,
  receivable_id          bigint,
  refund_id              bigint,
  allocated_on           date NOT NULL,
  cents                  bigint NOT NULL CHECK (cents <> 0),
  currency               text NOT NULL,
  origin                 text NOT NULL CHECK (origin IN ('lettering', 'file', 'manual', 'automatic')),
  lettering              text,
  reverses_allocation_id bigint,
  import_id              bigint,
  actor                  text NOT NULL,
  recorded_at            timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, allocation_id),
  FOREIGN KEY (org_id, payment_id) REFERENCES payments,
  FOREIGN KEY (org_id, credit_note_id) REFERENCES credit_notes,
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables,
  FOREIGN KEY (org_id, refund_id) REFERENCES payments (org_id, payment_id),
  FOREIGN KEY (org_id, reverses_allocation_id) REFERENCES allocations,
  CONSTRAINT one_credit CHECK (num_nonnulls(payment_id, credit_note_id) = 1),
  CONSTRAINT one_debt CHECK (num_nonnulls(receivable_id, refund_id) = 1),
  CONSTRAINT negative_only_reverses CHECK ((cents < 0) = (reverses_allocation_id IS NOT NULL))
);
CREATE UNIQUE INDEX allocations_reversed_once ON allocations (org_id, reverses_allocation_id) WHERE reverses_allocation_id IS NOT NULL;
CREATE INDEX allocations_by_receivable ON allocations (org_id, receivable_id) WHERE receivable_id IS NOT NULL;
CREATE INDEX allocations_by_refund ON allocations (org_id, refund_id) WHERE refund_id IS NOT NULL;
CREATE INDEX allocations_by_payment ON allocations (org_id, payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX allocations_by_credit_note ON allocations (org_id, credit_note_id) WHERE credit_note_id IS NOT NULL;
CREATE INDEX allocations_by_day ON allocations (org_id, company_id, allocated_on);

-- Keeps settled_cents and applied_cents equal to what the allocations prove; the CHECKs then refuse any cent too much.
CREATE FUNCTION apply_allocations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM added a LEFT JOIN allocations o ON o.org_id = a.org_id AND o.allocation_id = a.reverses_allocation_id
    WHERE a.reverses_allocation_id IS NOT NULL
      AND (o.cents <> -a.cents OR o.reverses_allocation_id IS NOT NULL
        OR o.payment_id IS DISTINCT FROM a.payment_id OR o.credit_note_id IS DISTINCT FROM a.credit_note_id
        OR o.receivable_id IS DISTINCT FROM a.receivable_id OR o.refund_id IS DISTINCT FROM a.refund_id)
  ) THEN
    RAISE EXCEPTION 'a reversal must undo exactly one allocation' USING ERRCODE = 'check_violation';
  END IF;

  UPDATE receivables r SET settled_cents = r.settled_cents + s.cents,
      last_allocated_on = greatest(r.last_allocated_on, s.allocated_on)
    FROM (SELECT org_id, receivable_id, sum(cents)::bigint AS cents, max(allocated_on) AS allocated_on
          FROM added WHERE receivable_id IS NOT NULL GROUP BY org_id, receivable_id ORDER BY receivable_id) s
    WHERE r.org_id = s.org_id AND r.receivable_id = s.receivable_id;

  UPDATE credit_notes c SET applied_cents = c.applied_cents + s.cents,
      last_allocated_on = greatest(c.last_allocated_on, s.allocated_on)
    FROM (SELECT org_id, credit_note_id, sum(cents)::bigint AS cents, max(allocated_on) AS allocated_on
          FROM added WHERE credit_note_id IS NOT NULL GROUP BY org_id, credit_note_id ORDER BY credit_note_id) s
    WHERE c.org_id = s.org_id AND c.credit_note_id = s.credit_note_id;

  UPDATE payments p SET applied_cents = p.applied_cents + s.cents,
      last_allocated_on = greatest(p.last_allocated_on, s.allocated_on)
    FROM (SELECT org_id, payment_id, sum(cents)::bigint AS cents, max(allocated_on) AS allocated_on
          FROM (SELECT org_id, payment_id, cents, allocated_on FROM added WHERE payment_id IS NOT NULL
                UNION ALL SELECT org_id, refund_id, cents, allocated_on FROM added WHERE refund_id IS NOT NULL) both_sides
          GROUP BY org_id, payment_id ORDER BY payment_id) s
    WHERE p.org_id = s.org_id AND p.payment_id = s.payment_id;

  IF EXISTS (
    SELECT 1 FROM added a
      LEFT JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
      LEFT JOIN payments b ON b.org_id = a.org_id AND b.payment_id = a.refund_id
      LEFT JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
      LEFT JOIN credit_notes c ON c.org_id = a.org_id AND c.credit_note_id = a.credit_note_id
    WHERE a.currency <> coalesce(r.currency, b.currency) OR a.currency <> coalesce(p.currency, c.currency)
       OR a.company_id <> coalesce(r.company_id, b.company_id) OR a.company_id <> coalesce(p.company_id, c.company_id)
       OR b.direction = 'in' OR p.direction = 'out'
  ) THEN
    RAISE EXCEPTION 'an allocation joins one company, one currency, a credit to a debt' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER allocations_apply AFTER INSERT ON allocations REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION apply_allocations();

-- The journal: append-only, hash-chained for each organization.
CREATE TABLE journal_heads (
  org_id  bigint NOT NULL DEFAULT current_org(),
  seq     bigint NOT NULL,
  hash    text NOT NULL,
  PRIMARY KEY (org_id)
);
CREATE TABLE events (
  org_id        bigint NOT NULL DEFAULT current_org(),
  seq           bigint NOT NULL,
  at_text       text NOT NULL,
  actor         text NOT NULL,
  kind          text NOT NULL,
  subject_type  text NOT NULL,
  subject_id    text NOT NULL,
  -- JSON as written: the text itself is what the hash covers
  payload       text NOT NULL,
  prev_hash     text NOT NULL,
  hash          text NOT NULL,
  PRIMARY KEY (org_id, seq)
);
CREATE INDEX events_by_subject ON events (org_id, subject_type, subject_id, seq);

CREATE FUNCTION append_event(p_actor text, p_kind text, p_subject_type text, p_subject_id text, p_payload text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_org bigint := current_org();
  v_seq bigint;
  v_prev text;
  v_at text := to_char(recorded_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  v_hash text;
BEGIN
  IF v_org IS NULL THEN RAISE EXCEPTION 'no organization in this transaction'; END IF;
  INSERT INTO journal_heads (org_id, seq, hash) VALUES (v_org, 0, repeat('0', 64)) ON CONFLICT (org_id) DO NOTHING;
  SELECT seq + 1, hash INTO v_seq, v_prev FROM journal_heads WHERE org_id = v_org FOR UPDATE;
  v_hash := encode(sha256(convert_to(concat_ws(E'\n', v_prev, v_seq::text, v_at, p_actor, p_kind, p_subject_type, p_subject_id, p_payload), 'UTF8')), 'hex');
  INSERT INTO events (org_id, seq, at_text, actor, kind, subject_type, subject_id, payload, prev_hash, hash)
    VALUES (v_org, v_seq, v_at, p_actor, p_kind, p_subject_type, p_subject_id, p_payload, v_prev, v_hash);
  UPDATE journal_heads SET seq = v_seq, hash = v_hash WHERE org_id = v_org;
  RETURN v_seq;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER allocations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER due_date_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON due_date_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Directory functions: the only way the application reaches the list of organizations.
CREATE FUNCTION create_organization(p_slug text, p_name text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = directory, pg_temp AS $$
  WITH made AS (INSERT INTO directory.organizations (slug, name) VALUES (p_slug, p_name) ON CONFLICT (slug) DO NOTHING RETURNING org_id)
  SELECT org_id FROM made UNION ALL SELECT org_id FROM directory.organizations WHERE slug = p_slug LIMIT 1
$$;
CREATE FUNCTION list_organizations() RETURNS TABLE (org_id bigint, slug text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = directory, pg_temp AS $$
  SELECT o.org_id, o.slug, o.name FROM directory.organizations o ORDER BY o.org_id
$$;
