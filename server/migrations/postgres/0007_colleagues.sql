-- Wrong digits after a right password, in a row: further ones are slowed by name. Wrong passwords are only noted.
ALTER TABLE staff_login ADD COLUMN digit_failures INTEGER NOT NULL DEFAULT 0;
UPDATE staff_login SET failures = 0, locked_until = 0;

-- When something was done, to the minute, where no citizen is there with whoever does it; and what it changed.
ALTER TABLE audit ADD COLUMN at_minute BIGINT;
ALTER TABLE audit ADD COLUMN changed_from TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN changed_to TEXT NOT NULL DEFAULT '';
