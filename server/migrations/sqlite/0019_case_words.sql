-- What a citizen says in their own words, sealed under a key of its own.
CREATE TABLE case_words (
    case_id BLOB NOT NULL REFERENCES treatment_case (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
