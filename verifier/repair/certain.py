"""What two pieces make together that chance hardly ever makes: then the link does not end between them.

In: the link so far, the piece after the break. Out: least log-odds that it goes on, and why; None where nothing of the
kind is seen. Such endings are too rare in print to be learned from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.extensions import CITED
from verifier.repair.rest import in_escape, in_number, least_after_space
from verifier.repair.rules import Weight, may_end
from verifier.repair.shape import IN_PATH, IN_QUERY, UPPER, character_class

if TYPE_CHECKING:
    from verifier.repair.breaks import Continuation
    from verifier.repair.reading import Reading

_SLASH = character_class("/")
_RATHER = 1.5
_SURELY = 2.5
_CERTAINLY = 4.0
_DOI_BEGUN = re.compile(r"https?://(?:dx\.)?doi\.org/10(?:\.\d{0,9})?/?")
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\d{4,9}/\w.*")
_REST_OF_DOI = re.compile(r"\d+(?:\.\d+)+")
_COPY_BEGUN = compile_late(
    r"/(?:19|20)\d{2,12}(?:[a-z]{2}_)?/(h(?:t(?:tps?)?)?|https?:/{0,2}|https?://[\w-]{1,63}\.?)\Z", re.IGNORECASE
)
"""The address of an archived copy that ends before the host of the page that was archived."""
_PAGE = compile_late(r"https?://(?:[\w-]{1,63}\.){1,6}[a-z]{2,18}(?![\w.-])", re.IGNORECASE)
_PERMA_BEGUN = compile_late(r"https?://perma\.cc/[A-Z0-9-]{0,8}")
_PERMA = compile_late(r"https?://perma\.cc/[A-Z0-9]{4}-[A-Z0-9]{4}(?![\w-])")
_EXTENSION = compile_late(rf"(?:{CITED})(?:\.gz)?\Z")
PAGE_ALONE = compile_late(r"(?:s?html?|aspx?|php\d?|jspx?|cfm)\Z")
"""Nobody says these of a page; `pdf` is said."""
_EXTENSION_AND_QUERY = re.compile(r"(?:s?html?|php\d?|aspx?|jspx?|cgi|cfm|pdf|docx?|xlsx?)[?#]\w")
_TWO_TIMES_FOUR = compile_late(r"(?<=/)[A-Z\d]{4}-[A-Z\d]{4}(?![\w-])")
_ESCAPE = compile_late(r"%[0-9A-F]{2}[%\w./-]", re.IGNORECASE)
_BARE_NAME = compile_late(r"[?&][^\W\d][\w.-]{0,40}\Z")
_PARAMETER = compile_late(r"[\w.\[\]-]{1,40}=[^\s=]")
_SET_OFF = compile_late(r"[^\W\d][\w-]{0,40}=[^\s;=]{1,80}(?:;[^\W\d][\w-]{0,40}=|\Z)")
"""A parameter before which a semicolon stands, as some programs write their queries."""
_NUMBER = compile_late(r"\d{1,2}(?!\w)")
_ADDED = compile_late(r"/(?:Add|Corr|Rev|Amend)\Z")
_DOMINO = re.compile(r"(?i:open|edit|read|save|delete|create|search|login)[A-Z][a-z]{2,12}(?![\w-])")
"""A command of HCL (Lotus) Domino, as addresses of the UN's documents end with: `?OpenElement`."""
UUID = compile_late(r"(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])", re.IGNORECASE)
_UUID_LETTERS = frozenset("0123456789abcdefABCDEF-")
_PARAMETERS = compile_late(r"[^\W\d][\w.\[\]-]{0,40}=[^\s&]{0,200}&(?:amp;)?[^\W\d][\w.\[\]-]{0,40}=")
_NAMED_FILE = compile_late(r"[^\W_]{2,40}(?:[-_][^\W_%]{1,40}){1,20}\.(?:html?|pdf|docx?|xlsx?|aspx?|php)")
_BEFORE_A_NUMBER = frozenset("/=,@")
_FRACTION = compile_late(r"\d{1,3}\.\d{1,9}(?![\w.])")
_VALUE = re.compile(r"[\w.]{1,3}[/:&]")
_RANGE_BEGUN = re.compile(r"#L\d{1,6}-L?\Z")
_PAIR = re.compile(r"([A-Za-z]{1,9}|\d{1,9})([:=,;~])([A-Za-z]{1,9}|\d{1,9})")
"""One part of a path that tells names and values: `AV:N/AC:L`, `year=2020/month=05`."""


