"""Keeps the file small, and forgets a letter for good.

In: a finished run, or the source to forget. Out: the same file without what history does not need, or must not keep.
"""

from __future__ import annotations

import sqlite3

# What is newest is told by the order of runs: clocks are set back, and forth.
_THIN = (
    # An interrupted run keeps all it has until the same job has been finished.
    """
    CREATE TEMP TABLE resumable AS SELECT seq FROM runs WHERE concluded IS NULL AND NOT EXISTS (
        SELECT 1 FROM runs AS later WHERE later.job = runs.job AND later.seq > runs.seq AND later.concluded IS NOT NULL
    )""",
    # Of equal outcomes in a row, the first and the last tell all: since when, and when last.
    """
    DELETE FROM checks WHERE (url, run) IN (
        SELECT url, run FROM (
            SELECT c.url, c.run, c.outcome, lag(c.outcome) OVER runs_of AS before, lead(c.outcome) OVER runs_of AS after
            FROM checks AS c JOIN runs AS r ON r.seq = c.run AND r.seq NOT IN temp.resumable
            WHERE c.url IN (SELECT url FROM checks WHERE run = :run)
            WINDOW runs_of AS (PARTITION BY c.url ORDER BY c.run)
        ) WHERE outcome = before AND outcome = after
    )""",
    # What is only of use for asking again is kept with the newest.
    """
    UPDATE checks SET body_sha256 = NULL, etag = NULL, last_modified = NULL
    WHERE (body_sha256 IS NOT NULL OR etag IS NOT NULL OR last_modified IS NOT NULL)
        AND url IN (SELECT url FROM checks WHERE run = :run)
        AND EXISTS (SELECT 1 FROM checks AS c WHERE c.url = checks.url AND c.run > checks.run)""",
    # Answers of archives and about contents are there to be used again: the newest to each question will do, and few
    # questions, since a letter without a date asks for another one every day.
    """
    DELETE FROM archive_checks WHERE (url, service, cited, run) IN (
        SELECT url, service, cited, run FROM (
            SELECT c.url, c.service, c.cited, c.run, lead(c.run) OVER runs_of AS after,
                row_number() OVER (PARTITION BY c.url, c.service ORDER BY c.run DESC, c.checked_at DESC) AS age
            FROM archive_checks AS c JOIN runs AS r ON r.seq = c.run AND r.seq NOT IN temp.resumable
            WHERE c.url IN (SELECT url FROM archive_checks WHERE run = :run)
            WINDOW runs_of AS (PARTITION BY c.url, c.service, c.cited ORDER BY c.run)
        ) WHERE after IS NOT NULL OR age > 8
    )""",
    """
    DELETE FROM contents WHERE (url, question, run) IN (
        SELECT url, question, run FROM (
            SELECT c.url, c.question, c.run, lead(c.run) OVER runs_of AS after,
                row_number() OVER (PARTITION BY c.url ORDER BY c.run DESC, c.recorded_at DESC) AS age
            FROM contents AS c JOIN runs AS r ON r.seq = c.run AND r.seq NOT IN temp.resumable
            WHERE c.url IN (SELECT url FROM contents WHERE run = :run)
            WINDOW runs_of AS (PARTITION BY c.url, c.question ORDER BY c.run)
        ) WHERE after IS NOT NULL OR age > 8
    )""",
    "DROP TABLE temp.resumable",
)

_DROP_UNUSED_RESULTS = """
    DELETE FROM results WHERE id NOT IN (
        SELECT result FROM checks UNION ALL SELECT result FROM archive_checks UNION ALL SELECT result FROM contents
    )"""

# What was asked in the source's runs goes: every URL that no other letter cites, and of those that others cite too what
# these runs saw. What was compared with the letter's words (contents) goes in any case, since it repeats them.
_FORGET = (
    """
    CREATE TEMP TABLE doomed_runs AS SELECT run FROM run_documents WHERE document = :document""",
    """
    CREATE TEMP TABLE doomed_urls AS
        SELECT url FROM citations WHERE document = :document AND url IS NOT NULL
        UNION SELECT url FROM checks WHERE run IN temp.doomed_runs
        UNION SELECT url FROM archive_checks WHERE run IN temp.doomed_runs
        UNION SELECT url FROM contents WHERE run IN temp.doomed_runs
        UNION SELECT url FROM saves WHERE run IN temp.doomed_runs
        EXCEPT SELECT url FROM citations WHERE document <> :document AND url IS NOT NULL""",
    """
    CREATE TEMP TABLE shared_urls AS
        SELECT url FROM citations WHERE document = :document AND url IS NOT NULL
        EXCEPT SELECT url FROM temp.doomed_urls""",
    "DELETE FROM checks WHERE run IN temp.doomed_runs AND url IN temp.shared_urls",
    "DELETE FROM archive_checks WHERE run IN temp.doomed_runs AND url IN temp.shared_urls",
    "DELETE FROM contents WHERE run IN temp.doomed_runs",
    # A report of several letters is one piece.
    "DELETE FROM reports WHERE run IN temp.doomed_runs",
    "DELETE FROM documents WHERE id = :document",
    "DELETE FROM runs WHERE seq IN temp.doomed_runs AND seq NOT IN (SELECT run FROM run_documents)",
    # The job is a digest that names the source to whoever guesses it.
    "UPDATE runs SET job = '' WHERE seq IN temp.doomed_runs",
    "DELETE FROM urls WHERE id IN temp.doomed_urls",
    _DROP_UNUSED_RESULTS,
    "DROP TABLE temp.doomed_runs",
    "DROP TABLE temp.doomed_urls",
    "DROP TABLE temp.shared_urls",
)


def thin(db: sqlite3.Connection, run: int) -> None:
    """Drop what lies between the first and the last of equal outcomes, for the URLs that `run` asked for."""
    for statement in _THIN:
        db.execute(statement, {"run": run} if ":run" in statement else {})
    db.execute(_DROP_UNUSED_RESULTS)


def forget(db: sqlite3.Connection, document: int) -> None:
    """Delete a document and whatever is known only through it. Its bytes go with `scrub`, after the transaction."""
    for statement in _FORGET:
        # SQLite takes no parameter that a statement does not name.
        db.execute(statement, {"document": document} if ":document" in statement else {})


def scrub(db: sqlite3.Connection) -> bool:
    """Rewrite the file without its free pages and empty the log; False when another process kept it from that."""
    db.execute("VACUUM")
    busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
