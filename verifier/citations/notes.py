"""The notes of a document: in, its layout and the citations in it; out, Notes with their markers, in text order.

Notes that the format marks are taken as it gives them; in the rest of the text they are found by their labels.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verifier.citations.author_date import find_entries
from verifier.citations.calls import Calls
from verifier.citations.extents import natural_end
from verifier.citations.labels import MOST_LABELS, Style, find_labels
from verifier.citations.layout import QUOTED_LINE, Layout, Spans
from verifier.citations.markers import Shape, is_power
from verifier.citations.notelists import NoteList, find_lists
from verifier.citations.page_turns import page_turns
from verifier.citations.remarks import listed
from verifier.citations.runs import find_runs
from verifier.citations.sentences import Sentences
from verifier.citations.spots import Spot
from verifier.citations.wrapped_markers import without_markers
from verifier.model.citation import Marker, Note
from verifier.model.document import NoteKind, Role
from verifier.model.patterns import compile_late

_PER_NOTE = 100
"""A note called more often than this keeps its first markers; the report is told."""
_FIGURES = " \t\n\f0123456789"
"""All that a note holds which is a page's number."""
_WAY_BACK = compile_late(r"<#[^<>\s]{1,120}>\s*")
"""How programs for mail show, in plain text, the link from a note's label back to its marker."""
_WAYS_BACK = "↩↵⤴⮌\ufe0e\ufe0f \u200b\u200e\u200f\u2060\ufeff"
"""What pages print behind a note to lead back to its marker, and what nobody sees."""
_NEXT_LABELS = (" ..", " ↑", " ^", " •", " ‣", " ▪", " ◦", " ·", " *", " –", " -", " >")
"""What the next label may begin with: in reStructuredText, in what wikis print, in bulleted lists, in quoted mail."""
_GAP = 3000
"""Further than this from its label, text before the next label is no longer taken for the note's."""


@dataclass(slots=True)
class _Draft:
    """A note as far as it is known: where it starts, its words begin and it ends, and what calls for it."""

    label: str
    kind: NoteKind
    start: int
    body: int
    end: int
    calls: list[tuple[int, int]] = field(default_factory=list)


def find_notes(layout: Layout, spots: Sequence[Spot]) -> tuple[tuple[Note, ...], list[int], tuple[str, ...]]:
    """All notes in the order of the text, where the words of each begin (its label left out), and remarks."""
    calls = Calls(layout)
    drafts = _marked_by_format(layout)
    spans = Spans((draft.start, draft.end) for draft in drafts)
    labels = [label for label in find_labels(layout) if label.start not in spans]
    runs = without_markers(find_runs(labels, layout), calls) if labels else []
    lists = find_lists(layout, runs, spots, calls) if runs else []
    _tie_loose(drafts, calls)
    for one in lists:
        drafts.extend(_drafts(layout, one, calls))
    drafts.extend(_author_date(layout, drafts))
    drafts.sort(key=lambda draft: draft.start)
    _keep_apart(drafts)
    remarks: list[str] = []
    if len(labels) >= MOST_LABELS:
        remarks.append(f"More than {MOST_LABELS} lines begin like notes; only the first ones were looked at.")
    bounds = [(draft.start, draft.end) for draft in drafts]
    sentences = Sentences(
        layout.text,
        (call for draft in drafts for call in draft.calls),
        (*bounds, *layout.heading_bounds()),
        page_turns(layout, bounds) if any(draft.calls for draft in drafts) else (),
    )
    notes = tuple(_note(layout, index, draft, sentences, remarks) for index, draft in enumerate(drafts))
    remarks.extend(_loose_ends(layout, notes, calls, lists))
    remarks.extend(calls.remarks)
    return notes, [draft.body for draft in drafts], tuple(remarks)


def _marked_by_format(layout: Layout) -> list[_Draft]:
    document = layout.document
    calls: dict[str, list[tuple[int, int]]] = {}
    printed = document.media_type == "application/pdf"
    for span in document.marker_spans:
        if printed and is_power(document.text, span.start, span.end):
            continue  # print ties by the look of a symbol alone
        calls.setdefault(span.key, []).append((span.start, span.end))
    return [
        _Draft(
            span.label,
            span.kind,
            span.start,
            span.start if span.body is None else span.body,
            span.end,
            calls.get(span.key, []),
        )
        for span in document.note_spans
    ]


