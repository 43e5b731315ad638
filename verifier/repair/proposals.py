"""From readings to a proposal: candidates, status, confidence, and what confirmed the choice.

In: readings with probabilities, and the reference. Out: a Proposal. A reading is damaged when the text must be changed
to get it; a scheme that the author left out is no damage: `intact` has no edits but the scheme that it goes without.
The format's own link outweighs everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from verifier.model.citation import (
    Candidate,
    Confirmation,
    Edit,
    EditKind,
    Proposal,
    Reference,
    Repair,
    RepairStatus,
)
from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.gateways import WRAPPED, unwrap
from verifier.repair.head import scheme_added
from verifier.repair.hrefs import HrefReading
from verifier.repair.lost_hyphens import MAY_BE_LOST
from verifier.repair.reading import Reading

_SHOWN = 8
FAINT = 0.01
"""Candidates less probable than this are not shown."""
_CLEAR = 0.6
"""A best reading less probable than this is one of two, not the one."""
_TEMPER = 0.8
"""The factor on the log-odds of the best reading that made "more than 0.9 sure" right in 99 of 100 links."""
_GOES_ON = 0.85
"""How likely a longer reading is that casts doubt on a link which stops at a line's end."""
_UNDECIDED = 0.55
_UNFINISHED = 0.5
_LINE_ENDS = compile_late(r"[^\S\n]{0,9}\n[^\S\n]*\S")
_PAGE_ENDS = compile_late(
    r"\s{0,400}(?:\f|\n\s{0,200}[-–(]?\s?\d{1,4}(?:\s?[-–)]|/\d{1,4})?[^\S\n\f]{0,9}[\n\f])\s{0,400}\S"
)
"""What stands between a link and the next page's text: blanks, and a number alone on its line."""
_MAY_GO_ON = ("/", "-", "_", "%", "=", "&")
_AT_PAGE_END = 0.85
_RUN_TOGETHER = 0.75
"""How sure a link can be that stands where two lines were run together; on printed pages most lost no hyphen there."""
_JOINS = ("-", "_", "=", "&")
_BELOW = compile_late(r"[^\S\n]*\n[>\s]{0,200}\w")
_OPEN_ESCAPE = compile_late(r"%[0-9A-F]?\Z", re.IGNORECASE)
_HOST_CUT = compile_late(r"\.[^\S\n]*\n")
_AGREES = 0.99
"""How sure a reading is that the format's own link agrees with."""


def of_link(
    text: str,
    first: Reading,
    readings: Sequence[Reading],
    href: str | None,
    *,
    most: float = 1.0,
    autolinked: bool = False,
) -> Proposal:
    """The proposal for a link that the text shows; `href` is the format's own link for it, mended.

    `most`: how sure a reading can be that stands alone. `autolinked`: programs make links of addresses in such formats.
    """
    usable = [reading for reading in readings if syntax.is_url(reading.url)]
    if not usable:
        return Proposal(Repair(RepairStatus.UNMENDABLE), first.start, first.end, None)
    ranked = _temper(_merge(usable)) if len(usable) > 1 else [(most, usable[0])]
    if autolinked and _is_cut_short(text, first, ranked, href):
        ranked = _with_share(ranked, 0, _UNDECIDED)
    elif len(usable) > 1:
        ranked = _agree(ranked, href)
    candidates = tuple(
        _unwrapped(text, as_candidate(reading, first.start, weight), first.start) for weight, reading in ranked
    )
    best, chosen = candidates[0], ranked[0][1]
    damaged = any(_is_damage(edit) for edit in best.edits)
    confirmed = _confirmation(chosen, href) if damaged else None
    repair = Repair(_status(best.score, damaged=damaged), best.score, best.edits, _shown(candidates), confirmed)
    return Proposal(repair, first.start, best.end, best.url)


def doubted(text: str, proposal: Proposal) -> Proposal:
    """The proposal, less sure where the link ends as hardly one does, or with its page as if it went on upon the next.

    The rest may stand where nobody looks for it, in another column or beyond other notes: then no reading has it.
    """
    url, repair = proposal.url or "", proposal.repair
    host, path = syntax.split(url)[1:]
    cut = not path and not syntax.host_is_whole(host) and _HOST_CUT.match(text, proposal.end) is not None
    parted = url.endswith(_JOINS) and not syntax.is_padded(url) and _BELOW.match(text, proposal.end)
    if _OPEN_ESCAPE.search(url) or cut or parted:
        most = _UNFINISHED
    elif repair.candidates and MAY_BE_LOST in repair.candidates[0].why:
        most = _RUN_TOGETHER
    elif url.endswith(_MAY_GO_ON) and _PAGE_ENDS.match(text, proposal.end):
        most = _AT_PAGE_END
    else:
        return proposal
    if repair.confidence <= most or not repair.candidates:
        return proposal
    best, *others = repair.candidates
    damaged = any(_is_damage(edit) for edit in repair.edits)
    candidates = (replace(best, score=most), *others)
    less = replace(repair, status=_status(most, damaged=damaged), confidence=most, candidates=candidates)
    return replace(proposal, repair=less)


def of_undamaged(reference: Reference, sure: float, why: tuple[str, ...]) -> Proposal:
    """The proposal for a link that stands as it was found, but for a scheme that it goes without."""
    start, end, url = reference.start, reference.end, reference.value
    edits = scheme_added(reference, 0)
    repair = Repair(_status(sure, damaged=False), sure, edits, (Candidate(url, end, sure, edits, why),))
    return Proposal(repair, start, end, url)


