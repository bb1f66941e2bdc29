-- Holidays on which a desk keeps open: on all others a centre is closed.
CREATE TABLE opened_day (
    municipality TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (municipality, day)
) STRICT, WITHOUT ROWID;
