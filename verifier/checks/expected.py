"""What a page comes to beside what is cited of it: a title that it bears, words that are quoted from it.

A chain and what tells whether a page bears these go in; the outcome, and whether it deserves a second look, comes out.
Title and quotation beat every sign that is taken from a page's wording or from the URL's shape. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from verifier.checks.classify import Classified, classify
from verifier.checks.follow import Chain
from verifier.checks.page.phrases import count_words, holds, plain
from verifier.checks.signs.address_words import names_its_address
from verifier.checks.signs.kinds import Kind
from verifier.checks.signs.none_found import says_none
from verifier.checks.signs.searches import shows_a_search
from verifier.checks.signs.withdrawn import GONE
from verifier.checks.sparse import doubting
from verifier.checks.suspicions import Doubt, Suspicion
from verifier.model.evidence import LiveOutcome, Page

_A_SENTENCE = 5  # words
_MOST_LINES = 20
_WITHHELD = frozenset({
    LiveOutcome.ACCESS_WALL, LiveOutcome.ACCESS_DENIED, LiveOutcome.UNRENDERED, LiveOutcome.PARKED,
})  # fmt: skip
"""What is said of a page whose text readers do not get to see."""
SEARCHED = Suspicion("the page shows what a search found, and may only repeat the words of its address", Doubt.A_SEARCH)
_BEARS_NO_TITLE = Suspicion("the page does not bear the cited title")


def judged(
    chain: Chain,
    accepted: Collection[int],
    expected: Callable[[Page], bool | None] | None,
    quoted: Callable[[Page], bool] | None,
) -> Classified:
    """What the chain comes to. A page that bears what is cited is no site at rest, however much it speaks of one.

    One that holds what is quoted from it is no gate, block, empty frame or domain for sale, either; a title alone
    clears no gate, for gates show it. A short page under a heading that names what its address does may be about works
    or faults; whether it is, a made-up address tells.
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


def bears_what_is_cited(found: Classified, chain: Chain, expected: Callable[[Page], bool | None] | None) -> bool | None:
    """Whether the page bears what is cited; None where there is no page that could be taken for it, or no title."""
    if expected is None or chain.read is None or found.outcome not in (LiveOutcome.OK, LiveOutcome.SOFT_404):
        return None
    return expected(chain.read.page)


def borne_by_an_error_page(found: Classified, chain: Chain, expected: Callable[[Page], bool | None] | None) -> bool:
    """Whether an error page, by its heading, bears what is cited in its title alone: that may be the name of its site.

    Then every address of the site bears it, and a made-up one tells whether it does so with the same page.
    """
    if expected is None or chain.read is None or not found.signs.hold(Kind.ERROR_NAME):
        return False
    page = chain.read.page
    return found.outcome is LiveOutcome.SOFT_404 and bool(expected(page)) and not expected(replace(page, title=None))


def lines_bear(expected: Callable[[Page], bool | None] | None) -> Callable[[tuple[str, ...]], bool] | None:
    """What tells whether one of some lines bears the cited title, taken for a heading; None without a title."""
    if expected is None:
        return None
    return lambda lines: bool(lines) and bool(expected(Page(headings=lines)))


def borne_by_a_line(bears: bool | None, chain: Chain, expected: Callable[[Page], bool | None] | None) -> bool | None:
    """`bears`, but for a short page without a heading: its title may stand on a line of its own, above its text.

    A notice that something is not there names what it was, and a title alone is an empty frame.
    """
    read = chain.read
    if bears is not False or expected is None or read is None or not read.unlinked:
        return bears
    lines = [line for line in read.unlinked.split("\n") if line]
    text = plain(read.unlinked)
    if says_none(text) or holds(text, GONE) or not any(count_words(line) >= _A_SENTENCE for line in lines[1:]):
        return bears
    return bool(expected(Page(headings=tuple(lines[:_MOST_LINES]))))


def doubted(found: Classified, bears: bool | None, chain: Chain) -> Classified:
    """Title and quotation beat every sign that is taken from the URL's shape, either way; without, a page may say."""
    if found.outcome is not LiveOutcome.OK:
        return found
    if bears is None:
        read = chain.read
        if found.suspicion is not None or read is None or read.unlinked is None:
            return found  # a page of many words is what it is
        return replace(found, suspicion=SEARCHED) if shows_a_search(read) else doubting(found, chain)
    if bears:
        return replace(found, suspicion=None)
    return replace(found, suspicion=found.suspicion or _BEARS_NO_TITLE)
