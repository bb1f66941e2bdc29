-- Plans of treatment: a track of their own, under an alias. All that is written in a plan is sealed under a key of its own,
-- which goes first when it is deleted.
CREATE TABLE plan (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    municipality TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    -- Who answers for it at the desk.
    responsible BLOB REFERENCES staff (id) ON DELETE SET NULL,
    -- What the desk's list needs to know, sealed.
    summary BLOB NOT NULL,
    expires_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_by_municipality ON plan (municipality);
CREATE INDEX plan_by_responsible ON plan (responsible);
CREATE INDEX plan_by_end ON plan (expires_on);

-- The key under which a plan is sealed, itself sealed.
CREATE TABLE plan_key (
    plan_id BLOB PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What has happened in a plan, with its day, who did it and what was written, sealed. Nothing is changed or taken away.
CREATE TABLE plan_event (
    plan_id BLOB NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    sealed BLOB NOT NULL,
    PRIMARY KEY (plan_id, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER plan_event_is_not_changed BEFORE UPDATE ON plan_event
BEGIN
    SELECT RAISE(ABORT, 'the events of a plan are only added to');
END;

CREATE TRIGGER plan_event_is_not_replaced BEFORE INSERT ON plan_event
WHEN EXISTS (SELECT 1 FROM plan_event WHERE plan_id = NEW.plan_id AND place = NEW.place)
BEGIN
    SELECT RAISE(ABORT, 'the events of a plan are only added to');
END;

-- Together with its whole plan alone.
CREATE TRIGGER plan_event_is_kept BEFORE DELETE ON plan_event
WHEN EXISTS (SELECT 1 FROM plan WHERE id = OLD.plan_id)
BEGIN
    SELECT RAISE(ABORT, 'the events of a plan are only added to');
END;

-- A way into a plan: a code, and from its first use six digits of one's own. Who somebody is stands apart from how they
-- come in.
CREATE TABLE plan_access (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    plan_id BLOB NOT NULL UNIQUE REFERENCES plan (id) ON DELETE CASCADE,
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
    failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is in their plan now: SHA-256 of a cookie.
CREATE TABLE citizen_session (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    access_id BLOB NOT NULL REFERENCES plan_access (id) ON DELETE CASCADE,
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    -- The key to private notes, sealed under one that only the cookie leads to.
    sealed_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX citizen_session_of_access ON citizen_session (access_id);
