"""Notes of Markdown that its blocks do not mark: `^[Words.]` in the line, and lists tied by anchors of HTML (pure).

In: the source and what its inline markup holds. Out: NoteSpans, and the MarkerSpans that call for them. Pandoc sets a
note's words where its marker would stand; on GitHub `[1](#n1)` calls for what begins with `<a name="n1">1</a>`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from verifier.documents.markdown.inline import Inline
from verifier.model.document import MarkerSpan, NoteKind, NoteSpan

_ANCHOR = re.compile(
    r"^[ \t]{0,8}(?:[-*+][ \t]|\d{1,3}\.[ \t])?[ \t]{0,3}(?:<sup>[ \t]{0,2})?"
    r"<a\s{1,4}(?:name|id)\s?=\s?[\"']?(?P<name>[^\s\"'<>]{1,60})[\"']?\s?/?>"
    r"(?:[ \t]{0,2}\[?(?P<label>\d{1,3}|[a-z]|[*†‡])\]?[ \t]{0,2}(?=</a>))?(?:</a>)?(?:[ \t]{0,2}</sup>)?"
    r"[ \t]{0,3}(?:\[?(?:\d{1,3}|[*†‡])\]?[.:)]?(?=[ \t]))?[.:)]?[ \t]{0,4}",
    re.MULTILINE | re.IGNORECASE,
)
_LABEL = re.compile(r"\\?\[?\^?(\d{1,3}|[a-z]|[*†‡]{1,3})\\?\]?", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\n[ \t]{0,40}\n")


def inline_notes(found: Inline) -> Iterator[tuple[NoteSpan, MarkerSpan]]:
    """The notes that stand in the line, numbered among all markers as Pandoc numbers them."""
    places = sorted({marker.key: marker.start for marker in reversed(found.markers)}.values())
    for at, (start, end) in enumerate(found.inline_notes):
        label = str(bisect_left(places, start) + at + 1)
        key = f"^[{start}"
        yield NoteSpan(key, label, NoteKind.FOOTNOTE, start + 2, end, start + 2), MarkerSpan(key, start, start + 2)


def anchored_notes(text: str, found: Inline) -> Iterator[tuple[NoteSpan, list[MarkerSpan]]]:
    """The notes that begin with an anchor which a label links to, each with its markers."""
    calls: dict[str, list[tuple[int, int]]] = {}
    for start, end, fragment in found.fragments:
        if _LABEL.fullmatch(text, start, end):
            calls.setdefault(fragment, []).append((start, end))
    anchors = [match for match in _ANCHOR.finditer(text) if match["name"] in calls] if calls else []
    for match, limit in zip(anchors, _limits(text, anchors), strict=True):
        name = match["name"]
        markers = [MarkerSpan(f"#{name}", start, end) for start, end in calls.pop(name, ()) if start < match.start()]
        end = match.end() + len(text[match.end() : limit].rstrip())
        label = _LABEL.fullmatch(text, markers[0].start, markers[0].end) if markers else None
        if label and end > match.end():
            yield NoteSpan(f"#{name}", label[1], NoteKind.FOOTNOTE, match.start(), end, match.end()), markers


def _limits(text: str, anchors: Sequence[re.Match[str]]) -> Iterator[int]:
    """Where each anchor's note ends at the latest: with its paragraph, or where the next one begins."""
    for at, match in enumerate(anchors):
        limit = anchors[at + 1].start() if at + 1 < len(anchors) else len(text)
        paragraph = _PARAGRAPH_END.search(text, match.end(), limit)
        yield paragraph.start() if paragraph else limit
