-- Free times are listed, and a day's appointments counted, from one index alone: whose, when, until when, which
-- kind, and whether it is only held.
DROP INDEX appointment_of_time;
CREATE INDEX appointment_of_staff ON appointment (staff_id, starts, free_from, kind, held_until, form);

-- Before each booking: whether an alias is taken, and how many appointments wait to be confirmed.
CREATE INDEX anonymous_code_of_alias ON anonymous_code (municipality, pseudonym);
CREATE INDEX appointment_pending ON appointment (staff_id) WHERE pending = 1;
