"""The history file as the pipeline sees it: results go in as they land, and come out when they are still good.

In: runs, single results, finished reports. Out: remembered results, since when an outcome was seen, earlier findings.
Every `record_…` is in the file when it returns, so that a killed run loses nothing that it had learnt.
All methods are synchronous, belong to the thread that opened the history, and raise StoreError when the file fails.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from verifier.model.errors import StoreError
from verifier.model.evidence import ArchiveResult, ContentResult, LiveOutcome, LiveResult, Usable
from verifier.model.past import PastFinding, PastRun, PastSpan
from verifier.model.report import Report
from verifier.model.saving import SaveResult
from verifier.model.transition import Standing
from verifier.model.trend import Tally
from verifier.store import findings, names, reports, results, runs, saves, trends, upkeep
from verifier.store.codec import moment, stamp, storable
from verifier.store.connection import close, connect, reading, writing
from verifier.store.migrate import backups
from verifier.store.names import Identify


class History:
    """One history file, open. Use as a context manager, or `close` it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._numbers: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path, *, wait: float = 5.0) -> Self:
        """Open `path`, or begin it; other processes at the same file are waited for up to `wait` seconds.

        Raises StoreError when the file is not ours, of a newer version, damaged, locked, or not to be written.
        """
        return cls(path, connect(path, wait))

    def close(self) -> None:
        """Leave one whole file behind. Never raises; closing twice is harmless."""
        close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Runs

    def begin_run(
        self,
        run_id: str,
        started_at: datetime,
        sources: Sequence[str],
        options_digest: str,
        tool_version: str,
    ) -> None:
        """Note that a run begins; its id must be new."""
        with writing(self._connection, self.path) as db:
            row = db.execute(
                "INSERT INTO runs (id, job, started_at, tool_version) VALUES (?, ?, ?, ?) RETURNING seq",
                (run_id, _job(sources, options_digest), stamp(started_at), tool_version),
            ).fetchone()
            for source in sources:
                findings.document_number(db, row[0], source, started_at)
        self._numbers[run_id] = row[0]

    def unfinished_run(
        self, sources: Sequence[str], options_digest: str, *, not_before: datetime | None = None
    ) -> str | None:
        """The latest run over the same sources with the same options, if it was interrupted; else None.

        Ask before `begin_run`. `not_before` bounds when that run began: passing failures of long ago are no news.
        """
        with reading(self._connection, self.path) as db:
            row = db.execute(
                "SELECT id, started_at, finished_at FROM runs WHERE job = ? ORDER BY seq DESC LIMIT 1",
                (_job(sources, options_digest),),
            ).fetchone()
        if row is None or row[2] is not None or (not_before and row[1] < stamp(not_before)):
            return None
        return str(row[0])

    def finish_run(self, run_id: str, finished_at: datetime, report: Report) -> None:
        """Store every verdict and outcome of the report, and mark the run as finished.

        A partial report finishes nothing: its run stays to be resumed.
        """
        if report.run.partial:
            return
        run = self._number(run_id)
        with writing(self._connection, self.path) as db:
            findings.conclude(db, run, finished_at, report)
            reports.keep(db, run, report)
            upkeep.thin(db, run)

    def abandon_run(self, run_id: str) -> None:
        """Forget an unfinished run and its results: for one that learnt nothing, as when the network was down."""
        run = self._number(run_id)
        with writing(self._connection, self.path) as db:
            db.execute("DELETE FROM runs WHERE seq = ? AND finished_at IS NULL", (run,))
        self._numbers.pop(run_id)

    # Single results

    def record_live(self, run_id: str, url: str, result: LiveResult) -> None:
        """Store a live result now, unless it was skipped: that is none.

        A remembered one is noted for this run with its own time, at the cost of a row, so that a run that is resumed
        twice finds everything under the last.
        """
        if result.outcome is LiveOutcome.SKIPPED:
            return
        run = self._number(run_id)
        with writing(self._connection, self.path) as db:
            results.record_live(db, run, url, result)

    def recall_live(self, url: str, usable: Usable) -> LiveResult | None:
        """The newest result for `url` that is `usable`, if it is good or of the resumed run.

        It comes as it was recorded, with its own `checked_at`, and `provenance` remembered.
        """
        with reading(self._connection, self.path) as db:
            return results.recall_live(db, url, usable, resumed=self._resumed(usable))

    def record_archive(self, run_id: str, url: str, cited: str, result: ArchiveResult) -> None:
        """Store what an archive said of `url` for the citation date `cited`, now."""
        run = self._number(run_id)
        with writing(self._connection, self.path) as db:
            results.record_archive(db, run, url, cited, result)

    def recall_archive(self, url: str, cited: str, service: str, usable: Usable) -> ArchiveResult | None:
        """The newest answer that is `usable`, if it has a copy, or is any but `unknown` of the resumed run."""
        with reading(self._connection, self.path) as db:
            return results.recall_archive(db, url, cited, service, usable, resumed=self._resumed(usable))

    def record_content(
        self, run_id: str, url: str, question: str, result: ContentResult, *, at: datetime | None = None
    ) -> None:
        """Store what the page held of what `question`, a digest of the cited title and quotations, asks."""
        run = self._number(run_id)
        with writing(self._connection, self.path) as db:
            results.record_content(db, run, url, question, result, recorded_at=at or datetime.now(UTC))

    def recall_content(self, url: str, question: str, usable: Usable) -> ContentResult | None:
        """The newest answer to the same question that is `usable`."""
        with reading(self._connection, self.path) as db:
            return results.recall_content(db, url, question, usable, resumed=self._resumed(usable))

    def record_save(self, run_id: str, result: SaveResult) -> None:
        """Store what became of asking an archive to capture a page, now: also that it has only been asked."""
        run = self._number(run_id)
        with writing(self._connection, self.path) as db:
            saves.record_save(db, run, result)

    def recall_save(self, url: str, service: str) -> SaveResult | None:
        """The newest that is known of asking `service` to capture `url`, however old; None when it never was asked."""
        with reading(self._connection, self.path) as db:
            return saves.recall_save(db, url, service)

    # What earlier runs say

    def since(self, citation_id: str, outcome: str) -> tuple[datetime | None, int]:
        """Since when `outcome` has been seen without interruption, and in how many finished runs; (None, 0) if in none.

        The present run counts only after `finish_run`. `findings.outcome_of` says which outcome a finding has.
        """
        with reading(self._connection, self.path) as db:
            return findings.since(db, citation_id, outcome)

    def dead_days(self, url: str, outcome: str, *, not_after: datetime) -> tuple[date, ...]:
        """The days (UTC), up to `not_after`, on which `outcome` was seen since the page was last good."""
        with reading(self._connection, self.path) as db:
            return findings.dead_days(db, url, outcome, not_after)

    def last_judged(self, citation_id: str, *, looked_at: bool = True) -> Standing | None:
        """What the last run that judged this citation said of it; `looked_at`: the last one that also looked."""
        with reading(self._connection, self.path) as db:
            return findings.last_judged(db, citation_id, looked_at=looked_at)

    def was_settled(self, citation_id: str) -> bool:
        """Whether a person had accepted or ignored this citation when a run last finished with it."""
        with reading(self._connection, self.path) as db:
            return findings.was_settled(db, citation_id)

    def last_finished(self, source: str) -> datetime | None:
        """When the last finished run that read `source` ended; None when there is none."""
        with reading(self._connection, self.path) as db:
            row = db.execute(
                "SELECT r.finished_at FROM runs AS r JOIN run_documents AS rd ON rd.run = r.seq"
                " JOIN documents AS d ON d.id = rd.document WHERE d.source = ? AND r.concluded IS NOT NULL"
                " AND NOT rd.unread ORDER BY r.concluded DESC LIMIT 1",
                (storable(source),),
            ).fetchone()
        return moment(row[0]) if row else None

    def runs(self, source: str | None = None) -> tuple[PastRun, ...]:
        """All runs, newest first; with `source`, those that read it."""
        with reading(self._connection, self.path) as db:
            return tuple(runs.all_runs(db, source))

    def sources(self) -> tuple[str, ...]:
        """Every source that a run has read."""
        with reading(self._connection, self.path) as db:
            return tuple(source for (source,) in db.execute("SELECT source FROM documents ORDER BY id"))

    def rename(self, old: str, new: str, identify: Identify) -> None:
        """Let everything that is known of the source `old` count for `new`, where nothing is known of that yet.

        `identify` gives the id of a citation from its source, its text without white space, and its occurrence.
        """
        with writing(self._connection, self.path) as db:
            if db.execute("SELECT 1 FROM documents WHERE source = ?", (storable(new),)).fetchone() is None:
                names.rename(db, old, new, identify)

    def findings_of(self, run_id: str) -> tuple[PastFinding, ...]:
        """What a finished run found; empty for one that is unknown or unfinished."""
        with reading(self._connection, self.path) as db:
            return tuple(findings.of_run(db, run_id))

    def last_seen(self, citation_id: str, run_id: str) -> PastFinding | None:
        """What the last run up to `run_id` that looked at this citation found of it; None when none did."""
        with reading(self._connection, self.path) as db:
            return findings.last_seen(db, citation_id, run_id)

    def report_of(self, run_id: str) -> Report | None:
        """The report of a finished run without the texts of its letters; None when it is not kept any more."""
        with reading(self._connection, self.path) as db:
            return reports.find(db, run_id)

    def spans(self, source: str | None = None) -> tuple[PastSpan, ...]:
        """What finished runs said of each citation, in spans without change; with `source`, of that letter only."""
        with reading(self._connection, self.path) as db:
            return tuple(findings.spans(db, source))

    def tallies(self, source: str, last: int = 30) -> tuple[Tally, ...]:
        """How many citations of `source` had each verdict in its last finished runs, the oldest first."""
        with reading(self._connection, self.path) as db:
            return trends.tallies(db, source, last)

    def forget(self, source: str) -> bool:
        """Delete all that is known through `source`, and its bytes with it; False when nothing was known.

        What other letters cite too stays theirs. Copies made before a migration hold it as well, and go too.
        """
        with writing(self._connection, self.path) as db:
            row = db.execute("SELECT id FROM documents WHERE source = ?", (storable(source),)).fetchone()
            if row:
                upkeep.forget(db, row[0])
        self._numbers.clear()
        with reading(self._connection, self.path) as db:
            clean = upkeep.scrub(db)
        for copy in backups(self.path):
            copy.unlink()
        if not clean:
            raise StoreError(
                f"{source} is deleted, but another process keeps traces of it in {self.path}",
                "Run the same command again when no other run is going on.",
            )
        return row is not None

    # Helpers

    def _number(self, run_id: str) -> int:
        if run_id not in self._numbers:
            with reading(self._connection, self.path) as db:
                row = db.execute("SELECT seq FROM runs WHERE id = ?", (run_id,)).fetchone()
            if row is None:
                raise StoreError(f"the history {self.path} knows no run {run_id}", "`verify history` lists the runs.")
            self._numbers[run_id] = row[0]
        return self._numbers[run_id]

    def _resumed(self, usable: Usable) -> int | None:
        return self._number(usable.resumed) if usable.resumed else None


def _job(sources: Sequence[str], options_digest: str) -> str:
    """The same command over the same sources, in whatever order, is the same job."""
    return hashlib.sha256(json.dumps([sorted(sources), options_digest]).encode()).hexdigest()
