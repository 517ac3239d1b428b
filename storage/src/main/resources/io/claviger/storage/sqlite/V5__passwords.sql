-- Users' passwords, what an account demands of them, when somebody last signed in with one, and account aliases.

CREATE TABLE login_profile (
    account_id     TEXT    NOT NULL,
    user_id        TEXT    NOT NULL PRIMARY KEY REFERENCES iam_user (id),
    create_date    INTEGER NOT NULL,
    password       TEXT    NOT NULL,
    password_date  INTEGER NOT NULL,
    reset_required INTEGER NOT NULL CHECK (reset_required IN (0, 1)),
    earlier        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE password_policy (
    account_id       TEXT    NOT NULL PRIMARY KEY REFERENCES account (account_id),
    minimum_length   INTEGER NOT NULL,
    symbols          INTEGER NOT NULL CHECK (symbols IN (0, 1)),
    numbers          INTEGER NOT NULL CHECK (numbers IN (0, 1)),
    uppercase        INTEGER NOT NULL CHECK (uppercase IN (0, 1)),
    lowercase        INTEGER NOT NULL CHECK (lowercase IN (0, 1)),
    users_may_change INTEGER NOT NULL CHECK (users_may_change IN (0, 1)),
    max_age          INTEGER NOT NULL,
    reuse_prevention INTEGER NOT NULL,
    hard_expiry      INTEGER CHECK (hard_expiry IN (0, 1))
) STRICT, WITHOUT ROWID;

ALTER TABLE iam_user ADD COLUMN password_last_used INTEGER;
ALTER TABLE account ADD COLUMN password_last_used INTEGER;
ALTER TABLE account ADD COLUMN alias TEXT;

CREATE UNIQUE INDEX account_of_alias ON account (alias);

PRAGMA user_version = 5;
