"""What came in during a run, by URL; filled as results land, read when the run is concluded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from verifier import content
from verifier.content import Side
from verifier.model.citation import Description
from verifier.model.evidence import ArchiveResult, ContentResult, LiveOutcome, LiveResult, Page
from verifier.model.report import Network
from verifier.pipeline.memory import remembered
from verifier.pipeline.questions import key_of


@dataclass(slots=True)
class Gathered:
    """Results by URL (without fragment); archive results also by the date asked for, comparisons by their question."""

    live: dict[str, LiveResult] = field(default_factory=dict)
    archives: dict[tuple[str, str], tuple[ArchiveResult, ...]] = field(default_factory=dict)
    recent: dict[str, ArchiveResult] = field(default_factory=dict)
    contents: dict[tuple[str, str], ContentResult] = field(default_factory=dict)
    stopped: str | None = None
    """Why the run ended early, in words."""

    def compare(self, key: str, description: Description, page: Page | None, side: Side) -> ContentResult:
        """Compare one page with one description, and keep the result."""
        result = content.read(description, page, side)
        self.contents[(key, content.question(description, side))] = result
        return result

    def content(self, url: str, description: Description) -> ContentResult:
        """Both sides of the comparison, `unmeasured` where nothing was read."""
        live, archive = (
            self.contents.get((key_of(url), content.question(description, side)))
            or content.read(description, None, side)
            for side in (Side.LIVE, Side.ARCHIVE)
        )
        return content.merge(live, archive)

    def is_down(self) -> bool:
        """Whether something was asked in this run and no host at all answered, archives included."""
        unasked = {LiveOutcome.SKIPPED, LiveOutcome.NOT_CHECKABLE}
        asked = [live for live in self.live.values() if live.outcome not in unasked and not remembered(live)]
        tried = [result for result in self._archive_results() if not remembered(result)]
        if any(live.answered for live in asked) or any(result.answered for result in tried):
            return False
        return bool(asked) or (not self.live and bool(tried))

    def network(self, *, offline: bool) -> Network:
        """What the network was to this run."""
        if offline:
            return Network.OFFLINE
        return Network.DOWN if self.is_down() else Network.ONLINE

    def remarks(self) -> tuple[str, ...]:
        """What the reader of the report must know of how the run went."""
        words = []
        if self.is_down():
            words.append("No host answered, so the network was down: nothing was judged by it.")
        if self.stopped:
            words.append(f"The run ended early: {self.stopped}. Start the same command again and it goes on from here.")
        return tuple(words)

    def _archive_results(self) -> Iterable[ArchiveResult]:
        yield from self.recent.values()
        for results in self.archives.values():
            yield from results
