-- Letters posted, and messages sent to another address than the one on record.

-- The day somebody took the letters of a batch to the post office; null until then.
ALTER TABLE print_batches
  ADD COLUMN posted_on date,
  ADD COLUMN posted_by text,
  ADD CONSTRAINT posted_has_its_person CHECK ((posted_on IS NULL) = (posted_by IS NULL));

-- Address typed by a person for this message alone; null takes the one of the contact or customer.
ALTER TABLE actions ADD COLUMN to_address text CHECK (to_address <> '');
