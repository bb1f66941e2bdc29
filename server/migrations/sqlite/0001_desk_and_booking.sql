-- The desk: who takes appointments, when, and of which kinds.
CREATE TABLE staff (
    id BLOB PRIMARY KEY,
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL
) STRICT;

CREATE TABLE staff_hours (
    id BLOB PRIMARY KEY,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440)
) STRICT;

CREATE TABLE booking_kind (
    municipality TEXT NOT NULL,
    kind TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    buffer INTEGER NOT NULL CHECK (buffer >= 0),
    notice INTEGER NOT NULL CHECK (notice >= 0),
    horizon INTEGER NOT NULL CHECK (horizon >= 0),
    PRIMARY KEY (municipality, kind)
) STRICT;

-- The anonymous track. No column here can name, time or order a person.
CREATE TABLE anonymous_code (
    id BLOB PRIMARY KEY,
    municipality TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    locator INTEGER NOT NULL UNIQUE,
    salt BLOB NOT NULL,
    verifier BLOB NOT NULL,
    kdf_memory INTEGER NOT NULL,
    kdf_passes INTEGER NOT NULL,
    talks INTEGER NOT NULL,
    extended_by INTEGER NOT NULL,
    expires_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment (
    id BLOB PRIMARY KEY,
    code_id BLOB REFERENCES anonymous_code (id) ON DELETE CASCADE,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    starts INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    free_from INTEGER NOT NULL CHECK (free_from > starts),
    -- Only while a form is being filled in.
    held_until INTEGER,
    form BLOB NOT NULL UNIQUE,
    CHECK ((code_id IS NULL) = (held_until IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX appointment_of_staff ON appointment (staff_id, starts);
CREATE INDEX appointment_of_code ON appointment (code_id);
