"""Notes that a page's markers found -> the rest of their lists, and where their own words begin (pure).

All items of an ordered list are notes when one of them is: pages lose the link to a note more often than the note. The
links back to the text at a note's head (`^`, `a b c`) are no words of the note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.documents.html.elements import Element
from verifier.documents.html.lists import OrderedList
from verifier.documents.html.page import Page
from verifier.documents.lines import trimmed
from verifier.model.document import NoteSpan

_SLACK = 24
"""So many characters of an item may lie outside its note: a label, a link back."""
_BETWEEN_LINKS = re.compile(r"[\s^↑,;|·()\[\]]{0,8}(?:jump up(?: to)?:?\s?)?[\s^↑,;|·()\[\]]{0,8}", re.IGNORECASE)
_SHORT = 12
_MOST_BACK_LINKS = 60


def with_neighbours(page: Page, notes: Sequence[NoteSpan], labels: Mapping[int, str]) -> list[NoteSpan]:
    """`notes` and the other items of the lists that they are items of, sorted; `labels` are numbers by item start."""
    found = sorted(notes, key=lambda note: note.start)
    starts = [note.start for note in found]
    added: list[NoteSpan] = []
    for one in page.lists:
        example = next((note for item in one.items if (note := _note_of(item, found, starts))), None)
        if example is not None:
            added.extend(note for note in _others(page.text, one, labels, example) if is_free(note, found, starts))
    return sorted([*found, *added], key=lambda note: note.start)


def _note_of(item: Element, notes: Sequence[NoteSpan], starts: Sequence[int]) -> NoteSpan | None:
    """The note that is the whole of `item`; None when it is no note, or more than one."""
    first = bisect_left(starts, item.start)
    if first == len(notes) or notes[first].start >= min(item.start + _SLACK, item.end):
        return None
    return notes[first] if notes[first].end >= item.end - _SLACK else None


def _others(text: str, one: OrderedList, labels: Mapping[int, str], example: NoteSpan) -> Iterator[NoteSpan]:
    for item in one.items:
        start, end = trimmed(text, item.start, item.end)
        label = labels.get(start)
        if label and end > start:
            yield NoteSpan(f"item {start}", label, example.kind, start, end, start)


def is_free(one: NoteSpan, notes: Sequence[NoteSpan], starts: Sequence[int]) -> bool:
    """Whether `one` neither holds a note nor lies in one."""
    at = bisect_left(starts, one.start)
    return not (at < len(notes) and notes[at].start < one.end) and not (at > 0 and notes[at - 1].end > one.start)


def without_back_links(
    page: Page, notes: Sequence[NoteSpan], fragments: Sequence[tuple[Element, str]]
) -> Iterator[NoteSpan]:
    """Each note with its body behind the short links at its head that lead back into the text before it."""
    links = sorted((*trimmed(page.text, link.start, link.end), fragment) for link, fragment in fragments)
    starts = [start for start, _, _ in links]
    for note in notes:
        body = note.start if note.body is None else note.body
        moved = False
        for start, end, fragment in links[bisect_left(starts, body) :][:_MOST_BACK_LINKS]:
            target = page.ids.get(fragment)
            leads_back = target is not None and target.start < note.start
            if not leads_back or end - start > _SHORT or end > note.end or not _only_signs(page.text, body, start):
                break
            body, moved = end, True
        if moved:
            gap = _BETWEEN_LINKS.match(page.text, body, note.end)
            body = gap.end() if gap else body
        yield replace(note, body=body) if moved else note


def _only_signs(text: str, start: int, end: int) -> bool:
    return end - start <= 40 and _BETWEEN_LINKS.fullmatch(text, start, end) is not None
