-- Another number after every change: what is kept in memory of a case is read anew where it differs. It tells no order.
ALTER TABLE treatment_case ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

CREATE INDEX treatment_case_revisions ON treatment_case (municipality, revision);

-- Which warning of a last day somebody at the desk has seen.
CREATE TABLE case_warning (
    case_id BYTEA NOT NULL REFERENCES treatment_case (id) ON DELETE CASCADE,
    latest TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (case_id, latest, level)
);
