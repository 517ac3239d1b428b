-- Credentials other than access keys and passwords, server certificates, and the report on credentials.

CREATE TABLE ssh_public_key (
    account_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL PRIMARY KEY,
    user_id     TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    status      TEXT    NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
    upload_date INTEGER NOT NULL,
    FOREIGN KEY (account_id, user_id) REFERENCES owner (account_id, id)
) STRICT;

CREATE INDEX ssh_public_key_of_user ON ssh_public_key (user_id, id);

CREATE TABLE signing_certificate (
    account_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    owner_id    TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    status      TEXT    NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
    upload_date INTEGER NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id)
) STRICT;

CREATE INDEX signing_certificate_of_owner ON signing_certificate (owner_id, id);

CREATE TABLE server_certificate (
    account_id  TEXT    NOT NULL REFERENCES account (account_id),
    name_key    TEXT    NOT NULL,
    id          TEXT    NOT NULL UNIQUE,
    name        TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    upload_date INTEGER NOT NULL,
    expiration  INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    chain       TEXT,
    private_key BLOB    NOT NULL,
    tags        TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key)
) STRICT;

CREATE TABLE service_credential (
    account_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL PRIMARY KEY,
    user_id     TEXT    NOT NULL,
    service     TEXT    NOT NULL,
    login_key   TEXT    NOT NULL,
    login       TEXT    NOT NULL,
    secret_hash TEXT    NOT NULL,
    status      TEXT    NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
    create_date INTEGER NOT NULL,
    expiration  INTEGER,
    UNIQUE (account_id, service, login_key),
    FOREIGN KEY (account_id, user_id) REFERENCES owner (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX service_credential_of_user ON service_credential (user_id, id);
CREATE INDEX service_credential_of_account ON service_credential (account_id, id);

CREATE TABLE credential_report (
    account_id TEXT    NOT NULL PRIMARY KEY REFERENCES account (account_id),
    generated  INTEGER NOT NULL,
    content    TEXT    NOT NULL
) STRICT;

PRAGMA user_version = 11;
