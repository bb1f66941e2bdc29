-- Files that go along with a complaint. Until it is sent they are kept for three hours, under a key that only the form has;
-- then under the complaint's.
CREATE TABLE complaint_attachment (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    -- The complaint that its form would file.
    draft_of BLOB,
    complaint_id BLOB REFERENCES complaint (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 5),
    until INTEGER,
    -- The key that opens it, itself sealed.
    sealed_key BLOB NOT NULL,
    -- Its name and what it is, sealed.
    about BLOB NOT NULL,
    CHECK ((draft_of IS NULL) <> (complaint_id IS NULL)),
    CHECK ((draft_of IS NULL) = (until IS NULL)),
    UNIQUE (draft_of, place),
    UNIQUE (complaint_id, place)
) STRICT, WITHOUT ROWID;

-- What stands in it, in sealed parts.
CREATE TABLE complaint_attachment_part (
    attachment_id BLOB NOT NULL REFERENCES complaint_attachment (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 0),
    sealed BLOB NOT NULL,
    PRIMARY KEY (attachment_id, place)
) STRICT;
