"""Bare hosts on an open PDF page that are set as links are: in a colour of their own, or in typewriter type.

In: the page and its lines. Out: the places of hosts without scheme or path (`example.org`) that stand out from the
words around them. In running text such a host is most often a name; set apart like this it is a link, whose annotation
a printer or converter lost. Asked only where something looks like a host, and so often only: each answer costs time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.documents.pdf.calls import Style
    from verifier.documents.pdf.file import PdfPage
    from verifier.documents.pdf.lines import Line, LinesAsText

_HOST = re.compile(
    r"(?<![\w@./:=%&~\\-])(?:[a-z0-9-]{1,63}\.){1,6}(?P<top>[a-z]{2,24})(?![\w@/:=(-]|\.\w)", re.IGNORECASE
)
_DOT_INSIDE = re.compile(r"\.[A-Za-z]{2}")
_ABBREVIATIONS = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]{1,2}", re.IGNORECASE)
_COMMON = frozenset({"com", "org", "net", "edu", "gov", "int"})
"""In typewriter type much is set that has a full stop in it; of such names only these are sure to be hosts."""
_TYPEWRITER = re.compile(rb"mono|courier|typewriter|consol|menlo|CMTT|LMTT|tt\d|inconsolata", re.IGNORECASE)
_BY_PROGRAMS = re.compile(r"[{}\\;$]|\w\(|[:=]=|->")
"""Signs of program text, where colour tells kinds of words apart."""
_MOST = 40
_GREY = 24
"""Colours whose parts differ by less are shades of grey, which set no link apart."""


def hosts_set_as_links(page: PdfPage, lines: LinesAsText) -> Iterator[tuple[Line, int, int]]:
    """Where such hosts stand: the line, and the span of its text."""
    asked = 0
    for line in lines.holding(_DOT_INSIDE):
        if _BY_PROGRAMS.search(line.text):
            continue
        for match in _HOST.finditer(line.text):
            if _ABBREVIATIONS.fullmatch(match[0]):
                continue
            asked += 1
            if asked > _MOST:
                return
            if _stands_out(page, line, match):
                yield line, match.start(), match.end()


def _stands_out(page: PdfPage, line: Line, match: re.Match[str]) -> bool:
    """Whether the host is set otherwise than the nearest words before and after it on its line, and as links are."""
    first, last = match.span()
    own = page.style(line.offset(first + 1))
    around = [page.style(line.offset(at)) for at in _beside(line.text, first, last)]
    if not around:
        return False
    if _is_coloured(own) and all(own.colour != other.colour for other in around):
        return True
    typewriter = is_typewriter(own) and match["top"].lower() in _COMMON
    return typewriter and not any(is_typewriter(other) for other in around)


def is_typewriter(style: Style) -> bool:
    """Whether a font's name says that all of its characters are equally wide, as program text and links are set."""
    return _TYPEWRITER.search(style.font) is not None


def _beside(text: str, first: int, last: int) -> Iterator[int]:
    """The columns of the nearest letters before and after a host, other hosts passed over."""
    before = re.search(r"(\w)[^\w]*$", _HOST.sub(lambda host: " " * len(host[0]), text[:first]))
    after = re.search(r"\w", _HOST.sub(lambda host: " " * len(host[0]), text[last:]))
    if before:
        yield before.start(1)
    if after:
        yield last + after.start()


def _is_coloured(style: Style) -> bool:
    return max(style.colour) - min(style.colour) >= _GREY
