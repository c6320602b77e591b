-- Matching: what a hold for a waiting movement says, and what a decision taught.

-- The movement in a person's words: those who see the customer and not the bank's statement read this alone.
ALTER TABLE bank_candidates ADD COLUMN note text NOT NULL DEFAULT '';

-- The payer that was learned or confirmed by the decision; an undo lowers it again.
ALTER TABLE bank_decisions ADD COLUMN taught_alias_id bigint;
ALTER TABLE bank_decisions ADD FOREIGN KEY (org_id, taught_alias_id) REFERENCES payer_aliases (org_id, alias_id);
