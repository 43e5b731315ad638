"""What the first piece of the next line shows by itself: it can only be the link's, or hardly can.

In: the page, the link so far, the continuation over the line's end, the evidence on both. Out: bounds for the log-odds
that the link goes on, with the reason. Letters have these endings more often than the printed pages that repair was
trained on; what they need is closed lists of a language's words and endings, and the other links of the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.extensions import CITED
from verifier.repair.rules import may_end
from verifier.repair.shape import IN_HOST, IN_PATH, LOWER
from verifier.repair.words import ENDINGS, FUNCTION_WORDS, REMARKS

if TYPE_CHECKING:
    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page

_SURELY = 3.0
_RATHER = 1.5
_PERHAPS = 0.2
_RATHER_NOT = -1.0
_HARDLY = -3.0
_EITHER = 0.0
_DEEP = 5
"""Slashes of a URL, its scheme's too, from which on its last word says something."""
_SHORT = 2
_EMPTY_PARAMETER = compile_late(r"[?&#][^\W\d][\w.\[\]-]{0,40}=\Z")
_VALUE = compile_late(r"[\w.%+~:-]{1,80}\Z")
_CODE_BEGUN = compile_late(r"[=/_-](?=[A-Z\d]{0,40}[A-Z])(?=[A-Z\d]{0,40}\d)[A-Z\d]{1,40}\Z")
_CODE = compile_late(r"(?=[A-Z\d]{0,40}\d)(?=[A-Z\d]{0,40}[A-Z])[A-Z\d]{4,40}")
_FORMAT = compile_late(rf"(?:{CITED})\Z", re.IGNORECASE)
"""Said of a link, as in `pdf, 2 MB`; an address has a dot before it, or has it for its last piece."""
_FILE = compile_late(rf"[\w~%+-]{{2,80}}\.(?:{CITED})\Z", re.IGNORECASE)
_LONGEST_YEAR = 4
_COUNTRY_OR_GENERIC = compile_late(r"\.(?:com|org|net|edu|gov|int|info|[a-z]{2})(?::\d{1,5})?\Z", re.IGNORECASE)
"""How hosts nearly always end; `en.wiki` is rather cut."""
_HOST = compile_late(r"(?:www\.)?(?:[a-z\d-]{1,40}\.){1,3}(?:(?:com|org|net|edu|gov|int|info)(?:[/:]|\Z)|[a-z]{2}/)")
_HOLDS_HOSTS = compile_late(
    r"/\d{4,14}[a-z_*]{0,4}/?\Z|archive|wayback|cache|proxy|redirect|/(?:go|to|url|web|site|domain|check)/\Z"
)
"""A path in which another host may stand."""
_FIELD = compile_late(r"(?!https?:)[^\W\d_][\w /-]{0,40}[:：](?:\s|\Z)")
_ONLY_VALUE = compile_late(r"(?!https?:)[^\W\d_][\w /-]{0,40}[:：]\s{0,9}\S+\Z")
_NO_ESCAPE = compile_late(r"%[\dA-Fa-f]?[^\dA-Fa-f]")
"""Every `%` of a link begins an escape, which the next line's end may part."""
_COMMAS = frozenset(",;،؛、，；")
_YEAR = compile_late(r"(?:1[89]|20)\d\d\Z")


class Bounds(NamedTuple):
    """The log-odds of the join lie between these; `why` it goes on."""

    least: float | None = None
    most: float | None = None
    why: str = ""


