"""A walked page -> the notes and markers that its own links tie together (pure).

A marker is a link inside the page whose text is a label ("1", "[2]", "*") and whose target is a note by its role, its
id, its class, or by a link back. The forms come from Word, LibreOffice, MediaWiki, WordPress, Pandoc and DPUB-ARIA.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from verifier.documents.html.asides import LABEL, popups, sidenotes, tooltips
from verifier.documents.html.elements import HEADINGS, Element
from verifier.documents.html.note_items import is_free, with_neighbours, without_back_links
from verifier.documents.html.page import Page
from verifier.documents.lines import trimmed
from verifier.model.document import MarkerSpan, NoteKind, NoteSpan, Role

_AUTHOR_DATE = re.compile(r"[(\[]?[^\W\d_][^()\[\]\n]{1,80}?[\s,(]{1,3}(?:1[5-9]|20)\d\d[a-z]?[)\]]{0,2}")
"""`Smith 2020`, `Smith and Doe (2020a)`: the markers of author-date lists."""
_KEY = re.compile(r"\[[\w+:.-]{2,24}\]")
"""`[Snow20]`: an author's own key of an entry."""
_NOTE_ID = re.compile(
    r"(?:^|[^a-z])_?(?:sd)?(?:footnotes?|endnotes?|fn|ftn|edn|note|notes|nota|cite|citation|cit|reference|ref|bib|fussnote|fußnote"
    r"|anm|anmerkung|sdfootnote|sdendnote|rodape|voetnoot|fotnot|przypis|easy-footnote|wp-block-footnotes|r|n)(?:[^a-z]|$)",
    re.IGNORECASE,
)
_WORD_IDS = re.compile(r"^_?(?:ftn|edn|sdfootnote|sdendnote|fn|en|cite_note|endnote|footnote|note)", re.IGNORECASE)
_NOTE_ROLES = ("doc-footnote", "doc-endnote", "doc-biblioentry", "footnote", "endnote", "rearnote", "biblioentry")
_MARKER_ROLES = ("doc-noteref", "doc-biblioref", "noteref", "biblioref")
_LISTS = ("doc-endnotes", "doc-bibliography", "endnotes", "footnotes", "rearnotes", "bibliography")
_CLASSES = ("footnote", "footnotes", "endnote", "endnotes", "references", "reflist", "reference-text", "note", "notes")
_WORDS = re.compile(r"\S")
_NUMBER_ONLY = re.compile(r"\s*[\[(]?\d{1,4}[\])]?[.:]?\s*")
_LONGEST_NOTE_IN_LARGE_BLOCK = 3000
_LEVELS_UP = 6
_FARTHEST_BACK = 20_000
"""Characters into a note within which a link leads back from it to its marker."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What was found: notes and markers, each sorted by place."""

    notes: tuple[NoteSpan, ...] = ()
    markers: tuple[MarkerSpan, ...] = ()


def find_notes(page: Page, fragments: Sequence[tuple[Element, str]], labels: Mapping[int, str]) -> Notes:
    """Tie markers to notes.

    `fragments` are the links inside the page with their fragments, `labels` the numbers of list items by their start.
    """
    raised = [(element.start, element.end) for role, element in page.roles if role is Role.SUPERSCRIPT]
    calls = _calls(page, fragments, raised)
    targets = {call.fragment: call.target for call in calls}
    notes = with_neighbours(page, _spans(page, targets, _names(calls), labels), labels) if targets else []
    notes = list(without_back_links(page, notes, fragments))
    kept = {note.key for note in notes}
    markers = [MarkerSpan(call.fragment, call.start, call.end) for call in calls if call.fragment in kept]
    found = (*tooltips(page, raised), *sidenotes(page, raised), *popups(page, raised))
    apart = sorted(found, key=lambda pair: pair[0].start)
    linked, starts = notes[:], [note.start for note in notes]
    taken = 0
    for note, marker in apart:
        if note.start >= taken and is_free(note, linked, starts):
            taken = note.end
            notes.append(note)
            markers.append(marker)
    return Notes(
        tuple(sorted(notes, key=lambda note: note.start)), tuple(sorted(markers, key=lambda marker: marker.start))
    )


