-- What was read from a report's text, kept so that it is not read at every run. It is no fact: any row may be deleted,
-- and is then read anew. It is the report's own text in another form: it is seen by whom the report is seen, and deleted
-- when the report is withdrawn or read otherwise. At most one row a report.

CREATE TABLE kept_reading (
    report   TEXT PRIMARY KEY,
    seal     TEXT NOT NULL,                 -- SHA-256 of the report as read, of who read it, and of the content
    content  BLOB NOT NULL                  -- as KeptReading writes it
) STRICT;
