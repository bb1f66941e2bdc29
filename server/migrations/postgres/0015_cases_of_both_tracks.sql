-- A case of the confidential track is opened by a call that was asked for, or at the desk.
ALTER TABLE treatment_case ADD COLUMN track TEXT NOT NULL DEFAULT 'anonymous'
    CHECK (track IN ('anonymous', 'confidential'));

-- Which unit calls, where a standard divides them by age.
ALTER TABLE callback ADD COLUMN unit TEXT NOT NULL DEFAULT '';
