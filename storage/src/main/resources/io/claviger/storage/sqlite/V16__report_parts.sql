-- Credential reports in parts, so that one is never held in memory whole. Those that are there are made again when asked for.

DELETE FROM credential_report;
ALTER TABLE credential_report DROP COLUMN content;
ALTER TABLE credential_report ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE credential_report ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;

CREATE TABLE credential_report_part (
    account_id TEXT    NOT NULL REFERENCES account (account_id),
    report_id  TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    content    BLOB    NOT NULL,
    PRIMARY KEY (account_id, report_id, number)
) STRICT;

PRAGMA user_version = 16;
