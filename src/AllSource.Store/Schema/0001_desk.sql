-- The desk, first form. Facts are appended and withdrawn, never edited: no statement of the program updates a row but to
-- write down a withdrawal.

CREATE TABLE original (
    hash    TEXT PRIMARY KEY,               -- SHA-256 of the bytes, lower-case hexadecimal
    length  INTEGER NOT NULL,
    bytes   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A report as it was read. When the same bytes are read otherwise (a zone was answered), the new reading is appended
-- and counts.
CREATE TABLE report (
    id            TEXT NOT NULL,
    reading       INTEGER NOT NULL,         -- from 1; the highest counts
    original      TEXT NOT NULL REFERENCES original (hash),
    label_sealed  INTEGER NOT NULL,         -- 1: the marking was not readable, nobody sees it
    label_level   INTEGER NOT NULL,         -- 0 CLEAR .. 4 RED
    label         TEXT NOT NULL,            -- as Label.ToString writes it
    text          TEXT NOT NULL,
    about         TEXT NOT NULL,            -- JSON: facts, segments, quoted blocks, messages, calls, findings
    taken_in      TEXT NOT NULL,            -- ISO 8601, UTC
    PRIMARY KEY (id, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_report (
    case_id  TEXT NOT NULL,
    report   TEXT NOT NULL,
    PRIMARY KEY (case_id, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawal (
    report  TEXT PRIMARY KEY,
    by      TEXT NOT NULL,
    why     TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW standing_report AS
SELECT r.* FROM report r
WHERE r.reading = (SELECT max(n.reading) FROM report n WHERE n.id = r.id)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.report = r.id);

-- What a person was told: appended by every brief that leaves the desk.
CREATE TABLE disclosure (
    id        TEXT PRIMARY KEY,             -- from what was told to whom, so telling the same again is one row
    audience  TEXT NOT NULL,
    told      TEXT NOT NULL,                -- JSON: the released items
    at        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
