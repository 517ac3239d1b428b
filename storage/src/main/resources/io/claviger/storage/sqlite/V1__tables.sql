-- Every row is scoped by its account. Times are nanoseconds since 1970, UTC. A name_key is the name in lower case, made
-- by the program so that every database agrees on it. Tables of short rows are kept in the order of their primary key,
-- the order in which they are listed; rows with documents have a row ID.

CREATE TABLE account (
    account_id    TEXT    NOT NULL PRIMARY KEY,
    create_date   INTEGER NOT NULL,
    root_password TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- Whatever policies and access keys belong to: users, groups, and root users, whose ID is the account's.
CREATE TABLE owner (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    id         TEXT NOT NULL,
    PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE iam_user (
    account_id   TEXT    NOT NULL,
    name_key     TEXT    NOT NULL,
    id           TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    path         TEXT    NOT NULL,
    create_date  INTEGER NOT NULL,
    boundary_arn TEXT,
    tags         TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key),
    FOREIGN KEY (account_id, id) REFERENCES owner (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE iam_group (
    account_id  TEXT    NOT NULL,
    name_key    TEXT    NOT NULL,
    id          TEXT    NOT NULL UNIQUE,
    name        TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    create_date INTEGER NOT NULL,
    PRIMARY KEY (account_id, name_key),
    FOREIGN KEY (account_id, id) REFERENCES owner (account_id, id)
) STRICT, WITHOUT ROWID;

-- The user's name_key stands here too, so that a page of a group's users is one range of the primary key.
CREATE TABLE membership (
    account_id    TEXT NOT NULL,
    group_id      TEXT NOT NULL REFERENCES iam_group (id),
    user_name_key TEXT NOT NULL,
    user_id       TEXT NOT NULL REFERENCES iam_user (id),
    PRIMARY KEY (group_id, user_name_key),
    UNIQUE (user_id, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE managed_policy (
    account_id      TEXT    NOT NULL REFERENCES account (account_id),
    name_key        TEXT    NOT NULL,
    id              TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    path            TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    create_date     INTEGER NOT NULL,
    update_date     INTEGER NOT NULL,
    default_version INTEGER NOT NULL,
    latest_version  INTEGER NOT NULL,
    tags            TEXT    NOT NULL,
    PRIMARY KEY (account_id, name_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_version (
    account_id  TEXT    NOT NULL,
    policy_id   TEXT    NOT NULL REFERENCES managed_policy (id),
    number      INTEGER NOT NULL,
    document    TEXT    NOT NULL,
    create_date INTEGER NOT NULL,
    PRIMARY KEY (policy_id, number)
) STRICT;

CREATE TABLE attachment (
    account_id  TEXT NOT NULL,
    owner_id    TEXT NOT NULL,
    name_key    TEXT NOT NULL,
    policy_arn  TEXT NOT NULL,
    policy_name TEXT NOT NULL,
    path        TEXT NOT NULL,
    PRIMARY KEY (owner_id, name_key, policy_arn),
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE inline_policy (
    account_id TEXT    NOT NULL,
    owner_id   TEXT    NOT NULL,
    name_key   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    document   TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    PRIMARY KEY (owner_id, name_key),
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id)
) STRICT;

CREATE TABLE access_key (
    account_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL PRIMARY KEY,
    owner_id    TEXT    NOT NULL,
    status      TEXT    NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
    create_date INTEGER NOT NULL,
    secret      BLOB    NOT NULL,
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX access_key_of_owner ON access_key (owner_id, create_date, id);

CREATE TABLE key_use (
    access_key_id TEXT    NOT NULL PRIMARY KEY REFERENCES access_key (id) ON DELETE CASCADE,
    use_date      INTEGER NOT NULL,
    service       TEXT    NOT NULL,
    region        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- How many there are: of a kind in the account (the subject is empty), or of a kind that concern a policy (the subject
-- is its ARN). No row stands for none.
CREATE TABLE counter (
    account_id TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    number     INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (account_id, kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
) STRICT;

INSERT INTO revision (id, number) VALUES (1, 0);

CREATE TABLE change (
    revision   INTEGER NOT NULL,
    entity_id  TEXT    NOT NULL,
    account_id TEXT    NOT NULL,
    PRIMARY KEY (revision, entity_id)
) STRICT, WITHOUT ROWID;

-- A known text, sealed: whoever opens the database with another key is told so at once.
CREATE TABLE sealing_check (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sealed BLOB    NOT NULL
) STRICT;

PRAGMA user_version = 1;
