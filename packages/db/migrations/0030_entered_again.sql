-- A payment entered by hand, cancelled, then entered again: the deed that enters it again names the one it stands for, once.
ALTER TABLE payment_deeds ADD COLUMN again_of bigint,
  ADD CONSTRAINT payment_deeds_again_of_fkey FOREIGN KEY (org_id, again_of) REFERENCES payment_deeds;
CREATE UNIQUE INDEX payment_deeds_entered_again_once ON payment_deeds (org_id, again_of) WHERE again_of IS NOT NULL;
-- What a cancelling took back is noted then: it goes where it was when the payment is entered again.
GRANT UPDATE (freed_ids) ON payment_deeds TO quittance_app;
