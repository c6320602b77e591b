-- The schema that the migrations lead to. Written by `npm run schema`; read it, do not run it.

CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO quittance_app;
GRANT USAGE ON SCHEMA auth TO quittance_portfolio;

CREATE SCHEMA directory;

CREATE SCHEMA public;
GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT USAGE ON SCHEMA public TO quittance_app;
GRANT USAGE ON SCHEMA public TO quittance_portfolio;

CREATE SCHEMA quittance_meta;

CREATE SEQUENCE public.worker_numbers AS integer;
GRANT USAGE ON SEQUENCE public.worker_numbers TO quittance_app;
GRANT USAGE ON SEQUENCE public.worker_numbers TO quittance_portfolio;

CREATE TABLE public.action_items (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  action_id bigint NOT NULL,
  receivable_id bigint NOT NULL,
  cents bigint NOT NULL,
  advances boolean NOT NULL,
  to_rank integer NOT NULL,
  CONSTRAINT action_items_pkey PRIMARY KEY (org_id, action_id, receivable_id),
  CONSTRAINT action_items_cents_check CHECK ((cents > 0)),
  CONSTRAINT action_items_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES public.actions(org_id, action_id),
  CONSTRAINT action_items_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id)
);
CREATE INDEX action_items_by_receivable ON public.action_items USING btree (org_id, receivable_id);
ALTER TABLE public.action_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.action_items FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.action_items FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_action_items_org_id_action_id_fkey ON public.action_items AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((action_id IS NULL) OR (EXISTS ( SELECT
   FROM public.actions p
  WHERE ((p.org_id = action_items.org_id) AND (p.action_id = action_items.action_id)))))));
CREATE POLICY portfolio_action_items_org_id_receivable_id_fkey ON public.action_items AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((receivable_id IS NULL) OR (EXISTS ( SELECT
   FROM public.receivables p
  WHERE ((p.org_id = action_items.org_id) AND (p.receivable_id = action_items.receivable_id)))))));
GRANT INSERT, SELECT, UPDATE ON public.action_items TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.action_items TO quittance_portfolio;

CREATE TABLE public.actions (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  action_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  planned_on date NOT NULL,
  channel text NOT NULL,
  scenario text NOT NULL,
  scenario_version integer NOT NULL,
  step text NOT NULL,
  rank integer NOT NULL,
  tone text NOT NULL,
  language text NOT NULL,
  contact_id bigint,
  total_cents bigint NOT NULL,
  currency text NOT NULL,
  deadline_on date,
  needs_approval boolean NOT NULL,
  rule text NOT NULL,
  credits jsonb DEFAULT '[]'::jsonb NOT NULL,
  state text NOT NULL,
  reason text,
  reason_facts jsonb,
  failure text,
  approved_by text,
  approved_at timestamp with time zone,
  not_before timestamp with time zone,
  attempts integer DEFAULT 0 NOT NULL,
  next_attempt_at timestamp with time zone,
  claimed_by bigint,
  claimed_at timestamp with time zone,
  test boolean DEFAULT false NOT NULL,
  done_on date,
  done_at timestamp with time zone,
  edited jsonb,
  planned_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  request_key uuid,
  to_address text,
  CONSTRAINT actions_pkey PRIMARY KEY (org_id, action_id),
  CONSTRAINT actions_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'call'::text, 'letter'::text, 'registered_letter'::text, 'task'::text]))),
  CONSTRAINT actions_failure_check CHECK ((failure = ANY (ARRAY['transient'::text, 'permanent'::text]))),
  CONSTRAINT actions_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'approved'::text, 'queued'::text, 'sent'::text, 'cancelled'::text, 'failed'::text, 'uncertain'::text]))),
  CONSTRAINT actions_to_address_check CHECK ((to_address <> ''::text)),
  CONSTRAINT cancelled_says_why CHECK (((state <> 'cancelled'::text) OR (reason IS NOT NULL))),
  CONSTRAINT failed_says_how CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  CONSTRAINT sent_has_its_day CHECK (((state <> 'sent'::text) OR (done_on IS NOT NULL))),
  CONSTRAINT actions_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT actions_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES public.contacts(org_id, contact_id),
  CONSTRAINT actions_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id)
);
CREATE INDEX actions_by_customer ON public.actions USING btree (org_id, customer_id, planned_on);
CREATE INDEX actions_by_state ON public.actions USING btree (org_id, company_id, state, planned_on);
CREATE INDEX actions_due ON public.actions USING btree (org_id, next_attempt_at) WHERE (state = 'queued'::text);
CREATE UNIQUE INDEX actions_once ON public.actions USING btree (org_id, customer_id, planned_on, channel, rank, currency) WHERE ((state <> 'cancelled'::text) AND (rank > 0));
CREATE UNIQUE INDEX actions_once_asked ON public.actions USING btree (org_id, request_key) WHERE (request_key IS NOT NULL);
ALTER TABLE public.actions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.actions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.actions FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.actions AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.actions TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.actions TO quittance_portfolio;

CREATE TABLE public.allocations (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  allocation_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  payment_id bigint,
  credit_note_id bigint,
  receivable_id bigint,
  refund_id bigint,
  allocated_on date NOT NULL,
  cents bigint NOT NULL,
  currency text NOT NULL,
  origin text NOT NULL,
  lettering text,
  reverses_allocation_id bigint,
  import_id bigint,
  actor text NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  CONSTRAINT allocations_pkey PRIMARY KEY (org_id, allocation_id),
  CONSTRAINT allocations_cents_check CHECK ((cents <> 0)),
  CONSTRAINT allocations_origin_check CHECK ((origin = ANY (ARRAY['lettering'::text, 'file'::text, 'manual'::text, 'automatic'::text]))),
  CONSTRAINT negative_only_reverses CHECK (((cents < 0) = (reverses_allocation_id IS NOT NULL))),
  CONSTRAINT one_credit CHECK ((num_nonnulls(payment_id, credit_note_id) = 1)),
  CONSTRAINT one_debt CHECK ((num_nonnulls(receivable_id, refund_id) = 1)),
  CONSTRAINT allocations_org_id_credit_note_id_fkey FOREIGN KEY (org_id, credit_note_id) REFERENCES public.credit_notes(org_id, credit_note_id),
  CONSTRAINT allocations_org_id_payment_id_fkey FOREIGN KEY (org_id, payment_id) REFERENCES public.payments(org_id, payment_id),
  CONSTRAINT allocations_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id),
  CONSTRAINT allocations_org_id_refund_id_fkey FOREIGN KEY (org_id, refund_id) REFERENCES public.payments(org_id, payment_id),
  CONSTRAINT allocations_org_id_reverses_allocation_id_fkey FOREIGN KEY (org_id, reverses_allocation_id) REFERENCES public.allocations(org_id, allocation_id)
);
CREATE INDEX allocations_by_credit_note ON public.allocations USING btree (org_id, credit_note_id) WHERE (credit_note_id IS NOT NULL);
CREATE INDEX allocations_by_day ON public.allocations USING btree (org_id, company_id, allocated_on);
CREATE INDEX allocations_by_payment ON public.allocations USING btree (org_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX allocations_by_receivable ON public.allocations USING btree (org_id, receivable_id) WHERE (receivable_id IS NOT NULL);
CREATE INDEX allocations_by_recording ON public.allocations USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX allocations_by_refund ON public.allocations USING btree (org_id, refund_id) WHERE (refund_id IS NOT NULL);
CREATE UNIQUE INDEX allocations_reversed_once ON public.allocations USING btree (org_id, reverses_allocation_id) WHERE (reverses_allocation_id IS NOT NULL);
ALTER TABLE public.allocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.allocations FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.allocations FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_allocations_org_id_credit_note_id_fkey ON public.allocations AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((credit_note_id IS NULL) OR (EXISTS ( SELECT
   FROM public.credit_notes p
  WHERE ((p.org_id = allocations.org_id) AND (p.credit_note_id = allocations.credit_note_id)))))));
CREATE POLICY portfolio_allocations_org_id_payment_id_fkey ON public.allocations AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((payment_id IS NULL) OR (EXISTS ( SELECT
   FROM public.payments p
  WHERE ((p.org_id = allocations.org_id) AND (p.payment_id = allocations.payment_id)))))));
CREATE POLICY portfolio_allocations_org_id_receivable_id_fkey ON public.allocations AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((receivable_id IS NULL) OR (EXISTS ( SELECT
   FROM public.receivables p
  WHERE ((p.org_id = allocations.org_id) AND (p.receivable_id = allocations.receivable_id)))))));
CREATE POLICY portfolio_allocations_org_id_refund_id_fkey ON public.allocations AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((refund_id IS NULL) OR (EXISTS ( SELECT
   FROM public.payments p
  WHERE ((p.org_id = allocations.org_id) AND (p.payment_id = allocations.refund_id)))))));
CREATE TRIGGER allocations_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.allocations FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER allocations_apply AFTER INSERT ON public.allocations REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.apply_allocations();
GRANT INSERT, SELECT ON public.allocations TO quittance_app;
GRANT INSERT, SELECT ON public.allocations TO quittance_portfolio;

CREATE TABLE public.announced_payments (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  announcement_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  kind text NOT NULL,
  cents bigint NOT NULL,
  currency text NOT NULL,
  expected_on date NOT NULL,
  reference text DEFAULT ''::text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  state text DEFAULT 'expected'::text NOT NULL,
  payment_id bigint,
  hold_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  actor text NOT NULL,
  announced_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  ended_on date,
  ended_by text,
  CONSTRAINT announced_payments_pkey PRIMARY KEY (org_id, announcement_id),
  CONSTRAINT announced_payments_cents_check CHECK ((cents > 0)),
  CONSTRAINT announced_payments_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT announced_payments_kind_check CHECK ((kind = ANY (ARRAY['direct_debit'::text, 'transfer'::text, 'cheque'::text, 'bill'::text, 'card'::text]))),
  CONSTRAINT announced_payments_state_check CHECK ((state = ANY (ARRAY['expected'::text, 'arrived'::text, 'cancelled'::text, 'returned'::text]))),
  CONSTRAINT announced_payments_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT announced_payments_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT announced_payments_org_id_payment_id_fkey FOREIGN KEY (org_id, payment_id) REFERENCES public.payments(org_id, payment_id)
);
CREATE INDEX announced_payments_by_customer ON public.announced_payments USING btree (org_id, customer_id, expected_on);
CREATE INDEX announced_payments_expected ON public.announced_payments USING btree (org_id, company_id, expected_on) WHERE (state = 'expected'::text);
ALTER TABLE public.announced_payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.announced_payments FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.announced_payments FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.announced_payments AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.announced_payments TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.announced_payments TO quittance_portfolio;

