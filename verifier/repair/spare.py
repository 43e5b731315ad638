"""The reading of a link that is tried where the chosen one leads astray: on over a space, to the citation's end.

In: the page, a link as it is read, how far it may reach. Out: a longer reading, or None. `…/minutes/202 0.` may be a
cut link, or one whose sentence goes on; the text cannot tell, so the link stays as it is read. But where nothing is
there, or another page than the one whose title is cited, and the longer address leads to a page, that page was meant
(`verdicts.md`, Repair by evidence).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.breaks import Hyphen, Way, continuations
from verifier.repair.reading import Reading, extend

if TYPE_CHECKING:
    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page

READ_ON = "the shorter reading leads astray, and the citation goes on to here"
_MOST_PIECES = 2
"""Each further piece is a word of the letter that a stranger's server may be sent."""
_WIDEST = 2
"""Characters of a space; wider ones stand between columns."""
_ENDS = compile_late(r"""[.,;:!?]?["'’”»)\]>]{0,2}[^\S\n]*(?:\Z|[\n(\[])|[.,;:!?]["'’”»)\]>]{0,2}\s|["'’”»)\]>]""")
_CAPITALISED = compile_late(r"[A-Z][a-z]")


def spare(page: Page, reading: Reading, limit: int) -> Reading | None:
    """The link read on to the end of its citation, over at most two spaces; None where no such reading is to be had."""
    longer = reading
    for _ in range(_MOST_PIECES):
        way = _way_on(page, longer, limit)
        if way is None:
            return None
        longer = extend(page, longer, way)
        if _ends_citation(page.text, way):
            return longer if syntax.is_url(longer.url) else None
    return None


def _way_on(page: Page, reading: Reading, limit: int) -> Continuation | None:
    """The next piece within the line, where it may be one of an address and does not begin a sentence."""
    way = next(iter(continuations(page, reading.end, limit, reading.url)), None)
    if way is None or way.way is not Way.SPACE or way.hyphen is not Hyphen.NONE or way.kept:
        return None
    if way.resume - way.at > _WIDEST:
        return None
    if not way.piece.isascii() or not any(map(str.isalnum, way.piece)):
        return None
    path = syntax.split(reading.url)[2]
    return None if not path or (_CAPITALISED.match(way.piece) and path == path.lower()) else way


def _ends_citation(text: str, way: Continuation) -> bool:
    return _ENDS.match(text, way.end) is not None
