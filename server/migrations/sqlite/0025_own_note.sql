-- What somebody writes for themselves alone, sealed under the key that only their code and digits lead to. It goes with the
-- code: nobody can open it any more then.
CREATE TABLE own_note (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    access_id BLOB NOT NULL REFERENCES plan_access (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX own_note_of_access ON own_note (access_id);
