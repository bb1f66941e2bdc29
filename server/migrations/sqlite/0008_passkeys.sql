-- Keys that staff sign in with instead of a password and digits: only their public half.
CREATE TABLE staff_passkey (
    id BLOB PRIMARY KEY,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    credential TEXT NOT NULL,
    added_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_passkey_of_staff ON staff_passkey (staff_id);

-- Prints of what a key has signed, so that it holds once; each goes when it would be too old anyway.
CREATE TABLE used_challenge (
    print BLOB PRIMARY KEY,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
