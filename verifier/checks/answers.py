"""What the answers to one link come to: the outcome, its evidence, and the page for comparison.

The chain of a link that was followed goes in; a `LiveCheck` comes out. A page that looks like an error page served as
success is compared with what the same place answers to a name that cannot exist: further requests, few and shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from verifier.checks.alike import by_the_home_page, by_the_sibling, hinges_on_its_number, home_could_tell, middle_of
from verifier.checks.classify import Classified, classify
from verifier.checks.expected import (
    SEARCHED,
    bears_what_is_cited,
    borne_by_a_line,
    borne_by_an_error_page,
    doubted,
    judged,
    lines_bear,
)
from verifier.checks.follow import Chain, media_type
from verifier.checks.likeness import Likeness
from verifier.checks.page.middle import Middle
from verifier.checks.page.parts import parts_told
from verifier.checks.page.pdf_text import read_cited_pdf
from verifier.checks.sibling import SiblingProbe
from verifier.checks.signs.kinds import Kind
from verifier.checks.signs.parking import has_pages_of_its_own, parking_signs
from verifier.checks.signs.searches import is_named_as_a_search, shows_a_search
from verifier.checks.sparse import no_document, wanting
from verifier.checks.suspicions import Doubt
from verifier.model.evidence import LiveCheck, LiveOutcome, LiveResult, Page, Sought
from verifier.web.exchange import Answer, Failure, FailureKind, Fetcher, Response

_NOT_MODIFIED = 304


class _Judged(NamedTuple):
    """What a chain came to. `searched`: its page shows what a search found. `extra`: requests spent to find out."""

    found: Classified
    searched: bool
    confirmed: bool
    extra: int


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

    async def told(self, chain: Chain, sought: Sought) -> LiveCheck:
        """What `chain` says of the link it began with."""
        found, searched, confirmed, extra = await self._judged(chain, sought)
        nameless = searched or (confirmed and borne_by_an_error_page(found, chain, sought.expected))
        page, answer = _page_of(chain, found, nameless=nameless), chain.answer
        if sought.want_pdf and page is None and found.outcome is LiveOutcome.OK and isinstance(answer, Response):
            page, asked = await read_cited_pdf(self._fetcher, answer)
            extra += asked
            found = no_document(found, chain.urls, page, sought.expected)
        if sought.fragments and page is not None and found.outcome is LiveOutcome.OK and isinstance(answer, Response):
            told = parts_told(sought.fragments, answer.body, page)
            found = replace(found, evidence=(*found.evidence, *told))
        result = self._result(chain, found, confirmed=confirmed, extra=extra)
        return LiveCheck(result if result.title or page is None else replace(result, title=page.title), page)

    async def _judged(self, chain: Chain, sought: Sought) -> _Judged:
        """What the end of `chain` is; where that is in doubt, its place is asked for a made-up name, too."""
        expected = sought.expected
        if sought.known is not None and _unchanged(chain):
            found = Classified(LiveOutcome.OK, ("answered 304: unchanged since the last check",))
        else:
            found = judged(chain, self._accepted(chain.final_url), expected, sought.quoted)
        found, extra = await self._in_use(found, chain, expected)
        bears = bears_what_is_cited(found, chain, expected)
        # Results of a search repeat what was searched for, even if that was the words of the address.
        searched = bears is True and chain.read is not None and shows_a_search(chain.read)
        of_its_site = borne_by_an_error_page(found, chain, expected)
        found = replace(found, suspicion=SEARCHED) if searched else doubted(found, bears, chain)
        confirmed = False
        doubtful = found.suspicion is not None or found.outcome is LiveOutcome.SOFT_404
        if doubtful and (searched or of_its_site or bears is not True):
            found, confirmed, asked = await self._look_twice(found, chain, expected, borne=searched)
            extra += asked
        bears = bears or borne_by_a_line(bears, chain, expected)
        found = wanting(found, bears, chain, searched=searched, confirmed=confirmed)
        return _Judged(_sent_to_a_search(found, chain) if searched else found, searched, confirmed, extra)

    async def _in_use(
        self, found: Classified, chain: Chain, expected: Callable[[Page], bool | None] | None
    ) -> tuple[Classified, int]:
        """`found`, but for a page that only seems parked; and how many requests that took.

        Domains are parked as a whole. One that bears the cited title may be a lander, for these bear titles made of the
        domain's name, and one that sells or parks something else speaks like one; but what is sent for this address
        alone is a page.
        """
        if found.outcome is not LiveOutcome.PARKED or chain.read is None:
            return found, 0
        bears = expected(chain.read.page) if expected is not None else None
        if not (bears or _may_be_in_use(chain)):
            return found, 0
        likeness, extra = await self._probe.compare(chain, below_home=True)
        if likeness is Likeness.HONEST or (bears and likeness is Likeness.DIFFERENT):
            found = classify(chain, self._accepted(chain.final_url), gates=False)
        return found, extra

    async def _look_twice(
        self, found: Classified, chain: Chain, expected: Callable[[Page], bool | None] | None, *, borne: bool
    ) -> tuple[Classified, bool, int]:
        """What the same place's answer to a made-up name makes of `found`; whether it confirms it; requests spent.

        A page that bears the cited title (`borne`) is condemned only where the made-up name is told back in its place.
        """
        compare = partial(
            self._probe.compare,
            chain,
            searched=found.doubted_for(Doubt.A_SEARCH),
            bears=lines_bear(expected) if found.outcome is LiveOutcome.OK else None,
        )
        likeness, extra = await compare()
        if borne and likeness is Likeness.SAME:
            likeness = Likeness.DIFFERENT
        # Reading a page again is expensive, and one with many words does not wait for a script.
        short = chain.read is not None and chain.read.unlinked is not None
        middle = middle_of(chain) if short or likeness.alike else Middle()
        told, confirmed = by_the_sibling(found, likeness, chain, middle)
        if likeness.alike and hinges_on_its_number(told):
            likeness, asked = await compare(named=True)
            extra += asked
            if likeness.alike:
                told, confirmed = by_the_sibling(found, likeness, chain, middle, everywhere=True)
        condemned = told.outcome is LiveOutcome.SOFT_404 and confirmed
        if not condemned or likeness is Likeness.REGRET or not home_could_tell(found, chain, middle):
            return told, confirmed, extra
        at_home, asked = await self._probe.at_home(chain)
        other = by_the_home_page(found, chain, middle, at_home=at_home)
        return (other or told), other is None, extra + asked

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


def _may_be_in_use(chain: Chain) -> bool:
    """Whether a page seems parked by its words alone, and leads on within its site, as those of registrars do."""
    read = chain.read
    return read is not None and parking_signs(chain.urls, read).in_words_alone and has_pages_of_its_own(read)


def _page_of(chain: Chain, found: Classified, *, nameless: bool) -> Page | None:
    """The page to compare: without its names where these are no page's own (`nameless`), or were left by the text."""
    page = chain.read.page if chain.read else None
    if page is not None and found.outcome is LiveOutcome.SOFT_404 and (nameless or _left_its_name(found)):
        return replace(page, title=None, headings=())
    return page


