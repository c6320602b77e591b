-- Reminders: scenarios, templates, rates, holds, actions and their delivery, tasks, jobs. Then row-level security for all.

CREATE TABLE scenarios (
  org_id       bigint NOT NULL DEFAULT current_org(),
  scenario_id  bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  code         text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  version      integer NOT NULL CHECK (version > 0),
  name         text NOT NULL,
  steps        jsonb NOT NULL,
  active       boolean NOT NULL DEFAULT true,
  actor        text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, scenario_id),
  UNIQUE (org_id, company_id, code, version),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

-- A text edited by users; where there is none the shipped one serves. The highest version is in force.
CREATE TABLE templates (
  org_id       bigint NOT NULL DEFAULT current_org(),
  template_id  bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  tone         text NOT NULL,
  channel      text NOT NULL,
  language     text NOT NULL CHECK (language IN ('fr', 'en')),
  audience     text NOT NULL DEFAULT 'business' CHECK (audience IN ('business', 'consumer', 'public')),
  version      integer NOT NULL CHECK (version > 0),
  subject      text NOT NULL,
  body         text NOT NULL,
  actor        text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, template_id),
  UNIQUE (org_id, company_id, tone, channel, language, audience, version),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);

-- Half-yearly legal rates as this organization holds them; a missing half-year is an error said aloud.
CREATE TABLE legal_rates (
  org_id            bigint NOT NULL DEFAULT current_org(),
  half_year         text NOT NULL CHECK (half_year ~ '^\d{4}S[12]$'),
  ecb_mro           numeric(6, 2) NOT NULL,
  legal_individual  numeric(6, 2) NOT NULL,
  legal_other       numeric(6, 2) NOT NULL,
  source            text NOT NULL,
  doubtful          boolean NOT NULL DEFAULT false,
  actor             text NOT NULL,
  recorded_at       timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, half_year)
);

-- What stops reminders, recorded with its reason, author and end. Later rooms (disputes, promises…) write here too.
CREATE TABLE holds (
  org_id         bigint NOT NULL DEFAULT current_org(),
  hold_id        bigint GENERATED ALWAYS AS IDENTITY,
  company_id     bigint NOT NULL,
  customer_id    bigint NOT NULL,
  receivable_id  bigint,
  reason         text NOT NULL CHECK (reason IN ('insolvency', 'court', 'agency', 'dispute', 'plan', 'promise', 'payment_in_transit', 'unmatched_payment', 'manual')),
  cents          bigint CHECK (cents > 0),
  from_on        date NOT NULL,
  until_on       date,
  note           text NOT NULL DEFAULT '',
  author         text NOT NULL,
  lifted_on      date,
  lifted_by      text,
  recorded_at    timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, hold_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables,
  CONSTRAINT part_needs_receivable CHECK (cents IS NULL OR receivable_id IS NOT NULL)
);
CREATE INDEX holds_by_customer ON holds (org_id, company_id, customer_id) WHERE lifted_on IS NULL;

-- The outbox: one thing to do for one customer on one day, with its state.
CREATE TABLE actions (
  org_id            bigint NOT NULL DEFAULT current_org(),
  action_id         bigint GENERATED ALWAYS AS IDENTITY,
  company_id        bigint NOT NULL,
  customer_id       bigint NOT NULL,
  planned_on        date NOT NULL,
  channel           text NOT NULL CHECK (channel IN ('email', 'sms', 'call', 'letter', 'registered_letter', 'task')),
  scenario          text NOT NULL,
  scenario_version  integer NOT NULL,
  step              text NOT NULL,
  rank              integer NOT NULL,
  tone              text NOT NULL,
  language          text NOT NULL,
  contact_id        bigint,
  total_cents       bigint NOT NULL,
  currency          text NOT NULL,
  deadline_on       date,
  needs_approval    boolean NOT NULL,
  rule              text NOT NULL,
  credits           jsonb NOT NULL DEFAULT '[]',
  state             text NOT NULL CHECK (state IN ('planned', 'approved', 'queued', 'sent', 'cancelled', 'failed', 'uncertain')),
  -- Why it was cancelled or failed: a code, and its facts
  reason            text,
  reason_facts      jsonb,
  failure           text CHECK (failure IN ('transient', 'permanent')),
  approved_by       text,
  approved_at       timestamptz,
  not_before        timestamptz,
  attempts          integer NOT NULL DEFAULT 0,
  next_attempt_at   timestamptz,
  -- Worker that holds it; its session lock tells whether it still lives
  claimed_by        bigint,
  claimed_at        timestamptz,
  -- True when the message left for the test outbox only
  test              boolean NOT NULL DEFAULT false,
  done_on           date,
  done_at           timestamptz,
  -- Text changed for this once: {subject, body}
  edited            jsonb,
  planned_at        timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, action_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, contact_id) REFERENCES contacts,
  CONSTRAINT failed_says_how CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CONSTRAINT cancelled_says_why CHECK (state <> 'cancelled' OR reason IS NOT NULL),
  CONSTRAINT sent_has_its_day CHECK (state <> 'sent' OR done_on IS NOT NULL)
);
-- One message per customer, channel and day at one level and in one currency (R4): the database refuses the double.
CREATE UNIQUE INDEX actions_once ON actions (org_id, customer_id, planned_on, channel, rank, currency) WHERE state <> 'cancelled';
CREATE INDEX actions_by_state ON actions (org_id, company_id, state, planned_on);
CREATE INDEX actions_by_customer ON actions (org_id, customer_id, planned_on);
CREATE INDEX actions_due ON actions (org_id, next_attempt_at) WHERE state = 'queued';

