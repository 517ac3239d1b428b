-- Service-linked roles that are to be deleted or were, and when roles were last used.

CREATE TABLE role_deletion (
    account_id TEXT    NOT NULL REFERENCES account (account_id),
    task_id    TEXT    NOT NULL,
    role_id    TEXT    NOT NULL,
    submitted  INTEGER NOT NULL,
    status     TEXT    NOT NULL,
    PRIMARY KEY (account_id, task_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX role_deletion_of_role ON role_deletion (role_id);
CREATE INDEX role_deletion_pending ON role_deletion (submitted) WHERE status = 'NOT_STARTED';

CREATE TABLE role_use (
    role_id  TEXT    NOT NULL PRIMARY KEY REFERENCES iam_role (id) ON DELETE CASCADE,
    use_date INTEGER NOT NULL,
    region   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
