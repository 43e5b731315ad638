"""Which reading of a link the evidence supports (`verdicts.md`, Repair by evidence).

In: the repair as proposed from the text, and what was seen at each candidate. Out: the repair with the choice made,
confirmed or left open. A page that answers is not yet proof, since a cut link may answer with a section index: where
the citation has a title, the title must fit too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier.model.citation import Candidate, Citation, Confirmation, Repair, RepairStatus
from verifier.model.evidence import DEAD, GOOD, NOT_ASKED, WITH_COPY, LiveOutcome
from verifier.model.patterns import compile_late
from verifier.verdict.evidence import Evidence
from verifier.verdict.outcome import refine, same_place, shrunk

_CONFIRMED_BY_TITLE = 0.98
_CONFIRMED_BY_ANSWER = 0.93
_OPEN = 0.5
"""How sure a reading is at most of which somebody has to look at the page."""
_AS_GOOD_AS_SURE = 0.95
"""From here on a dead link was joined rightly, although what it would be without the join answers."""
_AWAY = frozenset({LiveOutcome.REDIRECTED_HOME, LiveOutcome.REDIRECTED_ELSEWHERE})
_SLASHES_BEFORE_A_PATH = 3
_ROOT = re.compile(r"https?://[^/?#]*/?")
_LEAST_WORD = 5
_LETTERS_BEFORE = compile_late(r"[a-z]{1,40}\Z", re.IGNORECASE)
_LETTERS_AFTER = compile_late(r"[a-z]{1,40}", re.IGNORECASE)
_OF_AN_ADDRESS = compile_late(r"(?:\A|\w)[/=._?&%-]\w")
_JOINS = frozenset("-_=&%?")
"""No link ends so."""
_WORDS = compile_late(r"[a-z]+")


class _Choice(NamedTuple):
    """What the evidence singles out: a reading, by what, and how sure that is. `open`: somebody has to look at it."""

    candidate: Candidate
    by: Confirmation | None
    confidence: float
    open: bool = False


def choose(citation: Citation, evidence: Evidence) -> tuple[Repair, str | None]:
    """The repair after evidence, and the chosen URL.

    Only an open reading is chosen anew: an intact link gives way to another one only where it leads astray.
    """
    repair = citation.repair
    choice = _pick(citation, evidence) if evidence.looks and _is_open(citation, evidence) else None
    if choice is None:
        return repair, citation.url
    chosen = choice.candidate
    same = chosen.url == citation.url
    if choice.open:
        status, by = RepairStatus.AMBIGUOUS, None
        confidence = min(repair.confidence if same else chosen.score, _OPEN)
    else:
        status = RepairStatus.MENDED if chosen.edits else RepairStatus.INTACT
        by = (repair.confirmed_by if same else None) or choice.by
        confidence = max(repair.confidence if same else 0.0, choice.confidence)
    return replace(repair, status=status, edits=chosen.edits, confidence=confidence, confirmed_by=by), chosen.url


def _is_open(citation: Citation, evidence: Evidence) -> bool:
    status = citation.repair.status
    candidates = citation.repair.candidates
    if status is RepairStatus.INTACT and len(candidates) > 1:
        look = evidence.of(citation.url)
        if look.title_matches is False or (look.live is not None and look.live.outcome in DEAD):
            return True
        return _led_away(candidates[0], citation, evidence) or _led_to(candidates, evidence) is not None
    return status in {RepairStatus.MENDED, RepairStatus.AMBIGUOUS}


def _pick(citation: Citation, evidence: Evidence) -> _Choice | None:
    """The candidate that the evidence singles out; None when none."""
    candidates = citation.repair.candidates
    titled = [c for c in candidates if _answers(c, evidence) and evidence.of(c.url).title_matches]
    if titled:
        return _among_titled(titled, evidence)
    if meant := _led_to(candidates, evidence):
        return _Choice(meant, Confirmation.LIVE, _CONFIRMED_BY_ANSWER)
    answering = [c for c in candidates if _answers(c, evidence) and not _led_away(c, citation, evidence)]
    if answering:
        return _among_answering(answering, citation, evidence)
    archived = [c for c in candidates if _exactly_archived(c, evidence)]
    if len(archived) == 1 and _may_replace(archived[0], citation, evidence):
        return _Choice(archived[0], Confirmation.ARCHIVE, _CONFIRMED_BY_ANSWER)
    return None


def _among_titled(titled: list[Candidate], evidence: Evidence) -> _Choice:
    """Of the readings that bear the cited title, the one that the page is at.

    Readings may lead to the same page: sent on to another of them, or shown whatever the address ends in. Where they
    do, the title does not tell which of them is meant, and what the text tells has to do.
    """
    first = titled[0]
    if _is_sent_on(first, evidence):
        at_home = next((c for c in titled if same_place(c.url, _page_at(first, evidence))), None)
        if at_home is not None:
            return _Choice(at_home, Confirmation.PAGE_TITLE, _CONFIRMED_BY_TITLE)
    alike = any(_shows_same(first, other, evidence) for other in titled[1:])
    return _Choice(first, Confirmation.PAGE_TITLE, first.score if alike else _CONFIRMED_BY_TITLE)


def _among_answering(answering: list[Candidate], citation: Citation, evidence: Evidence) -> _Choice | None:
    """The one reading that answers, where all others that were tried are dead; None where several live or are open."""
    deep = [c for c in answering if not _ROOT.fullmatch(c.url)]
    roots = len(answering) - len(deep) if deep else 0  # a host that is left of a deep link answers, and tells nothing
    alive = deep or answering
    dead = [c for c in citation.repair.candidates if c not in alive and _astray(c, citation, evidence)]
    if len(alive) == 1 and dead and len(dead) == len(_tried(citation.repair, evidence)) - 1 - roots:
        return _alone_alive(alive[0], dead, citation, evidence)
    return None


def _alone_alive(alive: Candidate, dead: list[Candidate], citation: Citation, evidence: Evidence) -> _Choice | None:
    """What the only reading that answers is worth, where all others are dead: none of these is called dead then."""
    look = evidence.of(alive.url)
    live = refine(alive.url, citation.kind, look)
    if live is None or live.outcome not in GOOD:
        return None
    if not _extends(alive, dead):
        return _shorter_alive(alive, dead, citation, evidence)
    if look.title_matches is not False or _is_no_word(alive, dead) or _names_join(alive, dead, live.title):
        return _Choice(alive, Confirmation.LIVE, _CONFIRMED_BY_ANSWER)
    return _Choice(alive, None, alive.score, open=True) if alive.url != citation.url else None


def _shorter_alive(alive: Candidate, dead: list[Candidate], citation: Citation, evidence: Evidence) -> _Choice | None:
    """What comes of a dead reading where only a shorter one answers, which may be a section's index or the cut link."""
    copied = [c for c in dead if _exactly_archived(c, evidence) and c.end > alive.end]
    misses_title = evidence.of(alive.url).title_matches is False
    if misses_title and len(copied) == 1 and copied[0].url != citation.url:
        return _Choice(copied[0], Confirmation.ARCHIVE, _CONFIRMED_BY_ANSWER)
    # A part of a path may be a section's index; what was cut within a name hardly is, and what was joined may be
    # a word of the sentence.
    chosen = next((c for c in dead if c.url == citation.url), None)
    if chosen is None or not (_cut_within_name(alive, chosen) or citation.repair.confidence < _AS_GOOD_AS_SURE):
        return None
    return _Choice(chosen, None, _OPEN, open=True)


