-- The newest reports in full, so that `verify report` can show them again in any format: compressed JSON lines, the run
-- first, then each letter without its text. A run's report goes when one of its letters is forgotten.
CREATE TABLE reports (
    run INTEGER PRIMARY KEY REFERENCES runs (seq) ON DELETE CASCADE,
    report BLOB NOT NULL
) STRICT;
