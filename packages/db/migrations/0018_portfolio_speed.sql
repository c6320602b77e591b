-- Large ledgers, their lists, and portfolios on them: who is seen is worked out by one function, and what tells nothing of anybody (how far the facts of an
-- organization go) is read past the policies, from the ends of the indexes.

-- The customers of the transaction's portfolio: the rule of the policy on customers, word for word, without a policy in the way. As the
-- schema's owner it stays inside current_org(), to which row-level security holds the owner too; without a portfolio it gives nothing.
CREATE FUNCTION visible_customers() RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 2000 COST 1000 SET search_path = public, pg_temp AS $$
  SELECT customer_id FROM customers
  WHERE org_id = current_org() AND (
    lower(owner_email) = lower(nullif(current_setting('app.portfolio_owner', true), ''))
    OR coalesce(segment, '') = ANY (ARRAY(
      SELECT jsonb_array_elements_text(coalesce(nullif(current_setting('app.portfolio_segments', true), ''), '[]')::jsonb))))
$$;
REVOKE EXECUTE ON FUNCTION visible_customers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION visible_customers() TO quittance_app;

-- How far the facts of the organization go, whoever asks: a picture kept in memory is as old as they are.
CREATE FUNCTION fact_marks(OUT receivables bigint, OUT credit_notes bigint, OUT payments bigint, OUT allocations bigint, OUT due_dates bigint)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    (SELECT coalesce(max(receivable_id), 0) FROM receivables WHERE org_id = current_org()),
    (SELECT coalesce(max(credit_note_id), 0) FROM credit_notes WHERE org_id = current_org()),
    (SELECT coalesce(max(payment_id), 0) FROM payments WHERE org_id = current_org()),
    (SELECT coalesce(max(allocation_id), 0) FROM allocations WHERE org_id = current_org()),
    (SELECT coalesce(max(change_id), 0) FROM due_date_changes WHERE org_id = current_org())
$$;
REVOKE EXECUTE ON FUNCTION fact_marks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fact_marks() TO quittance_app;

-- Whether anything of the organization is dated after a day; where nothing is, the past is the present.
CREATE FUNCTION moved_since(p_company_id bigint, p_on date, OUT allocations boolean, OUT due_dates boolean)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    EXISTS (SELECT FROM allocations a WHERE a.org_id = current_org() AND a.company_id = p_company_id AND a.allocated_on > p_on),
    EXISTS (SELECT FROM due_date_changes d WHERE d.org_id = current_org() AND d.changed_on > p_on)
$$;
REVOKE EXECUTE ON FUNCTION moved_since(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION moved_since(bigint, date) TO quittance_app;

-- A table with a customer_id asks the function. The policy of customers keeps its own words: a row just written is not in the function's
-- picture yet.
CREATE OR REPLACE FUNCTION narrow_portfolios() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
END $$;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE p.polname = 'portfolio' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'customers'
      AND a.attname = 'customer_id' AND NOT a.attisdropped
  LOOP
    EXECUTE format('ALTER POLICY portfolio ON %I USING (
      current_user <> ''quittance_portfolio'' OR customer_id IN (SELECT visible_customers()))', t.relname);
  END LOOP;
END $$;

-- Credits that stood unapplied for a while: the past is added up from them, not from the many that were applied the day they came in.
CREATE INDEX payments_waited ON payments (org_id, company_id, last_allocated_on) WHERE last_allocated_on > paid_on;

-- Lists of invoices: those that owe by due date with what they owe, without passing those paid long ago; and by amount.
CREATE INDEX receivables_open_by_due ON receivables (org_id, company_id, due_on, invoice_id) INCLUDE (open_cents, currency)
  WHERE settled_cents < gross_cents;
CREATE INDEX invoices_by_gross ON invoices (org_id, company_id, gross_cents, invoice_id);
-- Sales by day are added up from the index alone.
DROP INDEX invoices_by_day;
CREATE INDEX invoices_by_day ON invoices (org_id, company_id, issued_on, invoice_id) INCLUDE (gross_cents, currency, nature, customer_id);
