-- Free times are listed, and a day's appointments counted, from one index alone: whose, when, until when, which
-- kind, and whether it is only held.
DROP INDEX appointment_of_time;
DROP INDEX appointment_of_staff;
CREATE INDEX appointment_of_staff ON appointment (staff_id, starts, free_from, kind, held_until, form);
