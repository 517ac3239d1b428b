-- Passkeys and security keys, each somebody's, and the challenges that were answered.

CREATE TABLE fido_device (
    account_id    TEXT    NOT NULL REFERENCES account (account_id),
    name_key      TEXT    NOT NULL,
    path          TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    owner_id      TEXT    NOT NULL,
    enable_date   INTEGER NOT NULL,
    relying_party TEXT    NOT NULL,
    credential_id TEXT    NOT NULL,
    public_key    TEXT    NOT NULL,
    signatures    INTEGER NOT NULL,
    model         TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key),
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id)
) STRICT;

CREATE INDEX fido_device_of_owner ON fido_device (owner_id, name_key);
CREATE UNIQUE INDEX fido_device_of_credential ON fido_device (credential_id);

CREATE TABLE answered_challenge (
    account_id TEXT    NOT NULL,
    challenge  TEXT    NOT NULL PRIMARY KEY,
    until      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX answered_challenge_by_end ON answered_challenge (until);

PRAGMA user_version = 15;
