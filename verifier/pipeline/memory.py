"""History in and out of a run. A history that fails is reported and left aside; the run goes on without it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from verifier.model.errors import StoreError
from verifier.model.evidence import DEAD, ArchiveResult, ContentResult, LiveOutcome, LiveResult, Provenance, Usable
from verifier.pipeline.desk import Options

if TYPE_CHECKING:
    from verifier.model.past import PastSpan
    from verifier.model.report import Report
    from verifier.model.transition import Standing
    from verifier.model.trend import Tally
    from verifier.store.history import History

T = TypeVar("T")
_CLOCKS_DIFFER = timedelta(hours=1)
"""What bears a later time than the present one by more than this was noted before the clock was set back."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Memory:
    """What earlier runs saw, as far as it may be used, and where this run's results land, one by one.

    Good results younger than `--max-age` are used again; of a run that never finished, over the same sources with the
    same options, every result is, so that nothing is asked twice.
    """

    def __init__(self, history: History | None, run_id: str, options: Options) -> None:
        self._history = history
        self._run_id = run_id
        self._options = options
        self._usable = Usable(_EPOCH, _EPOCH)
        self.started_at = _EPOCH
        self.remarks: list[str] = []

    @property
    def goes_on(self) -> bool:
        """Whether the same command, given again, goes on where this run stops."""
        return self._history is not None and not self._options.refresh

    def begin(self, sources: Sequence[str], started_at: datetime) -> None:
        """Note the run, and look for one that was interrupted."""
        self.started_at = started_at
        self._usable = usable = Usable(started_at - self._options.max_age, started_at + _CLOCKS_DIFFER)
        digest = hashlib.sha256(json.dumps(dict(self._options.shown), sort_keys=True, default=str).encode()).hexdigest()
        interrupted = False

        def start(history: History) -> None:
            nonlocal interrupted
            if not self._options.refresh:
                # Answers of long ago, time-outs among them, are no answers to this run.
                oldest = started_at - max(self._options.max_age, timedelta(days=1))
                resumed = history.unfinished_run(sources, digest, not_before=oldest)
                interrupted = resumed is not None
                if self._options.lately and not interrupted:
                    resumed = _last_over(history, sources, usable.not_before)
                self._usable = usable._replace(resumed=resumed)
            history.begin_run(self._run_id, started_at, sources, digest, self._options.tool_version)

        self._try(start)
        if interrupted:
            self.remarks.append("An earlier run was interrupted; its results were used again.")

    def live(self, url: str) -> LiveResult | None:
        """A remembered live result that may be used, or None."""
        return self._recall(lambda h: h.recall_live(url, self._usable))

    def archive(self, url: str, cited: str, service: str) -> ArchiveResult | None:
        """A remembered archive result that may be used, or None."""
        return self._recall(lambda h: h.recall_archive(url, cited, service, self._usable))

    def content(self, url: str, question: str, *, however_old: bool = False) -> ContentResult | None:
        """A remembered comparison for the same question, or None."""
        usable = self._usable._replace(not_before=_EPOCH) if however_old else self._usable
        return self._recall(lambda h: h.recall_content(url, question, usable))

    def outdated(self, url: str) -> LiveResult | None:
        """A good result that is too old to be used, of a page whose server can tell whether it has changed; or None."""
        result = self._recall(lambda h: h.recall_live(url, self._usable._replace(not_before=_EPOCH, resumed=None)))
        if result is None or result.outcome is not LiveOutcome.OK or result.redirects:
            return None
        return result if result.etag or result.last_modified else None

    def keep_live(self, url: str, result: LiveResult) -> None:
        """Store a live result as it lands."""
        self._try(lambda h: h.record_live(self._run_id, url, result))

    def keep_archive(self, url: str, cited: str, result: ArchiveResult) -> None:
        """Store an archive result as it lands."""
        self._try(lambda h: h.record_archive(self._run_id, url, cited, result))

    def keep_content(self, url: str, question: str, result: ContentResult) -> None:
        """Store a comparison as it lands."""
        self._try(lambda h: h.record_content(self._run_id, url, question, result, at=self.started_at))

    def confirmed(self, url: str, result: LiveResult) -> LiveResult:
        """The result, confirmed when the same dead answer was seen on another day."""
        if result.outcome not in DEAD or result.confirmed:
            return result
        # Days in the future were noted by a wrong clock: they may well have been this very day.
        days = self._try(lambda h: h.dead_days(url, result.outcome.value, not_after=result.checked_at)) or ()
        others = sorted(day for day in days if day < result.checked_at.date())
        if not others:
            return result
        words = f"the same was seen on {others[-1].isoformat()}"
        return replace(result, confirmed=True, evidence=(*result.evidence, words))

    def since(self, citation_id: str, outcome: str) -> tuple[datetime | None, int]:
        """Since when the outcome has been seen without a break before this run, and in how many runs."""
        first, runs = self._try(lambda h: h.since(citation_id, outcome)) or (None, 0)
        return (first if first is None or first <= self._usable.not_after else None), runs

    def last_judged(self, citation_id: str, *, looked_at: bool) -> Standing | None:
        """What the last run that judged the citation (and looked, with `looked_at`) said of it."""
        return self._try(lambda h: h.last_judged(citation_id, looked_at=looked_at))

    def was_settled(self, citation_id: str) -> bool:
        """Whether the citation was accepted or ignored when a run last finished with it."""
        return self._try(lambda h: h.was_settled(citation_id)) or False

    def last_finished(self, source: str) -> datetime | None:
        """When the last finished run over `source` ended."""
        return self._try(lambda h: h.last_finished(source))

    def tallies(self, source: str) -> tuple[Tally, ...]:
        """The verdicts of the last finished runs over `source`, the oldest first."""
        return self._try(lambda h: h.tallies(source)) or ()

    def spans(self, source: str) -> tuple[PastSpan, ...]:
        """What finished runs said of each citation of `source`."""
        return self._try(lambda h: h.spans(source)) or ()

    def finish(self, report: Report, *, stopped: bool = False) -> None:
        """Note that the run has ended; one that was `stopped` stays open, one without network is forgotten."""
        from verifier.model.report import Network

        if report.run.network is Network.DOWN:
            self._try(lambda h: h.abandon_run(self._run_id))
        elif not stopped:
            self._try(lambda h: h.finish_run(self._run_id, report.run.finished_at, report))

    def _recall(self, ask: Callable[[History], T | None]) -> T | None:
        return None if self._options.refresh else self._try(ask)

    def _try(self, act: Callable[[History], T]) -> T | None:
        if self._history is None:
            return None
        try:
            return act(self._history)
        except StoreError as error:
            self._history = None
            self.remarks.append(f"The history could not be used: {error.remark}")
            return None


def _last_over(history: History, sources: Sequence[str], not_before: datetime) -> str | None:
    """The last finished run over all of `sources`, if it is young enough."""
    for run in history.runs(sources[0] if sources else None):
        if run.started_at < not_before:
            return None
        if run.finished_at is not None and set(sources) <= set(run.sources):
            return run.id
    return None


def is_remembered(result: LiveResult | ArchiveResult | None) -> bool:
    """Whether a result comes from an earlier run."""
    return result is not None and result.provenance is Provenance.REMEMBERED
