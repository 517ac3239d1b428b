-- Virtual MFA devices. A device is somebody's, with what is known of its clock, or nobody's.

CREATE TABLE mfa_device (
    account_id  TEXT    NOT NULL REFERENCES account (account_id),
    name_key    TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    seed        BLOB    NOT NULL,
    owner_id    TEXT,
    enable_date INTEGER,
    drift       INTEGER,
    last_step   INTEGER,
    tags        TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key),
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id),
    CHECK ((owner_id IS NULL) = (enable_date IS NULL)
        AND (owner_id IS NULL) = (drift IS NULL)
        AND (owner_id IS NULL) = (last_step IS NULL))
) STRICT;

CREATE INDEX mfa_device_of_owner ON mfa_device (owner_id, name_key);

PRAGMA user_version = 9;
