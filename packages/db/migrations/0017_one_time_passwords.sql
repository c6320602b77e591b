-- A password that somebody else made and has seen is good for one thing: to choose one's own.

ALTER TABLE auth.users ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;
