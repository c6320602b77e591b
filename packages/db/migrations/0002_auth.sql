-- Identity: users, how they prove who they are, and their sessions. A schema of its own, written by the identity library and by
-- the use cases that create or disable users. It is not a tenant's: which organizations a user belongs to stands in public.members.

CREATE SCHEMA auth;

CREATE TABLE auth.users (
  id              text PRIMARY KEY,
  name            text NOT NULL,
  -- Lower case, so that one address is one user.
  email           text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified  boolean NOT NULL DEFAULT false,
  image           text,
  language        text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  -- A disabled user opens no session; what they did stays theirs.
  disabled        boolean NOT NULL DEFAULT false,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE auth.sessions (
  id          text PRIMARY KEY,
  user_id     text NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  token       text NOT NULL UNIQUE,
  expires_at  timestamptz NOT NULL,
  ip_address  text,
  user_agent  text,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sessions_by_user ON auth.sessions (user_id);

-- A way to prove who one is: provider 'credential' holds the argon2id hash of a password.
CREATE TABLE auth.accounts (
  id                        text PRIMARY KEY,
  user_id                   text NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  account_id                text NOT NULL,
  provider_id               text NOT NULL,
  password                  text,
  access_token              text,
  refresh_token             text,
  id_token                  text,
  access_token_expires_at   timestamptz,
  refresh_token_expires_at  timestamptz,
  scope                     text,
  created_at                timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at                timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX accounts_by_user ON auth.accounts (user_id);

-- Short-lived secrets: password resets, address checks.
CREATE TABLE auth.verifications (
  id          text PRIMARY KEY,
  identifier  text NOT NULL,
  value       text NOT NULL,
  expires_at  timestamptz NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX verifications_by_identifier ON auth.verifications (identifier);

GRANT USAGE ON SCHEMA auth TO quittance_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO quittance_app;
