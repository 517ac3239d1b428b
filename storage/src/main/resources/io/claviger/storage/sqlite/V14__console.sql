-- The address by which the root user of the first account signs in, and who is signed in to the web console.

ALTER TABLE account ADD COLUMN email TEXT;
ALTER TABLE account ADD COLUMN email_key TEXT;

CREATE UNIQUE INDEX account_of_email ON account (email_key);

CREATE TABLE console_session (
    account_id TEXT    NOT NULL,
    id         TEXT    NOT NULL PRIMARY KEY,
    owner_id   TEXT    NOT NULL,
    proof      TEXT    NOT NULL,
    details    TEXT    NOT NULL,
    started    INTEGER NOT NULL,
    last_used  INTEGER NOT NULL,
    ends       INTEGER NOT NULL,
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX console_session_of_owner ON console_session (owner_id, account_id, id);
CREATE INDEX console_session_by_end ON console_session (ends);

PRAGMA user_version = 14;