CREATE TABLE public.bank_accounts (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  bank_account_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  identity text NOT NULL,
  iban text,
  currency text NOT NULL,
  name text DEFAULT ''::text NOT NULL,
  opened_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  joined_into bigint,
  CONSTRAINT bank_accounts_pkey PRIMARY KEY (org_id, bank_account_id),
  CONSTRAINT bank_accounts_org_id_company_id_identity_currency_key UNIQUE (org_id, company_id, identity, currency),
  CONSTRAINT bank_accounts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT joined_into_another CHECK ((joined_into <> bank_account_id)),
  CONSTRAINT bank_accounts_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT bank_accounts_org_id_joined_into_fkey FOREIGN KEY (org_id, joined_into) REFERENCES public.bank_accounts(org_id, bank_account_id)
);
CREATE INDEX bank_accounts_joined ON public.bank_accounts USING btree (org_id, joined_into) WHERE (joined_into IS NOT NULL);
ALTER TABLE public.bank_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_accounts FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_accounts AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
GRANT INSERT, SELECT, UPDATE ON public.bank_accounts TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.bank_accounts TO quittance_portfolio;

CREATE TABLE public.bank_candidates (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  candidate_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  transaction_id bigint NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  receivable_id bigint,
  from_on date NOT NULL,
  until_on date NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  CONSTRAINT bank_candidates_pkey PRIMARY KEY (org_id, candidate_id),
  CONSTRAINT bank_candidates_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT bank_candidates_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id),
  CONSTRAINT bank_candidates_org_id_transaction_id_fkey FOREIGN KEY (org_id, transaction_id) REFERENCES public.bank_transactions(org_id, transaction_id)
);
CREATE INDEX bank_candidates_by_customer ON public.bank_candidates USING btree (org_id, company_id, customer_id);
CREATE UNIQUE INDEX bank_candidates_once ON public.bank_candidates USING btree (org_id, transaction_id, customer_id, receivable_id) NULLS NOT DISTINCT;
ALTER TABLE public.bank_candidates ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_candidates FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_candidates FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_candidates AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.bank_candidates TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.bank_candidates TO quittance_portfolio;

CREATE TABLE public.bank_decisions (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  decision_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  transaction_id bigint NOT NULL,
  origin text NOT NULL,
  evidence text[] DEFAULT '{}'::text[] NOT NULL,
  confidence numeric(7,6),
  spans jsonb DEFAULT '[]'::jsonb NOT NULL,
  allocation_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  actor text NOT NULL,
  decided_on date NOT NULL,
  decided_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  undone_on date,
  undone_by text,
  undone_at timestamp with time zone,
  undone_reason text,
  taught_alias_id bigint,
  CONSTRAINT bank_decisions_pkey PRIMARY KEY (org_id, decision_id),
  CONSTRAINT bank_decisions_origin_check CHECK ((origin = ANY (ARRAY['automatic'::text, 'accepted'::text, 'manual'::text]))),
  CONSTRAINT undone_says_who CHECK (((undone_on IS NULL) = (undone_by IS NULL))),
  CONSTRAINT bank_decisions_org_id_taught_alias_id_fkey FOREIGN KEY (org_id, taught_alias_id) REFERENCES public.payer_aliases(org_id, alias_id),
  CONSTRAINT bank_decisions_org_id_transaction_id_fkey FOREIGN KEY (org_id, transaction_id) REFERENCES public.bank_transactions(org_id, transaction_id)
);
CREATE INDEX bank_decisions_by_day ON public.bank_decisions USING btree (org_id, company_id, decided_at);
CREATE INDEX bank_decisions_by_transaction ON public.bank_decisions USING btree (org_id, transaction_id, decision_id);
ALTER TABLE public.bank_decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_decisions FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_decisions AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
CREATE POLICY portfolio_bank_decisions_org_id_taught_alias_id_fkey ON public.bank_decisions AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((taught_alias_id IS NULL) OR (EXISTS ( SELECT
   FROM public.payer_aliases p
  WHERE ((p.org_id = bank_decisions.org_id) AND (p.alias_id = bank_decisions.taught_alias_id)))))));
GRANT INSERT, SELECT, UPDATE ON public.bank_decisions TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.bank_decisions TO quittance_portfolio;

CREATE TABLE public.bank_matches (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  match_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  decision_id bigint NOT NULL,
  transaction_id bigint NOT NULL,
  payment_id bigint NOT NULL,
  cents bigint NOT NULL,
  is_recorded_before boolean DEFAULT false NOT NULL,
  reverses_match_id bigint,
  actor text NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT bank_matches_pkey PRIMARY KEY (org_id, match_id),
  CONSTRAINT bank_matches_cents_check CHECK ((cents <> 0)),
  CONSTRAINT negative_only_reverses CHECK (((cents < 0) = (reverses_match_id IS NOT NULL))),
  CONSTRAINT bank_matches_org_id_decision_id_fkey FOREIGN KEY (org_id, decision_id) REFERENCES public.bank_decisions(org_id, decision_id),
  CONSTRAINT bank_matches_org_id_payment_id_fkey FOREIGN KEY (org_id, payment_id) REFERENCES public.payments(org_id, payment_id),
  CONSTRAINT bank_matches_org_id_reverses_match_id_fkey FOREIGN KEY (org_id, reverses_match_id) REFERENCES public.bank_matches(org_id, match_id),
  CONSTRAINT bank_matches_org_id_transaction_id_fkey FOREIGN KEY (org_id, transaction_id) REFERENCES public.bank_transactions(org_id, transaction_id)
);
CREATE INDEX bank_matches_by_decision ON public.bank_matches USING btree (org_id, decision_id);
CREATE INDEX bank_matches_by_payment ON public.bank_matches USING btree (org_id, payment_id);
CREATE INDEX bank_matches_by_transaction ON public.bank_matches USING btree (org_id, transaction_id);
CREATE UNIQUE INDEX bank_matches_reversed_once ON public.bank_matches USING btree (org_id, reverses_match_id) WHERE (reverses_match_id IS NOT NULL);
ALTER TABLE public.bank_matches ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_matches FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_matches FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_bank_matches_org_id_payment_id_fkey ON public.bank_matches AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((payment_id IS NULL) OR (EXISTS ( SELECT
   FROM public.payments p
  WHERE ((p.org_id = bank_matches.org_id) AND (p.payment_id = bank_matches.payment_id)))))));
CREATE TRIGGER bank_matches_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bank_matches FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER bank_matches_apply AFTER INSERT ON public.bank_matches REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.apply_bank_matches();
GRANT INSERT, SELECT ON public.bank_matches TO quittance_app;
GRANT INSERT, SELECT ON public.bank_matches TO quittance_portfolio;

CREATE TABLE public.bank_proposals (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  transaction_id bigint NOT NULL,
  company_id bigint NOT NULL,
  decision text NOT NULL,
  confidence numeric(7,6) DEFAULT 0 NOT NULL,
  best jsonb,
  alternatives jsonb DEFAULT '[]'::jsonb NOT NULL,
  made_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT bank_proposals_pkey PRIMARY KEY (org_id, transaction_id),
  CONSTRAINT bank_proposals_decision_check CHECK ((decision = ANY (ARRAY['auto'::text, 'suggest'::text, 'none'::text]))),
  CONSTRAINT bank_proposals_org_id_transaction_id_fkey FOREIGN KEY (org_id, transaction_id) REFERENCES public.bank_transactions(org_id, transaction_id)
);
CREATE INDEX bank_proposals_by_confidence ON public.bank_proposals USING btree (org_id, company_id, decision, confidence);
ALTER TABLE public.bank_proposals ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_proposals FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_proposals FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_proposals AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.bank_proposals TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.bank_proposals TO quittance_portfolio;

CREATE TABLE public.bank_statements (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  statement_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  bank_account_id bigint NOT NULL,
  import_id bigint NOT NULL,
  format text NOT NULL,
  reference text,
  from_on date,
  to_on date,
  opening_on date,
  opening_cents bigint,
  closing_on date,
  closing_cents bigint,
  balance text NOT NULL,
  movements integer NOT NULL,
  known integer DEFAULT 0 NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  told_by text DEFAULT 'file'::text NOT NULL,
  is_withdrawn boolean DEFAULT false NOT NULL,
  CONSTRAINT bank_statements_pkey PRIMARY KEY (org_id, statement_id),
  CONSTRAINT bank_statements_balance_check CHECK ((balance = ANY (ARRAY['balanced'::text, 'unknown'::text, 'differs'::text]))),
  CONSTRAINT bank_statements_told_by_check CHECK ((told_by = ANY (ARRAY['file'::text, 'person'::text, 'deduced'::text]))),
  CONSTRAINT bank_statements_org_id_bank_account_id_fkey FOREIGN KEY (org_id, bank_account_id) REFERENCES public.bank_accounts(org_id, bank_account_id),
  CONSTRAINT bank_statements_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES public.imports(org_id, import_id)
);
CREATE INDEX bank_statements_by_account ON public.bank_statements USING btree (org_id, bank_account_id, to_on);
CREATE INDEX bank_statements_by_import ON public.bank_statements USING btree (org_id, import_id);
CREATE INDEX bank_statements_deduced ON public.bank_statements USING btree (org_id, bank_account_id) WHERE (told_by = 'deduced'::text);
ALTER TABLE public.bank_statements ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_statements FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_statements FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_statements AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
GRANT INSERT, SELECT, UPDATE ON public.bank_statements TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.bank_statements TO quittance_portfolio;

CREATE TABLE public.bank_tellings (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  statement_id bigint NOT NULL,
  transaction_id bigint NOT NULL,
  source_row integer NOT NULL,
  key uuid,
  CONSTRAINT bank_tellings_pkey PRIMARY KEY (org_id, statement_id, transaction_id),
  CONSTRAINT bank_tellings_org_id_statement_id_fkey FOREIGN KEY (org_id, statement_id) REFERENCES public.bank_statements(org_id, statement_id),
  CONSTRAINT bank_tellings_org_id_transaction_id_fkey FOREIGN KEY (org_id, transaction_id) REFERENCES public.bank_transactions(org_id, transaction_id)
);
CREATE INDEX bank_tellings_by_transaction ON public.bank_tellings USING btree (org_id, transaction_id);
ALTER TABLE public.bank_tellings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_tellings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_tellings FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_tellings AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
GRANT INSERT, SELECT ON public.bank_tellings TO quittance_app;
GRANT INSERT, SELECT ON public.bank_tellings TO quittance_portfolio;

