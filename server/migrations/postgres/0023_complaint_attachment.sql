-- Files that go along with a complaint. Until it is sent they are kept for three hours, under a key that only the form has;
-- then under the complaint's.
CREATE TABLE complaint_attachment (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    -- The complaint that its form would file.
    draft_of BYTEA,
    complaint_id BYTEA REFERENCES complaint (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 5),
    until BIGINT,
    -- The key that opens it, itself sealed.
    sealed_key BYTEA NOT NULL,
    -- Its name and what it is, sealed.
    about BYTEA NOT NULL,
    CHECK ((draft_of IS NULL) <> (complaint_id IS NULL)),
    CHECK ((draft_of IS NULL) = (until IS NULL)),
    UNIQUE (draft_of, place),
    UNIQUE (complaint_id, place)
);

-- What stands in it, in sealed parts.
CREATE TABLE complaint_attachment_part (
    attachment_id BYTEA NOT NULL REFERENCES complaint_attachment (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 0),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (attachment_id, place)
);