def _author_date(layout: Layout, drafts: Sequence[_Draft]) -> list[_Draft]:
    """The entries of author-date lists that are no notes yet."""
    known = Spans((draft.start, draft.end) for draft in drafts)
    return [
        _Draft(entry.label, NoteKind.REFERENCE, entry.start, entry.start, entry.end, entry.calls)
        for entry in find_entries(layout)
        if entry.start not in known and known.next_start(entry.start, entry.end) >= entry.end
    ]


def _tie_loose(drafts: Sequence[_Draft], calls: Calls) -> None:
    """Give a note that the format marks, but ties to nothing, the markers that bear its label."""
    loose = [draft for draft in drafts if not draft.calls]
    if not loose or len(loose) == len(drafts):
        return
    counts = Counter(draft.label for draft in drafts)
    inside = Spans((draft.start, draft.end) for draft in drafts)
    tied = {call for draft in drafts for call in draft.calls}
    for draft in loose:
        for shape in (Shape.SUPER, Shape.SQUARE) if counts[draft.label] == 1 else ():
            found = [
                call
                for call in calls.naming(shape, draft.label)
                if call.start < draft.start and call.start not in inside and (call.start, call.end) not in tied
            ]
            if found:
                calls.spent.update((call.start, draft.label) for call in found)
                draft.calls = [(call.start, call.end) for call in found]
                break


def _drafts(layout: Layout, one: NoteList, calls: Calls) -> Iterable[_Draft]:
    run = one.run
    wrapped = _is_wrapped(layout, one)
    closing = _closes_text(one)
    shapes = {call.shape for found in one.calls.values() for call in found}
    regions = layout.document.regions if run.style is Style.ITEM else ()
    items = {region.start: region.end for region in regions if region.role is Role.ITEM}
    for index, label in enumerate(run.labels):
        last = index + 1 == len(run.labels)
        limit = run.limit or len(layout.text)
        limit = min(limit, layout.surroundings.next_start(label.end, limit)) if last else run.labels[index + 1].start
        begin = label.start
        if run.style is Style.ALONE or not layout.text[label.end : layout.line_end(layout.line_at(label.end))].strip():
            # Its words stand on the lines below, be it behind a blank one.
            words = layout.text[label.end : min(limit, label.end + _GAP)]
            begin = min(label.end + len(words) - len(words.lstrip()), limit - 1)
        end = natural_end(layout, begin, limit, wrapped=wrapped or not last)
        if run.style is Style.ALONE and not layout.text[label.end : end].strip(_FIGURES):
            continue  # a page's number
        if label.start in items:
            end = max(end, min(items[label.start], limit))
        if not last and limit - end <= _GAP and not _body_between(layout, shapes, calls, end, limit, turning=closing):
            end = label.start + len(layout.text[label.start : limit].rstrip())
        tied = [(call.start, call.end) for call in one.calls.get(label.name, []) if call.start < label.start]
        tied = tied or [(call.start, call.end) for call in one.calls.get(label.name, [])]
        yield _Draft(label.name, one.kind, label.start, label.end, max(end, label.end), tied)


def _is_wrapped(layout: Layout, one: NoteList) -> bool:
    """Whether the notes of a list are broken into lines at a margin."""
    labels = one.run.labels
    if len(labels) == 1:
        return len(layout.line(layout.line_at(labels[0].start))) > 50
    for label, following in pairwise(labels):
        first = layout.line_at(label.start)
        if first + 1 < layout.line_at(following.start) and layout.line(first + 1):
            return True
    return False


def _closes_text(one: NoteList) -> bool:
    """Whether all that calls for the notes stands before the first of them: pages that turn part nothing then."""
    starts = [call.start for found in one.calls.values() for call in found]
    return len(one.calls) == len(one.run.labels) and max(starts) < one.run.start