CREATE TABLE public.bank_transactions (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  transaction_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  bank_account_id bigint NOT NULL,
  statement_id bigint NOT NULL,
  import_id bigint NOT NULL,
  source_row integer NOT NULL,
  source_key uuid NOT NULL,
  booked_on date NOT NULL,
  value_on date,
  cents bigint NOT NULL,
  currency text NOT NULL,
  original_cents bigint,
  original_currency text,
  bank_code text,
  label text DEFAULT ''::text NOT NULL,
  counterparty_name text,
  counterparty_iban text,
  end_to_end_id text,
  creditor_reference text,
  mandate_id text,
  bank_reference text,
  return_reason text,
  is_return boolean DEFAULT false NOT NULL,
  matched_cents bigint DEFAULT 0 NOT NULL,
  set_aside_reason text,
  set_aside_note text DEFAULT ''::text NOT NULL,
  set_aside_by text,
  set_aside_at timestamp with time zone,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  aside_before jsonb,
  CONSTRAINT bank_transactions_pkey PRIMARY KEY (org_id, transaction_id),
  CONSTRAINT bank_transactions_org_id_company_id_source_key_key UNIQUE (org_id, company_id, source_key),
  CONSTRAINT bank_transactions_cents_check CHECK ((cents <> 0)),
  CONSTRAINT bank_transactions_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT bank_transactions_original_currency_check CHECK ((original_currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT bank_transactions_set_aside_reason_check CHECK ((set_aside_reason = ANY (ARRAY['bank_fees'::text, 'own_transfer'::text, 'supplier'::text, 'payroll_or_tax'::text, 'other_income'::text, 'other'::text, 'told_twice'::text, 'withdrawn'::text]))),
  CONSTRAINT movement_never_overmatched CHECK (((matched_cents >= 0) AND (matched_cents <= abs(cents)))),
  CONSTRAINT set_aside_has_its_author CHECK (((set_aside_reason IS NULL) = (set_aside_by IS NULL))),
  CONSTRAINT bank_transactions_org_id_bank_account_id_fkey FOREIGN KEY (org_id, bank_account_id) REFERENCES public.bank_accounts(org_id, bank_account_id),
  CONSTRAINT bank_transactions_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES public.imports(org_id, import_id),
  CONSTRAINT bank_transactions_org_id_statement_id_fkey FOREIGN KEY (org_id, statement_id) REFERENCES public.bank_statements(org_id, statement_id)
);
CREATE INDEX bank_transactions_by_day ON public.bank_transactions USING btree (org_id, company_id, booked_on, transaction_id);
CREATE INDEX bank_transactions_of_account ON public.bank_transactions USING btree (org_id, bank_account_id, booked_on);
CREATE INDEX bank_transactions_waiting ON public.bank_transactions USING btree (org_id, company_id, booked_on, transaction_id) WHERE ((set_aside_reason IS NULL) AND (matched_cents < abs(cents)));
ALTER TABLE public.bank_transactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.bank_transactions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.bank_transactions FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.bank_transactions AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
GRANT SELECT ON public.bank_transactions TO quittance_app;
GRANT SELECT ON public.bank_transactions TO quittance_portfolio;
GRANT INSERT (org_id, company_id, bank_account_id, statement_id, import_id, source_row, source_key, booked_on, value_on, cents, currency, original_cents, original_currency, bank_code, label, counterparty_name, counterparty_iban, end_to_end_id, creditor_reference, mandate_id, bank_reference, return_reason, is_return, recorded_at) ON public.bank_transactions TO quittance_app;
GRANT INSERT (org_id, company_id, bank_account_id, statement_id, import_id, source_row, source_key, booked_on, value_on, cents, currency, original_cents, original_currency, bank_code, label, counterparty_name, counterparty_iban, end_to_end_id, creditor_reference, mandate_id, bank_reference, return_reason, is_return, recorded_at) ON public.bank_transactions TO quittance_portfolio;
GRANT UPDATE (bank_account_id, set_aside_reason, set_aside_note, set_aside_by, set_aside_at, aside_before) ON public.bank_transactions TO quittance_app;
GRANT UPDATE (bank_account_id, set_aside_reason, set_aside_note, set_aside_by, set_aside_at, aside_before) ON public.bank_transactions TO quittance_portfolio;

CREATE TABLE public.channel_settings (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  company_id bigint NOT NULL,
  channel text NOT NULL,
  settings jsonb NOT NULL,
  sealed_secret bytea,
  tested_at timestamp with time zone,
  test_code text,
  actor text NOT NULL,
  changed_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT channel_settings_pkey PRIMARY KEY (org_id, company_id, channel),
  CONSTRAINT channel_settings_channel_check CHECK ((channel = 'email'::text)),
  CONSTRAINT channel_settings_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
ALTER TABLE public.channel_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.channel_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.channel_settings FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.channel_settings TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.channel_settings TO quittance_portfolio;

CREATE TABLE public.column_mappings (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  company_id bigint NOT NULL,
  kind text NOT NULL,
  signature text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  bank_account_id bigint,
  CONSTRAINT column_mappings_pkey PRIMARY KEY (org_id, company_id, kind, signature),
  CONSTRAINT column_mappings_org_id_bank_account_id_fkey FOREIGN KEY (org_id, bank_account_id) REFERENCES public.bank_accounts(org_id, bank_account_id),
  CONSTRAINT column_mappings_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
ALTER TABLE public.column_mappings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.column_mappings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.column_mappings FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.column_mappings TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.column_mappings TO quittance_portfolio;

CREATE TABLE public.companies (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  company_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  siren text,
  currency text DEFAULT 'EUR'::text NOT NULL,
  timezone text DEFAULT 'Europe/Paris'::text NOT NULL,
  alsace_moselle boolean DEFAULT false NOT NULL,
  letterhead jsonb DEFAULT '{}'::jsonb NOT NULL,
  policy jsonb DEFAULT '{}'::jsonb NOT NULL,
  test_mode boolean DEFAULT true NOT NULL,
  created_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  live_segments text[] DEFAULT '{}'::text[] NOT NULL,
  logo_sha256 text,
  signature_sha256 text,
  CONSTRAINT companies_pkey PRIMARY KEY (org_id, company_id),
  CONSTRAINT companies_org_id_code_key UNIQUE (org_id, code),
  CONSTRAINT companies_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'::text)),
  CONSTRAINT companies_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT companies_name_check CHECK ((name <> ''::text)),
  CONSTRAINT companies_org_id_logo_sha256_fkey FOREIGN KEY (org_id, logo_sha256) REFERENCES public.files(org_id, sha256),
  CONSTRAINT companies_org_id_signature_sha256_fkey FOREIGN KEY (org_id, signature_sha256) REFERENCES public.files(org_id, sha256)
);
ALTER TABLE public.companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.companies FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.companies FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE ON public.companies TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.companies TO quittance_portfolio;

CREATE TABLE public.contacts (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  contact_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  customer_id bigint NOT NULL,
  name text NOT NULL,
  roles text[] DEFAULT '{}'::text[] NOT NULL,
  language text,
  email text,
  email_status text DEFAULT 'valid'::text NOT NULL,
  phone text,
  import_id bigint,
  by_hand boolean DEFAULT false NOT NULL,
  active boolean DEFAULT true NOT NULL,
  CONSTRAINT contacts_pkey PRIMARY KEY (org_id, contact_id),
  CONSTRAINT contacts_org_id_customer_id_name_key UNIQUE (org_id, customer_id, name),
  CONSTRAINT contacts_email_status_check CHECK ((email_status = ANY (ARRAY['valid'::text, 'bounced'::text, 'opted_out'::text]))),
  CONSTRAINT contacts_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  CONSTRAINT contacts_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id)
);
ALTER TABLE public.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.contacts FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.contacts AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.contacts TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.contacts TO quittance_portfolio;

CREATE TABLE public.credit_notes (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  credit_note_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  number text NOT NULL,
  nature text DEFAULT 'credit_note'::text NOT NULL,
  issued_on date NOT NULL,
  gross_cents bigint NOT NULL,
  applied_cents bigint DEFAULT 0 NOT NULL,
  open_cents bigint GENERATED ALWAYS AS ((gross_cents - applied_cents)) STORED NOT NULL,
  currency text NOT NULL,
  label text,
  last_allocated_on date,
  source_key uuid NOT NULL,
  import_id bigint,
  source_row integer,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT credit_notes_pkey PRIMARY KEY (org_id, credit_note_id),
  CONSTRAINT credit_notes_org_id_company_id_source_key_key UNIQUE (org_id, company_id, source_key),
  CONSTRAINT credit_note_never_overapplied CHECK (((applied_cents >= 0) AND (applied_cents <= gross_cents))),
  CONSTRAINT credit_notes_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT credit_notes_gross_cents_check CHECK ((gross_cents > 0)),
  CONSTRAINT credit_notes_nature_check CHECK ((nature = ANY (ARRAY['credit_note'::text, 'opening'::text, 'adjustment'::text, 'write_off'::text, 'discount'::text, 'bank_fee'::text, 'exchange'::text, 'waiver'::text]))),
  CONSTRAINT credit_notes_number_check CHECK ((number <> ''::text)),
  CONSTRAINT credit_notes_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id)
);
CREATE INDEX credit_notes_by_customer ON public.credit_notes USING btree (org_id, customer_id, issued_on);
CREATE INDEX credit_notes_by_recording ON public.credit_notes USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX credit_notes_closed ON public.credit_notes USING btree (org_id, company_id, last_allocated_on, issued_on) WHERE (last_allocated_on IS NOT NULL);
CREATE INDEX credit_notes_open ON public.credit_notes USING btree (org_id, company_id, customer_id) WHERE (applied_cents < gross_cents);
ALTER TABLE public.credit_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.credit_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.credit_notes FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.credit_notes AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT SELECT ON public.credit_notes TO quittance_app;
GRANT SELECT ON public.credit_notes TO quittance_portfolio;
GRANT INSERT (org_id, company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id, source_row, recorded_at) ON public.credit_notes TO quittance_app;
GRANT INSERT (org_id, company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key, import_id, source_row, recorded_at) ON public.credit_notes TO quittance_portfolio;
GRANT UPDATE (label) ON public.credit_notes TO quittance_app;
GRANT UPDATE (label) ON public.credit_notes TO quittance_portfolio;

CREATE TABLE public.customer_documents (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  document_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  invoice_id bigint,
  sha256 text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  author text NOT NULL,
  added_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  removed_at timestamp with time zone,
  removed_by text,
  CONSTRAINT customer_documents_pkey PRIMARY KEY (org_id, document_id),
  CONSTRAINT customer_documents_kind_check CHECK ((kind = ANY (ARRAY['contract'::text, 'order'::text, 'delivery_note'::text, 'correspondence'::text, 'proof'::text, 'other'::text]))),
  CONSTRAINT customer_documents_name_check CHECK ((name <> ''::text)),
  CONSTRAINT customer_documents_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT customer_documents_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT customer_documents_org_id_invoice_id_fkey FOREIGN KEY (org_id, invoice_id) REFERENCES public.invoices(org_id, invoice_id),
  CONSTRAINT customer_documents_org_id_sha256_fkey FOREIGN KEY (org_id, sha256) REFERENCES public.files(org_id, sha256)
);
CREATE INDEX customer_documents_by_customer ON public.customer_documents USING btree (org_id, customer_id, added_at) WHERE (removed_at IS NULL);
ALTER TABLE public.customer_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.customer_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.customer_documents FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.customer_documents AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.customer_documents TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.customer_documents TO quittance_portfolio;

CREATE TABLE public.customers (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  customer_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  ref text NOT NULL,
  name text NOT NULL,
  kind text DEFAULT 'business'::text NOT NULL,
  language text DEFAULT 'fr'::text NOT NULL,
  siren text,
  vat_number text,
  email text,
  email_status text DEFAULT 'valid'::text NOT NULL,
  phone text,
  address_line1 text,
  address_line2 text,
  postal_code text,
  city text,
  country text DEFAULT 'FR'::text NOT NULL,
  segment text,
  sector text,
  payment_terms text,
  credit_limit_cents bigint,
  iban text,
  scenario text,
  owner_email text,
  doubtful boolean DEFAULT false NOT NULL,
  import_id bigint,
  created_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  search_name text GENERATED ALWAYS AS (public.search_text(name)) STORED NOT NULL,
  by_hand text[] DEFAULT '{}'::text[] NOT NULL,
  CONSTRAINT customers_pkey PRIMARY KEY (org_id, customer_id),
  CONSTRAINT customers_org_id_company_id_ref_key UNIQUE (org_id, company_id, ref),
  CONSTRAINT customers_credit_limit_cents_check CHECK ((credit_limit_cents >= 0)),
  CONSTRAINT customers_email_status_check CHECK ((email_status = ANY (ARRAY['valid'::text, 'bounced'::text, 'opted_out'::text]))),
  CONSTRAINT customers_kind_check CHECK ((kind = ANY (ARRAY['business'::text, 'consumer'::text, 'public'::text]))),
  CONSTRAINT customers_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  CONSTRAINT customers_name_check CHECK ((name <> ''::text)),
  CONSTRAINT customers_ref_check CHECK ((ref <> ''::text)),
  CONSTRAINT customers_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
CREATE INDEX customers_by_owner ON public.customers USING btree (org_id, company_id, owner_email) WHERE (owner_email IS NOT NULL);
CREATE INDEX customers_by_scenario ON public.customers USING btree (org_id, company_id, scenario) WHERE (scenario IS NOT NULL);
CREATE INDEX customers_by_segment ON public.customers USING btree (org_id, company_id, segment) WHERE (segment IS NOT NULL);
CREATE INDEX customers_in_order ON public.customers USING btree (org_id, company_id, search_name, customer_id);
ALTER TABLE public.customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.customers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.customers FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.customers AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (lower(owner_email) = lower(NULLIF(current_setting('app.portfolio_owner'::text, true), ''::text))) OR (COALESCE(segment, ''::text) = ANY (ARRAY( SELECT jsonb_array_elements_text((COALESCE(NULLIF(current_setting('app.portfolio_segments'::text, true), ''::text), '[]'::text))::jsonb) AS jsonb_array_elements_text)))));
GRANT INSERT, SELECT, UPDATE ON public.customers TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.customers TO quittance_portfolio;

CREATE TABLE public.deliveries (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  action_id bigint NOT NULL,
  attempt integer NOT NULL,
  started_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  finished_at timestamp with time zone,
  outcome text,
  code text,
  response text,
  CONSTRAINT deliveries_pkey PRIMARY KEY (org_id, action_id, attempt),
  CONSTRAINT deliveries_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'transient'::text, 'permanent'::text, 'uncertain'::text]))),
  CONSTRAINT deliveries_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES public.actions(org_id, action_id)
);
ALTER TABLE public.deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.deliveries FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_deliveries_org_id_action_id_fkey ON public.deliveries AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((action_id IS NULL) OR (EXISTS ( SELECT
   FROM public.actions p
  WHERE ((p.org_id = deliveries.org_id) AND (p.action_id = deliveries.action_id)))))));
