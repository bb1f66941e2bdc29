-- A wish for treatment, followed until treatment begins or it ends. It lives under a return code and goes with it; it
-- holds what the rules ask, and nothing that names anybody.
CREATE TABLE treatment_case (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    municipality TEXT NOT NULL,
    code_id BYTEA NOT NULL REFERENCES anonymous_code (id) ON DELETE CASCADE,
    substance TEXT NOT NULL CHECK (substance IN ('ALCOHOL', 'DRUGS')),
    ages TEXT NOT NULL,
    UNIQUE (code_id, substance)
);

CREATE INDEX treatment_case_by_municipality ON treatment_case (municipality);

-- What has happened, each with its local day. Nothing is changed or taken away: a correction is an event of its own.
CREATE TABLE case_event (
    case_id BYTEA NOT NULL REFERENCES treatment_case (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    on_day TEXT NOT NULL,
    fact TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('CITIZEN', 'STAFF')),
    author TEXT NOT NULL,
    supersedes INTEGER,
    PRIMARY KEY (case_id, place)
);

-- Of two who correct the same at once, one is told that it is corrected.
CREATE UNIQUE INDEX case_event_is_corrected_once ON case_event (case_id, supersedes);

-- They go together with their whole case alone.
CREATE FUNCTION case_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM treatment_case WHERE id = OLD.case_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the events of a case are only added to';
END
$$;

CREATE TRIGGER case_event_is_kept BEFORE UPDATE OR DELETE ON case_event
    FOR EACH ROW EXECUTE FUNCTION case_event_is_kept();

CREATE FUNCTION case_event_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the events of a case are only added to';
END
$$;

CREATE TRIGGER case_event_is_not_emptied BEFORE TRUNCATE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION case_event_is_not_emptied();
