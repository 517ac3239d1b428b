-- What is kept of the deployment and of each account as a whole: the organization that the accounts are in, which session
-- tokens they get, and the sealing key before this one, sealed under this one, while tokens of it may be good.

CREATE TABLE organization (
    id                          TEXT    NOT NULL PRIMARY KEY,
    account_id                  TEXT    NOT NULL UNIQUE REFERENCES account (account_id),
    root_credentials_management INTEGER NOT NULL,
    root_sessions               INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE member_account (
    account_id      TEXT    NOT NULL PRIMARY KEY REFERENCES account (account_id),
    organization_id TEXT    NOT NULL REFERENCES organization (id),
    name            TEXT    NOT NULL,
    email           TEXT    NOT NULL,
    email_key       TEXT    NOT NULL UNIQUE,
    joined          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE token_preference (
    account_id TEXT    NOT NULL PRIMARY KEY REFERENCES account (account_id),
    version    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE former_sealing_key (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed   BLOB    NOT NULL,
    replaced INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 6;
