"""What two pieces make together that neither would be likely to make by chance: the link hardly ends between them.

In: the link so far, the piece after the break. Out: least log-odds that it goes on, and why; None where nothing of the
kind is seen. Such endings are too rare in print to be learned from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.rest import least_after_space
from verifier.repair.rules import Weight
from verifier.repair.shape import UPPER

if TYPE_CHECKING:
    from verifier.repair.breaks import Continuation
    from verifier.repair.reading import Reading

_RATHER = 1.5
_SURELY = 2.5
_CERTAINLY = 4.0
_DOI_BEGUN = re.compile(r"https?://(?:dx\.)?doi\.org/10(?:\.\d{0,9})?/?")
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\d{4,9}/\w.*")
_REST_OF_DOI = re.compile(r"\d+(?:\.\d+)+")
_EXTENSION_AND_QUERY = re.compile(r"(?:html?|php\d?|aspx?|jspx?|cgi|cfm)[?#]\w")
_UUID = compile_late(r"(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])", re.IGNORECASE)
_UUID_LETTERS = frozenset("0123456789abcdefABCDEF-")
_PARAMETERS = compile_late(r"[^\W\d][\w.\[\]-]{0,40}=[^\s&]{0,200}&(?:amp;)?[^\W\d][\w.\[\]-]{0,40}=")
_NAMED_FILE = compile_late(r"[^\W_]{2,40}(?:[-_][^\W_%]{1,40}){1,20}\.(?:html?|pdf|docx?|xlsx?|aspx?|php)")
_BEFORE_A_NUMBER = frozenset("/=,@")
_FRACTION = compile_late(r"\d{1,3}\.\d{1,9}(?![\w.])")
_VALUE = re.compile(r"[\w.]{1,3}[/:&]")


def least(reading: Reading, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Weight | None:
    """The least log-odds of the join of `whole`, the URL up to it and the piece after it."""
    before, piece = whole
    if found["makes_hash"]:
        return Weight(_SURELY, "together the pieces make a hash of its usual length")
    if way.way is not Way.SPACE and (below := _further_below(before, way, found)):
        return below
    if way.skipped:
        return None
    if made := _identifier(before, piece):
        return made
    if way.way is Way.SPACE and found["gap"] == 1 and (rest := least_after_space(before, piece, found)):
        return rest
    return None if way.blank else _after_sign(reading, way, whole, found)


def _further_below(before: str, way: Continuation, found: dict[str, float]) -> Weight | None:
    """What is known again behind the foot of a page and the head of the next."""
    if way.kept == "?" and _PARAMETERS.match(way.piece):
        return Weight(_CERTAINLY, "the link ends in “?”, and a query of several parameters follows")
    if way.blank and before.endswith("/") and found["alone_there"] < 2 and _NAMED_FILE.fullmatch(way.piece):
        return Weight(_SURELY, "the link ends with “/”, and a file's name stands alone below the break")
    return None


def _identifier(before: str, piece: str) -> Weight | None:
    if _makes_uuid(before, piece):
        return Weight(_SURELY, "together the pieces make a UUID")
    if _DOI_BEGUN.fullmatch(before) and _DOI.fullmatch(before + piece):
        return Weight(_RATHER, "together the pieces make a DOI")
    return None


def is_minus(before: str, piece: str) -> bool:
    """Whether a hyphen at a line's end, the last sign of `before` or dropped from it, is that of a negative number."""
    return before.removesuffix("-")[-1:] in _BEFORE_A_NUMBER and _FRACTION.match(piece) is not None


def _makes_uuid(before: str, piece: str) -> bool:
    if before[-1:] not in _UUID_LETTERS:
        return False
    left = before[-36:]
    match = _UUID.search(left + piece[:36])
    return match is not None and match.start() < len(left) < match.end()


def _after_sign(reading: Reading, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Weight | None:
    """What follows the full stop, colon or hyphen at which the link so far would end."""
    piece = way.piece
    if way.hyphen is Hyphen.KEPT and is_minus(*whole):
        return Weight(_CERTAINLY, "the hyphen is the sign of a number")
    if way.kept == ".":
        if _EXTENSION_AND_QUERY.match(piece):
            return Weight(_SURELY, "a file's extension and its query follow the dot")
        rest = reading.url.startswith("https://doi.org/10.") and _REST_OF_DOI.fullmatch(piece)
        if rest and found["next"] != UPPER:
            return Weight(_RATHER, "the DOI's numbers go on after its dot")
    if way.kept == ":" and syntax.split(reading.url)[2].count(":") > 1 and _VALUE.match(piece):
        return Weight(_RATHER, "the link is written with colons throughout")
    return None