def _left_its_name(found: Classified) -> bool:
    """Whether the page has its name still, and no text."""
    return found.signs.hold(Kind.IN_ITS_PLACE)


def _sent_to_a_search(found: Classified, chain: Chain) -> Classified:
    """`found`, but for results of a search to which a redirect led: they name what was searched for."""
    read = chain.read
    if found.outcome is not LiveOutcome.OK or not chain.hops or read is None or not is_named_as_a_search(read):
        return found
    if not urlsplit(chain.final_url).query or urlsplit(chain.urls[0]).query:
        return found  # whoever cites a search cites what it names
    said = "readers are sent to a search, which only repeats the words that it was given"
    return Classified(LiveOutcome.REDIRECTED_ELSEWHERE, (*found.evidence, said))


def _unchanged(chain: Chain) -> bool:
    return isinstance(chain.answer, Response) and chain.answer.status_code == _NOT_MODIFIED and not chain.hops


def _heard(answer: Answer) -> bool:
    return isinstance(answer, Failure) and (answer.answered or answer.kind is FailureKind.TLS)


def _header(response: Response | None, name: str) -> str | None:
    return (response.headers.get(name) or None) if response else None


def _digest(response: Response | None) -> str | None:
    """The body's SHA-256, where all of it was read and it is the page's own."""
    if response is None or not response.complete or not response.body or not 200 <= response.status_code < 300:
        return None
    return hashlib.sha256(response.body).hexdigest()
