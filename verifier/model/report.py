"""The report: what every format renders. JSON version 1 in `design.md` names the same things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from verifier.model.citation import Citation, Note
from verifier.model.dates import PartialDate
from verifier.model.document import Anchor, Part, Region
from verifier.model.evidence import ArchiveResult, ContentResult, LiveResult, best_archive
from verifier.model.transition import Changes
from verifier.model.trend import Stretch, Tally  # not for types alone: the history restores reports by them

if TYPE_CHECKING:
    from verifier.model.review import Reviewed


class Verdict(StrEnum):
    """What a citation comes to."""

    OK = "ok"
    FIX = "fix"
    BROKEN = "broken"
    REVIEW = "review"
    SKIPPED = "skipped"


ASKING = frozenset({Verdict.BROKEN, Verdict.FIX, Verdict.REVIEW})
"""Verdicts that ask something of the author."""
SETTLING = frozenset({"accept", "ignore"})
"""Decisions that let a citation rest, whatever its verdict."""


class ActionKind(StrEnum):
    """What the author can do."""

    USE_URL = "use_url"
    USE_ARCHIVE = "use_archive"
    SAVE_NOW = "save_now"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, and the URL to do it with."""

    kind: ActionKind
    url: str | None = None


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that applied, and what it says of this citation in plain words."""

    id: str
    message: str


class Attestation(StrEnum):
    """What kind of evidence an `ok` rests on."""

    LIVE = "live"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a citation."""

    decision: str  # accept | ignore | replace | opened
    by: str | None = None
    on: date | None = None
    note: str | None = None
    url: str | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One citation with its evidence and verdict. A stage that was not run is None."""

    citation: Citation
    live: LiveResult | None = None
    archives: tuple[ArchiveResult, ...] | None = None
    """What each archive that was asked said, in the order in which they were."""
    content: ContentResult | None = None
    verdict: Verdict | None = None
    attested_by: Attestation | None = None
    actions: tuple[Action, ...] = ()
    rules: tuple[RuleHit, ...] = ()
    since: datetime | None = None
    seen: int = 0
    """In how many runs the present outcome was seen, this one included."""
    new: bool = True
    """False when an earlier run already asked for as much: what `--fail-on new` leaves out."""
    review: Review | None = None
    dated: bool = True
    """False when neither the citation nor the letter bears a date, so that copies were measured from today."""
    past: tuple[Stretch, ...] = ()
    """What runs said of it, this one last; empty when no earlier run looked."""

    @property
    def archive(self) -> ArchiveResult | None:
        """The best of `archives`: what the one said that has most to say."""
        return best_archive(self.archives)

    @property
    def settled(self) -> bool:
        """Whether a person has accepted or ignored it."""
        return self.review is not None and self.review.decision in SETTLING

    @property
    def needs_doing(self) -> bool:
        """Whether it asks something of the author: not in order, not settled, and part of the letter."""
        return self.verdict in ASKING and not self.settled and self.citation.part is not Part.SURROUNDINGS


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """Why a source could not be read, and what to do about it."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One source: what was read, or why it could not be."""

    source: str
    media_type: str | None = None
    title: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    error: SourceFailure | None = None
    remarks: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    text: str = field(default="", repr=False)
    """The document's text as read, for reports that show the letter itself."""
    regions: tuple[Region, ...] = field(default=(), repr=False)
    """What the format says of stretches of that text; the document's own, as are `anchors`."""
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)
    tallies: tuple[Tally, ...] = ()
    """The verdicts of the last runs over it, this one last; empty when it is the first."""

    @property
    def notes_without_citation(self) -> tuple[Note, ...]:
        """The notes that cite no source."""
        citing = {finding.citation.note_index for finding in self.findings}
        return tuple(note for note in self.notes if note.index not in citing)


class Network(StrEnum):
    """Whether the run asked the network, and whether any host answered."""

    ONLINE = "online"
    OFFLINE = "offline"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Run:
    """One run. `options` holds what shaped it, secrets left out; `remarks` what the reader must know of it."""

    id: str
    started_at: datetime
    finished_at: datetime
    tool_version: str
    network: Network
    vantage: str | None = None
    options: dict[str, object] = field(default_factory=dict)
    fail_on: tuple[str, ...] = ()
    """What fails the run, for a report that does not tell its `options`."""
    selected: bool = False
    """True when only some links were to be checked, likewise."""
    remarks: tuple[str, ...] = ()
    judged: bool = True
    """False for `extract`: no verdicts at all."""
    partial: bool = False
    """True when the run was interrupted or ran out of time."""
    interrupted: bool = False
    """True when it was a person who ended it."""

    @property
    def of_part(self) -> bool:
        """Whether only some links were to be checked (`--note`, `--include`)."""
        return self.selected or bool(self.options.get("note") or self.options.get("include"))


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all documents. Parts that belong to a stage that was not run are None."""

    documents: int
    citations: int
    notes_without_citation: int
    decided: float | None = None
    verdicts: dict[str, int] | None = None
    live: dict[str, int] | None = None
    archive: dict[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a format renders."""

    run: Run
    summary: Summary
    documents: tuple[DocumentReport, ...]
    changes: Changes | None = None
    """What is not as the last run over these documents left it; None when there was none."""
    reviews: tuple[Reviewed, ...] = ()
    """All decisions that the run was given, whether they held or not, and on whatever letter."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of all documents, in their order."""
        return tuple(finding for document in self.documents for finding in document.findings)


def summarise(documents: Iterable[DocumentReport]) -> Summary:
    """Count over the documents."""
    documents = tuple(documents)
    findings = [finding for document in documents for finding in document.findings]
    verdicts = [finding.verdict for finding in findings if finding.verdict is not None]
    live = Counter(finding.live.outcome.value for finding in findings if finding.live)
    archive = Counter(finding.archive.outcome.value for finding in findings if finding.archive)
    judged = bool(verdicts) or not findings
    return Summary(
        documents=len(documents),
        citations=len(findings),
        notes_without_citation=sum(len(document.notes_without_citation) for document in documents),
        decided=_decided(verdicts) if judged else None,
        verdicts={verdict.value: verdicts.count(verdict) for verdict in Verdict} if judged else None,
        live=dict(sorted(live.items())) if live else None,
        archive=dict(sorted(archive.items())) if archive else None,
    )


def _decided(verdicts: Sequence[Verdict]) -> float:
    """The share of checked citations whose verdict is not `review`. Skipped ones were not checked; of none it is 1."""
    checked = [verdict for verdict in verdicts if verdict is not Verdict.SKIPPED]
    return 1 - checked.count(Verdict.REVIEW) / len(checked) if checked else 1.0