def bounds(page: Page, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Bounds:
    """Bounds for the join of `whole`, the URL up to a line's end and the piece after it."""
    before, piece = whole
    if (most := _something_else(page, way, whole, found)) is not None:
        return Bounds(most=most)
    if way.hyphen:
        return _behind_hyphen(way, piece)
    if way.way is not Way.LINE or way.skipped or way.blank or way.kept:
        return Bounds()
    if _is_prose(before, piece, found):
        return Bounds(most=_HARDLY)
    if known := _whatever_follows(page, before, piece, found):
        return known
    return _last_piece(page, way, whole, found) if may_end(found) and not _is_label(piece, found) else Bounds()


def _something_else(page: Page, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> float | None:
    """The most that the join can be worth where the next line begins with something of its own."""
    said = way.kept[-1:] in _COMMAS and whole[1].lower() in REMARKS  # `…/page,` and `accessed` below
    signature = way.blank and whole[1].startswith("--")  # of a mail, or the end of its part
    if said or signature or _is_field(page, way) or _NO_ESCAPE.match(whole[1]):
        return _HARDLY
    return _RATHER_NOT if not way.hyphen and _is_another_host(way, whole, found) else None


def _whatever_follows(page: Page, before: str, piece: str, found: dict[str, float]) -> Bounds | None:
    """What the piece tells, be it the citation's last word or not."""
    if _FORMAT.match(piece) and (before[-1].isalnum() or before[-1] == "/"):
        return Bounds(most=_EITHER if before[-1] == "/" else _HARDLY)
    if _CODE_BEGUN.search(before) and _CODE.fullmatch(piece):
        return Bounds(_RATHER, why="capitals and digits go on, as of a code")
    if before.endswith("/") and found["stage"] == IN_PATH:
        if _FILE.match(piece):
            return Bounds(_RATHER, why="the link ends with “/”, and a file's name follows")
        if found["depth"] > 1 and piece.isdecimal() and len(piece) > _LONGEST_YEAR and found["next"] == LOWER:
            return Bounds(_RATHER, why="the link ends with “/”, and a long number follows")  # no `10117 Berlin`
    if _ends_like_another(page, before, piece):
        return Bounds(_SURELY, why="another link of the document ends in the same word, at the same depth")
    return None


def _last_piece(page: Page, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> Bounds:
    """What the piece can be that ends the citation."""
    before, piece = whole
    if _EMPTY_PARAMETER.search(before) and _VALUE.match(piece):
        return Bounds(_SURELY, why="a parameter of the query is still without its value")
    if before.endswith("/") and found["stage"] == IN_PATH:
        if found["depth"] > 1 and piece.isdecimal() and (number := _number(page, way, piece, found)):
            return Bounds(number, why="the link ends with “/”, and a number follows that ends the citation")
        if len(piece) > _SHORT and piece.isalpha() and piece.islower() and not piece.isascii():
            return Bounds(_PERHAPS, why="the link ends with “/”, and a word follows that ends the citation")
        if _is_like_another(page, before, piece):
            word = piece.islower() and piece.isalpha()
            return Bounds(_PERHAPS if word else _SURELY, why="with the piece the link is built like another one")
    return Bounds()


def _behind_hyphen(way: Continuation, piece: str) -> Bounds:
    """Whether the typesetter put the hyphen in, told by how words end."""
    if _first_letters(piece) not in ENDINGS:
        return Bounds()
    if way.hyphen is Hyphen.DROPPED:
        return Bounds(least=_RATHER, why="the next line begins with the ending of a word")
    return Bounds(most=0.0)


def _is_another_host(way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> bool:
    """Whether a host stands below a link that is whole, as where a letter tells how to reach its authors.

    Archives, proxies and the like have another host in their paths.
    """
    before, piece = whole
    if way.way is not Way.LINE or way.kept or not found["own_host"]:
        return False
    if found["stage"] == IN_HOST:
        return _COUNTRY_OR_GENERIC.search(before) is not None
    return found["stage"] == IN_PATH and _HOST.match(piece) is not None and _HOLDS_HOSTS.search(before) is None


def _is_field(page: Page, way: Continuation) -> bool:
    """Whether the link is the value of a named field (`Source: https://…`), and the next one begins below it."""
    if way.way is not Way.LINE or not _FIELD.match(page.text, way.resume):
        return False
    line = page.line(page.line_at(way.at))
    return line is not None and _ONLY_VALUE.match(page.text, line.first, line.last) is not None


def _first_letters(piece: str) -> str:
    at = 0
    while at < len(piece) and piece[at].isalpha():
        at += 1
    return piece[:at]


def _is_prose(before: str, piece: str, found: dict[str, float]) -> bool:
    """Whether the sentence goes on: a word of the language alone, and an ordinary word behind it."""
    if found["trailing"] or found["next"] != LOWER or piece not in FUNCTION_WORDS:
        return False
    return before[-1].isalnum() or before[-1] in "/="


def _is_label(piece: str, found: dict[str, float]) -> bool:
    """Whether the piece may be the label of the next item: `2. Publish`, `3) Who`."""
    if not piece.isdecimal() or len(piece) > 3 or found["closes"]:
        return False
    return bool(found["trailing"]) and not found["ends_line"]


def _number(page: Page, way: Continuation, piece: str, found: dict[str, float]) -> float | None:
    """How surely a number behind “/” is the link's: no year, and not the label of the next note or item."""
    if len(piece) > 4 or (piece[0] == "0" and len(piece) > 1):
        return _SURELY
    if _YEAR.match(piece):
        return None
    # Behind the label of an item stands no comma, nor the bracket that opened before the link.
    return _RATHER if found["closes"] or page.text[way.end : way.end + 1] in _COMMAS else None


def _ends_like_another(page: Page, before: str, piece: str) -> bool:
    """Whether another link of the host, built like this one with `piece`, ends in the same word."""
    if not before.endswith("/") or not piece.isalpha() or before.count("/") < _DEEP:
        return False
    return piece in page.built.get(syntax.build_of(syntax.key(before + piece)), ())


def _is_like_another(page: Page, before: str, piece: str) -> bool:
    """Whether `before` with `piece` has the parts of another link of its host."""
    return syntax.build_of(syntax.key(before + piece)) in page.built
