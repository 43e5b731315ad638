"""What came in during a run, by URL; filled as results land, read when the run is concluded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from verifier import content
from verifier.content import Side, Sketch, drift
from verifier.model.citation import Candidate, Description
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, ContentResult, LiveOutcome, LiveResult, Page
from verifier.model.report import Network
from verifier.pipeline.captive import answered_as_one
from verifier.pipeline.memory import remembered
from verifier.pipeline.questions import key_of


@dataclass(slots=True)
class Gathered:
    """Results by URL (without fragment); archive results also by the date asked for, comparisons by their question."""

    live: dict[str, LiveResult] = field(default_factory=dict)
    archives: dict[tuple[str, str], tuple[ArchiveResult, ...]] = field(default_factory=dict)
    recent: dict[str, ArchiveResult] = field(default_factory=dict)
    contents: dict[tuple[str, str], ContentResult] = field(default_factory=dict)
    drifts: dict[tuple[str, str], ContentResult] = field(default_factory=dict)
    """How far a page is from its copy, by URL and the date asked for."""
    completions: dict[str, Candidate] = field(default_factory=dict)
    """Readings of cut links that an archive's index supplied, by the citation's id."""
    stopped: str | None = None
    """Why the run ended early, in words."""
    _today: dict[str, Sketch | None] = field(default_factory=dict)
    _then: dict[str, dict[str, Sketch | None]] = field(default_factory=lambda: defaultdict(dict))
    """Sides that wait for the other one: today's page by URL, its copies by URL and date."""

    def compare(self, key: str, description: Description, page: Page | None, side: Side) -> ContentResult:
        """Compare one page with one description, and keep the result."""
        result = content.read(description, page, side)
        self.contents[(key, content.question(description, side))] = result
        return result

    def landed_live(self, key: str, page: Page | None) -> dict[str, ContentResult]:
        """Today's page, or that there is none to compare; gives back the drift from each copy that waited for it."""
        today = self._today[key] = content.sketch(page)
        waiting = self._then.pop(key, {})
        return {day: self._drift(key, day, then, today) for day, then in waiting.items()}

    def landed_copy(self, key: str, day: str, page: Page | None) -> dict[str, ContentResult]:
        """The copy for `day`, or that there is none to compare; gives back the drift where today's page is known."""
        then = content.sketch(page)
        if key not in self._today:
            self._then[key][day] = then
            return {}
        return {day: self._drift(key, day, then, self._today[key])}

    def _drift(self, key: str, day: str, then: Sketch | None, today: Sketch | None) -> ContentResult:
        result = self.drifts[(key, day)] = drift.compare(then, today)
        return result

    def content(self, url: str, description: Description, day: str) -> ContentResult:
        """Both sides of the comparison, `unmeasured` where nothing was read."""
        live, archive = (
            self.contents.get((key_of(url), content.question(description, side)))
            or content.read(description, None, side)
            for side in (Side.LIVE, Side.ARCHIVE)
        )
        moved = self.drifts.get((key_of(url), day), ContentResult())
        return replace(content.merge(live, archive), similarity=moved.similarity, drift=moved.drift)

    def is_down(self) -> bool:
        """Whether something was asked in this run and no host at all answered, archives included.

        A guest network that answers in every host's place is no answer either.
        """
        unasked = {LiveOutcome.SKIPPED, LiveOutcome.NOT_CHECKABLE}
        asked = [live for live in self.live.values() if live.outcome not in unasked and not remembered(live)]
        if self.is_captive():
            return True
        tried = [result for result in self._archive_results() if not remembered(result)]
        if any(live.answered for live in asked) or any(result.answered for result in tried):
            return False
        return bool(asked) or (not self.live and bool(tried))

    def is_captive(self) -> bool:
        """Whether every host that answered in this run did so with one and the same page."""
        if any(one.outcome is not ArchiveOutcome.UNKNOWN for one in self._archive_results() if not remembered(one)):
            return False  # an archive spoke sense
        return answered_as_one({url: live for url, live in self.live.items() if not remembered(live)})

    def network(self, *, offline: bool) -> Network:
        """What the network was to this run."""
        if offline:
            return Network.OFFLINE
        return Network.DOWN if self.is_down() else Network.ONLINE

    def remarks(self) -> tuple[str, ...]:
        """What the reader of the report must know of how the run went."""
        words = []
        if self.stopped:
            words.append(f"The run ended early: {self.stopped}. Start the same command again and it goes on from here.")
        return tuple(words)

    def _archive_results(self) -> Iterable[ArchiveResult]:
        yield from self.recent.values()
        for results in self.archives.values():
            yield from results