GRANT INSERT, SELECT, UPDATE ON public.deliveries TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.deliveries TO quittance_portfolio;

CREATE TABLE public.due_date_changes (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  change_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  receivable_id bigint NOT NULL,
  changed_on date NOT NULL,
  old_due_on date NOT NULL,
  new_due_on date NOT NULL,
  was_estimated boolean NOT NULL,
  actor text NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  CONSTRAINT due_date_changes_pkey PRIMARY KEY (org_id, change_id),
  CONSTRAINT due_date_changes_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id)
);
CREATE INDEX due_date_changes_by_day ON public.due_date_changes USING btree (org_id, changed_on);
CREATE INDEX due_date_changes_by_receivable ON public.due_date_changes USING btree (org_id, receivable_id, changed_on);
ALTER TABLE public.due_date_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.due_date_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.due_date_changes FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_due_date_changes_org_id_receivable_id_fkey ON public.due_date_changes AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((receivable_id IS NULL) OR (EXISTS ( SELECT
   FROM public.receivables p
  WHERE ((p.org_id = due_date_changes.org_id) AND (p.receivable_id = due_date_changes.receivable_id)))))));
CREATE TRIGGER due_date_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.due_date_changes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
GRANT INSERT, SELECT ON public.due_date_changes TO quittance_app;
GRANT INSERT, SELECT ON public.due_date_changes TO quittance_portfolio;

CREATE TABLE public.events (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  seq bigint NOT NULL,
  at_text text NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  payload text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (org_id, seq)
);
CREATE INDEX events_by_subject ON public.events USING btree (org_id, subject_type, subject_id, seq);
ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.events FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.events FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.events AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (actor = current_setting('app.actor'::text, true)) OR
CASE
    WHEN (subject_id ~ '^\d{1,18}$'::text) THEN
    CASE subject_type
        WHEN 'customer'::text THEN (EXISTS ( SELECT
           FROM public.customers p
          WHERE ((p.org_id = events.org_id) AND (p.customer_id = (events.subject_id)::bigint))))
        WHEN 'contact'::text THEN (EXISTS ( SELECT
           FROM public.contacts p
          WHERE ((p.org_id = events.org_id) AND (p.contact_id = (events.subject_id)::bigint))))
        WHEN 'invoice'::text THEN (EXISTS ( SELECT
           FROM public.invoices p
          WHERE ((p.org_id = events.org_id) AND (p.invoice_id = (events.subject_id)::bigint))))
        WHEN 'action'::text THEN (EXISTS ( SELECT
           FROM public.actions p
          WHERE ((p.org_id = events.org_id) AND (p.action_id = (events.subject_id)::bigint))))
        WHEN 'hold'::text THEN (EXISTS ( SELECT
           FROM public.holds p
          WHERE ((p.org_id = events.org_id) AND (p.hold_id = (events.subject_id)::bigint))))
        WHEN 'task'::text THEN (EXISTS ( SELECT
           FROM public.tasks p
          WHERE ((p.org_id = events.org_id) AND (p.task_id = (events.subject_id)::bigint))))
        ELSE false
    END
    ELSE false
END));
CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
GRANT SELECT ON public.events TO quittance_app;
GRANT SELECT ON public.events TO quittance_portfolio;

CREATE TABLE public.file_pieces (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  sha256 text NOT NULL,
  piece integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT file_pieces_pkey PRIMARY KEY (org_id, sha256, piece),
  CONSTRAINT file_pieces_org_id_sha256_fkey FOREIGN KEY (org_id, sha256) REFERENCES public.files(org_id, sha256)
);
ALTER TABLE public.file_pieces ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.file_pieces FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.file_pieces FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE ON public.file_pieces TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.file_pieces TO quittance_portfolio;

CREATE TABLE public.files (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  stored_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT files_pkey PRIMARY KEY (org_id, sha256),
  CONSTRAINT files_bytes_check CHECK ((bytes >= 0)),
  CONSTRAINT files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
ALTER TABLE public.files ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.files FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.files FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE ON public.files TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.files TO quittance_portfolio;

CREATE TABLE public.holds (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  hold_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  receivable_id bigint,
  reason text NOT NULL,
  cents bigint,
  from_on date NOT NULL,
  until_on date,
  note text DEFAULT ''::text NOT NULL,
  author text NOT NULL,
  lifted_on date,
  lifted_by text,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT holds_pkey PRIMARY KEY (org_id, hold_id),
  CONSTRAINT holds_cents_check CHECK ((cents > 0)),
  CONSTRAINT holds_reason_check CHECK ((reason = ANY (ARRAY['insolvency'::text, 'court'::text, 'agency'::text, 'dispute'::text, 'plan'::text, 'promise'::text, 'payment_in_transit'::text, 'unmatched_payment'::text, 'manual'::text]))),
  CONSTRAINT part_needs_receivable CHECK (((cents IS NULL) OR (receivable_id IS NOT NULL))),
  CONSTRAINT holds_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT holds_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT holds_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id)
);
CREATE INDEX holds_by_customer ON public.holds USING btree (org_id, company_id, customer_id) WHERE (lifted_on IS NULL);
CREATE INDEX holds_by_debtor ON public.holds USING btree (org_id, customer_id, recorded_at);
ALTER TABLE public.holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.holds FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.holds FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.holds AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.holds TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.holds TO quittance_portfolio;

CREATE TABLE public.import_errors (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  import_id bigint NOT NULL,
  position integer NOT NULL,
  row_no integer NOT NULL,
  column_name text NOT NULL,
  code text NOT NULL,
  seen text NOT NULL,
  expected text NOT NULL,
  CONSTRAINT import_errors_pkey PRIMARY KEY (org_id, import_id, "position"),
  CONSTRAINT import_errors_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES public.imports(org_id, import_id)
);
ALTER TABLE public.import_errors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.import_errors FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.import_errors FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.import_errors AS RESTRICTIVE FOR ALL TO quittance_portfolio USING ((CURRENT_USER <> 'quittance_portfolio'::name));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.import_errors TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.import_errors TO quittance_portfolio;

CREATE TABLE public.imports (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  import_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  status text NOT NULL,
  strict boolean DEFAULT false NOT NULL,
  counts jsonb DEFAULT '{}'::jsonb NOT NULL,
  notes jsonb DEFAULT '[]'::jsonb NOT NULL,
  refusal jsonb,
  error_count integer DEFAULT 0 NOT NULL,
  covers_to_on date,
  actor text NOT NULL,
  started_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  finished_at timestamp with time zone,
  covers_from_on date,
  has_openings boolean DEFAULT false NOT NULL,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_after bigint,
  CONSTRAINT imports_pkey PRIMARY KEY (org_id, import_id),
  CONSTRAINT imports_status_check CHECK ((status = ANY (ARRAY['running'::text, 'imported'::text, 'unchanged'::text, 'refused'::text, 'failed'::text, 'withdrawn'::text]))),
  CONSTRAINT withdrawn_says_who CHECK ((num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_after) =
CASE status
    WHEN 'withdrawn'::text THEN 3
    ELSE 0
END)),
  CONSTRAINT imports_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
CREATE INDEX imports_by_file ON public.imports USING btree (org_id, company_id, sha256);
ALTER TABLE public.imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.imports FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.imports FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE ON public.imports TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.imports TO quittance_portfolio;

