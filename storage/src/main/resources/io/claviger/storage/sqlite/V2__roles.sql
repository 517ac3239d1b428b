-- Roles, and the instance profiles that hold them.

CREATE TABLE iam_role (
    account_id    TEXT    NOT NULL,
    name_key      TEXT    NOT NULL,
    id            TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    path          TEXT    NOT NULL,
    description   TEXT,
    create_date   INTEGER NOT NULL,
    trust_policy  TEXT    NOT NULL,
    max_session   INTEGER NOT NULL,
    boundary_arn  TEXT,
    tags          TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key),
    FOREIGN KEY (account_id, id) REFERENCES owner (account_id, id)
) STRICT;

CREATE TABLE instance_profile (
    account_id  TEXT    NOT NULL REFERENCES account (account_id),
    name_key    TEXT    NOT NULL,
    id          TEXT    NOT NULL UNIQUE,
    name        TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    create_date INTEGER NOT NULL,
    role_id     TEXT    REFERENCES iam_role (id),
    tags        TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX instance_profile_of_role ON instance_profile (role_id, name_key);

PRAGMA user_version = 2;