CREATE TABLE action_items (
  org_id         bigint NOT NULL DEFAULT current_org(),
  action_id      bigint NOT NULL,
  receivable_id  bigint NOT NULL,
  cents          bigint NOT NULL CHECK (cents > 0),
  advances       boolean NOT NULL,
  to_rank        integer NOT NULL,
  PRIMARY KEY (org_id, action_id, receivable_id),
  FOREIGN KEY (org_id, action_id) REFERENCES actions,
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables
);
CREATE INDEX action_items_by_receivable ON action_items (org_id, receivable_id);

-- A step done for a receivable: R3, no step twice. origin: sent by us, skipped by a person, or reached in another tool.
CREATE TABLE receivable_levels (
  org_id         bigint NOT NULL DEFAULT current_org(),
  receivable_id  bigint NOT NULL,
  rank           integer NOT NULL CHECK (rank > 0),
  company_id     bigint NOT NULL,
  customer_id    bigint NOT NULL,
  scenario       text NOT NULL,
  step           text NOT NULL,
  done_on        date NOT NULL,
  origin         text NOT NULL CHECK (origin IN ('sent', 'skipped', 'imported')),
  action_id      bigint,
  actor          text NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, receivable_id, rank),
  FOREIGN KEY (org_id, receivable_id) REFERENCES receivables,
  FOREIGN KEY (org_id, action_id) REFERENCES actions
);
CREATE INDEX receivable_levels_by_company ON receivable_levels (org_id, company_id, customer_id);

-- The message as it left or would leave, word for word.
CREATE TABLE messages (
  org_id            bigint NOT NULL DEFAULT current_org(),
  message_id        bigint GENERATED ALWAYS AS IDENTITY,
  action_id         bigint NOT NULL,
  channel           text NOT NULL,
  language          text NOT NULL,
  to_name           text NOT NULL,
  to_address        text NOT NULL,
  subject           text NOT NULL,
  text_body         text NOT NULL,
  html_body         text,
  pdf_sha256        text,
  -- Stable RFC 5322 Message-ID, the same on each attempt
  mail_message_id   text,
  tracking_number   text,
  proof_sha256      text,
  rendered_at       timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, message_id),
  UNIQUE (org_id, action_id),
  FOREIGN KEY (org_id, action_id) REFERENCES actions,
  FOREIGN KEY (org_id, pdf_sha256) REFERENCES files (org_id, sha256),
  FOREIGN KEY (org_id, proof_sha256) REFERENCES files (org_id, sha256)
);

-- Each attempt to carry an action out, with what the other side answered.
CREATE TABLE deliveries (
  org_id       bigint NOT NULL DEFAULT current_org(),
  action_id    bigint NOT NULL,
  attempt      integer NOT NULL,
  started_at   timestamptz NOT NULL DEFAULT recorded_now(),
  finished_at  timestamptz,
  outcome      text CHECK (outcome IN ('sent', 'transient', 'permanent', 'uncertain')),
  code         text,
  response     text,
  PRIMARY KEY (org_id, action_id, attempt),
  FOREIGN KEY (org_id, action_id) REFERENCES actions
);

CREATE TABLE print_batches (
  org_id      bigint NOT NULL DEFAULT current_org(),
  batch_id    bigint GENERATED ALWAYS AS IDENTITY,
  company_id  bigint NOT NULL,
  made_on     date NOT NULL,
  letters     integer NOT NULL,
  pdf_sha256  text NOT NULL,
  postage_sha256 text NOT NULL,
  actor       text NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, batch_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies
);
CREATE TABLE print_batch_actions (
  org_id     bigint NOT NULL DEFAULT current_org(),
  batch_id   bigint NOT NULL,
  action_id  bigint NOT NULL,
  PRIMARY KEY (org_id, batch_id, action_id),
  FOREIGN KEY (org_id, batch_id) REFERENCES print_batches,
  FOREIGN KEY (org_id, action_id) REFERENCES actions
);