CREATE TABLE public.invoices (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  invoice_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  number text NOT NULL,
  nature text DEFAULT 'invoice'::text NOT NULL,
  issued_on date NOT NULL,
  sent_on date,
  gross_cents bigint NOT NULL,
  net_cents bigint,
  vat_cents bigint,
  currency text NOT NULL,
  label text,
  order_ref text,
  payment_method text,
  document_sha256 text,
  source_key uuid NOT NULL,
  import_id bigint,
  source_row integer,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  number_key text GENERATED ALWAYS AS (public.number_key(number)) STORED NOT NULL,
  number_end text GENERATED ALWAYS AS (reverse(public.number_key(number))) STORED NOT NULL,
  CONSTRAINT invoices_pkey PRIMARY KEY (org_id, invoice_id),
  CONSTRAINT invoices_org_id_company_id_source_key_key UNIQUE (org_id, company_id, source_key),
  CONSTRAINT invoices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT invoices_gross_cents_check CHECK ((gross_cents > 0)),
  CONSTRAINT invoices_nature_check CHECK ((nature = ANY (ARRAY['invoice'::text, 'opening'::text, 'adjustment'::text, 'late_fee'::text]))),
  CONSTRAINT invoices_number_check CHECK ((number <> ''::text)),
  CONSTRAINT invoices_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id)
);
CREATE INDEX invoices_by_customer ON public.invoices USING btree (org_id, customer_id, issued_on);
CREATE INDEX invoices_by_day ON public.invoices USING btree (org_id, company_id, issued_on, invoice_id) INCLUDE (gross_cents, currency, nature, customer_id);
CREATE INDEX invoices_by_gross ON public.invoices USING btree (org_id, company_id, gross_cents, invoice_id);
CREATE INDEX invoices_by_number ON public.invoices USING btree (org_id, company_id, number text_pattern_ops);
CREATE INDEX invoices_by_number_end ON public.invoices USING btree (org_id, company_id, number_end text_pattern_ops);
CREATE INDEX invoices_by_number_key ON public.invoices USING btree (org_id, company_id, number_key text_pattern_ops);
ALTER TABLE public.invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.invoices FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.invoices AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.invoices TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.invoices TO quittance_portfolio;

CREATE TABLE public.jobs (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  job_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  job_key text NOT NULL,
  input jsonb NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  progress jsonb DEFAULT '{}'::jsonb NOT NULL,
  result jsonb,
  attempts integer DEFAULT 0 NOT NULL,
  run_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  claimed_by bigint,
  actor text NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT jobs_pkey PRIMARY KEY (org_id, job_id),
  CONSTRAINT jobs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX jobs_once ON public.jobs USING btree (org_id, kind, job_key) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX jobs_to_run ON public.jobs USING btree (org_id, run_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
ALTER TABLE public.jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.jobs FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.jobs AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (actor = current_setting('app.actor'::text, true))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.jobs TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.jobs TO quittance_portfolio;

CREATE TABLE public.journal_heads (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  seq bigint NOT NULL,
  hash text NOT NULL,
  CONSTRAINT journal_heads_pkey PRIMARY KEY (org_id)
);
ALTER TABLE public.journal_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.journal_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.journal_heads FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT SELECT ON public.journal_heads TO quittance_app;
GRANT SELECT ON public.journal_heads TO quittance_portfolio;

CREATE TABLE public.late_fee_claims (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  claim_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  on_receivable_id bigint NOT NULL,
  kind text NOT NULL,
  from_on date,
  to_on date,
  cents bigint NOT NULL,
  segments jsonb DEFAULT '[]'::jsonb NOT NULL,
  disposition text DEFAULT 'keep'::text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  hold_id bigint,
  waived_on date,
  actor text NOT NULL,
  claimed_on date NOT NULL,
  waived_by_rule boolean DEFAULT false NOT NULL,
  waiver_deed_id bigint,
  deed_id bigint,
  CONSTRAINT late_fee_claims_pkey PRIMARY KEY (org_id, claim_id),
  CONSTRAINT late_fee_claims_cents_check CHECK ((cents > 0)),
  CONSTRAINT late_fee_claims_disposition_check CHECK ((disposition = ANY (ARRAY['keep'::text, 'waive'::text, 'show'::text]))),
  CONSTRAINT late_fee_claims_kind_check CHECK ((kind = ANY (ARRAY['interest'::text, 'fixed_fee'::text]))),
  CONSTRAINT late_fee_claims_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT late_fee_claims_org_id_invoice_id_fkey FOREIGN KEY (org_id, invoice_id) REFERENCES public.invoices(org_id, invoice_id),
  CONSTRAINT late_fee_claims_org_id_on_receivable_id_fkey FOREIGN KEY (org_id, on_receivable_id) REFERENCES public.receivables(org_id, receivable_id)
);
CREATE INDEX late_fee_claims_by_company ON public.late_fee_claims USING btree (org_id, company_id, claim_id);
CREATE INDEX late_fee_claims_by_invoice ON public.late_fee_claims USING btree (org_id, invoice_id);
CREATE INDEX late_fee_claims_by_receivable ON public.late_fee_claims USING btree (org_id, on_receivable_id);
CREATE UNIQUE INDEX one_fixed_fee ON public.late_fee_claims USING btree (org_id, on_receivable_id) WHERE ((kind = 'fixed_fee'::text) AND (waived_on IS NULL));
ALTER TABLE public.late_fee_claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.late_fee_claims FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.late_fee_claims FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.late_fee_claims AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.late_fee_claims TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.late_fee_claims TO quittance_portfolio;

CREATE TABLE public.legal_rates (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  half_year text NOT NULL,
  ecb_mro numeric(6,2) NOT NULL,
  legal_individual numeric(6,2) NOT NULL,
  legal_other numeric(6,2) NOT NULL,
  source text NOT NULL,
  doubtful boolean DEFAULT false NOT NULL,
  actor text NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT legal_rates_pkey PRIMARY KEY (org_id, half_year),
  CONSTRAINT legal_rates_half_year_check CHECK ((half_year ~ '^\d{4}S[12]$'::text))
);
ALTER TABLE public.legal_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.legal_rates FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.legal_rates FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.legal_rates TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.legal_rates TO quittance_portfolio;

CREATE TABLE public.member_settings (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  user_id text NOT NULL,
  settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT member_settings_pkey PRIMARY KEY (org_id, user_id)
);
ALTER TABLE public.member_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.member_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.member_settings FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.member_settings TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.member_settings TO quittance_portfolio;

CREATE TABLE public.members (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  user_id text NOT NULL,
  role text NOT NULL,
  portfolio jsonb,
  disabled_at timestamp with time zone,
  joined_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT members_pkey PRIMARY KEY (org_id, user_id),
  CONSTRAINT members_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'finance_director'::text, 'collector'::text, 'sales'::text, 'auditor'::text])))
);
CREATE INDEX members_by_user ON public.members USING btree (user_id);
ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.members FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.members FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY sessions_find_organizations ON public.members FOR SELECT TO quittance_owner USING (true);
GRANT INSERT, SELECT, UPDATE, DELETE ON public.members TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.members TO quittance_portfolio;

CREATE TABLE public.messages (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  message_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  action_id bigint NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  to_name text NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text,
  pdf_sha256 text,
  mail_message_id text,
  tracking_number text,
  proof_sha256 text,
  rendered_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT messages_pkey PRIMARY KEY (org_id, message_id),
  CONSTRAINT messages_org_id_action_id_key UNIQUE (org_id, action_id),
  CONSTRAINT messages_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES public.actions(org_id, action_id),
  CONSTRAINT messages_org_id_pdf_sha256_fkey FOREIGN KEY (org_id, pdf_sha256) REFERENCES public.files(org_id, sha256),
  CONSTRAINT messages_org_id_proof_sha256_fkey FOREIGN KEY (org_id, proof_sha256) REFERENCES public.files(org_id, sha256)
);
ALTER TABLE public.messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.messages FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.messages FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_messages_org_id_action_id_fkey ON public.messages AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((action_id IS NULL) OR (EXISTS ( SELECT
   FROM public.actions p
  WHERE ((p.org_id = messages.org_id) AND (p.action_id = messages.action_id)))))));
GRANT INSERT, SELECT, UPDATE ON public.messages TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.messages TO quittance_portfolio;

CREATE TABLE public.notes (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  note_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  invoice_id bigint,
  text text NOT NULL,
  author text NOT NULL,
  written_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  removed_at timestamp with time zone,
  removed_by text,
  CONSTRAINT notes_pkey PRIMARY KEY (org_id, note_id),
  CONSTRAINT notes_text_check CHECK ((text <> ''::text)),
  CONSTRAINT notes_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT notes_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT notes_org_id_invoice_id_fkey FOREIGN KEY (org_id, invoice_id) REFERENCES public.invoices(org_id, invoice_id)
);
CREATE INDEX notes_by_customer ON public.notes USING btree (org_id, customer_id, written_at) WHERE (removed_at IS NULL);
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.notes FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.notes AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.notes TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.notes TO quittance_portfolio;

CREATE TABLE public.payer_aliases (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  alias_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint,
  iban text,
  name text,
  times integer DEFAULT 1 NOT NULL,
  set_aside_reason text,
  learned_from bigint,
  actor text NOT NULL,
  learned_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  last_used_on date NOT NULL,
  erased_at timestamp with time zone,
  erased_by text,
  CONSTRAINT payer_aliases_pkey PRIMARY KEY (org_id, alias_id),
  CONSTRAINT alias_says_something CHECK ((num_nonnulls(iban, name) > 0)),
  CONSTRAINT payer_aliases_times_check CHECK ((times > 0)),
  CONSTRAINT payer_aliases_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT payer_aliases_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT payer_aliases_org_id_learned_from_fkey FOREIGN KEY (org_id, learned_from) REFERENCES public.bank_transactions(org_id, transaction_id)
);
CREATE INDEX payer_aliases_by_customer ON public.payer_aliases USING btree (org_id, customer_id) WHERE (erased_at IS NULL);
CREATE UNIQUE INDEX payer_aliases_once ON public.payer_aliases USING btree (org_id, company_id, customer_id, iban, name) NULLS NOT DISTINCT WHERE (erased_at IS NULL);
ALTER TABLE public.payer_aliases ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.payer_aliases FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.payer_aliases FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.payer_aliases AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE ON public.payer_aliases TO quittance_app;
GRANT INSERT, SELECT, UPDATE ON public.payer_aliases TO quittance_portfolio;

