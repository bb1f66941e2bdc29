-- The minute at which what is past its end was deleted last, by any server: a clock that has jumped since is not believed.
CREATE TABLE retention_run (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ran_at BIGINT NOT NULL
);
