-- Hardware TOTP tokens. A token is somebody's, with what is known of its clock, or nobody's. The deployment has it once.

CREATE TABLE hardware_token (
    account_id    TEXT    NOT NULL REFERENCES account (account_id),
    serial_key    TEXT    NOT NULL PRIMARY KEY,
    serial_number TEXT    NOT NULL,
    seed          BLOB    NOT NULL,
    step_seconds  INTEGER NOT NULL CHECK (step_seconds IN (30, 60)),
    owner_id      TEXT,
    enable_date   INTEGER,
    drift         INTEGER,
    last_step     INTEGER,
    FOREIGN KEY (account_id, owner_id) REFERENCES owner (account_id, id),
    CHECK ((owner_id IS NULL) = (enable_date IS NULL)
        AND (owner_id IS NULL) = (drift IS NULL)
        AND (owner_id IS NULL) = (last_step IS NULL))
) STRICT;

CREATE INDEX hardware_token_of_owner ON hardware_token (owner_id, serial_key);
CREATE INDEX hardware_token_of_account ON hardware_token (account_id, serial_key);

PRAGMA user_version = 17;
