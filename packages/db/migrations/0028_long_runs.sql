-- Long runs of writing: several lines of the journal at once, and statistics renewed where a table has outgrown them.

-- As append_event for each line in its order; the head is read once and written once. A line is {actor, kind, subject, subjectId, text}.
CREATE FUNCTION append_events(p_lines jsonb)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;

-- Plans are made for the size a table had when it was last looked at, and sessions keep them: foreign keys of a table that was empty then
-- are checked by reading all of it. Cheap where nothing has grown; skips a table that another session is maintaining.
CREATE FUNCTION learn_grown_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c
    WHERE c.oid IN ('payments'::regclass, 'credit_notes'::regclass, 'allocations'::regclass, 'bank_decisions'::regclass, 'bank_matches'::regclass,
        'bank_proposals'::regclass, 'bank_candidates'::regclass, 'payment_habits'::regclass)
      AND pg_relation_size(c.oid) / current_setting('block_size')::integer > 2 * c.relpages + 4
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', t);
  END LOOP;
END $$;