def _body_between(layout: Layout, shapes: set[Shape], calls: Calls, start: int, end: int, *, turning: bool) -> bool:
    """Whether running text stands between a note and the next: markers there, or a page's end, unless `turning`."""
    if not turning and (
        layout.document.page_at(start) != layout.document.page_at(end) or "\f" in layout.text[start:end]
    ):
        return True
    return any(
        (call.start, name) in calls.spent and call.start < end - 1
        for shape in shapes
        for call in calls.between(shape, start, end)
        for name in call.names
    )


def _keep_apart(drafts: list[_Draft]) -> None:
    for draft, following in pairwise(drafts):
        draft.end = max(min(draft.end, following.start), draft.start)


def _note(layout: Layout, index: int, draft: _Draft, sentences: Sentences, remarks: list[str]) -> Note:
    calls = draft.calls
    if len(calls) > _PER_NOTE:
        remarks.append(f"Note {draft.label} is called {len(calls)} times; the first {_PER_NOTE} markers are kept.")
        calls = calls[:_PER_NOTE]
    markers = tuple(
        Marker(layout.document.position(start), sentences.around(start, end), start, end) for start, end in calls
    )
    return Note(
        index=index,
        label=draft.label,
        kind=draft.kind,
        text=_words(layout, draft.body, draft.end),
        position=layout.document.position(draft.start),
        start=draft.start,
        end=draft.end,
        markers=markers,
    )


def _words(layout: Layout, start: int, end: int) -> str:
    """The text of a note on one line, without what pages print between its pieces.

    The marks that belong to the next label are left out too: those of quoted mail, of reStructuredText, of wikis.
    """
    text = layout.text[start:end]
    if "\f" in text or ("\n" in text and layout.furniture):
        first, last = layout.line_at(start), layout.line_at(max(end - 1, start))
        lines = [first, *(at for at in range(first + 1, last + 1) if not _is_between_pages(layout, at))]
        text = "\n".join(layout.text[max(layout.line_start(at), start) : min(layout.line_end(at), end)] for at in lines)
    words = " ".join(QUOTED_LINE.sub(" ", text).split())
    words = words.rstrip(_WAYS_BACK)
    for mark in _NEXT_LABELS:
        words = words.removesuffix(mark)
    return _WAY_BACK.sub("", words, count=1) if words.startswith("<#") else words


def _is_between_pages(layout: Layout, index: int) -> bool:
    """Whether a line is what pages print between their texts: a running head, a foot, a number."""
    if layout.is_furniture(index):
        return True
    # A year may stand alone as well, at the end of a note that is wrapped.
    alone = not (layout.line(index - 1) and layout.line(index + 1)) if 0 < index < layout.line_count - 1 else True
    return alone and layout.line(index).isdigit()


def _counted(what: str, labels: Sequence[str]) -> str:
    """`note 3`, `notes 3, 5`: a label alone behind a colon would read like how many there are."""
    return f"{what}{'s' * (len(labels) > 1)} {listed(labels)}"


def _loose_ends(layout: Layout, notes: Sequence[Note], calls: Calls, lists: Sequence[NoteList]) -> Iterable[str]:
    uncalled = [note.label for note in notes if not note.markers and note.kind is not NoteKind.REFERENCE]
    if uncalled:
        yield f"No marker in the text belongs to {_counted('note', uncalled)}."
    inside = Spans((note.start, note.end) for note in notes)
    marked = [span.start for span in layout.document.marker_spans]
    shapes = {Shape.SQUARE}
    shapes.update(call.shape for one in lists for found in one.calls.values() for call in found)
    shapes -= {Shape.GLUED, Shape.ROUND}
    loose = [
        name
        for shape in sorted(shapes)
        for call in calls.of(shape)
        if call.start not in inside and bisect_left(marked, call.start) == bisect_left(marked, call.end)
        for name in call.names
        if (call.start, name) not in calls.spent and name.isdecimal()
    ]
    if loose:
        yield f"No note belongs to {_counted('marker', list(dict.fromkeys(loose)))}."
