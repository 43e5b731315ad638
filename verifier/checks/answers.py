"""What the answers to one link come to: the outcome, its evidence, and the page for comparison.

The chain of a link that was followed goes in; a `LiveCheck` comes out. A page that looks like an error page served as
success is compared with what the same place answers to a name that cannot exist: further requests, few and shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from verifier.checks.alike import (
    FOR_EVERY_ADDRESS,
    by_the_home_page,
    home_could_tell,
    middle_of,
    no_error_page,
)
from verifier.checks.classify import Classified, classify
from verifier.checks.follow import Chain, media_type
from verifier.checks.page.middle import Middle
from verifier.checks.page.parts import parts_told
from verifier.checks.page.pdf_text import read_cited_pdf
from verifier.checks.sibling import Likeness, SiblingProbe
from verifier.checks.signs.address_words import names_its_address
from verifier.checks.signs.kinds import Kind
from verifier.checks.signs.searches import shows_a_search
from verifier.checks.sparse import doubting, wanting
from verifier.checks.suspicions import Doubt, Suspicion
from verifier.model.evidence import LiveCheck, LiveOutcome, LiveResult, Page
from verifier.web.exchange import Failure, FailureKind, Fetcher, Response

_NOT_MODIFIED = 304
_WITHHELD = frozenset({LiveOutcome.ACCESS_WALL, LiveOutcome.ACCESS_DENIED, LiveOutcome.UNRENDERED})
"""What is said of a page whose text readers do not get to see."""
_ALIKE = frozenset({Likeness.SAME, Likeness.ECHO})
_SEARCHED = Suspicion(
    "the page shows what a search found, and may only repeat the words of its address", Doubt.A_SEARCH
)
_BEARS_NO_TITLE = Suspicion("the page does not bear the cited title")


class Answers:
    """Tells what the answers of one run come to. The parameters are those of `LiveChecker`."""

    def __init__(
        self,
        fetcher: Fetcher,
        now: Callable[[], datetime],
        *,
        accept: Mapping[str, Collection[int]],
        seed: str | None,
    ) -> None:
        self._fetcher = fetcher
        self._now = now
        self._accept = accept
        self._probe = SiblingProbe(fetcher, seed=seed)

    async def told(
        self,
        chain: Chain,
        *,
        conditional: bool,
        expected: Callable[[Page], bool | None] | None,
        quoted: Callable[[Page], bool] | None,
        want_pdf: bool,
        fragments: Collection[str],
    ) -> LiveCheck:
        """What `chain` says of the link it began with. `conditional`: an unchanged page was not to be sent again.

        The others are those of `LiveChecker.check`.
        """
        if conditional and _unchanged(chain):
            found = Classified(LiveOutcome.OK, ("answered 304: unchanged since the last check",))
        else:
            found = _classified(chain, self._accepted(chain.final_url), expected, quoted)
        bears = _bears(found, chain, expected)
        # A search tells back what it was asked for, were it the words of the address.
        searched = bears is True and chain.read is not None and shows_a_search(chain.read)
        found = replace(found, suspicion=_SEARCHED) if searched else _expecting(found, bears, chain)
        confirmed = False
        extra = 0
        if (searched or bears is not True) and (found.suspicion is not None or found.outcome is LiveOutcome.SOFT_404):
            found, confirmed, extra = await self._look_twice(found, chain, borne=searched)
        found = wanting(found, bears, chain, searched=searched, confirmed=confirmed)
        page = chain.read.page if chain.read else None
        if page is not None and found.outcome is LiveOutcome.SOFT_404 and (searched or _left_its_name(found)):
            page = replace(page, title=None, headings=())  # they are the address's words, or were left by the text
        if want_pdf and page is None and found.outcome is LiveOutcome.OK and isinstance(chain.answer, Response):
            page, asked = await read_cited_pdf(self._fetcher, chain.answer)
            extra += asked
        if fragments and page is not None and found.outcome is LiveOutcome.OK and isinstance(chain.answer, Response):
            told = parts_told(fragments, chain.answer.body, page)
            found = replace(found, evidence=(*found.evidence, *told))
        result = self._result(chain, found, confirmed=confirmed, extra=extra)
        return LiveCheck(result if result.title or page is None else replace(result, title=page.title), page)

    async def _look_twice(self, found: Classified, chain: Chain, *, borne: bool) -> tuple[Classified, bool, int]:
        """What the same place's answer to a made-up name makes of `found`; whether it confirms it; requests spent.

        A page that bears the cited title (`borne`) is condemned only where the made-up name is told back in its place.
        """
        likeness, extra = await self._probe.compare(chain, searched=found.doubted_for(Doubt.A_SEARCH))
        if borne and likeness is Likeness.SAME:
            likeness = Likeness.DIFFERENT
        # To read a page anew is dear, and one of many words waits for no script.
        short = chain.read is not None and chain.read.unlinked is not None
        middle = middle_of(chain) if short or likeness in _ALIKE else Middle()
        settled, confirmed = _settle(found, likeness, chain, middle)
        condemned = settled.outcome is LiveOutcome.SOFT_404 and confirmed
        if not condemned or not home_could_tell(found, chain, middle):
            return settled, confirmed, extra
        at_home, asked = await self._probe.at_home(chain)
        other = by_the_home_page(found, chain, middle, at_home=at_home)
        return (other or settled), other is None, extra + asked

    def _accepted(self, url: str) -> Collection[int]:
        if not self._accept:
            return ()
        try:
            return self._accept.get(urlsplit(url).hostname or "", ())
        except ValueError:  # an address that is none was not asked, either
            return ()

    def _result(self, chain: Chain, found: Classified, *, confirmed: bool, extra: int) -> LiveResult:
        answer = chain.answer
        read = chain.read
        response = answer if isinstance(answer, Response) else None
        return LiveResult(
            outcome=found.outcome,
            checked_at=self._now(),
            evidence=found.evidence,
            confirmed=confirmed,
            status_code=response.status_code if response else None,
            final_url=chain.final_url if response or chain.hops else None,
            redirects=chain.hops,
            title=read.page.title if read else None,
            headings=read.page.headings if read else (),
            media_type=(media_type(response) or None) if response else None,
            body_sha256=_digest(response),
            etag=_header(response, "etag"),
            last_modified=_header(response, "last-modified"),
            elapsed_ms=chain.elapsed_ms,
            requests=chain.requests + extra,
            answered=bool(chain.hops) or response is not None or _heard(answer),
        )


def _classified(
    chain: Chain,
    accepted: Collection[int],
    expected: Callable[[Page], bool | None] | None,
    quoted: Callable[[Page], bool] | None,
) -> Classified:
    """What the chain comes to. A page that bears what is cited is no site at rest, however much it speaks of one.

    One that holds what is quoted from it is no gate, block or empty frame, either; a title alone clears no gate, for
    gates show it. A short page under a heading that names what its address does may be about works or faults; whether
    it is, a made-up address tells.
    """
    found = classify(chain, accepted)
    read = chain.read
    if read is None:
        return found
    if found.outcome in _WITHHELD and quoted is not None and quoted(read.page):
        return classify(chain, accepted, notices=False, gates=False)
    if found.outcome is LiveOutcome.UNRENDERED and expected is not None and expected(replace(read.page, title=None)):
        return classify(chain, accepted, gates=False)
    if found.outcome is LiveOutcome.SERVER_ERROR:
        bears = expected(read.page) if expected is not None else None
        if bears or (bears is None and names_its_address(chain.urls[0], read)):
            text = classify(chain, accepted, notices=False)
            asks = bears is None and text.outcome is LiveOutcome.OK
            return replace(text, suspicion=text.suspicion or Suspicion(found.evidence[-1])) if asks else text
    return found


def _bears(found: Classified, chain: Chain, expected: Callable[[Page], bool | None] | None) -> bool | None:
    """Whether the page bears what is cited; None where there is no page that could be taken for it, or no title."""
    if expected is None or chain.read is None or found.outcome not in (LiveOutcome.OK, LiveOutcome.SOFT_404):
        return None
    return expected(chain.read.page)


def _expecting(found: Classified, bears: bool | None, chain: Chain) -> Classified:
    """Title and quotation beat every sign that is taken from the URL's shape, either way; without, a page may say."""
    if found.outcome is not LiveOutcome.OK:
        return found
    if bears is None:
        read = chain.read
        if found.suspicion is not None or read is None or read.unlinked is None:
            return found  # a page of many words is what it is
        return replace(found, suspicion=_SEARCHED) if shows_a_search(read) else doubting(found, chain)
    if bears:
        return replace(found, suspicion=None)
    return replace(found, suspicion=found.suspicion or _BEARS_NO_TITLE)


