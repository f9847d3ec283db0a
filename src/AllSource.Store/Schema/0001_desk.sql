-- The desk, first form. Facts are appended and withdrawn, never edited: no statement of the program updates a row but to
-- write down a withdrawal.

CREATE TABLE original (
    hash    TEXT PRIMARY KEY,               -- SHA-256 of the bytes, lower-case hexadecimal
    length  INTEGER NOT NULL,
    bytes   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    id            TEXT PRIMARY KEY,
    original      TEXT NOT NULL REFERENCES original (hash),
    label_sealed  INTEGER NOT NULL,         -- 1: the marking was not readable, nobody sees it
    label_level   INTEGER NOT NULL,         -- 0 CLEAR .. 4 RED
    label         TEXT NOT NULL,            -- as written by Label.ToString
    text          TEXT NOT NULL,
    about         TEXT NOT NULL,            -- JSON: facts, segments, quoted blocks, messages, calls, findings
    taken_in      TEXT NOT NULL             -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX report_by_original ON report (original);

CREATE TABLE withdrawal (
    report  TEXT PRIMARY KEY REFERENCES report (id),
    by      TEXT NOT NULL,
    why     TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person was told: appended by every brief that leaves the desk.
CREATE TABLE disclosure (
    id        TEXT PRIMARY KEY,             -- from what was told to whom, so telling the same again is one row
    audience  TEXT NOT NULL,
    told      TEXT NOT NULL,                -- JSON: the released items
    at        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
