-- The desk: who takes appointments, when, and of which kinds.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE staff (
    id BYTEA PRIMARY KEY,
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL
);

CREATE TABLE staff_hours (
    id BYTEA PRIMARY KEY,
    staff_id BYTEA NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440)
);

CREATE TABLE booking_kind (
    municipality TEXT NOT NULL,
    kind TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    buffer INTEGER NOT NULL CHECK (buffer >= 0),
    notice INTEGER NOT NULL CHECK (notice >= 0),
    horizon INTEGER NOT NULL CHECK (horizon >= 0),
    PRIMARY KEY (municipality, kind)
);

-- The anonymous track. No column here can name, time or order a person.
CREATE TABLE anonymous_code (
    id BYTEA PRIMARY KEY,
    municipality TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    locator INTEGER NOT NULL UNIQUE,
    salt BYTEA NOT NULL,
    verifier BYTEA NOT NULL,
    kdf_memory INTEGER NOT NULL,
    kdf_passes INTEGER NOT NULL,
    talks INTEGER NOT NULL,
    extended_by INTEGER NOT NULL,
    expires_on TEXT NOT NULL
);

CREATE TABLE appointment (
    id BYTEA PRIMARY KEY,
    code_id BYTEA REFERENCES anonymous_code (id) ON DELETE CASCADE,
    staff_id BYTEA NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    starts BIGINT NOT NULL,
    minutes INTEGER NOT NULL,
    free_from BIGINT NOT NULL CHECK (free_from > starts),
    -- Only while a form is being filled in.
    held_until BIGINT,
    form BYTEA NOT NULL UNIQUE,
    CHECK ((code_id IS NULL) = (held_until IS NOT NULL)),
    -- Nobody is booked twice at once, whatever the portal does.
    EXCLUDE USING gist (staff_id WITH =, int8range(starts, free_from) WITH &&)
);

CREATE INDEX appointment_of_code ON appointment (code_id);
