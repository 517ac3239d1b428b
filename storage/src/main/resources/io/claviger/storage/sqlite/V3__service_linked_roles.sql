-- Service-linked roles that are to be deleted or were.

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

PRAGMA user_version = 3;