class _Call(NamedTuple):
    """A marker: the note's fragment and element, its own span with brackets, and the note's name as it shows it."""

    fragment: str
    target: Element
    start: int
    end: int
    name: str


def _calls(page: Page, fragments: Sequence[tuple[Element, str]], raised: Sequence[tuple[int, int]]) -> list[_Call]:
    """The links inside the page that are markers: by what they show, and by what they lead to."""
    back = _links_back(page, fragments)
    calls: list[_Call] = []
    for link, fragment in fragments:
        target = page.ids.get(fragment) or page.ids.get(unquote(fragment))
        if target is None or target.name in HEADINGS:
            continue
        shown = page.text[link.start : link.end].strip()
        match = LABEL.fullmatch(shown)
        dated = _AUTHOR_DATE.fullmatch(shown) if match is None else None
        if match is None and dated is None:
            key = f"[{shown.strip('[]')}]"
            head = page.text[target.start : target.start + len(key) + 4].lstrip()
            if target.has_token("role", "doc-biblioentry") or head.startswith(key):
                dated = _KEY.fullmatch(key)
        named_marker = _is_marker(link)
        if (match is None and dated is None) or (target.start < link.end and not named_marker):
            continue
        is_note = named_marker or _is_note(target, fragment)
        if is_note or (match and ((link.start, target.start) in back or _within(link, raised))):
            name = match[1] if match else " ".join(shown.strip("()[]").split())
            calls.append(_Call(fragment, target, *_bracketed(page.text, link.start, link.end), name))
    return calls


def _names(calls: Sequence[_Call]) -> dict[str, str]:
    """What each note is called, by its fragment: the first name, or a number, which is better than `Smith 2020`."""
    names: dict[str, str] = {}
    for call in calls:
        name = names.setdefault(call.fragment, call.name)
        if name[-1:].isdigit() and " " in name and " " not in call.name:
            names[call.fragment] = call.name
    return names


def _links_back(page: Page, fragments: Sequence[tuple[Element, str]]) -> set[tuple[int, int]]:
    """Pairs (start of marker, start of note) that a link from the note back to the marker proves."""
    forward: dict[int, list[int]] = {}
    for link, fragment in fragments:
        target = page.ids.get(fragment)
        if target is not None and target.start >= link.end:
            forward.setdefault(link.start, []).append(target.start)
    pairs: set[tuple[int, int]] = set()
    for link, fragment in fragments:
        origin = page.ids.get(fragment)
        if origin is None or origin.start >= link.start:
            continue
        for start in {origin.start, origin.end}:
            for note_start in forward.get(start, ()):
                if note_start <= link.start <= note_start + _FARTHEST_BACK:
                    pairs.add((start, note_start))
    return pairs


def _is_marker(link: Element) -> bool:
    if link.has_token("role", *_MARKER_ROLES) or link.has_token("epub:type", *_MARKER_ROLES):
        return True
    classes = link.attributes.get("class", "").lower()
    return any(
        word in classes for word in ("footnote-ref", "noteref", "footnote-link", "sdfootnoteanc", "sdendnoteanc")
    )


def _is_note(target: Element, fragment: str) -> bool:
    for element in _around(target):
        if element.has_token("role", *_NOTE_ROLES, *_LISTS) or element.has_token("epub:type", *_NOTE_ROLES, *_LISTS):
            return True
        if element.has_token("class", *_CLASSES):
            return True
    return _NOTE_ID.search(fragment) is not None or _WORD_IDS.match(fragment) is not None


def _around(element: Element) -> Iterator[Element]:
    """The element, and the blocks that it lies in, a few levels up."""
    around: Element | None = element
    for _ in range(_LEVELS_UP):
        if around is None:
            return
        yield around
        around = around.block


