"""Link annotations under placed lines -> Links over the text.

In: the annotations with the pieces of lines they cover, and the text those lines became part of. Out: Links, sorted.
A link over a line's end has a rectangle, or even an annotation of its own, for each line: those are one Link. The URI
is told as the file has it; whether it is cut or leads elsewhere than the text says is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from verifier.documents.pdf.page import PlacedLink
from verifier.model.document import Link

_SEAM = re.compile(r"[\s\u00ad]{0,40}")
_HYPHENS = "-\u00ad"
_WITHOUT_HYPHENS = str.maketrans(dict.fromkeys(_HYPHENS))
_WIDER = 5
_WIDEST = 400
"""By so many characters at least, and at most, a rectangle covers more than the address under it."""
_SQUEEZE = re.compile(r"[\s\u00ad]+")


def links_over(text: str, placed: Iterable[PlacedLink]) -> tuple[Link, ...]:
    """All links that lie over text, in its order, the pieces of one wrapped link joined."""
    pieces = [
        Link(piece.line.start + piece.first, piece.line.start + piece.last, link.uri, "annotation")
        for link in placed
        for piece in link.pieces
        if piece.line.start >= 0
    ]
    joined: list[Link] = []
    for piece in sorted(pieces, key=lambda link: (link.start, link.end)):
        last = joined[-1] if joined else None
        if last is None or last.url != piece.url or not _goes_on(text, last, piece):
            joined.append(piece)
        elif piece.end > last.end:
            joined[-1] = Link(last.start, piece.end, last.url, last.origin)
    return tuple(sorted((_narrowed(text, link) for link in joined), key=lambda link: (link.start, link.end)))


def _narrowed(text: str, link: Link) -> Link:
    """The link over the address that it leads to, where its rectangle covers all of the lines that this runs over."""
    if not _WIDER < link.end - link.start - len(link.url) < _WIDEST:
        return link
    visible = [at for at in range(link.start, link.end) if not (text[at].isspace() or text[at] in _HYPHENS)]
    shown = "".join([text[at] for at in visible]).casefold()
    target = link.url.casefold().translate(_WITHOUT_HYPHENS)
    first = shown.find(target) if len(shown) == len(visible) else -1
    if first < 0:
        return link
    return replace(link, start=visible[first], end=visible[first + len(target) - 1] + 1)


def _goes_on(text: str, link: Link, piece: Link) -> bool:
    """Whether `piece` is the rest of `link`: nothing visible between them, and not the same address told twice."""
    if piece.start < link.end:
        return True
    shown = _bare(_SQUEEZE.sub("", text[link.start : link.end]))
    if _SEAM.fullmatch(text, link.end, piece.start):
        return shown != _bare(link.url)
    # A rectangle may miss the character at a line's end; then the address itself must say that the pieces are one.
    whole = _bare(_SQUEEZE.sub("", text[link.start : piece.end]))
    return piece.start - link.end <= 40 and len(whole) > len(shown) and _bare(link.url).startswith(whole)


def _bare(url: str) -> str:
    return re.sub(r"^[a-z]{1,8}:/{0,2}(?:www\.)?|^www\.", "", url.casefold()).rstrip("/.,;)")