CREATE TABLE public.payment_deeds (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  deed_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  kind text NOT NULL,
  happened_on date NOT NULL,
  cents bigint NOT NULL,
  currency text NOT NULL,
  payment_id bigint,
  receivable_id bigint,
  to_customer_id bigint,
  out_payment_id bigint,
  in_payment_id bigint,
  credit_note_id bigint,
  freed_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  hold_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  task_id bigint,
  code text DEFAULT ''::text NOT NULL,
  reference text DEFAULT ''::text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  actor text NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  undone_on date,
  undone_by text,
  undone_at timestamp with time zone,
  again_of bigint,
  CONSTRAINT payment_deeds_pkey PRIMARY KEY (org_id, deed_id),
  CONSTRAINT deed_is_about_something CHECK ((num_nonnulls(payment_id, receivable_id) > 0)),
  CONSTRAINT deed_undone_says_who CHECK (((undone_on IS NULL) = (undone_by IS NULL))),
  CONSTRAINT payment_deeds_cents_check CHECK ((cents > 0)),
  CONSTRAINT payment_deeds_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT payment_deeds_kind_check CHECK ((kind = ANY (ARRAY['record'::text, 'return'::text, 'refund'::text, 'move'::text, 'gain'::text, 'write_off'::text, 'discount'::text, 'bank_fee'::text, 'exchange'::text, 'late_fee'::text, 'waiver'::text]))),
  CONSTRAINT payment_deeds_again_of_fkey FOREIGN KEY (org_id, again_of) REFERENCES public.payment_deeds(org_id, deed_id),
  CONSTRAINT payment_deeds_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT payment_deeds_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT payment_deeds_org_id_payment_id_fkey FOREIGN KEY (org_id, payment_id) REFERENCES public.payments(org_id, payment_id),
  CONSTRAINT payment_deeds_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id)
);
CREATE INDEX payment_deeds_by_arrival ON public.payment_deeds USING btree (org_id, in_payment_id) WHERE (in_payment_id IS NOT NULL);
CREATE INDEX payment_deeds_by_day ON public.payment_deeds USING btree (org_id, company_id, deed_id);
CREATE INDEX payment_deeds_by_payment ON public.payment_deeds USING btree (org_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX payment_deeds_by_receivable ON public.payment_deeds USING btree (org_id, receivable_id) WHERE (receivable_id IS NOT NULL);
CREATE UNIQUE INDEX payment_deeds_entered_again_once ON public.payment_deeds USING btree (org_id, again_of) WHERE (again_of IS NOT NULL);
ALTER TABLE public.payment_deeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.payment_deeds FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.payment_deeds FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.payment_deeds AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT ON public.payment_deeds TO quittance_app;
GRANT INSERT, SELECT ON public.payment_deeds TO quittance_portfolio;
GRANT UPDATE (freed_ids, task_id, undone_on, undone_by, undone_at) ON public.payment_deeds TO quittance_app;
GRANT UPDATE (freed_ids, task_id, undone_on, undone_by, undone_at) ON public.payment_deeds TO quittance_portfolio;

CREATE TABLE public.payment_habits (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  habit text NOT NULL,
  times integer NOT NULL,
  last_on date NOT NULL,
  CONSTRAINT payment_habits_pkey PRIMARY KEY (org_id, customer_id, habit),
  CONSTRAINT payment_habits_times_check CHECK ((times > 0)),
  CONSTRAINT payment_habits_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id)
);
ALTER TABLE public.payment_habits ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.payment_habits FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.payment_habits FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.payment_habits AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.payment_habits TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.payment_habits TO quittance_portfolio;

CREATE TABLE public.payment_tellings (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  payment_id bigint NOT NULL,
  key uuid NOT NULL,
  source text NOT NULL,
  told_on date NOT NULL,
  import_id bigint NOT NULL,
  CONSTRAINT payment_tellings_pkey PRIMARY KEY (org_id, payment_id, source),
  CONSTRAINT payment_tellings_org_id_key_key UNIQUE (org_id, key),
  CONSTRAINT payment_tellings_source_check CHECK ((source = ANY (ARRAY['books'::text, 'file'::text]))),
  CONSTRAINT payment_tellings_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES public.imports(org_id, import_id),
  CONSTRAINT payment_tellings_org_id_payment_id_fkey FOREIGN KEY (org_id, payment_id) REFERENCES public.payments(org_id, payment_id)
);
ALTER TABLE public.payment_tellings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.payment_tellings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.payment_tellings FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_payment_tellings_org_id_payment_id_fkey ON public.payment_tellings AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((payment_id IS NULL) OR (EXISTS ( SELECT
   FROM public.payments p
  WHERE ((p.org_id = payment_tellings.org_id) AND (p.payment_id = payment_tellings.payment_id)))))));
GRANT INSERT, SELECT ON public.payment_tellings TO quittance_app;
GRANT INSERT, SELECT ON public.payment_tellings TO quittance_portfolio;

CREATE TABLE public.payments (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  payment_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  direction text NOT NULL,
  paid_on date NOT NULL,
  cents bigint NOT NULL,
  applied_cents bigint DEFAULT 0 NOT NULL,
  open_cents bigint GENERATED ALWAYS AS ((cents - applied_cents)) STORED NOT NULL,
  currency text NOT NULL,
  method text,
  reference text,
  reverses_payment_id bigint,
  last_allocated_on date,
  source_key uuid NOT NULL,
  import_id bigint,
  source_row integer,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  purpose text DEFAULT 'payment'::text NOT NULL,
  CONSTRAINT payments_pkey PRIMARY KEY (org_id, payment_id),
  CONSTRAINT payments_org_id_company_id_source_key_key UNIQUE (org_id, company_id, source_key),
  CONSTRAINT only_money_out_reverses CHECK (((reverses_payment_id IS NULL) OR (direction = 'out'::text) OR (purpose = 'cancelled'::text))),
  CONSTRAINT payment_never_overapplied CHECK (((applied_cents >= 0) AND (applied_cents <= cents))),
  CONSTRAINT payments_cents_check CHECK ((cents > 0)),
  CONSTRAINT payments_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT payments_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  CONSTRAINT payments_purpose_check CHECK ((purpose = ANY (ARRAY['payment'::text, 'moved_in'::text, 'return'::text, 'refund'::text, 'misattributed'::text, 'moved_out'::text, 'gain'::text, 'cancelled'::text]))),
  CONSTRAINT purpose_has_its_way CHECK (
CASE direction
    WHEN 'in'::text THEN (purpose = ANY (ARRAY['payment'::text, 'moved_in'::text, 'cancelled'::text]))
    ELSE (purpose <> 'moved_in'::text)
END),
  CONSTRAINT payments_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id),
  CONSTRAINT payments_org_id_reverses_payment_id_fkey FOREIGN KEY (org_id, reverses_payment_id) REFERENCES public.payments(org_id, payment_id)
);
CREATE INDEX payments_by_customer ON public.payments USING btree (org_id, customer_id, paid_on);
CREATE INDEX payments_by_recording ON public.payments USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX payments_closed ON public.payments USING btree (org_id, company_id, last_allocated_on, paid_on) WHERE (last_allocated_on IS NOT NULL);
CREATE INDEX payments_open ON public.payments USING btree (org_id, company_id, customer_id) WHERE (applied_cents < cents);
CREATE INDEX payments_waited ON public.payments USING btree (org_id, company_id, last_allocated_on) WHERE (last_allocated_on > paid_on);
ALTER TABLE public.payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.payments FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.payments FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.payments AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT SELECT ON public.payments TO quittance_app;
GRANT SELECT ON public.payments TO quittance_portfolio;
GRANT INSERT (org_id, company_id, customer_id, direction, paid_on, cents, currency, method, reference, reverses_payment_id, source_key, import_id, source_row, recorded_at, purpose) ON public.payments TO quittance_app;
GRANT INSERT (org_id, company_id, customer_id, direction, paid_on, cents, currency, method, reference, reverses_payment_id, source_key, import_id, source_row, recorded_at, purpose) ON public.payments TO quittance_portfolio;
GRANT UPDATE (method, reference) ON public.payments TO quittance_app;
GRANT UPDATE (method, reference) ON public.payments TO quittance_portfolio;

CREATE TABLE public.print_batch_actions (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  batch_id bigint NOT NULL,
  action_id bigint NOT NULL,
  CONSTRAINT print_batch_actions_pkey PRIMARY KEY (org_id, batch_id, action_id),
  CONSTRAINT print_batch_actions_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES public.actions(org_id, action_id),
  CONSTRAINT print_batch_actions_org_id_batch_id_fkey FOREIGN KEY (org_id, batch_id) REFERENCES public.print_batches(org_id, batch_id)
);
ALTER TABLE public.print_batch_actions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.print_batch_actions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.print_batch_actions FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio_print_batch_actions_org_id_action_id_fkey ON public.print_batch_actions AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR ((action_id IS NULL) OR (EXISTS ( SELECT
   FROM public.actions p
  WHERE ((p.org_id = print_batch_actions.org_id) AND (p.action_id = print_batch_actions.action_id)))))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.print_batch_actions TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.print_batch_actions TO quittance_portfolio;