def of_href(reference: Reference, readings: Sequence[HrefReading]) -> Proposal:
    """The proposal for words that the format links: only the href can be damaged; edits count in the href."""
    candidates = tuple(Candidate(one.url, reference.end, one.probability, one.edits, one.why) for one in readings)
    best = candidates[0]
    status = _status(best.score, damaged=bool(best.edits))
    return Proposal(
        Repair(status, best.score, best.edits, candidates if best.edits else ()),
        reference.start,
        reference.end,
        best.url,
    )


def of_identifier(reference: Reference, readings: Sequence[Reading], prefix: str) -> Proposal:
    """The proposal for an identifier: `url` is its canonical value, without the resolver that it was read with."""
    ranked = _agree(_merge(list(readings), lambda _url: 1.0), None)
    candidates = tuple(
        as_candidate(reading, reference.start, weight, reading.url.removeprefix(prefix)) for weight, reading in ranked
    )
    best = candidates[0]
    repair = Repair(_status(best.score, damaged=bool(best.edits)), best.score, best.edits, _shown(candidates))
    return Proposal(repair, reference.start, best.end, best.url)


def _is_damage(edit: Edit) -> bool:
    """Was something broken? A scheme put before a bare address only says what every reader reads."""
    return edit.kind is not EditKind.SCHEME or bool(edit.removed)


def _status(score: float, *, damaged: bool) -> RepairStatus:
    if score < _CLEAR:
        return RepairStatus.AMBIGUOUS
    return RepairStatus.MENDED if damaged else RepairStatus.INTACT


def _shown(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    if len(candidates) == 1:
        return candidates
    return tuple(one for at, one in enumerate(candidates) if at == 0 or one.score >= FAINT)[:_SHOWN]


def _merge(
    readings: Sequence[Reading], plausibility: Callable[[str], float] | None = None
) -> list[tuple[float, Reading]]:
    """Readings with their shares, best first; the same URL got in two ways counts together, under its likelier way."""
    weigh = plausibility or _plausibility
    merged: dict[str, tuple[float, Reading]] = {}
    for reading in readings:
        weight, first = merged.get(reading.url, (0.0, reading))
        merged[reading.url] = (weight + reading.probability * weigh(reading.url), first)
    whole = sum(weight for weight, _ in merged.values()) or 1.0
    return sorted(((weight / whole, reading) for weight, reading in merged.values()), key=lambda pair: -pair[0])


def _temper(ranked: list[tuple[float, Reading]]) -> list[tuple[float, Reading]]:
    """Take the best reading's share back a little: out of fold, nine in ten sure was right less often than that."""
    best = ranked[0][0]
    if len(ranked) == 1 or not 0.5 < best < 1.0:
        return ranked
    return _with_share(ranked, 0, 1.0 / (1.0 + ((1.0 - best) / best) ** _TEMPER))


def _with_share(ranked: list[tuple[float, Reading]], at: int, sure: float) -> list[tuple[float, Reading]]:
    """The reading at place `at` first, with the share `sure`; the others share what it leaves as they did before."""
    share, reading = ranked[at]
    rest = (1.0 - sure) / ((1.0 - share) or 1.0)
    return [(sure, reading), *((other * rest, one) for other, one in (*ranked[:at], *ranked[at + 1 :]))]


def _agree(ranked: list[tuple[float, Reading]], href: str | None) -> list[tuple[float, Reading]]:
    """Put the reading first that the format's own link agrees with."""
    if href is None:
        return ranked
    wanted = syntax.key(href)
    for at, (share, reading) in enumerate(ranked):
        if syntax.key(reading.url) == wanted:
            return _with_share(ranked, at, max(share, _AGREES))
    return ranked


def _is_cut_short(text: str, first: Reading, ranked: Sequence[tuple[float, Reading]], href: str | None) -> bool:
    """Whether a program that makes links of addresses stopped at a line's end, beyond which this one surely goes on."""
    if href != first.url or not _LINE_ENDS.match(text, first.end):
        return False
    likeliest, longer = ranked[0]
    return likeliest > _GOES_ON and longer.url.startswith(first.url) and longer.end > first.end


def _plausibility(url: str) -> float:
    """A host of one label, or one that ends in no known top-level name, is seldom the whole host."""
    host = syntax.split(url)[1]
    return 1.0 if syntax.host_is_whole(host) else 0.3 if syntax.host_is_possible(host) else 0.05


def as_candidate(reading: Reading, start: int, score: float, value: str | None = None) -> Candidate:
    """A reading as the rest of the program knows it: offsets count from `start`, where the link as written stands."""
    edits = tuple([Edit(edit.kind, edit.at - start, edit.removed, edit.inserted) for edit in reading.edits])
    return Candidate(reading.url if value is None else value, reading.end, round(score, 4), edits, reading.why)


def _unwrapped(text: str, candidate: Candidate, start: int) -> Candidate:
    target = unwrap(candidate.url)
    if target is None:
        return candidate
    # One edit for the whole: the target may be spelt in escapes, and nothing of the wrapper stays.
    edits = (Edit(EditKind.UNWRAP, 0, text[start : candidate.end], target),)
    return replace(candidate, url=target, edits=edits, why=(*candidate.why, WRAPPED))


def _confirmation(reading: Reading, href: str | None) -> Confirmation | None:
    if href is not None and syntax.key(href) == syntax.key(reading.url):
        return Confirmation.ANNOTATION
    if any("title" in reason for reason in reading.why):
        return Confirmation.TITLE_WORDS
    return None
