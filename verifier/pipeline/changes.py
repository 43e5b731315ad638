"""Which links `verify fix` changes, and into what: a report and the letter's text -> changes, and what is left (pure).

Changed are links read with confidence of at least 0.9 for which more speaks than the shape of the text: damaged ones
into what was meant, moved ones into the new address, dead ones into their archived copy. A page that seems gone at
first sight stays (`verdicts.md`: confirmed).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urldefrag

from verifier.model.change import Change, ChangeKind, Left
from verifier.model.citation import SURE, Citation, Edit, EditKind, Kind, RepairStatus
from verifier.model.document import Link, Part
from verifier.model.evidence import DEAD, GOOD, WITH_COPY, LiveOutcome, LiveResult
from verifier.model.report import ActionKind, DocumentReport, Finding, Verdict
from verifier.model.secrets import secret_in

_SURE_ALONE = 0.97
"""`SURE` where nothing but the shape of the text speaks for it: 99.5 % of what is changed is to be right, and that is
measured (`make bench-fix`)."""
EVERY = frozenset(ChangeKind)
_COPY_ASTRAY = "VFY307"
UNSURE = "it can be read in more than one way"
UNSUPPORTED = "nothing but the shape of the text speaks for how it is read; look at it, and decide with `verify review`"

_PLAIN_URL = re.compile(
    r"https?://[^\s<>\"`{}|\\^\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,2000}"
)
_SCHEME = re.compile(r"[a-z]{3,6}:/{0,3}", re.IGNORECASE)
_MOST_NESTED = 20


@dataclass(frozen=True, slots=True)
class Decision:
    """The changes in the order of the text, and the links that need something but are left."""

    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()


def decide(report: DocumentReport, links: Sequence[Link] = (), only: Collection[ChangeKind] = EVERY) -> Decision:
    """What to change in the document of `report`, whose format carries `links`. `only` limits it to some kinds."""
    changes: list[Change] = []
    left: list[Left] = []
    for finding in sorted(report.findings, key=lambda one: one.citation.start):
        made = _of(finding, report.text, links, only)
        if isinstance(made, Change):
            still = _why_left(finding, EVERY) if made.kind is ChangeKind.MENDED else None
            changes.append(replace(made, still=still))
        elif made:
            citation = finding.citation
            left.append(Left(citation.as_written, citation.position, made, citation.note))
    return Decision(tuple(changes), tuple(left))


def _of(finding: Finding, text: str, links: Sequence[Link], only: Collection[ChangeKind]) -> Change | str | None:
    """The change that a finding asks for; or why a link that needs one is left, in words; None when it needs none."""
    citation = finding.citation
    if finding.settled:
        return None
    aims = [aim for aim in _aims(finding) if aim.kind in only]
    if not aims:
        return _why_left(finding, only)
    aim = aims[-1]
    if aim.kind is not ChangeKind.CHOSEN and (doubt := _doubt(finding)) is not None:
        return doubt
    if not _PLAIN_URL.fullmatch(aim.url) and citation.kind is Kind.URL:
        return "the new address holds characters that no link should hold"
    if aim.kind is not ChangeKind.MENDED and secret_in(aim.url):
        return "the new address carries a secret"
    return _change(citation, aim, text, links)


def _doubt(finding: Finding) -> str | None:
    """Why a reading is not sure enough to be written into a letter unseen; None when it is."""
    repair = finding.citation.repair
    if repair.confidence < SURE:
        return UNSURE
    seen = finding.live is not None and finding.live.outcome in GOOD
    kept = finding.archive is not None and finding.archive.outcome in WITH_COPY
    supported = repair.confirmed_by is not None or seen or kept
    return None if supported or repair.confidence >= _SURE_ALONE else UNSUPPORTED


@dataclass(frozen=True, slots=True)
class _Aim:
    """Where a link shall lead, and why."""

    kind: ChangeKind
    url: str
    why: str
    captured: str | None = None


def _aims(finding: Finding) -> Iterator[_Aim]:
    """What could be done for a finding, the last one best."""
    citation, live = finding.citation, finding.live
    url = citation.url or citation.value
    if finding.review is not None and finding.review.decision == "replace" and finding.review.url:
        if finding.review.url != url or citation.repair.status is not RepairStatus.INTACT:
            yield _Aim(ChangeKind.CHOSEN, finding.review.url, "a person decided so")
        return
    if citation.repair.status is RepairStatus.MENDED:
        yield _Aim(ChangeKind.MENDED, url, "broken as printed")
    if citation.part is Part.SURROUNDINGS or live is None:
        return  # what stands around the letter is nobody's citation: only what is broken in it is mended
    if live.outcome is LiveOutcome.MOVED and live.final_url:
        yield _Aim(ChangeKind.MOVED, _with_fragment(live.final_url, url), "the page has moved for good")
    opened = finding.review is not None and finding.review.decision == "opened"
    if not opened:  # else a person saw the page where a program did not
        yield from _copy_instead(finding, live, url)


def _copy_instead(finding: Finding, live: LiveResult, url: str) -> Iterator[_Aim]:
    """The archived copy in place of a page that is gone for good, where the copy is surely of that page."""
    gone = finding.verdict is Verdict.BROKEN and live.outcome in DEAD and live.confirmed
    copy = next((action.url for action in finding.actions if action.kind is ActionKind.USE_ARCHIVE), None)
    if gone and copy and copy != url and not _is_astray(finding):
        snapshot = finding.archive.snapshot if finding.archive else None
        captured = snapshot.day if snapshot else None
        yield _Aim(ChangeKind.DEAD, _with_fragment(copy, url), "the page is gone", captured)


def _is_astray(finding: Finding) -> bool:
    """Whether the copy may be of another page: somebody has to look at it first."""
    return any(rule.id == _COPY_ASTRAY for rule in finding.rules)


def _why_left(finding: Finding, only: Collection[ChangeKind]) -> str | None:
    repair, live = finding.citation.repair, finding.live
    if repair.status is RepairStatus.AMBIGUOUS and ChangeKind.MENDED in only:
        return UNSURE
    if repair.status is RepairStatus.UNMENDABLE and ChangeKind.MENDED in only:
        return "no reading of it gives an address"
    if finding.verdict is not Verdict.BROKEN or live is None or ChangeKind.DEAD not in only or finding.review:
        return None
    if finding.citation.part is Part.SURROUNDINGS or live.outcome not in DEAD:
        return None
    if not any(action.kind is ActionKind.USE_ARCHIVE for action in finding.actions):
        return "the page seems to be gone, and no good archived copy is known"
    first_sight = None if live.confirmed else "the page seems to be gone at first sight; run again on another day"
    astray = "the page seems to be gone, and its archived copy does not bear the cited title"
    return astray if _is_astray(finding) else first_sight


def _with_fragment(url: str, old: str) -> str:
    """Readers keep their place on the page when they are sent on (RFC 9110, 10.2.2)."""
    fragment = urldefrag(old).fragment
    return f"{url}#{fragment}" if fragment and "#" not in url else url


def _change(citation: Citation, aim: _Aim, text: str, links: Sequence[Link]) -> Change | str:
    start = citation.start
    end, spelled = _reading(citation, aim, text)
    written = text[start:end] or citation.as_written
    link = _link_over(links, start, end)
    if spelled is None and link is None:
        return "the text does not spell the link out"
    shown = None
    if spelled is not None:
        shown = spelled if aim.kind is ChangeKind.MENDED else aim.url
    if shown == written and link is None:
        return "nothing that can be written would change"
    return Change(
        kind=aim.kind,
        start=start,
        end=end,
        written=written,
        shown=shown,
        url=aim.url,
        meant=citation.url or citation.value,
        position=citation.position,
        why=aim.why,
        href=link.url if link else None,
        note=citation.note,
        captured=aim.captured,
    )


def _link_over(links: Sequence[Link], start: int, end: int) -> Link | None:
    """The format's link that lies over a span; `links` are sorted by their start."""
    at = bisect_left(links, end, key=lambda one: one.start)
    return next((one for one in reversed(links[max(at - _MOST_NESTED, 0) : at]) if one.end > start), None)


