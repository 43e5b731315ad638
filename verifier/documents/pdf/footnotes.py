"""Footnotes at the feet of pages, where geometry is sure of them.

In: the pages' lines without running heads and footers. Out: Footnotes with their lines and markers. Sure means: set in
smaller type than the text, nothing of the text below, and begun by a label that stands raised in the text of that page.
What is less sure stays where it is, for the finders of notes to judge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.documents.pdf.page import Piece
from verifier.model.document import NoteKind
from verifier.model.months import MONTHS

if TYPE_CHECKING:
    from verifier.documents.pdf.lines import Line

_SMALLER = 0.94
"""Footnotes are set at 8 or 9 points to 10, 10 to 12; the same type is never smaller than this by rounding."""
_FIRST = frozenset({"1", "i", "a", "*", "†"})
"""What the first note of a document is called."""
_MUCH = 0.2
"""What this share of all characters is set in is no heading's type."""
_LABEL = re.compile(
    r"[\[(]?(\d{1,3}|[*†‡§¶‖]{1,3}|[ivxl]{1,7}|[a-z])[\])]?[.:]?(?=\s|[^\W\d_]|[“‘„\"'«‹「『《〈【（(<\[¿¡]|https?:|$)"
)
_MONTH = re.compile(r"\.?\s(?:de\s)?([^\W\d_]{3,20})\.?,?\s(?:de\s)?\d{4}\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_ENDS_IN_LINK = re.compile(r"(?:https?://|www\.)\S*[-/_=&?%.]\Z")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*[’']?[^\W\d_]*[,.]?\s")
"""A word with a capital and a space behind it: the rest of an address does not begin so."""
_LONGEST_END = 300
_RECENT = 100
"""Notes before, whose markers on the last two pages are known as theirs."""
_ENDS = frozenset(".!?")
_LINK = re.compile(r"https?:|www\.|doi[.:]")
_NAMES = re.compile(r"\d{1,3}|[*†‡§¶‖]{1,3}|[ivxl]{1,7}|[a-z]")


@dataclass(slots=True)
class Footnote:
    """A footnote: its label, its lines, where its words begin on the first line, and the markers that call for it."""

    label: str
    body: int
    lines: list[Line]
    markers: list[Piece] = field(default_factory=list)
    kind: NoteKind = NoteKind.FOOTNOTE


def text_size(lines: Iterable[Line]) -> float:
    """The type size of the text: the largest that much of it is set in, for notes and code may outweigh the rest."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        sizes[line.size] += len(line.text)
    most = max(sizes.values(), default=0)
    much = min(_MUCH * sum(sizes.values()), most)
    return max((size for size, count in sizes.items() if count >= much), default=0.0)


def find_footnotes(pages: Sequence[Sequence[Line]], size: float) -> list[Footnote]:
    """The footnotes of the document in order.

    `pages` holds each page's lines, running heads and footers left out; `size` is the type size of the text.
    """
    found: list[Footnote] = []
    last: Footnote | None = None
    above: list[Sequence[Line]] = []
    for lines in pages:
        late = _late([line for page in above for line in page], found[-_RECENT:], last)
        on_page: list[Footnote] = []
        blocks = list(_blocks(lines, size))
        if last is not None and above and last.lines[-1] is above[-1][-1]:
            blocks.insert(0, _head(lines, size, late))
        for block in filter(None, blocks):
            notes, carried = _notes(block, lines, _spent(on_page), late)
            before = on_page[-1] if on_page else last  # a note runs on at the foot of the next column, or page
            if notes and carried and before is not None:
                before.lines.extend(carried)
            on_page.extend(notes)
            late = {name: calls for name, calls in late.items() if all(name != note.label for note in notes)}
        found.extend(on_page)
        last = on_page[-1] if on_page else None
        above = [*above[-1:], lines] if lines else above
    return found


def _head(lines: Sequence[Line], size: float, late: Mapping[str, list[Piece]]) -> list[Line]:
    """The notes of a chapter that run on at the top of the next page: small lines, one of which bears a label due."""
    first = next((at for at, line in enumerate(lines) if not 0 < line.size <= _SMALLER * size), len(lines))
    labels = (_LABEL.match(line.text) for line in lines[:first])
    return list(lines[:first]) if first < len(lines) and any(label and label[1] in late for label in labels) else []


def _late(lines: Sequence[Line], notes: Sequence[Footnote], last: Footnote | None) -> dict[str, list[Piece]]:
    """The markers of `lines`, the pages before, whose notes are still to come: those that count on from `last`."""
    if last is not None and not last.label.isdigit():
        return {}
    calls = _calls(lines, {id(line) for note in notes for line in note.lines}, _spent(notes))
    due = int(last.label) + 1 if last is not None else 1
    late = {}
    while str(due) in calls:
        late[str(due)] = calls[str(due)]
        due += 1
    return late


def find_endnotes(lines: Sequence[Line], size: float, footnotes: Sequence[Footnote]) -> list[Footnote]:
    """The endnotes of the document: small type to its very end, begun by a label that stands raised in the text.

    `lines` are all pages' lines, in order, without running heads, footers and the footnotes, whose markers are theirs.
    """
    first = len(lines)
    while first and 0 < lines[first - 1].size <= _SMALLER * size:
        first -= 1
    if first == len(lines):
        return []
    notes, carried = _notes(lines[first:], lines, _spent(footnotes), {})
    if carried or not notes or notes[0].label not in _FIRST:
        return []
    _from_last_restart(lines, notes)
    for note in notes:
        note.kind = NoteKind.ENDNOTE
    return notes


def _from_last_restart(lines: Sequence[Line], notes: Sequence[Footnote]) -> None:
    """Where the numbering of markers begins again in the text, leave the notes those from there on."""
    if len(notes) < 2 or len(notes[0].markers) < 2:
        return
    order = {id(line): at for at, line in enumerate(lines)}
    again = max((order[id(call.line)], call.first) for call in notes[0].markers)
    later = [[call for call in note.markers if (order[id(call.line)], call.first) >= again] for note in notes]
    if all(now or not note.markers for note, now in zip(notes, later, strict=True)):
        for note, now in zip(notes, later, strict=True):
            note.markers = now


def _spent(notes: Iterable[Footnote]) -> set[tuple[int, int]]:
    """The markers that call for `notes`, each by its line's id and its place there."""
    return {(id(piece.line), piece.first) for note in notes for piece in note.markers}


def _blocks(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """Runs of lines in smaller type with nothing of the text below them."""
    block: list[Line] = []
    small = _SMALLER * size
    for line in [*lines, None]:
        if line is not None and 0 < line.size <= small:
            block.append(line)
            continue
        if block:
            feet = _foot(block, lines, size)
            if feet:
                yield feet
        block = []


def _foot(block: list[Line], lines: Sequence[Line], size: float) -> list[Line]:
    """The part of a run of small lines that lies below all of the text in its column."""
    left = min(line.box.left for line in block)
    right = max(line.box.right for line in block)
    floor = min(
        (
            line.box.bottom
            for line in lines
            if line.size > _SMALLER * size and line.box.left < right and line.box.right > left
        ),
        default=float("inf"),
    )
    # A page's head may be drawn last: it is small, too, and behind the notes.
    return [line for line in block if line.box.top <= floor + 0.3 * size]


def _calls(
    lines: Iterable[Line], inside: AbstractSet[int], spent: AbstractSet[tuple[int, int]]
) -> dict[str, list[Piece]]:
    """The markers on lines that are not `inside` notes, by their names, but for those that notes have: `spent`."""
    calls: dict[str, list[Piece]] = {}
    for line in lines:
        if not line.raised or id(line) in inside:
            continue
        for first, last in line.raised:
            for call in _NAMES.finditer(line.text, first, last):
                if (id(line), call.start()) not in spent:
                    calls.setdefault(call[0], []).append(Piece(line, call.start(), call.end()))
    return calls


def _notes(
    block: Sequence[Line],
    lines: Sequence[Line],
    spent: AbstractSet[tuple[int, int]],
    late: Mapping[str, list[Piece]],
) -> tuple[list[Footnote], list[Line]]:
    """The notes of a block, and the lines before the first one: the rest of the page before's last note.

    `spent`: markers that other notes have; `late`: those of the pages before that no note has yet.
    """
    calls = {**late, **_calls(lines, {id(line) for line in block}, spent)}
    notes: list[Footnote] = []
    carried: list[Line] = []
    counted = uncalled = 0
    above: Line | None = None
    least = min((int(name) for name in calls if name.isdigit()), default=0)
    begun = {label[1]: at for at, line in enumerate(block) if (label := _LABEL.match(line.text))}
    for at, line in enumerate(block):
        label = _LABEL.match(line.text)
        name = label[1] if label and not _begins_word(label) and not _goes_on(above, line, label) else None
        due = int(notes[-1].label) + 1 if notes and notes[-1].label.isdigit() else least
        if name and name.isdigit() and int(name) > due and begun.get(str(due), -1) > at and not _is_raised(line):
            name = None  # a number that begins a line by chance: the next note is still to come
        above = line
        if label and name and _counts_on(notes, name) and (name in calls or _is_next(notes, line, name)):
            notes.append(Footnote(name, _body(line.text, label.end()), [line], _likely(calls.pop(name, []))))
            counted = int(name) if name.isdigit() else counted
        elif notes:
            notes[-1].lines.append(line)
            if name == str(counted + 1):
                counted, uncalled = counted + 1, uncalled + 1
        else:
            carried.append(line)
    if uncalled > len(notes):
        return [], []  # signatories count on, too, and nothing calls for most of them
    # A number alone is a page's, even where a marker bears the same.
    return [note for note in notes if len(note.lines) > 1 or note.body < len(note.lines[0].text)], carried


def _is_raised(line: Line) -> bool:
    """Whether the line begins with what stands raised."""
    return bool(line.raised) and line.raised[0][0] == 0


def _goes_on(above: Line | None, line: Line, label: re.Match[str]) -> bool:
    """Whether what looks like a label belongs to the line above: the rest of a word there, or the day of a date."""
    if above is None or _is_raised(line):
        return False
    glued = line.text[label.end() : label.end() + 1].isalnum() and not _NAME.match(line.text, label.end())
    if above.hyphen or (glued and _ENDS_IN_LINK.search(above.text[-_LONGEST_END:])):
        return True
    month = _MONTH.match(line.text, label.end(1))
    return month is not None and month[1].lower() in MONTHS and above.text[-1] not in _ENDS


def _begins_word(label: re.Match[str]) -> bool:
    """Whether what looks like a label is a word's beginning: small letters follow a letter, and no link; or `43rd`."""
    text, end = label.string, label.end(1)
    if _ORDINAL.match(text, end):
        return True
    return label[1].isalpha() and text[end : end + 1].islower() and not _LINK.match(text, end)


def _counts_on(notes: Sequence[Footnote], name: str) -> bool:
    """Whether a label may follow those before it: numbers rise."""
    if not notes or not name.isdigit() or not notes[-1].label.isdigit():
        return True
    return int(name) > int(notes[-1].label)


def _is_next(notes: Sequence[Footnote], line: Line, name: str) -> bool:
    """Whether a raised label is the very next one: then it begins a note though its marker was not seen."""
    numbers = name.isdigit() and bool(notes) and notes[-1].label.isdigit()
    return _is_raised(line) and numbers and int(name) == int(notes[-1].label) + 1


def _likely(calls: list[Piece]) -> list[Piece]:
    """Markers rather than exponents, where there is a choice: what follows a digit may be either."""
    after_words = [call for call in calls if not call.line.text[: call.first].rstrip()[-1:].isdigit()]
    return after_words or calls


def _body(text: str, end: int) -> int:
    while end < len(text) and text[end].isspace():
        end += 1
    return end
