-- The digits that find a code, by the word of the field: a selector finds, a verifier proves.
ALTER TABLE anonymous_code RENAME COLUMN locator TO selector;
