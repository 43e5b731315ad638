"""Whether a page has the part to which a link points: `#name`, and words after `#:~:text=` (text fragments).

The page as it was sent and its words go in, with the fragments of the links to it; what to tell of each comes out. It
is information and no verdict: the page is there, and a script may name its parts later. Pure.
Sources: HTML, "Scrolling to a fragment"; WICG, URL Fragment Text Directives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

from verifier.model.evidence import Page
from verifier.model.patterns import compile_late

_DIRECTIVE = ":~:"
_TAG = compile_late(r"<[^<>]*>")
_NO_NAME = compile_late(r"(?i)top$|[!/?]|[^=&]*[=&]|L\d+(?:-L\d+)?$")
"""The top of every page, addresses that scripts read, settings (#page=3), and lines of a listing."""
_MOST = 8
_LONGEST = 300
_PREFIXES = ("", "user-content-")
"""Put before names by hosts whose scripts take them off again."""


def parts_told(fragments: Iterable[str], source: bytes, page: Page) -> tuple[str, ...]:
    """What `page`, sent as `source`, has of the parts named by `fragments` (without their #), in words.

    Nothing is said of what cannot be told: a page cut short, names not in ASCII that are not found.
    """
    told = []
    for fragment in list(fragments)[:_MOST]:
        name, _, directive = fragment.partition(_DIRECTIVE)
        if name:
            told += _named(name, source, page)
        told += [words for text in _texts(directive) for words in _worded(text, source, page)]
    return tuple(told)


def _named(name: str, source: bytes, page: Page) -> list[str]:
    shown = unquote(name)
    if len(name) > _LONGEST or _NO_NAME.match(shown):
        return []
    names = {prefix + one for one in (name, shown) for prefix in _PREFIXES}
    if any(_has(one, source) for one in names):
        return [f"the page has the part “{shown}” to which the link points"]
    if not page.complete or not shown.isascii():
        return []
    return [f"no part of the page is called “{shown}”, to which the link points (a script may add it)"]


def _has(name: str, source: bytes) -> bool:
    """Whether an element of the page bears the name; as ready text of a browser would, so no entities are undone."""
    spelt = re.escape(name.encode("utf-8", "surrogatepass"))
    return (
        re.search(rb"(?i:[\s\"']id|[\s\"']name)\s{0,9}=\s{0,9}[\"']?" + spelt + rb"(?=[\"'\s>/])", source) is not None
    )


def _texts(directive: str) -> list[str]:
    pieces = directive.split("&")[:_MOST]
    return [piece.removeprefix("text=") for piece in pieces if piece.startswith("text=")]


def _worded(directive: str, source: bytes, page: Page) -> list[str]:
    """`[prefix-,]start[,end][,-suffix]`: whether the words from start to end stand in the page, or around its text."""
    pieces = [unquote(piece) for piece in directive.split(",") if not (piece.endswith("-") or piece.startswith("-"))]
    start, end = (pieces[0] if pieces else ""), (pieces[1] if len(pieces) > 1 else "")
    if not _signs(start) or len(directive) > 9 * _LONGEST:
        return []
    found = _runs(start, end, page.text) or _runs(start, end, _all_text(source))
    shown = " … ".join(piece[:_LONGEST] for piece in (start, end) if piece)
    if found:
        return [f"the words “{shown}”, to which the link points, were found in the page"]
    return [f"the words “{shown}”, to which the link points, were not found in the text that was read"] * page.complete


def _runs(start: str, end: str, text: str) -> bool:
    """Whether `text` has the words of `start`, and behind them those of `end`."""
    signs, first = _signs(text), _signs(start)
    at = signs.find(first)
    return at >= 0 and signs.find(_signs(end), at + len(first)) >= 0


def _all_text(source: bytes) -> str:
    """All that is not a tag, menus and footers too, as far as it is UTF-8."""
    return unescape(_TAG.sub("", source.decode("utf-8", "ignore")))


def _signs(text: str) -> str:
    """Letters and digits alone, in one case: scripts without spaces, and words that markup cuts, are compared too."""
    return re.sub(r"[\W_]+", "", text.casefold())
