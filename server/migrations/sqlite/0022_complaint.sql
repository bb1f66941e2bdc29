-- Complaints: a track of their own. Each lives under a return code; what it says, and who says it, is sealed under a key
-- of its own, which goes first when it is deleted.
CREATE TABLE complaint (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    municipality TEXT NOT NULL,
    code_id BLOB NOT NULL REFERENCES anonymous_code (id) ON DELETE CASCADE,
    number TEXT NOT NULL UNIQUE,
    -- What the receipt says, as it was signed.
    receipt TEXT NOT NULL,
    -- The role that reads it.
    reader TEXT NOT NULL,
    expires_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX complaint_by_municipality ON complaint (municipality);
CREATE INDEX complaint_by_code ON complaint (code_id);

-- The key under which a complaint's texts are sealed, itself sealed.
CREATE TABLE complaint_key (
    complaint_id BLOB PRIMARY KEY REFERENCES complaint (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What has happened, each with its local day, and what was said with it.
CREATE TABLE complaint_event (
    complaint_id BLOB NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    on_day TEXT NOT NULL,
    fact TEXT NOT NULL,
    author TEXT NOT NULL,
    sealed BLOB,
    PRIMARY KEY (complaint_id, place)
) STRICT, WITHOUT ROWID;

-- Who is complained about, and never reads it.
CREATE TABLE complaint_shut_out (
    complaint_id BLOB NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    PRIMARY KEY (complaint_id, staff_id)
) STRICT, WITHOUT ROWID;
