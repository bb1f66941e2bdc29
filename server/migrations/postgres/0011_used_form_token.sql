-- Marks of forms that have been used, as prints, until they are too old anyway: `until` is a whole hour.
-- A mark is taken by the first form that uses it, and done when what that has asked for is done.
CREATE TABLE used_form_token (
    token BYTEA PRIMARY KEY CHECK (length(token) = 32),
    form BYTEA NOT NULL CHECK (length(form) = 32),
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    until BIGINT NOT NULL
);
CREATE INDEX used_form_token_until ON used_form_token (until);
