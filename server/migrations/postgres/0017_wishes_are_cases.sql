-- Who wishes for treatment is followed by case, which says more: nothing counts them beside that any more.
DROP TABLE contact_event;
