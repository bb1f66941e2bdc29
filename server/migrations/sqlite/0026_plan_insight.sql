-- Beside the citizen's own way into a plan there can be one for somebody close, by a consent: its number in the plan. The
-- citizen's own is 0. A table cannot lose a constraint here: it is made anew, with those that depend on it.
CREATE TABLE new_plan_access (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    plan_id BLOB NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    consent INTEGER NOT NULL DEFAULT 0,
    selector INTEGER NOT NULL UNIQUE,
    salt BLOB NOT NULL,
    verifier BLOB NOT NULL,
    kdf_memory INTEGER NOT NULL,
    kdf_passes INTEGER NOT NULL,
    pin_salt BLOB,
    pin_verifier BLOB,
    pin_kdf_memory INTEGER,
    pin_kdf_passes INTEGER,
    -- The key to private notes, sealed under one that only code and digits together lead to.
    sealed_key BLOB,
    -- Wrong digits in a row.
    failures INTEGER NOT NULL,
    UNIQUE (plan_id, consent)
) STRICT, WITHOUT ROWID;

INSERT INTO new_plan_access (id, plan_id, selector, salt, verifier, kdf_memory, kdf_passes, pin_salt, pin_verifier,
    pin_kdf_memory, pin_kdf_passes, sealed_key, failures)
SELECT id, plan_id, selector, salt, verifier, kdf_memory, kdf_passes, pin_salt, pin_verifier,
    pin_kdf_memory, pin_kdf_passes, sealed_key, failures FROM plan_access;

CREATE TABLE new_citizen_session (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    access_id BLOB NOT NULL REFERENCES new_plan_access (id) ON DELETE CASCADE,
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    -- The key to private notes, sealed under one that only the cookie leads to.
    sealed_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO new_citizen_session (token, access_id, begun, seen, sealed_key)
SELECT token, access_id, begun, seen, sealed_key FROM citizen_session;

CREATE TABLE new_own_note (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    access_id BLOB NOT NULL REFERENCES new_plan_access (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO new_own_note (id, access_id, sealed) SELECT id, access_id, sealed FROM own_note;

DROP TABLE citizen_session;
DROP TABLE own_note;
DROP TABLE plan_access;
ALTER TABLE new_plan_access RENAME TO plan_access;
ALTER TABLE new_citizen_session RENAME TO citizen_session;
ALTER TABLE new_own_note RENAME TO own_note;
CREATE INDEX citizen_session_of_access ON citizen_session (access_id);
CREATE INDEX own_note_of_access ON own_note (access_id);
