"""A walked page -> the notes that stand right where they are called for (pure).

WordPress plugins put a note behind its raised marker and show it on touch; Tufte's style sets notes into the margin,
and the numbers of these are made by the style sheet alone, so that they are counted here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from verifier.documents.html.page import Page
from verifier.documents.lines import trimmed
from verifier.model.document import MarkerSpan, NoteKind, NoteSpan

LABEL = re.compile(
    r"[\[(（［【^]?\s{0,3}(?:(?:foot|end)?note|nota|anm\.?|fn\.?|nb|n\.?|ref\.?)?\s{0,3}"
    r"(\d{1,4}[a-z]?|[a-zA-Z]{1,2}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|[*∗†‡§¶#]{1,4}|[¹²³⁰⁴-⁹]{1,4})\s{0,3}[\])）］】]?[.:]?",
    re.IGNORECASE,
)
"""How a marker may read: `[1]`, `note 2`, `iv`, `†`."""
_WORD = re.compile(r"[^\W\d_]{2}")
_FEW = 12
"""So short a note, `Ibid.`, may stand anywhere."""
_MOST = 5000
"""Notes shown on touch that are read: a bound against hostile pages."""
_PUNCTUATION = 4
"""So many characters may stand between a label and its words."""
_NEAR = 100
"""So far before a marker the words of its line are looked for."""
_MOST_LOOKED_FOR = 20
_LONGEST_LOOKED_FOR = 200
_GAP = 8
"""So much white space may part a note from its marker."""


def tooltips(page: Page, raised: Sequence[tuple[int, int]]) -> Iterator[tuple[NoteSpan, MarkerSpan]]:
    """Notes that stand right behind their markers (`raised`: spans, sorted), told by their role."""
    ends = [end for _, end in raised]
    for identity, element in page.ids.items():
        if element.attributes.get("role", "").lower() != "tooltip" or "note" not in element.attributes.get("class", ""):
            continue
        start, end = trimmed(page.text, element.start, element.end)
        marker = _marker_before(page.text, start, raised, ends)
        label = LABEL.fullmatch(page.text[slice(*marker)]) if marker else None
        if marker and label and end > start:
            yield NoteSpan(identity, label[1], NoteKind.FOOTNOTE, start, end, start), MarkerSpan(identity, *marker)


def sidenotes(page: Page, raised: Sequence[tuple[int, int]]) -> Iterator[tuple[NoteSpan, MarkerSpan]]:
    """Notes in the margin, told by their class. Without a marker of its own each is called for where it stands."""
    ends = [end for _, end in raised]
    for count, element in enumerate(page.sidenotes, 1):
        start, end = trimmed(page.text, element.start, element.end)
        if end <= start:
            continue
        marker = _marker_before(page.text, start, raised, ends)
        label = LABEL.fullmatch(page.text[slice(*marker)]) if marker else None
        key = f"sidenote {count}"
        called = MarkerSpan(key, *(marker or _place_before(page.text, start)))
        yield NoteSpan(key, label[1] if label else str(count), NoteKind.FOOTNOTE, start, end, start), called


def popups(page: Page, raised: Sequence[tuple[int, int]]) -> Iterator[tuple[NoteSpan, MarkerSpan]]:
    """Notes that are shown on touch, told by their class and the raised marker right before them."""
    ends, spans = [end for _, end in raised], set(raised)
    word = -1
    for count, element in enumerate(page.popups[:_MOST], 1):
        if element.start > word:
            found = _WORD.search(page.text, element.start)  # once for all that begin before it: they may nest
            word = found.start() if found else len(page.text)
        if word + 1 >= element.end:
            continue
        start, end = trimmed(page.text, element.start, element.end)
        marker = _marker_before(page.text, start, raised, ends)
        label = LABEL.fullmatch(page.text[slice(*marker)]) if marker else None
        if marker and label and not _begins_line(page.text, marker[0]) and "\n" not in page.text[marker[1] : start]:
            key = f"popup {count}"
            body = _behind_label(page.text, label[1], start) if (start, start + len(label[1])) in spans else start
            yield NoteSpan(key, label[1], NoteKind.FOOTNOTE, start, end, body), MarkerSpan(key, *marker)


def are_repeated(page: Page) -> bool:
    """Whether most of what is shown on touch can be read again below, as a list of notes."""
    looked_for = page.popups[:_MOST_LOOKED_FOR]
    shown = [page.text[one.start : min(one.end, one.start + _LONGEST_LOOKED_FOR)].strip() for one in looked_for]
    told = [words for words in shown if len(words) > _FEW]
    below = page.popups[-1].end if told else 0
    return sum(page.text.find(words, below) >= 0 for words in told) * 2 > len(told)


def _behind_label(text: str, label: str, start: int) -> int:
    """Where the words begin behind a label that a note repeats, once or twice."""
    body = at = start
    for _ in range(2):
        if not text.startswith(label, at):
            break
        at += len(label)
        behind = text[at : at + _PUNCTUATION]
        at += len(behind) - len(behind.lstrip(".:) \n"))
        if not text[at : at + 1].isdigit():
            body = at
    return body


def _begins_line(text: str, at: int) -> bool:
    near = text[max(at - _NEAR, 0) : at]
    return not near[near.rfind("\n") + 1 :].strip()


def _place_before(text: str, start: int) -> tuple[int, int]:
    """The empty span behind the last word before `start`."""
    while start and text[start - 1].isspace():
        start -= 1
    return start, start


def _marker_before(
    text: str, start: int, raised: Sequence[tuple[int, int]], ends: Sequence[int]
) -> tuple[int, int] | None:
    """The raised span right before `start`."""
    at = bisect_right(ends, start + 1) - 1
    while at >= 0 and raised[at][0] >= start:
        at -= 1  # the note repeats its marker
    if at < 0 or start - ends[at] > _GAP or text[ends[at] : start].strip():
        return None
    return trimmed(text, *raised[at])
