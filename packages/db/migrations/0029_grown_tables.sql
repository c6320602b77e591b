-- Looking at a table costs as much as some hundred decisions: only those that foreign keys and their triggers look into, and only where they
-- are four times as large as when they were last looked at.
CREATE OR REPLACE FUNCTION learn_grown_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c
    WHERE c.oid IN ('payments'::regclass, 'credit_notes'::regclass, 'allocations'::regclass, 'bank_decisions'::regclass, 'bank_matches'::regclass)
      AND pg_relation_size(c.oid) / current_setting('block_size')::integer > 4 * c.relpages + 4
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', t);
  END LOOP;
END $$;
