-- So that a calendar knows an appointment again that was moved: which it was first, and how often it was moved.
ALTER TABLE appointment ADD COLUMN first_id BYTEA CHECK (first_id IS NULL OR length(first_id) = 16);
ALTER TABLE appointment ADD COLUMN moves INTEGER NOT NULL DEFAULT 0 CHECK (moves >= 0);
