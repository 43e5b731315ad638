"""What came in during a run, by URL; filled as results land, read when the run is concluded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verifier import content
from verifier.content import Side, Sketch, drift
from verifier.model.citation import SURE, Candidate, Citation, Description, RepairStatus
from verifier.model.errors import VerifierError
from verifier.model.evidence import (
    DEAD,
    GOOD,
    NOT_ASKED,
    TAKEN_OVER,
    TITLE_MATCH,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    LiveOutcome,
    LiveResult,
    Page,
)
from verifier.pipeline.captive import answered_as_one
from verifier.pipeline.defects import place_of
from verifier.pipeline.memory import is_remembered
from verifier.pipeline.questions import MAX_READINGS, key_of

if TYPE_CHECKING:
    from verifier.model.report import Network

KnownDrift = Callable[[str], ContentResult | None]
"""What an earlier run made of the drift from a copy, by its question."""


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
    services: tuple[str, ...] = ()
    """The archives that were to be asked."""
    defects: dict[str, str] = field(default_factory=dict)
    """URLs whose answers brought a defect of this program to light, with its kind and place."""
    _today: dict[str, Sketch | None] = field(default_factory=dict)
    _then: dict[str, dict[str, tuple[str, Sketch | None]]] = field(default_factory=lambda: defaultdict(dict))
    """Sides that wait for the other one: today's page by URL, its copies with their times by URL and date."""
    _known: dict[str, KnownDrift | None] = field(default_factory=dict)
    """For pages that have not changed since they were last compared: what came of it."""

    @contextmanager
    def sparing(self, url: str) -> Iterator[None]:
        """A context for work on `url` alone: a defect of ours costs this answer, never the run and all other answers.

        Pages are hostile, and the rules that read them many.
        """
        try:
            yield
        except VerifierError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in the report
            self.defects.setdefault(url, place_of(error))

    def compare(self, key: str, description: Description, page: Page | None, side: Side) -> ContentResult:
        """Compare one page with one description, and keep the result."""
        result = content.read(description, page, side)
        self.contents[(key, content.question(description, side))] = result
        return result

    def landed_live(self, key: str, page: Page | None, known: KnownDrift | None) -> dict[str, ContentResult]:
        """Today's page, or that there is none; gives back, by question, the drift from each copy that waited for it.

        `known` is given for a page that was not sent again because it has not changed.
        """
        self._today[key], self._known[key] = content.sketch(page), known
        waiting = self._then.pop(key, {})
        return dict(self._drift(key, day, timestamp, then) for day, (timestamp, then) in waiting.items())

    def landed_copy(self, key: str, day: str, timestamp: str, page: Page | None) -> dict[str, ContentResult]:
        """The copy for `day`, or that there is none to compare; gives back the drift where today's page is known."""
        then = content.sketch(page)
        if key not in self._today:
            self._then[key][day] = timestamp, then
            return {}
        return dict([self._drift(key, day, timestamp, then)])

    def _drift(self, key: str, day: str, timestamp: str, then: Sketch | None) -> tuple[str, ContentResult]:
        question, known = drift.question(timestamp), self._known[key]
        result = (known(question) if known and timestamp else None) or drift.compare(then, self._today[key])
        self.drifts[(key, day)] = result
        return question, result

    def content(self, key: str, description: Description, day: str) -> ContentResult:
        """Both sides of the comparison, `unmeasured` where nothing was read."""
        both = content.merge(self._side(key, description, Side.LIVE), self._side(key, description, Side.ARCHIVE))
        moved = self.drifts.get((key, day))
        return replace(both, similarity=moved.similarity, drift=moved.drift) if moved else both

    def sides(self, key: str, description: Description) -> tuple[ContentResult, ContentResult]:
        """What the page of today, and what its copy, says of a description."""
        return self._side(key, description, Side.LIVE), self._side(key, description, Side.ARCHIVE)

    def further_readings(self, citation: Citation) -> tuple[Candidate, ...]:
        """The readings that are worth asking for after a first look at a link: few, as each is a request to somebody.

        All and the spare one, where the link leads astray. All but that, where a mended link leads to no page, or to
        one that may be another than the cited one: if the others then prove dead, nothing is left to doubt.
        """
        candidates = citation.repair.candidates[:MAX_READINGS]
        if len(candidates) < 2 and citation.spare is None:
            return ()
        key = key_of(citation.url or "")
        live = self.live.get(key)
        if self.leads_astray(citation):
            # A spare reading is of the same host, and what is gone with its host is not read on.
            spare = None if live is not None and live.outcome in TAKEN_OVER else citation.spare
            return candidates if spare is None else (*candidates, spare)
        if citation.repair.status is not RepairStatus.MENDED:
            return ()
        found = live is not None and live.outcome in GOOD
        told = citation.repair.confidence >= SURE or self._bears_title(key, citation.description) is True
        return () if found and told else candidates

    def leads_astray(self, citation: Citation) -> bool:
        """Whether a link leads to nothing, home, to another page than is cited, or to where another reading leads."""
        key = key_of(citation.url or "")
        live = self.live.get(key)
        if live is None or live.outcome in DEAD:
            return live is not None
        if live.outcome is not LiveOutcome.OK:
            return False
        if live.final_url is not None and _is_sent_on(citation, key, live.final_url):
            return True
        from verifier.verdict.outcome import shrunk  # not before the first answer: it loads the whole verdict

        told = self._bears_title(key, citation.description)
        return told is False or (told is None and live.final_url is not None and shrunk(key, live.final_url))

    def _bears_title(self, key: str, description: Description) -> bool | None:
        """Whether today's page bears the title that is cited; None when there is nothing to compare."""
        if description.title is None:
            return None
        similarity = self._side(key, description, Side.LIVE).title_similarity
        return None if similarity is None else similarity >= TITLE_MATCH

    def _side(self, key: str, description: Description, side: Side) -> ContentResult:
        seen = self.contents.get((key, content.question(description, side)))
        return seen or content.read(description, None, side)

    def network(self, *, offline: bool) -> Network:
        """Whether this run asked the network, and whether any host answered."""
        from verifier.model.report import Network

        if offline:
            return Network.OFFLINE
        return Network.DOWN if self._is_down() else Network.ONLINE

    def remarks(self, *, goes_on: bool) -> tuple[str, ...]:
        """What the reader of the report must know of how the run went; `goes_on`: the same command can go on here."""
        words = []
        if self.stopped:
            then = "Start the same command again and it goes on from here" if goes_on else "The next run begins anew"
            words.append(f"The run ended early: {self.stopped}. {then}.")
        if self.defects:
            links = "1 link" if len(self.defects) == 1 else f"{len(self.defects)} links"
            places = "; ".join(sorted(set(self.defects.values()))[:5])
            words.append(f"A defect of verifier kept {links} from being looked at in full: {places}. Please report it.")
        return tuple(words)

    def _is_down(self) -> bool:
        """Whether something was asked in this run and no host at all answered, archives included.

        A guest network that answers in every host's place is no answer either.
        """
        if self._is_captive():
            return True
        asked = [live for live in self.live.values() if live.outcome not in NOT_ASKED and not is_remembered(live)]
        tried = [result for result in self._archive_results() if not is_remembered(result)]
        if any(live.answered for live in asked) or any(result.answered for result in tried):
            return False
        return bool(asked) or (not self.live and bool(tried))

    def _is_captive(self) -> bool:
        """Whether every host that answered in this run did so with one and the same page."""
        if any(one.outcome is not ArchiveOutcome.UNKNOWN for one in self._archive_results() if not is_remembered(one)):
            return False  # an archive gave a real answer
        return answered_as_one({url: live for url, live in self.live.items() if not is_remembered(live)})

    def _archive_results(self) -> Iterable[ArchiveResult]:
        yield from self.recent.values()
        for results in self.archives.values():
            yield from results


def _is_sent_on(citation: Citation, key: str, final: str) -> bool:
    """Whether a site sends the chosen reading of a link on to another one: sites complete what is cut."""
    from verifier.verdict.outcome import same_place

    if same_place(key, final):
        return False
    others = (*citation.repair.candidates, *((citation.spare,) if citation.spare else ()))
    try:
        return any(same_place(key_of(one.url), final) for one in others)
    except ValueError:
        return False  # a reading that no address can be made of
