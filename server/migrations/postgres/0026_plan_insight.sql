-- Beside the citizen's own way into a plan there can be one for somebody close, by a consent: its number in the plan. The
-- citizen's own is 0.
ALTER TABLE plan_access ADD COLUMN consent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_access DROP CONSTRAINT plan_access_plan_id_key;
ALTER TABLE plan_access ADD CONSTRAINT plan_access_of_plan UNIQUE (plan_id, consent);