CREATE TABLE public.print_batches (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  batch_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  made_on date NOT NULL,
  letters integer NOT NULL,
  pdf_sha256 text NOT NULL,
  postage_sha256 text NOT NULL,
  actor text NOT NULL,
  made_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  posted_on date,
  posted_by text,
  CONSTRAINT print_batches_pkey PRIMARY KEY (org_id, batch_id),
  CONSTRAINT posted_has_its_person CHECK (((posted_on IS NULL) = (posted_by IS NULL))),
  CONSTRAINT print_batches_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
ALTER TABLE public.print_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.print_batches FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.print_batches FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.print_batches AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (actor = current_setting('app.actor'::text, true)) OR (letters = ( SELECT count(*) AS count
   FROM public.print_batch_actions b
  WHERE ((b.org_id = print_batches.org_id) AND (b.batch_id = print_batches.batch_id))))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.print_batches TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.print_batches TO quittance_portfolio;

CREATE TABLE public.receivable_levels (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  receivable_id bigint NOT NULL,
  rank integer NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  scenario text NOT NULL,
  step text NOT NULL,
  done_on date NOT NULL,
  origin text NOT NULL,
  action_id bigint,
  actor text NOT NULL,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT receivable_levels_pkey PRIMARY KEY (org_id, receivable_id, rank),
  CONSTRAINT receivable_levels_origin_check CHECK ((origin = ANY (ARRAY['sent'::text, 'skipped'::text, 'imported'::text]))),
  CONSTRAINT receivable_levels_rank_check CHECK ((rank > 0)),
  CONSTRAINT receivable_levels_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES public.actions(org_id, action_id),
  CONSTRAINT receivable_levels_org_id_receivable_id_fkey FOREIGN KEY (org_id, receivable_id) REFERENCES public.receivables(org_id, receivable_id)
);
CREATE INDEX receivable_levels_by_company ON public.receivable_levels USING btree (org_id, company_id, customer_id);
ALTER TABLE public.receivable_levels ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.receivable_levels FORCE ROW LEVEL SECURITY;
CREATE POLICY only_skips_and_carried_are_undone ON public.receivable_levels AS RESTRICTIVE FOR DELETE TO public USING (((origin = 'skipped'::text) OR (current_setting('app.carry_levels'::text, true) = 'on'::text)));
CREATE POLICY own_organization ON public.receivable_levels FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.receivable_levels AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.receivable_levels TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.receivable_levels TO quittance_portfolio;

CREATE TABLE public.receivables (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  receivable_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  term_no integer DEFAULT 1 NOT NULL,
  issued_on date NOT NULL,
  due_on date NOT NULL,
  due_estimated boolean DEFAULT false NOT NULL,
  gross_cents bigint NOT NULL,
  settled_cents bigint DEFAULT 0 NOT NULL,
  open_cents bigint GENERATED ALWAYS AS ((gross_cents - settled_cents)) STORED NOT NULL,
  currency text NOT NULL,
  last_allocated_on date,
  doubtful boolean DEFAULT false NOT NULL,
  source_key uuid NOT NULL,
  import_id bigint,
  recorded_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  discount_cents bigint,
  discount_until_on date,
  CONSTRAINT receivables_pkey PRIMARY KEY (org_id, receivable_id),
  CONSTRAINT receivables_org_id_company_id_source_key_key UNIQUE (org_id, company_id, source_key),
  CONSTRAINT discount_after_issue CHECK ((discount_until_on >= issued_on)),
  CONSTRAINT discount_in_bounds CHECK (((discount_cents > 0) AND (discount_cents < gross_cents))),
  CONSTRAINT discount_whole CHECK ((num_nonnulls(discount_cents, discount_until_on) = ANY (ARRAY[0, 2]))),
  CONSTRAINT receivable_never_overpaid CHECK (((settled_cents >= 0) AND (settled_cents <= gross_cents))),
  CONSTRAINT receivables_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT receivables_gross_cents_check CHECK ((gross_cents > 0)),
  CONSTRAINT receivables_org_id_invoice_id_fkey FOREIGN KEY (org_id, invoice_id) REFERENCES public.invoices(org_id, invoice_id)
);
CREATE INDEX receivables_by_due ON public.receivables USING btree (org_id, company_id, due_on, invoice_id);
CREATE INDEX receivables_by_invoice ON public.receivables USING btree (org_id, invoice_id, term_no);
CREATE INDEX receivables_by_recording ON public.receivables USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX receivables_closed ON public.receivables USING btree (org_id, company_id, last_allocated_on, issued_on) WHERE (last_allocated_on IS NOT NULL);
CREATE INDEX receivables_open ON public.receivables USING btree (org_id, company_id, customer_id, due_on) INCLUDE (open_cents, issued_on, currency, receivable_id) WHERE (settled_cents < gross_cents);
CREATE INDEX receivables_open_by_due ON public.receivables USING btree (org_id, company_id, due_on, invoice_id) INCLUDE (open_cents, currency) WHERE (settled_cents < gross_cents);
ALTER TABLE public.receivables ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.receivables FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.receivables FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.receivables AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT SELECT ON public.receivables TO quittance_app;
GRANT SELECT ON public.receivables TO quittance_portfolio;
GRANT INSERT (org_id, company_id, customer_id, invoice_id, term_no, issued_on, due_on, due_estimated, gross_cents, currency, doubtful, source_key, import_id, recorded_at, discount_cents, discount_until_on) ON public.receivables TO quittance_app;
GRANT INSERT (org_id, company_id, customer_id, invoice_id, term_no, issued_on, due_on, due_estimated, gross_cents, currency, doubtful, source_key, import_id, recorded_at, discount_cents, discount_until_on) ON public.receivables TO quittance_portfolio;
GRANT UPDATE (due_on, due_estimated, doubtful, discount_cents, discount_until_on) ON public.receivables TO quittance_app;
GRANT UPDATE (due_on, due_estimated, doubtful, discount_cents, discount_until_on) ON public.receivables TO quittance_portfolio;

CREATE TABLE public.saved_views (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  view_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  user_id text NOT NULL,
  screen text NOT NULL,
  name text NOT NULL,
  view jsonb NOT NULL,
  shared boolean DEFAULT false NOT NULL,
  saved_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT saved_views_pkey PRIMARY KEY (org_id, view_id),
  CONSTRAINT saved_views_org_id_company_id_user_id_screen_name_key UNIQUE (org_id, company_id, user_id, screen, name),
  CONSTRAINT saved_views_name_check CHECK ((name <> ''::text)),
  CONSTRAINT saved_views_screen_check CHECK ((screen ~ '^[a-z][a-z_]{0,39}$'::text)),
  CONSTRAINT saved_views_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
ALTER TABLE public.saved_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.saved_views FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.saved_views FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.saved_views TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.saved_views TO quittance_portfolio;

CREATE TABLE public.scenarios (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  scenario_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  steps jsonb NOT NULL,
  active boolean DEFAULT true NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT scenarios_pkey PRIMARY KEY (org_id, scenario_id),
  CONSTRAINT scenarios_org_id_company_id_code_version_key UNIQUE (org_id, company_id, code, version),
  CONSTRAINT scenarios_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  CONSTRAINT scenarios_version_check CHECK ((version > 0)),
  CONSTRAINT scenarios_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
ALTER TABLE public.scenarios ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.scenarios FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.scenarios FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.scenarios TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.scenarios TO quittance_portfolio;

CREATE TABLE public.tasks (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  task_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  customer_id bigint,
  action_id bigint,
  kind text NOT NULL,
  due_on date NOT NULL,
  facts jsonb DEFAULT '{}'::jsonb NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  outcome text,
  note text,
  done_on date,
  done_by text,
  created_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT tasks_pkey PRIMARY KEY (org_id, task_id),
  CONSTRAINT tasks_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'decide'::text, 'repair_contact'::text, 'check_delivery'::text, 'payment_returned'::text]))),
  CONSTRAINT tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text]))),
  CONSTRAINT tasks_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES public.actions(org_id, action_id),
  CONSTRAINT tasks_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id),
  CONSTRAINT tasks_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES public.customers(org_id, customer_id)
);
CREATE INDEX tasks_by_customer ON public.tasks USING btree (org_id, customer_id, done_on) WHERE (customer_id IS NOT NULL);
CREATE UNIQUE INDEX tasks_one_repair ON public.tasks USING btree (org_id, customer_id, ((facts ->> 'channel'::text))) WHERE ((state = 'open'::text) AND (kind = 'repair_contact'::text));
CREATE INDEX tasks_open ON public.tasks USING btree (org_id, company_id, kind, due_on) WHERE (state = 'open'::text);
ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.tasks FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
CREATE POLICY portfolio ON public.tasks AS RESTRICTIVE FOR ALL TO quittance_portfolio USING (((CURRENT_USER <> 'quittance_portfolio'::name) OR (customer_id IN ( SELECT public.visible_customers() AS visible_customers))));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.tasks TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.tasks TO quittance_portfolio;

CREATE TABLE public.templates (
  org_id bigint DEFAULT public.current_org() NOT NULL,
  template_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  company_id bigint NOT NULL,
  tone text NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  audience text DEFAULT 'business'::text NOT NULL,
  version integer NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone DEFAULT public.recorded_now() NOT NULL,
  CONSTRAINT templates_pkey PRIMARY KEY (org_id, template_id),
  CONSTRAINT templates_org_id_company_id_tone_channel_language_audience__key UNIQUE (org_id, company_id, tone, channel, language, audience, version),
  CONSTRAINT templates_audience_check CHECK ((audience = ANY (ARRAY['business'::text, 'consumer'::text, 'public'::text]))),
  CONSTRAINT templates_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  CONSTRAINT templates_version_check CHECK ((version > 0)),
  CONSTRAINT templates_org_id_company_id_fkey FOREIGN KEY (org_id, company_id) REFERENCES public.companies(org_id, company_id)
);
ALTER TABLE public.templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.templates FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON public.templates FOR ALL TO public USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));
GRANT INSERT, SELECT, UPDATE, DELETE ON public.templates TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON public.templates TO quittance_portfolio;

