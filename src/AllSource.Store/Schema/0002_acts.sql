-- What analysts do to the machine's readings: appended, and undone by a row beside, never edited.

CREATE TABLE act (
    id            TEXT PRIMARY KEY,         -- from what was done, by whom and when
    case_id       TEXT NOT NULL,
    kind          TEXT NOT NULL,            -- such as attribution-changed, lineage-cut
    label_sealed  INTEGER NOT NULL,
    label_level   INTEGER NOT NULL,         -- 0 CLEAR .. 4 RED
    label         TEXT NOT NULL,            -- who may read the act's own words
    content       TEXT NOT NULL,            -- JSON: what was done to what, with the spans of the report's text
    by            TEXT NOT NULL,
    why           TEXT NOT NULL,
    at            TEXT NOT NULL             -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX act_of_case ON act (case_id, at, id);

-- The reports that an act speaks of. Who may not see one of them does not see the act, and an act on a withdrawn report
-- is not there.
CREATE TABLE act_report (
    act     TEXT NOT NULL REFERENCES act (id),
    report  TEXT NOT NULL,
    PRIMARY KEY (act, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE act_undone (
    act  TEXT PRIMARY KEY REFERENCES act (id),
    by   TEXT NOT NULL,
    why  TEXT NOT NULL,
    at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