def least(reading: Reading, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Weight | None:
    """The least log-odds of the join of `whole`, the URL up to it and the piece after it."""
    before, piece = whole
    if found["makes_hash"]:
        return Weight(_SURELY, "together the pieces make a hash of its usual length")
    if way.way is not Way.SPACE and (below := _further_below(before, way, found)):
        return below
    if way.skipped:
        return None
    made = _identifier(before, piece)
    if made is None and way.way is Way.SPACE and found["gap"] == 1:
        made = least_after_space(before, piece, found)
    if made is None and not way.blank:
        made = _completed(way, whole, found)
    if made or way.blank:
        return made
    alike = _goes_on_alike(before, piece, found) if way.way is not Way.SPACE else None
    return alike or _after_sign(reading, way, whole, found)


def _goes_on_alike(before: str, piece: str, found: dict[str, float]) -> Weight | None:
    """What goes on below a line's end as it began above it."""
    if _RANGE_BEGUN.search(before) and piece.removeprefix("L").isdecimal():
        return Weight(_CERTAINLY, "the range of lines needs its end")
    if found["last"] != _SLASH:
        return None
    if found["slashes_ahead"] > 1:
        return Weight(_CERTAINLY, "the link ends with “/”, and what follows is a path spaced out")
    if found["spaces"] > 1 and piece.endswith("/"):
        return Weight(_SURELY, "the link is spaced out and ends with “/”, as does the part after the break")
    shapes = [_shape_of_pair(part) for part in (*before.split("/")[-3:-1], piece.partition("/")[0])]
    if shapes[0] is not None and len(set(shapes)) == 1:
        return Weight(_CERTAINLY, "the part after the break is a pair like the two before it")
    return None


def _shape_of_pair(part: str) -> tuple[bool, str, bool] | None:
    """Of a name and its value, or two like them: whether each is a number, and the character between them."""
    pair = _PAIR.fullmatch(part)
    return (pair[1].isdecimal(), pair[2], pair[3].isdecimal()) if pair else None


def _further_below(before: str, way: Continuation, found: dict[str, float]) -> Weight | None:
    """What is known again behind the foot of a page and the head of the next."""
    if way.kept == "?" and _PARAMETERS.match(way.piece):
        return Weight(_CERTAINLY, "the link ends in “?”, and a query of several parameters follows")
    if way.blank and before.endswith("/") and found["alone_there"] < 2 and _NAMED_FILE.fullmatch(way.piece):
        return Weight(_SURELY, "the link ends with “/”, and a file's name stands alone below the break")
    return None


def _completed(way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Weight | None:
    """What the link has begun and the piece ends: a bracket within it, or below a line's end an escape."""
    before, piece = whole
    if ")" in piece and before.count("(") > before.count(")") and found["stage"] >= IN_PATH and found["gap"] == 1:
        return Weight(_SURELY, "the part after the break closes a bracket that opens within the link")
    if way.way is Way.SPACE:
        return None
    if found["stage"] >= IN_PATH and _ESCAPE.match(piece):
        return Weight(_CERTAINLY, "the part after the break begins with an escape")
    if found["stage"] == IN_QUERY and not way.kept and _BARE_NAME.search(before) and _PARAMETER.match(piece):
        return Weight(_SURELY, "the rest of a parameter's name and its value follow")
    return in_escape(before, piece, alone=may_end(found)) or in_number(before, piece)


def _identifier(before: str, piece: str) -> Weight | None:
    if _makes_uuid(before, piece):
        return Weight(_SURELY, "together the pieces make a UUID")
    if _makes_code(before, piece):
        return Weight(_SURELY, "together the pieces make a code of two times four letters and digits")
    if _DOI_BEGUN.fullmatch(before) and _DOI.fullmatch(before + piece):
        return Weight(_RATHER, "together the pieces make a DOI")
    copy = _COPY_BEGUN.search(before)
    if copy is not None and _PAGE.match(copy[1] + piece):
        return Weight(_CERTAINLY, "together the pieces make the address of an archived page")
    if _PERMA_BEGUN.fullmatch(before) and _PERMA.match(before + piece):
        return Weight(_CERTAINLY, "together the pieces make the code of an archived copy")
    return None


def is_minus(before: str, piece: str) -> bool:
    """Whether a hyphen at a line's end (the last of `before`, if not dropped) is that of a negative number."""
    return before.removesuffix("-")[-1:] in _BEFORE_A_NUMBER and _FRACTION.match(piece) is not None


def _makes_uuid(before: str, piece: str) -> bool:
    if before[-1:] not in _UUID_LETTERS:
        return False
    left = before[-36:]
    match = UUID.search(left + piece[:36])
    return match is not None and match.start() < len(left) < match.end()


def _makes_code(before: str, piece: str) -> bool:
    """Whether the pieces make `/7DHI-AZJP`, as a keeper of copies names them."""
    left = before[-10:]
    match = _TWO_TIMES_FOUR.search(left + piece[:10])
    if match is None or not match.start() <= len(left) < match.end():
        return False
    return any(map(str.isdigit, match[0])) and any(map(str.isalpha, match[0]))


def _after_sign(reading: Reading, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Weight | None:
    """What follows the full stop, colon or hyphen at which the link so far would end."""
    piece = way.piece
    if way.hyphen is Hyphen.KEPT and is_minus(*whole):
        return Weight(_CERTAINLY, "the hyphen is the sign of a number")
    if way.kept == "?" and way.way is not Way.SPACE and _DOMINO.match(piece):
        return Weight(_CERTAINLY, "the link ends in “?”, and a server's command follows")
    if way.kept == ".":
        return _after_full_stop(reading, way, found)
    if way.kept == ";" and found["stage"] == IN_QUERY and _SET_OFF.match(piece):
        return Weight(_SURELY, "another parameter of the query follows")
    if way.kept == ":" and syntax.split(reading.url)[2].count(":") > 1 and _VALUE.match(piece):
        return Weight(_RATHER, "the link is written with colons throughout")
    return None


def _after_full_stop(reading: Reading, way: Continuation, found: dict[str, float]) -> Weight | None:
    piece = way.piece
    if _ADDED.search(reading.url) and _NUMBER.match(piece):
        return Weight(_CERTAINLY, "the symbol of a UN document goes on with a number")
    ending = PAGE_ALONE if way.way is Way.SPACE else _EXTENSION
    alone = found["stage"] == IN_PATH and may_end(found) and ending.match(piece)
    if alone or _EXTENSION_AND_QUERY.match(piece):
        return Weight(_SURELY, f"a file's extension {'alone' if alone else 'and its query'} follows the dot")
    rest = reading.url.startswith("https://doi.org/10.") and _REST_OF_DOI.fullmatch(piece)
    if rest and (found["trailing"] or found["next"] != UPPER):
        return Weight(_RATHER, "the DOI's numbers go on after its dot")
    return None
