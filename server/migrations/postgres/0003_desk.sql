-- Signing in at the desk: a password and an authenticator, after an invitation.
CREATE TABLE staff_login (
    staff_id BYTEA PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    login TEXT NOT NULL UNIQUE,
    invitation BYTEA,
    invited_until BIGINT,
    salt BYTEA,
    verifier BYTEA,
    kdf_memory INTEGER,
    kdf_passes INTEGER,
    authenticator BYTEA,
    last_step BIGINT NOT NULL,
    failures INTEGER NOT NULL,
    locked_until BIGINT NOT NULL
);

CREATE TABLE staff_session (
    token BYTEA PRIMARY KEY,
    staff_id BYTEA NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    begun BIGINT NOT NULL,
    seen BIGINT NOT NULL
);

-- What staff did. Only added to; an entry goes when one stands that is later than its end.
CREATE TABLE audit (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    on_day TEXT NOT NULL,
    expires_on TEXT NOT NULL
);

CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.expires_on < (SELECT MAX(on_day) FROM audit) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit is only added to';
END
$$;

CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_kept();

-- Days on which somebody is away, or there beyond the weekly hours.
CREATE TABLE staff_exception (
    id BYTEA PRIMARY KEY,
    staff_id BYTEA NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440),
    away INTEGER NOT NULL CHECK (away IN (0, 1))
);

CREATE TABLE closed_day (
    municipality TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (municipality, day)
);

-- Within how many weekdays a centre promises to answer; no row where it promises nothing.
CREATE TABLE answer_promise (
    municipality TEXT PRIMARY KEY,
    weekdays INTEGER NOT NULL CHECK (weekdays > 0)
);

-- Where one calls or comes, where the centre says it itself.
ALTER TABLE booking_kind ADD COLUMN place TEXT NOT NULL DEFAULT '';
-- Appointments of a kind that a centre gives on one day.
ALTER TABLE booking_kind ADD COLUMN capacity INTEGER NOT NULL DEFAULT 999 CHECK (capacity > 0);

-- How many wish for treatment, by the day on which they made contact. Nothing here points to anybody.
CREATE TABLE contact_event (
    id BYTEA PRIMARY KEY,
    municipality TEXT NOT NULL,
    track TEXT NOT NULL,
    contact_on TEXT NOT NULL,
    expires_on TEXT NOT NULL
);

-- Prints of the portal's keys: a database is not served with the keys of another.
CREATE TABLE key_print (
    purpose TEXT PRIMARY KEY,
    print BYTEA NOT NULL
);

-- The anonymous track.
ALTER TABLE anonymous_code ADD COLUMN contact_on TEXT;
ALTER TABLE anonymous_code ADD COLUMN called_off TEXT;
ALTER TABLE appointment ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));

CREATE TABLE waiting (
    code_id BYTEA PRIMARY KEY REFERENCES anonymous_code (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    about TEXT NOT NULL
);

CREATE TABLE message (
    appointment_id BYTEA NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    by_staff INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
    sealed BYTEA NOT NULL,
    form BYTEA NOT NULL,
    PRIMARY KEY (appointment_id, place),
    UNIQUE (appointment_id, form)
);

-- The confidential track.
ALTER TABLE callback ADD COLUMN claimed_by BYTEA REFERENCES staff (id) ON DELETE SET NULL;

-- A day's appointments are counted before each is kept.
CREATE INDEX appointment_of_time ON appointment (starts);