def _settle(found: Classified, likeness: Likeness, chain: Chain, middle: Middle) -> tuple[Classified, bool]:
    """What the sibling probe makes of a suspicion, and whether it confirms that the page is gone."""
    if likeness in _ALIKE:
        other = no_error_page(found, chain, middle)
        if other is not None:
            return other, other.outcome is LiveOutcome.PARKED
        reasons = (found.suspicion.words,) if found.suspicion else ()
        evidence = (*found.evidence, *reasons, FOR_EVERY_ADDRESS)
        return Classified(LiveOutcome.SOFT_404, evidence, signs=found.signs), True
    if found.suspicion is None:
        return found, False
    if middle.frame is not None and found.outcome is LiveOutcome.OK:
        return Classified(LiveOutcome.UNRENDERED, (*found.evidence, found.suspicion.words, middle.frame)), False
    if found.doubted_for(Doubt.SAYS_LITTLE):
        return replace(found, suspicion=None), False
    cleared = "a made-up address in the same place is answered otherwise"
    unknown = "no comparison with a made-up address was possible"
    words = unknown if likeness is Likeness.UNKNOWN else cleared
    return Classified(found.outcome, (*found.evidence, f"{found.suspicion.words}, but {words}")), False


def _left_its_name(found: Classified) -> bool:
    """Whether the page has its name still, and no text."""
    return found.signs.hold(Kind.IN_ITS_PLACE, Kind.MARKED)


def _unchanged(chain: Chain) -> bool:
    return isinstance(chain.answer, Response) and chain.answer.status_code == _NOT_MODIFIED and not chain.hops


def _heard(answer: Response | Failure) -> bool:
    return isinstance(answer, Failure) and (answer.answered or answer.kind is FailureKind.TLS)


def _header(response: Response | None, name: str) -> str | None:
    return (response.headers.get(name) or None) if response else None


def _digest(response: Response | None) -> str | None:
    """The body's SHA-256, where all of it was read and it is the page's own."""
    if response is None or not response.complete or not response.body or not 200 <= response.status_code < 300:
        return None
    return hashlib.sha256(response.body).hexdigest()
