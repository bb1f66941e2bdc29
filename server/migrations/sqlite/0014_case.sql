-- A wish for treatment, followed until treatment begins or it ends. It lives under a return code and goes with it; it
-- holds what the rules ask, and nothing that names anybody.
CREATE TABLE treatment_case (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    municipality TEXT NOT NULL,
    code_id BLOB NOT NULL REFERENCES anonymous_code (id) ON DELETE CASCADE,
    substance TEXT NOT NULL CHECK (substance IN ('ALCOHOL', 'DRUGS')),
    ages TEXT NOT NULL,
    UNIQUE (code_id, substance)
) STRICT, WITHOUT ROWID;

CREATE INDEX treatment_case_by_municipality ON treatment_case (municipality);

-- What has happened, each with its local day. Nothing is changed or taken away: a correction is an event of its own.
CREATE TABLE case_event (
    case_id BLOB NOT NULL REFERENCES treatment_case (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    on_day TEXT NOT NULL,
    fact TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('CITIZEN', 'STAFF')),
    author TEXT NOT NULL,
    supersedes INTEGER,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;

-- Of two who correct the same at once, one is told that it is corrected.
CREATE UNIQUE INDEX case_event_is_corrected_once ON case_event (case_id, supersedes);

CREATE TRIGGER case_event_is_not_changed BEFORE UPDATE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'the events of a case are only added to');
END;

CREATE TRIGGER case_event_is_not_replaced BEFORE INSERT ON case_event
WHEN EXISTS (SELECT 1 FROM case_event WHERE case_id = NEW.case_id AND place = NEW.place)
BEGIN
    SELECT RAISE(ABORT, 'the events of a case are only added to');
END;

-- Together with its whole case alone.
CREATE TRIGGER case_event_is_kept BEFORE DELETE ON case_event
WHEN EXISTS (SELECT 1 FROM treatment_case WHERE id = OLD.case_id)
BEGIN
    SELECT RAISE(ABORT, 'the events of a case are only added to');
END;
