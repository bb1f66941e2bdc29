-- Who deletes everything under their code deletes the number too that waits to be called.
ALTER TABLE callback ADD COLUMN code_id BLOB REFERENCES anonymous_code (id) ON DELETE CASCADE;

CREATE INDEX callback_by_code ON callback (code_id);
