-- Signing in at the desk: a password and an authenticator, after an invitation.
CREATE TABLE staff_login (
    staff_id BLOB PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    login TEXT NOT NULL UNIQUE,
    invitation BLOB,
    invited_until INTEGER,
    salt BLOB,
    verifier BLOB,
    kdf_memory INTEGER,
    kdf_passes INTEGER,
    authenticator BLOB,
    last_step INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_session (
    token BLOB PRIMARY KEY,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What staff did. Only added to; an entry goes when one stands that is later than its end.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    municipality TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    on_day TEXT NOT NULL,
    expires_on TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;

CREATE TRIGGER audit_is_kept_to_its_end BEFORE DELETE ON audit
WHEN OLD.expires_on >= (SELECT MAX(on_day) FROM audit)
BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;

-- Days on which somebody is away, or there beyond the weekly hours.
CREATE TABLE staff_exception (
    id BLOB PRIMARY KEY,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440),
    away INTEGER NOT NULL CHECK (away IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_day (
    municipality TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (municipality, day)
) STRICT, WITHOUT ROWID;

-- Within how many weekdays a centre promises to answer; no row where it promises nothing.
CREATE TABLE answer_promise (
    municipality TEXT PRIMARY KEY,
    weekdays INTEGER NOT NULL CHECK (weekdays > 0)
) STRICT, WITHOUT ROWID;

-- Where one calls or comes, where the centre says it itself.
ALTER TABLE booking_kind ADD COLUMN place TEXT NOT NULL DEFAULT '';
-- Appointments of a kind that a centre gives on one day.
ALTER TABLE booking_kind ADD COLUMN capacity INTEGER NOT NULL DEFAULT 999 CHECK (capacity > 0);

-- How many wish for treatment, by the day on which they made contact. Nothing here points to anybody.
CREATE TABLE contact_event (
    id BLOB PRIMARY KEY,
    municipality TEXT NOT NULL,
    track TEXT NOT NULL,
    contact_on TEXT NOT NULL,
    expires_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Prints of the portal's keys: a database is not served with the keys of another.
CREATE TABLE key_print (
    purpose TEXT PRIMARY KEY,
    print BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The anonymous track.
ALTER TABLE anonymous_code ADD COLUMN contact_on TEXT;
ALTER TABLE anonymous_code ADD COLUMN called_off TEXT;
ALTER TABLE appointment ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));

CREATE TABLE waiting (
    code_id BLOB PRIMARY KEY REFERENCES anonymous_code (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    about TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
    appointment_id BLOB NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    by_staff INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
    sealed BLOB NOT NULL,
    form BLOB NOT NULL,
    PRIMARY KEY (appointment_id, place),
    UNIQUE (appointment_id, form)
) STRICT, WITHOUT ROWID;

-- The confidential track.
ALTER TABLE callback ADD COLUMN claimed_by BLOB REFERENCES staff (id) ON DELETE SET NULL;

-- A day's appointments are counted before each is kept.
CREATE INDEX appointment_of_time ON appointment (starts);