CREATE TABLE tasks (
  org_id       bigint NOT NULL DEFAULT current_org(),
  task_id      bigint GENERATED ALWAYS AS IDENTITY,
  company_id   bigint NOT NULL,
  customer_id  bigint,
  action_id    bigint,
  kind         text NOT NULL CHECK (kind IN ('call', 'decide', 'repair_contact', 'check_delivery')),
  due_on       date NOT NULL,
  facts        jsonb NOT NULL DEFAULT '{}',
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  outcome      text,
  note         text,
  done_on      date,
  done_by      text,
  created_at   timestamptz NOT NULL DEFAULT recorded_now(),
  PRIMARY KEY (org_id, task_id),
  FOREIGN KEY (org_id, company_id) REFERENCES companies,
  FOREIGN KEY (org_id, customer_id) REFERENCES customers,
  FOREIGN KEY (org_id, action_id) REFERENCES actions
);
CREATE INDEX tasks_open ON tasks (org_id, company_id, kind, due_on) WHERE state = 'open';
CREATE UNIQUE INDEX tasks_one_repair ON tasks (org_id, customer_id, (facts ->> 'channel')) WHERE state = 'open' AND kind = 'repair_contact';

-- Long work: queryable, owned by an organization, resumed when its worker dies.
CREATE TABLE jobs (
  org_id       bigint NOT NULL DEFAULT current_org(),
  job_id       bigint GENERATED ALWAYS AS IDENTITY,
  kind         text NOT NULL,
  -- Two jobs with one key are one job while the first is not over
  job_key      text NOT NULL,
  input        jsonb NOT NULL,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  progress     jsonb NOT NULL DEFAULT '{}',
  result       jsonb,
  attempts     integer NOT NULL DEFAULT 0,
  run_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  claimed_by   bigint,
  actor        text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at  timestamptz,
  PRIMARY KEY (org_id, job_id)
);
CREATE UNIQUE INDEX jobs_once ON jobs (org_id, kind, job_key) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_to_run ON jobs (org_id, run_at) WHERE state IN ('waiting', 'running');

-- A number for each worker; while it lives its session holds the advisory lock (4242, worker number).
CREATE SEQUENCE worker_numbers AS integer;

-- Organizations that have something to do now; ids only.
CREATE FUNCTION organizations_with_work() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = directory, pg_temp AS $$
  SELECT org_id FROM directory.organizations ORDER BY org_id
$$;
-- The schema's owner, and so this function, may look memberships up across organizations: it is how a session finds its own.
CREATE FUNCTION organizations_of_user(p_user_id text) RETURNS TABLE (org_id bigint, slug text, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, directory, pg_temp AS $$
  SELECT o.org_id, o.slug, o.name, m.role FROM public.members m JOIN directory.organizations o ON o.org_id = m.org_id
  WHERE m.user_id = p_user_id ORDER BY o.org_id
$$;

-- Row-level security, forced, on every table; the application's role may do what its work needs and no more.
GRANT USAGE ON SCHEMA public TO quittance_app;
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_organization ON %I USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO quittance_app', t);
  END LOOP;
END $$;
CREATE POLICY sessions_find_organizations ON members FOR SELECT TO CURRENT_USER USING (true);
REVOKE INSERT, UPDATE, DELETE ON events, journal_heads FROM quittance_app;
REVOKE UPDATE, DELETE ON allocations, due_date_changes FROM quittance_app;
REVOKE DELETE ON invoices, receivables, credit_notes, payments, customers, companies, imports, files, file_pieces,
  actions, action_items, receivable_levels, messages, deliveries, holds FROM quittance_app;
-- What allocations prove is written by their trigger alone.
REVOKE INSERT, UPDATE ON receivables, credit_notes, payments FROM quittance_app;
GRANT INSERT (org_id, company_id, customer_id, invoice_id, term_no, issued_on, due_on, due_estimated, gross_cents, currency, doubtful, source_key, import_id, recorded_at),
      UPDATE (due_on, due_estimated, doubtful) ON receivables TO quittance_app;
GRANT INSERT (org_id, company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id, source_row, recorded_at),
      UPDATE (label) ON credit_notes TO quittance_app;
GRANT INSERT (org_id, company_id, customer_id, direction, paid_on, cents, currency, method, reference, reverses_payment_id, source_key, import_id, source_row, recorded_at),
      UPDATE (reference, method) ON payments TO quittance_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO quittance_app;
