-- Settings of accounts, each with a name of its own.

CREATE TABLE account_property (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 8;
