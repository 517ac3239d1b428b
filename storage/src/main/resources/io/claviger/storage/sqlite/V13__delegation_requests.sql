-- What accounts ask of others, to act there for some hours; and the templates that roles were made of.

CREATE TABLE delegation_request (
    account_id       TEXT    NOT NULL REFERENCES account (account_id),
    id               TEXT    NOT NULL PRIMARY KEY,
    workflow_id      TEXT    NOT NULL,
    description      TEXT    NOT NULL,
    message          TEXT,
    template_arn     TEXT    NOT NULL,
    parameters       TEXT    NOT NULL,
    policy           TEXT    NOT NULL,
    channel          TEXT    NOT NULL,
    redirect_url     TEXT,
    session_seconds  INTEGER NOT NULL,
    owner_sends      INTEGER NOT NULL CHECK (owner_sends IN (0, 1)),
    created          INTEGER NOT NULL,
    owner_account    TEXT,
    owner_id         TEXT,
    owner_arn        TEXT,
    notes            TEXT,
    state            TEXT    NOT NULL CHECK
        (state IN ('UNASSIGNED', 'ASSIGNED', 'PENDING_APPROVAL', 'ACCEPTED', 'REJECTED', 'FINALIZED')),
    since            INTEGER NOT NULL,
    reason           TEXT,
    approver_id      TEXT,
    approver_arn     TEXT,
    approver_session TEXT,
    token_hash       TEXT,
    UNIQUE (account_id, workflow_id),
    CHECK ((owner_id IS NULL) = (state = 'UNASSIGNED')),
    CHECK ((approver_id IS NULL) = (state NOT IN ('ACCEPTED', 'FINALIZED'))),
    CHECK ((token_hash IS NULL) = (state <> 'FINALIZED'))
) STRICT, WITHOUT ROWID;

CREATE INDEX delegation_request_of_owner ON delegation_request (owner_account, id) WHERE owner_id IS NOT NULL;
CREATE INDEX delegation_request_since ON delegation_request (account_id, since);

CREATE TABLE role_origin (
    account_id    TEXT    NOT NULL,
    role_id       TEXT    NOT NULL PRIMARY KEY REFERENCES iam_role (id) ON DELETE CASCADE,
    template_arn  TEXT    NOT NULL,
    minor_version INTEGER NOT NULL,
    fingerprint   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 13;
