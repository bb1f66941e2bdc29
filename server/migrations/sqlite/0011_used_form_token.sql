-- Marks of forms that have been used, as prints, until they are too old anyway: `until` is a whole hour.
CREATE TABLE used_form_token (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    form BLOB NOT NULL CHECK (length(form) = 32),
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX used_form_token_until ON used_form_token (until);
