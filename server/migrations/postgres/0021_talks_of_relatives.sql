-- Who is close to somebody has a number of talks of their own in the standards.
ALTER TABLE anonymous_code ADD COLUMN close_talks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE anonymous_code ADD COLUMN close_extended_by INTEGER NOT NULL DEFAULT 0;

UPDATE anonymous_code SET close_talks = (SELECT COUNT(*) FROM appointment
    WHERE code_id = anonymous_code.id AND about IN ('CLOSE', 'YOUNG'));
