-- Times are ISO 8601 in UTC with microseconds, so that they sort as text.
-- Numbers instead of names in the large tables keep the file small; the views put the names back.

CREATE TABLE runs (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    job TEXT NOT NULL,                -- digest of the sources and options: the same command has the same job
    started_at TEXT NOT NULL,
    finished_at TEXT,                 -- null: interrupted, or still at it
    concluded INTEGER UNIQUE,         -- 1, 2, 3 … in the order in which runs finished
    tool_version TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_job ON runs (job, seq);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    media_type TEXT,
    title TEXT,
    first_seen TEXT NOT NULL
) STRICT;

CREATE TABLE run_documents (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
    PRIMARY KEY (document, run)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_documents_by_run ON run_documents (run);

CREATE TABLE urls (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE citations (
    id TEXT PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    url INTEGER REFERENCES urls (id),  -- where a reader is sent
    kind TEXT NOT NULL,
    part TEXT NOT NULL,
    note TEXT,
    value TEXT,                        -- null: the same as the URL
    as_written TEXT                    -- null: the same as the value
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_document ON citations (document);
CREATE INDEX citations_by_url ON citations (url);

-- What a result says beside the columns of its own table, as JSON, with character 26 for the URL that was asked (see
-- v_results). Results that say the same share a row. No foreign key leads here, since it would need an index in each
-- table of results, larger than what sharing saves; what nothing refers to is deleted at the end of a run.
CREATE TABLE results (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE checks (
    url INTEGER NOT NULL REFERENCES urls (id) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
    outcome TEXT NOT NULL,
    status_code INTEGER,
    checked_at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    body_sha256 TEXT,
    etag TEXT,
    last_modified TEXT,
    result INTEGER NOT NULL,
    PRIMARY KEY (url, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE archive_checks (
    url INTEGER NOT NULL REFERENCES urls (id) ON DELETE CASCADE,
    service TEXT NOT NULL,
    cited TEXT NOT NULL,               -- the date around which a copy was looked for
    run INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
    outcome TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    snapshot TEXT,                     -- 14-digit UTC timestamp of the chosen capture
    result INTEGER NOT NULL,
    PRIMARY KEY (url, service, cited, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE contents (
    url INTEGER NOT NULL REFERENCES urls (id) ON DELETE CASCADE,
    question TEXT NOT NULL,            -- digest of the title and quotations that were looked for
    run INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
    recorded_at TEXT NOT NULL,
    result INTEGER NOT NULL,
    PRIMARY KEY (url, question, run)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_results AS
SELECT runs.id AS run, urls.url, 'live' AS asked, checks.outcome, checks.checked_at,
    replace(results.body, char(26), urls.url) AS result
FROM checks JOIN urls ON urls.id = checks.url JOIN runs ON runs.seq = checks.run
JOIN results ON results.id = checks.result
UNION ALL
SELECT runs.id, urls.url, archive_checks.service, archive_checks.outcome, archive_checks.checked_at,
    replace(results.body, char(26), urls.url)
FROM archive_checks JOIN urls ON urls.id = archive_checks.url JOIN runs ON runs.seq = archive_checks.run
JOIN results ON results.id = archive_checks.result;

-- One row as long as verdict and outcome stay the same: from run `first` to run `last` (runs.concluded).
CREATE TABLE findings (
    citation TEXT NOT NULL REFERENCES citations (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    runs INTEGER NOT NULL,
    verdict TEXT,
    outcome TEXT,                      -- null: nothing was asked
    since TEXT NOT NULL,
    PRIMARY KEY (citation, first)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_latest AS
SELECT
    documents.source, citations.note, citations.kind,
    coalesce(citations.value, urls.url) AS value, urls.url,
    findings.verdict, findings.outcome, findings.since, findings.runs,
    runs.id AS run, runs.finished_at, findings.citation
FROM findings
JOIN citations ON citations.id = findings.citation
JOIN documents ON documents.id = citations.document
JOIN runs ON runs.concluded = findings.last
LEFT JOIN urls ON urls.id = citations.url
WHERE findings.last = (
    SELECT max(r.concluded) FROM run_documents AS d JOIN runs AS r ON r.seq = d.run
    WHERE d.document = citations.document
);

-- What the latest run over a document saw otherwise than the run before; a new citation has no `was_…`.
CREATE VIEW v_changed AS
SELECT
    latest.source, latest.note, latest.value, latest.url,
    was.verdict AS was_verdict, was.outcome AS was_outcome,
    latest.verdict, latest.outcome, latest.run, latest.finished_at, latest.citation
FROM v_latest AS latest
JOIN runs ON runs.id = latest.run
JOIN findings AS now ON now.citation = latest.citation AND now.first = runs.concluded
LEFT JOIN findings AS was ON was.citation = latest.citation
    AND was.first = (SELECT max(f.first) FROM findings AS f WHERE f.citation = latest.citation AND f.first < now.first);
