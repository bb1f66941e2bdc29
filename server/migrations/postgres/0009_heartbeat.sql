-- Written again and again to see whether anything can be: it turns from 0 to 1 and back, and tells no time.
CREATE TABLE heartbeat (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    beat INTEGER NOT NULL CHECK (beat IN (0, 1))
);
INSERT INTO heartbeat (id, beat) VALUES (1, 0);