def _within(link: Element, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a link is raised, or holds raised text only; `spans` are in the order of the text."""
    at = bisect_right(spans, (link.start, float("inf")))
    return any(start <= link.start + 1 and link.end <= end + 1 for start, end in spans[max(at - 2, 0) : at + 1])


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """The marker's span with the brackets that stand around the link."""
    start, end = trimmed(text, start, end)
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return (start - 1, end + 1) if before + after in ("[]", "()", "［］", "【】", "（）") else (start, end)


def _spans(
    page: Page, targets: Mapping[str, Element], names: Mapping[str, str], labels: Mapping[int, str]
) -> list[NoteSpan]:
    spans: list[tuple[int, int, str, Element]] = []
    starts = sorted({_start(page.text, element) for element in targets.values()})
    following = dict(pairwise(starts))
    for fragment, element in targets.items():
        start = _start(page.text, element)
        end = min(_end(page.text, element, start), following.get(start, len(page.text)))
        spans.append((start, end, fragment, element))
    spans.sort(key=lambda span: span[0])
    notes: list[NoteSpan] = []
    taken = 0
    for first, last, fragment, element in spans:
        start, end = trimmed(page.text, first, last)
        if end > start >= taken:
            label = names[fragment]
            body = start + _label_length(page.text[start : min(end, start + 40)], label)
            if body == start < element.end and page.text[first : element.end].strip("[]().: \t\n") == label:
                body = element.end  # the target is the label, glued to the words behind it
            shown = None if body == start and start in labels else body
            notes.append(NoteSpan(fragment, label, _kind(element, fragment), start, end, shown))
            taken = end
    return notes


def _start(text: str, element: Element) -> int:
    """Where a note begins; a label in a table's cell takes its row along, a target behind a label its paragraph."""
    block = element.block
    if block is not None and element.name in ("td", "th"):
        return block.start if block.name == "tr" else element.start
    if block is None or element.is_block or not _NUMBER_ONLY.fullmatch(text, block.start, element.start):
        return element.start
    return block.start


def _end(text: str, element: Element, start: int) -> int:
    block = element if element.is_block else element.block
    if block is not None and block.name in ("td", "th", "dt") and block.block is not None:
        block = block.block
    end = block.end if block is not None and block.end > start else len(text)
    if block is element and not text[start:end].strip(" \n\t[]().*0123456789"):
        words = _WORDS.search(text, end)  # an empty block, or the label alone: the note is the paragraph after it
        paragraph = text.find("\n\n", words.start()) if words else -1
        return len(text) if paragraph == -1 else paragraph
    if end - start <= _LONGEST_NOTE_IN_LARGE_BLOCK or block is element:
        return end
    paragraph = text.find("\n\n", start + 12)
    return end if paragraph == -1 else min(paragraph, end)


def _label_length(head: str, label: str) -> int:
    """How many characters at the start of a note spell its label ("[1] ", "1. ", "^1 ")."""
    match = re.match(rf"\s*[\[(（［【^]?\s?{re.escape(label)}\s?[\])）］】]?\s?[.:)]?\s*", head, re.IGNORECASE)
    return match.end() if match and (match.end() == len(head) or not head[match.end() - 1].isalnum()) else 0


def _kind(element: Element, fragment: str) -> NoteKind:
    """What kind of note it is, by roles first, then by the id."""
    for around in _around(element):
        said = f"{around.attributes.get('role', '')} {around.attributes.get('epub:type', '')}".lower()
        if "bibl" in said:
            return NoteKind.REFERENCE
        if "endnote" in said or "rearnote" in said:
            return NoteKind.ENDNOTE
        if "footnote" in said:
            return NoteKind.FOOTNOTE
    low = fragment.lower()
    if "edn" in low or "endnote" in low:
        return NoteKind.ENDNOTE
    return NoteKind.REFERENCE if re.match(r"_?(?:cite|bib|ref|cit)", low) else NoteKind.FOOTNOTE