CREATE TABLE auth.accounts (
  id text NOT NULL,
  user_id text NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_provider_id_account_id_key UNIQUE (provider_id, account_id),
  CONSTRAINT accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX accounts_by_user ON auth.accounts USING btree (user_id);
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.accounts TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.accounts TO quittance_portfolio;

CREATE TABLE auth.sessions (
  id text NOT NULL,
  user_id text NOT NULL,
  token text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_key UNIQUE (token),
  CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON auth.sessions USING btree (user_id);
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.sessions TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.sessions TO quittance_portfolio;

CREATE TABLE auth.users (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean DEFAULT false NOT NULL,
  image text,
  language text DEFAULT 'fr'::text NOT NULL,
  disabled boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  last_sign_in_at timestamp with time zone,
  must_change_password boolean DEFAULT false NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_email_check CHECK ((email = lower(email))),
  CONSTRAINT users_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.users TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.users TO quittance_portfolio;

CREATE TABLE auth.verifications (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON auth.verifications USING btree (identifier);
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.verifications TO quittance_app;
GRANT INSERT, SELECT, UPDATE, DELETE ON auth.verifications TO quittance_portfolio;

CREATE TABLE directory.organizations (
  org_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT organizations_pkey PRIMARY KEY (org_id),
  CONSTRAINT organizations_slug_key UNIQUE (slug),
  CONSTRAINT organizations_name_check CHECK ((name <> ''::text)),
  CONSTRAINT organizations_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);

CREATE TABLE quittance_meta.schema_migrations (
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (name)
);

CREATE OR REPLACE FUNCTION public.append_event(p_actor text, p_kind text, p_subject_type text, p_subject_id text, p_payload text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.append_events(p_lines jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  v_org bigint := current_org();
  v_actor text := nullif(current_setting('app.actor', true), '');
  v_seq bigint;
  v_hash text;
  v_line record;
  v_ats text[] := '{}';
  v_hashes text[] := '{}';
BEGIN
  IF v_org IS NULL THEN RAISE EXCEPTION 'no organization in this transaction'; END IF;
  INSERT INTO journal_heads (org_id, seq, hash) VALUES (v_org, 0, repeat('0', 64)) ON CONFLICT (org_id) DO NOTHING;
  SELECT seq, hash INTO v_seq, v_hash FROM journal_heads WHERE org_id = v_org FOR UPDATE;
  v_hashes := v_hashes || v_hash;
  FOR v_line IN
    SELECT n, coalesce(nullif(l ->> 'actor', ''), v_actor) AS actor, l ->> 'kind' AS kind, l ->> 'subject' AS subject, l ->> 'subjectId' AS id,
      l ->> 'text' AS payload, to_char(recorded_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at_text
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS lines (l, n) ORDER BY n
  LOOP
    v_hash := encode(sha256(convert_to(concat_ws(E'\n', v_hash, (v_seq + v_line.n)::text, v_line.at_text, v_line.actor, v_line.kind,
      v_line.subject, v_line.id, v_line.payload), 'UTF8')), 'hex');
    v_ats := v_ats || v_line.at_text;
    v_hashes := v_hashes || v_hash;
  END LOOP;
  INSERT INTO events (org_id, seq, at_text, actor, kind, subject_type, subject_id, payload, prev_hash, hash)
    SELECT v_org, v_seq + n, v_ats[n], coalesce(nullif(l ->> 'actor', ''), v_actor), l ->> 'kind', l ->> 'subject', l ->> 'subjectId', l ->> 'text',
      v_hashes[n], v_hashes[n + 1]
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS lines (l, n) ORDER BY n;
  v_seq := v_seq + cardinality(v_ats);
  UPDATE journal_heads SET seq = v_seq, hash = v_hash WHERE org_id = v_org;
  RETURN v_seq;
END $function$;

CREATE OR REPLACE FUNCTION public.apply_allocations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT 1 FROM added WHERE reverses_allocation_id IS NOT NULL) AND (
    SELECT count(*) FROM added WHERE reverses_allocation_id IS NOT NULL
  ) <> (
    SELECT count(*) FROM added a JOIN allocations o ON o.org_id = a.org_id AND o.allocation_id = a.reverses_allocation_id
    WHERE o.cents = -a.cents AND o.reverses_allocation_id IS NULL
      AND o.payment_id IS NOT DISTINCT FROM a.payment_id AND o.credit_note_id IS NOT DISTINCT FROM a.credit_note_id
      AND o.receivable_id IS NOT DISTINCT FROM a.receivable_id AND o.refund_id IS NOT DISTINCT FROM a.refund_id
  ) THEN
    RAISE EXCEPTION 'a reversal must undo exactly one allocation' USING ERRCODE = 'check_violation';
  END IF;

  IF EXISTS (SELECT 1 FROM added a JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
      WHERE a.currency <> r.currency OR a.company_id <> r.company_id)
    OR EXISTS (SELECT 1 FROM added a JOIN credit_notes c ON c.org_id = a.org_id AND c.credit_note_id = a.credit_note_id
      WHERE a.currency <> c.currency OR a.company_id <> c.company_id)
    OR EXISTS (SELECT 1 FROM added a JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
      WHERE a.currency <> p.currency OR a.company_id <> p.company_id OR p.direction = 'out')
    OR EXISTS (SELECT 1 FROM added a JOIN payments b ON b.org_id = a.org_id AND b.payment_id = a.refund_id
      WHERE a.currency <> b.currency OR a.company_id <> b.company_id OR b.direction = 'in')
  THEN
    RAISE EXCEPTION 'an allocation joins one company, one currency, a credit to a debt' USING ERRCODE = 'check_violation';
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
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.apply_bank_matches()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;

CREATE OR REPLACE FUNCTION public.create_organization(p_slug text, p_name text)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'directory', 'pg_temp'
AS $function$
  WITH made AS (INSERT INTO directory.organizations (slug, name) VALUES (p_slug, p_name) ON CONFLICT (slug) DO NOTHING RETURNING org_id)
  SELECT org_id FROM made UNION ALL SELECT org_id FROM directory.organizations WHERE slug = p_slug LIMIT 1
$function$;

CREATE OR REPLACE FUNCTION public.current_org()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.org_id'::text, true), ''::text))::bigint;

CREATE OR REPLACE FUNCTION public.fact_marks(OUT receivables bigint, OUT credit_notes bigint, OUT payments bigint, OUT allocations bigint, OUT due_dates bigint)
 RETURNS record
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT
    (SELECT coalesce(max(receivable_id), 0) FROM receivables WHERE org_id = current_org()),
    (SELECT coalesce(max(credit_note_id), 0) FROM credit_notes WHERE org_id = current_org()),
    (SELECT coalesce(max(payment_id), 0) FROM payments WHERE org_id = current_org()),
    (SELECT coalesce(max(allocation_id), 0) FROM allocations WHERE org_id = current_org()),
    (SELECT coalesce(max(change_id), 0) FROM due_date_changes WHERE org_id = current_org())
$function$;
GRANT EXECUTE ON FUNCTION public.fact_marks() TO quittance_app;
GRANT EXECUTE ON FUNCTION public.fact_marks() TO quittance_portfolio;

CREATE OR REPLACE FUNCTION public.learn_grown_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c
    WHERE c.oid IN ('payments'::regclass, 'credit_notes'::regclass, 'allocations'::regclass, 'bank_decisions'::regclass, 'bank_matches'::regclass)
      AND pg_relation_size(c.oid) / current_setting('block_size')::integer > 4 * c.relpages + 4
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', t);
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION public.learn_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  ANALYZE (SKIP_LOCKED) customers, invoices, receivables, credit_notes, payments, allocations;
END $function$;

CREATE OR REPLACE FUNCTION public.list_organizations()
 RETURNS TABLE(org_id bigint, slug text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'directory', 'pg_temp'
AS $function$
  SELECT o.org_id, o.slug, o.name FROM directory.organizations o ORDER BY o.org_id
$function$;

CREATE OR REPLACE FUNCTION public.moved_since(p_company_id bigint, p_on date, OUT allocations boolean, OUT due_dates boolean)
 RETURNS record
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT
    EXISTS (SELECT FROM allocations a WHERE a.org_id = current_org() AND a.company_id = p_company_id AND a.allocated_on > p_on),
    EXISTS (SELECT FROM due_date_changes d WHERE d.org_id = current_org() AND d.changed_on > p_on)
$function$;
GRANT EXECUTE ON FUNCTION public.moved_since(bigint,date) TO quittance_app;
GRANT EXECUTE ON FUNCTION public.moved_since(bigint,date) TO quittance_portfolio;

CREATE OR REPLACE FUNCTION public.narrow_portfolios()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  t record;
  k record;
BEGIN
  FOR t IN SELECT c.oid, c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'customers'
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'customer_id' AND NOT a.attisdropped)
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'portfolio')
  LOOP
    EXECUTE format('CREATE POLICY portfolio ON %I AS RESTRICTIVE TO quittance_portfolio USING (
      current_user <> ''quittance_portfolio'' OR customer_id IN (SELECT visible_customers()))', t.relname);
  END LOOP;

  FOR k IN SELECT f.conrelid::regclass::text AS child, f.conname,
      format('(%1$I IS NULL OR EXISTS (SELECT FROM %2$s p WHERE p.org_id = %3$s.org_id AND p.%4$I = %3$s.%1$I))',
        child_column.attname, f.confrelid::regclass, f.conrelid::regclass, parent_column.attname) AS belongs
    FROM pg_constraint f
      JOIN pg_attribute child_column ON child_column.attrelid = f.conrelid AND child_column.attnum = f.conkey[2]
      JOIN pg_attribute parent_column ON parent_column.attrelid = f.confrelid AND parent_column.attnum = f.confkey[2]
    WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND array_length(f.conkey, 1) = 2
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.confrelid AND a.attname = 'customer_id' AND NOT a.attisdropped)
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attname = 'customer_id' AND NOT a.attisdropped)
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = f.conrelid AND p.polname = 'portfolio_' || f.conname)
  LOOP
    EXECUTE format('CREATE POLICY %I ON %s AS RESTRICTIVE TO quittance_portfolio USING (current_user <> ''quittance_portfolio'' OR %s)',
      'portfolio_' || k.conname, k.child, k.belongs);
  END LOOP;

  REVOKE ALL ON ALL TABLES IN SCHEMA public, auth FROM quittance_portfolio;
  FOR t IN
    SELECT format('GRANT %s ON %s %s TO quittance_portfolio', a.privilege_type,
      CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass) AS statement
    FROM pg_class c, aclexplode(c.relacl) a
    WHERE c.relnamespace IN ('public'::regnamespace, 'auth'::regnamespace) AND a.grantee = 'quittance_app'::regrole
    UNION ALL
    SELECT format('GRANT %s (%I) ON TABLE %s TO quittance_portfolio', a.privilege_type, col.attname, col.attrelid::regclass)
    FROM pg_attribute col JOIN pg_class c ON c.oid = col.attrelid, aclexplode(col.attacl) a
    WHERE c.relnamespace IN ('public'::regnamespace, 'auth'::regnamespace) AND a.grantee = 'quittance_app'::regrole
    UNION ALL
    SELECT format('GRANT %s ON FUNCTION %s TO quittance_portfolio', a.privilege_type, f.oid::regprocedure)
    FROM pg_proc f, aclexplode(f.proacl) a
    WHERE f.pronamespace = 'public'::regnamespace AND a.grantee = 'quittance_app'::regrole
    UNION ALL
    SELECT format('GRANT %s ON SCHEMA %I TO quittance_portfolio', a.privilege_type, n.nspname)
    FROM pg_namespace n, aclexplode(n.nspacl) a
    WHERE n.nspname IN ('public', 'auth') AND a.grantee = 'quittance_app'::regrole
  LOOP
    EXECUTE t.statement;
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION public.number_key(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(upper($1), '[^[:alnum:]]'::text, ''::text, 'g'::text);

CREATE OR REPLACE FUNCTION public.organizations_of_user(p_user_id text)
 RETURNS TABLE(org_id bigint, slug text, name text, role text, portfolio jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'directory', 'pg_temp'
AS $function$
  SELECT o.org_id, o.slug, o.name, m.role, m.portfolio
  FROM public.members m JOIN directory.organizations o ON o.org_id = m.org_id
  WHERE m.user_id = p_user_id AND m.disabled_at IS NULL ORDER BY o.org_id
$function$;

CREATE OR REPLACE FUNCTION public.organizations_with_work()
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'directory', 'pg_temp'
AS $function$
  SELECT org_id FROM directory.organizations ORDER BY org_id
$function$;

CREATE OR REPLACE FUNCTION public.recorded_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone, clock_timestamp());

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;

CREATE OR REPLACE FUNCTION public.search_text(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

CREATE OR REPLACE FUNCTION public.split_receivable(p_receivable_id bigint, p_due_on date[], p_gross_cents bigint[], p_keys uuid[], p_import_id bigint)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  r receivables%ROWTYPE;
BEGIN
  SELECT * INTO r FROM receivables WHERE org_id = current_org() AND receivable_id = p_receivable_id FOR UPDATE;
  IF r.receivable_id IS NULL
    OR (SELECT count(*) FROM receivables o WHERE o.org_id = r.org_id AND o.invoice_id = r.invoice_id) <> 1
    OR (SELECT sum(g) FROM unnest(p_gross_cents) g) <> r.gross_cents
    OR (SELECT min(g) FROM unnest(p_gross_cents) g) <= 0
    OR r.settled_cents > p_gross_cents[1] THEN
    RAISE EXCEPTION 'these terms cannot replace receivable %', p_receivable_id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE receivables SET gross_cents = p_gross_cents[1], discount_cents = NULL, discount_until_on = NULL
    WHERE org_id = r.org_id AND receivable_id = r.receivable_id;
  INSERT INTO receivables (org_id, company_id, customer_id, invoice_id, term_no, issued_on, due_on, gross_cents, currency, doubtful,
      source_key, import_id)
    SELECT r.org_id, r.company_id, r.customer_id, r.invoice_id, t.n, r.issued_on, t.due_on, t.gross, r.currency, r.doubtful, t.key, p_import_id
    FROM unnest(p_due_on, p_gross_cents, p_keys) WITH ORDINALITY AS t (due_on, gross, key, n) WHERE t.n > 1;
  RETURN cardinality(p_gross_cents);
END $function$;

CREATE OR REPLACE FUNCTION public.visible_customers()
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER COST 1000 ROWS 2000
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT customer_id FROM customers
  WHERE org_id = current_org() AND (
    lower(owner_email) = lower(nullif(current_setting('app.portfolio_owner', true), ''))
    OR coalesce(segment, '') = ANY (ARRAY(
      SELECT jsonb_array_elements_text(coalesce(nullif(current_setting('app.portfolio_segments', true), ''), '[]')::jsonb))))
$function$;
GRANT EXECUTE ON FUNCTION public.visible_customers() TO quittance_app;
GRANT EXECUTE ON FUNCTION public.visible_customers() TO quittance_portfolio;
