-- Identity providers of OpenID Connect.

CREATE TABLE oidc_provider (
    account_id  TEXT    NOT NULL REFERENCES account (account_id),
    url         TEXT    NOT NULL,
    id          TEXT    NOT NULL UNIQUE,
    create_date INTEGER NOT NULL,
    client_ids  TEXT    NOT NULL,
    thumbprints TEXT    NOT NULL,
    tags        TEXT    NOT NULL,
    PRIMARY KEY (account_id, url)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 10;
