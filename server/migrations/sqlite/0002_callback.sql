-- The confidential track, apart from the anonymous one: nothing here points there.
CREATE TABLE callback (
    id BLOB PRIMARY KEY,
    municipality TEXT NOT NULL,
    sealed BLOB NOT NULL,
    window_day TEXT NOT NULL,
    window_from INTEGER NOT NULL,
    window_to INTEGER NOT NULL CHECK (window_to > window_from),
    -- Day 0 of the treatment guarantee, where treatment is wished for.
    contact_on TEXT,
    tries INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    form BLOB NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
