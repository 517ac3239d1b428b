-- SAML providers, the private keys that decrypt their assertions, and the assertions that were exchanged for credentials.

CREATE TABLE saml_provider (
    account_id  TEXT    NOT NULL REFERENCES account (account_id),
    name_key    TEXT    NOT NULL,
    id          TEXT    NOT NULL UNIQUE,
    name        TEXT    NOT NULL,
    metadata    TEXT    NOT NULL,
    create_date INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    encryption  TEXT    NOT NULL,
    tags        TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key)
) STRICT;

CREATE TABLE saml_private_key (
    account_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL PRIMARY KEY,
    provider_id TEXT    NOT NULL REFERENCES saml_provider (id),
    create_date INTEGER NOT NULL,
    secret      BLOB    NOT NULL
) STRICT;

CREATE INDEX saml_private_key_of_provider ON saml_private_key (provider_id, create_date, id);

-- A provider that is deleted leaves its assertions here until they end; its ID is never given again.
CREATE TABLE redeemed_assertion (
    account_id   TEXT    NOT NULL,
    provider_id  TEXT    NOT NULL,
    assertion_id TEXT    NOT NULL,
    role_id      TEXT    NOT NULL,
    until        INTEGER NOT NULL,
    PRIMARY KEY (provider_id, assertion_id, role_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX redeemed_assertion_by_end ON redeemed_assertion (until);

PRAGMA user_version = 4;
