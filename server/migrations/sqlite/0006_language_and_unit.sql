-- In which of the portal's two languages an appointment was booked, or a call asked for.
ALTER TABLE appointment ADD COLUMN lang TEXT NOT NULL DEFAULT 'da' CHECK (lang IN ('da', 'en'));
ALTER TABLE callback ADD COLUMN lang TEXT NOT NULL DEFAULT 'da' CHECK (lang IN ('da', 'en'));
-- To which of two units somebody comes, where their age decides: empty where it was not asked.
ALTER TABLE appointment ADD COLUMN unit TEXT NOT NULL DEFAULT '';

-- What a centre says of talks in English; no row where it says nothing.
CREATE TABLE english_help (
    municipality TEXT PRIMARY KEY,
    help TEXT NOT NULL
) STRICT, WITHOUT ROWID;
