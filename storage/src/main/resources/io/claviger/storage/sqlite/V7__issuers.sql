-- Accounts as issuers of tokens, and the keys that sign these.

CREATE TABLE token_issuer (
    account_id  TEXT    NOT NULL PRIMARY KEY REFERENCES account (account_id),
    id          TEXT    NOT NULL UNIQUE,
    enabled     INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    create_date INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE issuer_key (
    account_id  TEXT    NOT NULL REFERENCES token_issuer (account_id),
    id          TEXT    NOT NULL PRIMARY KEY,
    algorithm   TEXT    NOT NULL CHECK (algorithm IN ('RS256', 'ES384')),
    create_date INTEGER NOT NULL,
    signs_from  INTEGER NOT NULL,
    public_key  TEXT    NOT NULL,
    private_key BLOB    NOT NULL
) STRICT;

CREATE INDEX issuer_key_of_account ON issuer_key (account_id, signs_from, id);

PRAGMA user_version = 7;