def _reading(citation: Citation, aim: _Aim, text: str) -> tuple[int, str | None]:
    """Where the link that is read ends in the text, and what the text spells once mended, if it spells the link.

    Evidence may have settled on a reading that reaches further, or less far, than the text alone made likely; one that
    an archive's index completed ends where the link as written does.
    """
    wanted = {aim.url} if aim.kind is ChangeKind.CHOSEN else {citation.url, citation.value}
    chosen = [one for one in citation.repair.candidates if one.url in wanted]
    ways = [(end, one.edits, one.url) for one in chosen for end in (one.end, citation.end) if end > citation.start]
    for end, edits, url in [*ways, (citation.end, citation.repair.edits, citation.url or "")]:
        spelled = _spelled(text[citation.start : end] or citation.as_written, edits, citation, url)
        if spelled is not None:
            return end, spelled
    return citation.end, None


def _spelled(written: str, edits: Sequence[Edit], citation: Citation, url: str) -> str | None:
    """What the text spells once mended, in the author's own way; None when it shows words instead of the link.

    A scheme that the author left out stays left out.
    """
    mended = _applied(written, edits)
    if mended is None or re.search(r"\s", mended):
        return None
    if citation.kind is not Kind.URL:
        whole = unquote(mended).casefold().endswith(unquote(citation.value).casefold())
        return mended if whole else None
    return mended if _bare(mended) == _bare(url) else None


def _applied(written: str, edits: Sequence[Edit]) -> str | None:
    """`written` with its edits made; None when they do not fit it (they count in an href then)."""
    pieces: list[str] = []
    reached = 0
    for edit in sorted(edits, key=lambda one: one.at):
        if edit.at < reached or not written.startswith(edit.removed, edit.at):
            return None
        unsaid = edit.kind is EditKind.SCHEME and not edit.removed
        pieces += [written[reached : edit.at], "" if unsaid else edit.inserted]
        reached = edit.at + len(edit.removed)
    return "".join([*pieces, written[reached:]])


def _bare(url: str) -> str:
    return _SCHEME.sub("", url, count=1).rstrip("/").casefold()
