-- What became of cases that are deleted: counts for the quarter, and nothing that leads to anybody.
CREATE TABLE case_figure (
    municipality TEXT NOT NULL,
    quarter TEXT NOT NULL,
    substance TEXT NOT NULL,
    outcome TEXT NOT NULL,
    -- Days from the wish to the start; -1 where treatment did not begin.
    waited INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (municipality, quarter, substance, outcome, waited)
);