def _tried(repair: Repair, evidence: Evidence) -> list[Candidate]:
    return [c for c in repair.candidates if (live := evidence.of(c.url).live) and live.outcome not in NOT_ASKED]


def _answers(candidate: Candidate, evidence: Evidence) -> bool:
    live = evidence.of(candidate.url).live
    return live is not None and live.outcome in GOOD


def _led_to(candidates: Sequence[Candidate], evidence: Evidence) -> Candidate | None:
    """The reading that the site itself sends another one on to: not one that sends what is gone to a section."""
    answering = [one for one in candidates if _answers(one, evidence)]
    sent = [(one.url, _page_at(one, evidence)) for one in answering if _is_sent_on(one, evidence)]
    ends = {end for url, end in sent if not shrunk(url, end)}
    led = [one for one in answering if any(same_place(one.url, end) for end in ends) and not _is_sent_on(one, evidence)]
    return led[0] if len(led) == 1 else None


def _led_away(candidate: Candidate, citation: Citation, evidence: Evidence) -> bool:
    """Whether what answers is a home page or another page than the one that is cited."""
    live = refine(candidate.url, citation.kind, evidence.of(candidate.url))
    return live is not None and live.outcome in _AWAY


def _astray(candidate: Candidate, citation: Citation, evidence: Evidence) -> bool:
    """Whether nothing is where a reading leads, or its site sends it away."""
    live = evidence.of(candidate.url).live
    return live is not None and (live.outcome in DEAD or _led_away(candidate, citation, evidence))


