-- A changed ladder carries the levels of items under way to its new places: what was done stays done, and nothing is sent twice.
-- The rows it replaces stay told by the actions that made them and by the journal.

DROP POLICY only_skips_are_undone ON receivable_levels;
CREATE POLICY only_skips_and_carried_are_undone ON receivable_levels AS RESTRICTIVE FOR DELETE
  USING (origin = 'skipped' OR current_setting('app.carry_levels', true) = 'on');
