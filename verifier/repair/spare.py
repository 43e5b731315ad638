"""The reading of a link that is tried where the chosen one leads astray: on over a break, to the citation's end.

In: the page, a link as it is read, how far it may reach. Out: another reading, or None. `…/minutes/202 0.` may be a
cut link, or one whose sentence goes on; the text cannot tell, so the link stays as it is read. But where nothing is
there, or another page than the one whose title is cited, and the longer address leads to a page, that page was meant
(`verdicts.md`, Repair by evidence). A link that was read over a hyphen and a space is tried without the hyphen instead:
`…/inde- pendent` was broken at a line's end that the copy no longer has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.breaks import Hyphen, Way, continuations
from verifier.repair.extensions import CITED
from verifier.repair.filename import SPACE
from verifier.repair.lost_line_end import without_hyphen
from verifier.repair.reading import Reading, extend
from verifier.repair.shape import is_label
from verifier.repair.words import REMARKS

if TYPE_CHECKING:
    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page

READ_ON = "the shorter reading leads astray, and the citation goes on to here"
WITHOUT_HYPHEN = "the reading with the hyphen leads astray, which may be that of a line's end"
WITHOUT_SPACES = "the reading with spaces leads astray, which may be stray ones"
_MOST_PIECES = 3
"""Each further piece is a word of the letter that a stranger's server may be sent."""
_WIDEST = 2
"""Characters of a space; wider ones stand between columns."""
_ENDS = compile_late(
    r"""[.,;:!?。，；：、]?["'’”»)\]>」』）》]{0,2}[^\S\n]*(?:\Z|[\n(\[;（［〔。，；])|[.,;:!?]["'’”»)\]>]{0,2}\s|["'’”»)\]>」』）》]"""
)
_LINE_ENDS = compile_late(r"[^\S\n]*\n")
_CAPITALISED = compile_late(r"[A-Z][a-z]")
_EXTENSION = compile_late(rf"(?:{CITED})\Z")
_OF_AN_ADDRESS = compile_late(r"\w[/=._-]\w|\d")


def spare(page: Page, reading: Reading, limit: int) -> Reading | None:
    """Another reading of the link; None where no such reading is to be had."""
    joined = without_hyphen(page.text, reading)
    if joined is not None and syntax.split(joined.url)[1] == syntax.split(reading.url)[1]:
        return joined  # a host without its hyphen is somebody else's
    return _without_spaces(reading) or _read_on(page, reading, limit)


def _read_on(page: Page, reading: Reading, limit: int) -> Reading | None:
    """The link read on to the end of its citation, over at most three breaks."""
    longer, whole, among_words = reading, None, False
    for _ in range(_MOST_PIECES):
        way = _way_on(page, longer, limit)
        if way is None:
            break
        among_words = among_words or (longer is not reading and way.piece.lower() in REMARKS)
        longer = extend(page, longer, way)
        if among_words and not _OF_AN_ADDRESS.search(page.text, reading.end, longer.end):
            continue  # `…/final report for members`, not `…/sof t war e/final`
        if not _ends_citation(page.text, way):
            if way.kept:
                break  # `…/a? Nobody knows.`
            continue
        whole = longer
        if not _LINE_ENDS.match(page.text, way.end):
            break
    return whole if whole is not None and syntax.is_url(whole.url) else None


def _way_on(page: Page, reading: Reading, limit: int) -> Continuation | None:
    """The next piece on this line or the next, where it may be one of an address and does not begin a sentence."""
    way = next(iter(continuations(page, reading.end, limit, reading.url)), None)
    if way is None or way.hyphen is not Hyphen.NONE or not _is_near(way):
        return None
    if way.kept and not (way.kept == "?" or (way.kept == "." and _EXTENSION.match(way.piece))):
        return None
    if not way.piece.isascii() or not any(map(str.isalnum, way.piece)):
        return None
    path = syntax.split(reading.url)[2]
    begins_sentence = way.kept != "?" and _CAPITALISED.match(way.piece) and path == path.lower()
    return None if not path or begins_sentence else way


def _is_near(way: Continuation) -> bool:
    """Whether but one space or the end of a line is between, and no item of a list or word of a sentence behind it."""
    if way.way is Way.SPACE:
        return way.resume - way.at <= _WIDEST
    if way.way is not Way.LINE or way.skipped or way.blank:
        return False
    label = is_label(way.token) and not way.token.isdigit()
    return not label and way.piece.lower() not in REMARKS


def _ends_citation(text: str, way: Continuation) -> bool:
    return _ENDS.match(text, way.end) is not None


def _without_spaces(reading: Reading) -> Reading | None:
    """A file's name that was read with spaces, without them; None where it has none."""
    put_in = [edit for edit in reading.edits if edit.inserted == SPACE]
    if not put_in or reading.url.count(SPACE) != len(put_in):
        return None
    edits = tuple(replace(edit, inserted="") if edit in put_in else edit for edit in reading.edits)
    return reading._replace(url=reading.url.replace(SPACE, ""), edits=edits)
