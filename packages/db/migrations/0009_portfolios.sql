-- Portfolios: a member may be narrowed to customers of their own or of chosen segments. The database keeps to it by a role of its own,
-- quittance_portfolio, whose restrictive policies bind nobody else: whoever sees everything pays nothing.

ALTER TABLE members
  -- {own, segments}; null sees everything
  ADD COLUMN portfolio jsonb,
  -- A disabled member has no way into this organization; what they did stays theirs
  ADD COLUMN disabled_at timestamptz,
  ADD COLUMN joined_at timestamptz NOT NULL DEFAULT recorded_now();
ALTER TABLE auth.users ADD COLUMN last_sign_in_at timestamptz;

DROP FUNCTION organizations_of_user(text);
-- The schema's owner, and so this function, may look memberships up across organizations: it is how a session finds its own.
CREATE FUNCTION organizations_of_user(p_user_id text) RETURNS TABLE (org_id bigint, slug text, name text, role text, portfolio jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, directory, pg_temp AS $$
  SELECT o.org_id, o.slug, o.name, m.role, m.portfolio
  FROM public.members m JOIN directory.organizations o ON o.org_id = m.org_id
  WHERE m.user_id = p_user_id AND m.disabled_at IS NULL ORDER BY o.org_id
$$;

-- Customers of the portfolio; '' among the segments stands for customers without one. A role that inherits from quittance_portfolio
-- without being it is not narrowed.
CREATE POLICY portfolio ON customers AS RESTRICTIVE TO quittance_portfolio USING (
  current_user <> 'quittance_portfolio'
  OR lower(owner_email) = lower(nullif(current_setting('app.portfolio_owner', true), ''))
  OR coalesce(segment, '') = ANY (ARRAY(
    SELECT jsonb_array_elements_text(coalesce(nullif(current_setting('app.portfolio_segments', true), ''), '[]')::jsonb)))
);

-- What holds many customers together is shown where it holds the portfolio's alone.
CREATE POLICY portfolio ON print_batches AS RESTRICTIVE TO quittance_portfolio USING (
  current_user <> 'quittance_portfolio' OR actor = current_setting('app.actor', true)
  OR letters = (SELECT count(*) FROM print_batch_actions b WHERE b.org_id = print_batches.org_id AND b.batch_id = print_batches.batch_id)
);
CREATE POLICY portfolio ON jobs AS RESTRICTIVE TO quittance_portfolio USING (
  current_user <> 'quittance_portfolio' OR actor = current_setting('app.actor', true)
);
CREATE POLICY portfolio ON import_errors AS RESTRICTIVE TO quittance_portfolio USING (current_user <> 'quittance_portfolio');
CREATE POLICY portfolio ON events AS RESTRICTIVE TO quittance_portfolio USING (
  current_user <> 'quittance_portfolio' OR actor = current_setting('app.actor', true)
  OR CASE WHEN subject_id ~ '^\d{1,18}$' THEN
    CASE subject_type
      WHEN 'customer' THEN EXISTS (SELECT FROM customers p WHERE p.org_id = events.org_id AND p.customer_id = subject_id::bigint)
      WHEN 'contact' THEN EXISTS (SELECT FROM contacts p WHERE p.org_id = events.org_id AND p.contact_id = subject_id::bigint)
      WHEN 'invoice' THEN EXISTS (SELECT FROM invoices p WHERE p.org_id = events.org_id AND p.invoice_id = subject_id::bigint)
      WHEN 'action' THEN EXISTS (SELECT FROM actions p WHERE p.org_id = events.org_id AND p.action_id = subject_id::bigint)
      WHEN 'hold' THEN EXISTS (SELECT FROM holds p WHERE p.org_id = events.org_id AND p.hold_id = subject_id::bigint)
      WHEN 'task' THEN EXISTS (SELECT FROM tasks p WHERE p.org_id = events.org_id AND p.task_id = subject_id::bigint)
      ELSE false
    END
  ELSE false END
);

-- Narrows every table that belongs to a customer, by its column customer_id or through what it refers to, and gives quittance_portfolio
-- the rights of quittance_app. Run after every migration: a table added tomorrow is narrowed too.
CREATE FUNCTION narrow_portfolios() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
      current_user <> ''quittance_portfolio'' OR customer_id IN (SELECT c.customer_id FROM customers c))', t.relname);
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
END $$;
REVOKE EXECUTE ON FUNCTION narrow_portfolios() FROM PUBLIC;
SELECT narrow_portfolios();
