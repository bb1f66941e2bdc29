-- Plans of treatment: a track of their own, under an alias. All that is written in a plan is sealed under a key of its own,
-- which goes first when it is deleted.
CREATE TABLE plan (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    municipality TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    -- Who answers for it at the desk.
    responsible BYTEA REFERENCES staff (id) ON DELETE SET NULL,
    -- What the desk's list needs to know, sealed.
    summary BYTEA NOT NULL,
    expires_on TEXT NOT NULL
);

CREATE INDEX plan_by_municipality ON plan (municipality);
CREATE INDEX plan_by_responsible ON plan (responsible);
CREATE INDEX plan_by_end ON plan (expires_on);

-- The key under which a plan is sealed, itself sealed.
CREATE TABLE plan_key (
    plan_id BYTEA PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    sealed BYTEA NOT NULL
);

-- What has happened in a plan, with its day, who did it and what was written, sealed. Nothing is changed or taken away.
CREATE TABLE plan_event (
    plan_id BYTEA NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (plan_id, place)
);

-- They go together with their whole plan alone.
CREATE FUNCTION plan_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM plan WHERE id = OLD.plan_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the events of a plan are only added to';
END
$$;

CREATE TRIGGER plan_event_is_kept BEFORE UPDATE OR DELETE ON plan_event
    FOR EACH ROW EXECUTE FUNCTION plan_event_is_kept();

CREATE FUNCTION plan_event_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the events of a plan are only added to';
END
$$;

CREATE TRIGGER plan_event_is_not_emptied BEFORE TRUNCATE ON plan_event
    FOR EACH STATEMENT EXECUTE FUNCTION plan_event_is_not_emptied();

-- A way into a plan: a code, and from its first use six digits of one's own. Who somebody is stands apart from how they
-- come in.
CREATE TABLE plan_access (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    plan_id BYTEA NOT NULL UNIQUE REFERENCES plan (id) ON DELETE CASCADE,
    selector INTEGER NOT NULL UNIQUE,
    salt BYTEA NOT NULL,
    verifier BYTEA NOT NULL,
    kdf_memory INTEGER NOT NULL,
    kdf_passes INTEGER NOT NULL,
    pin_salt BYTEA,
    pin_verifier BYTEA,
    pin_kdf_memory INTEGER,
    pin_kdf_passes INTEGER,
    -- The key to private notes, sealed under one that only code and digits together lead to.
    sealed_key BYTEA,
    -- Wrong digits in a row.
    failures INTEGER NOT NULL
);

-- Who is in their plan now: SHA-256 of a cookie.
CREATE TABLE citizen_session (
    token BYTEA PRIMARY KEY CHECK (length(token) = 32),
    access_id BYTEA NOT NULL REFERENCES plan_access (id) ON DELETE CASCADE,
    begun BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    -- The key to private notes, sealed under one that only the cookie leads to.
    sealed_key BYTEA NOT NULL
);

CREATE INDEX citizen_session_of_access ON citizen_session (access_id);
