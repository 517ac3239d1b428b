-- Credential reports in parts, so that one is never held in memory whole. Those that are there are made again when asked for.
-- And who has a policy, found by the policy.

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

CREATE INDEX attachment_of_policy ON attachment (account_id, name_key, policy_arn, owner_id);

PRAGMA user_version = 16;
