-- What a public archive was asked to capture, so that an interrupted `verify save` asks for nothing twice.
CREATE TABLE saves (
    url INTEGER NOT NULL REFERENCES urls (id) ON DELETE CASCADE,
    service TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,  -- the run that asked for it
    asked_at TEXT NOT NULL,
    job TEXT,                          -- the service's name for it; null: it never took it on
    outcome TEXT NOT NULL,
    code TEXT,                         -- the service's name for what went wrong
    snapshot TEXT,                     -- 14-digit UTC timestamp of the capture
    PRIMARY KEY (url, service)
) STRICT, WITHOUT ROWID;