def _extends(candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether the answering reading is longer than the dead ones: a page cannot be reached by a wrong longer URL."""
    return all(candidate.end >= other.end for other in others)


def _may_replace(archived: Candidate, citation: Citation, evidence: Evidence) -> bool:
    """Whether the one reading with a copy may take the chosen one's place: a section's index is archived, too."""
    if archived.url == citation.url:
        return False
    chosen = [other for other in citation.repair.candidates if other.url == citation.url]
    if evidence.of(archived.url).title_matches or _extends(archived, chosen):
        return True
    return all(_cut_within_name(archived, other) for other in chosen)


def _cut_within_name(alive: Candidate, longer: Candidate) -> bool:
    """Whether the two part within a name of the path, not at a delimiter, where what is shorter may be an index."""
    rest = longer.url.removeprefix(alive.url)
    if rest == longer.url or not rest or alive.url.count("/") < _SLASHES_BEFORE_A_PATH:
        return False
    return alive.url[-1].isalnum() and rest[0].isalnum()


def _is_no_word(alive: Candidate, dead: list[Candidate]) -> bool:
    """Whether what only this reading has is plainly of an address: no word or number of the sentence leads to a page.

    The cited title may well be another name than the page's own, or that of the publisher.
    """
    if any(other.end == alive.end for other in dead):
        return True  # the same text, spelt in another way
    shortest = min((other.url for other in dead if alive.url.startswith(other.url)), key=len, default="")
    if not shortest:
        return False
    return shortest[-1] in _JOINS or _OF_AN_ADDRESS.search(alive.url[len(shortest) :]) is not None


def _names_join(alive: Candidate, dead: list[Candidate], title: str | None) -> bool:
    """Whether the page's own title has the word that only this reading makes: `…/desk top-apps`, "Desktop apps"."""
    shorter = [other.url for other in dead if alive.url.startswith(other.url)]
    if title is None or not shorter:
        return False
    seam = len(max(shorter, key=len))
    if seam >= len(alive.url) or not (alive.url[seam - 1].isalpha() and alive.url[seam].isalpha()):
        return False
    left, right = _LETTERS_BEFORE.search(alive.url[:seam]), _LETTERS_AFTER.match(alive.url[seam:])
    made = (left[0] if left else "") + (right[0] if right else "")
    return len(made) >= _LEAST_WORD and made.lower() in _WORDS.findall(title.lower())


def _page_at(candidate: Candidate, evidence: Evidence) -> str:
    live = evidence.of(candidate.url).live
    return live.final_url if live and live.final_url else candidate.url


def _is_sent_on(candidate: Candidate, evidence: Evidence) -> bool:
    return not same_place(candidate.url, _page_at(candidate, evidence))


def _shows_same(one: Candidate, other: Candidate, evidence: Evidence) -> bool:
    """Whether two readings show one page, neither being sent on to the other."""
    if same_place(one.url, other.url):
        return True
    first, second = evidence.of(one.url).live, evidence.of(other.url).live
    if not first or not second or first.body_sha256 is None:
        return False
    return first.body_sha256 == second.body_sha256 and not _is_sent_on(other, evidence)


def _exactly_archived(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a good copy is kept of what a reading leads to; one of an error or a wall shows no page."""
    look = evidence.of(candidate.url)
    kept = [archive.snapshot for archive in look.archives or () if archive.outcome in WITH_COPY]
    return any(snapshot is not None and snapshot.status_code == 200 for snapshot in kept)
