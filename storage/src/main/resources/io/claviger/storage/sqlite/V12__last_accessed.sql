-- When users and roles last used the actions of services, and the reports on it.

CREATE TABLE action_use (
    account_id   TEXT    NOT NULL,
    principal_id TEXT    NOT NULL,
    service      TEXT    NOT NULL,
    action       TEXT    NOT NULL,
    use_date     INTEGER NOT NULL,
    region       TEXT    NOT NULL,
    PRIMARY KEY (principal_id, service, action),
    FOREIGN KEY (account_id, principal_id) REFERENCES owner (account_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX action_use_of_account ON action_use (account_id, principal_id);

-- What an account used, whoever in it did, and although they may be gone.
CREATE TABLE service_use (
    account_id TEXT    NOT NULL REFERENCES account (account_id),
    service    TEXT    NOT NULL,
    use_date   INTEGER NOT NULL,
    region     TEXT    NOT NULL,
    PRIMARY KEY (account_id, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_report (
    account_id    TEXT    NOT NULL REFERENCES account (account_id),
    id            TEXT    NOT NULL PRIMARY KEY,
    requester_id  TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('SERVICE_LEVEL', 'ACTION_LEVEL', 'ORGANIZATION')),
    subject       TEXT    NOT NULL,
    created       INTEGER NOT NULL,
    completed     INTEGER,
    error_code    TEXT,
    error_message TEXT,
    content       TEXT,
    CHECK ((error_code IS NULL) = (error_message IS NULL)),
    CHECK ((completed IS NULL) = (error_code IS NULL AND content IS NULL))
) STRICT;

CREATE INDEX access_report_of_account ON access_report (account_id, created);

PRAGMA user_version = 12;
