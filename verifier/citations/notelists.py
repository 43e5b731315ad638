"""Which runs of labels are lists of notes.

In: runs, the citations found, the possible markers. Out: the lists, each with the calls that tie to its notes. A run is
no list of notes for counting from 1 alone: signatories, demands, paragraphs and agendas do that too. It takes a
heading, markers in the text, or items that read like citations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.citations.calls import Calls, in_order
from verifier.citations.dates import find_date, is_date_line
from verifier.citations.extents import natural_end
from verifier.citations.headings import is_signature_heading, note_heading
from verifier.citations.labels import DISTINCT, Style
from verifier.citations.layout import Layout, Spans
from verifier.citations.lookalikes import is_appeal, is_counted_off, is_lookalike
from verifier.citations.markers import SHAPES, Call, Shape
from verifier.citations.runs import Run
from verifier.citations.spots import Spot
from verifier.model.document import NoteKind
from verifier.model.patterns import compile_late

_QUOTED = compile_late(r"[“„«「『《]|(?:^|\s)[\"'‘]\S")
_HEADING_LINES = 3
"""A heading may stand this many lines above its first note (an introductory line, a rule)."""
_ITEM = 1500  # an item's first characters, which tell what it is
_CONSIDERED = 400
"""Possible markers of one note that are looked at, nearest first: a bound against hostile text."""
_NEAREST = 20  # markers of one note, of which one has to stand within a line
_MOST_RUNS = 1000
"""Runs that are judged, likeliest first: a bound against hostile text; a page of footnotes is one run."""
_MOST_SINGLE = 4000
_SYMBOL_REACH = 6000
_WEAK = frozenset({Style.BARE, Style.ALONE, Style.DASH, Style.KEY})
"""Styles that page numbers, wrapped lines and lists of options imitate: never accepted on one sign alone."""
_MARKERS_ALONE = frozenset({Shape.SQUARE, Shape.CARET})
"""Shapes that mean nothing else: behind its list, too, such a marker calls for a note."""


@dataclass(frozen=True, slots=True)
class NoteList:
    """A run that is a list of notes: its kind, and for each label the calls tied to it."""

    run: Run
    kind: NoteKind
    calls: dict[str, list[Call]]


@dataclass(frozen=True, slots=True)
class _Taken:
    """Where labels of lists already found begin, where any label begins, and where those of names counted off do.

    None of them calls for a note below it.
    """

    by_lists: set[int]
    line_starts: set[int]
    counted_off: set[int]


@dataclass(frozen=True, slots=True)
class _Signs:
    heading: NoteKind | None
    signatures: bool
    cited: int


def find_lists(layout: Layout, runs: Sequence[Run], spots: Sequence[Spot], calls: Calls) -> list[NoteList]:
    """The runs that are lists of notes, in order. Each marker is given to one list only: the likeliest first."""
    starts = [spot.start for spot in spots]
    # Notes stand at the end of a text more often than at its beginning.
    single = [run for run in runs if len(run.labels) == 1]
    promising = [run for run in single[-_MOST_SINGLE:] if _promising(layout, run)]
    promising.extend(run for run in runs if len(run.labels) > 1)
    promising.sort(key=lambda run: -len(run.labels))
    if len(single) > _MOST_SINGLE or len(promising) > _MOST_RUNS:
        calls.remarks["So many lines begin like notes that only the likeliest lists were looked at."] = None
    judged = [(run, _signs(layout, run, starts)) for run in promising[:_MOST_RUNS]]
    judged.sort(key=lambda pair: _likelihood(*pair), reverse=True)
    lists: list[NoteList] = []
    claimed: set[int] = set()
    counted = {label.start for run in runs if is_counted_off(layout, run) for label in run.labels}
    beginnings = {label.start for run in runs for label in run.labels}
    for run, signs in judged:
        if _overlaps(run, claimed) or _is_called(run, calls) or (not signs.heading and is_lookalike(layout, run)):
            continue
        tied = _tie(layout, run, calls, signs, _Taken(claimed, beginnings, counted))
        kind = _judge(layout, run, signs, tied)
        if kind is None:
            continue
        for name, found in tied.items():
            calls.spent.update((call.start, name) for call in found)
        claimed.update(label.start for label in run.labels)
        lists.append(NoteList(run, kind, tied))
    lists.sort(key=lambda one: one.run.start)
    _share_restarts(lists)
    return lists


def _promising(layout: Layout, run: Run) -> bool:
    """A single `1.` is a list of notes only under a heading, a `(1)` also at the end; there may be many of them."""
    if run.style is Style.BARE and run.labels[0].alphabet == "roman":
        return False  # in Polish, Catalan and Croatian the word for `and`
    if run.style in DISTINCT or run.style is Style.SYMBOL or _announced(layout, run)[0] is not None:
        return True
    return run.style is Style.ROUND and len(layout.text) - run.start < _ITEM


def _overlaps(run: Run, claimed: set[int]) -> bool:
    return any(label.start in claimed for label in run.labels)


def _is_called(run: Run, calls: Calls) -> bool:
    """Whether the run's labels are markers of another list that wrapping put at the start of lines."""
    return sum((label.start, label.name) in calls.spent for label in run.labels) * 2 >= len(run.labels)


def _likelihood(run: Run, signs: _Signs) -> tuple[bool, bool, bool, int]:
    """Headed, distinct, citing lists come first; of equals the earlier, so that numbering may begin again."""
    return signs.heading is not None, run.style in DISTINCT, signs.cited * 2 >= len(run.labels), -run.start


def _signs(layout: Layout, run: Run, spot_starts: list[int]) -> _Signs:
    text = layout.text
    heading, signatures = _announced(layout, run)
    cited = 0
    for index, label in enumerate(run.labels):
        first = bisect_left(spot_starts, label.start)
        if first == len(spot_starts) or (spot := spot_starts[first]) >= label.end + _ITEM:
            continue
        if index + 1 < len(run.labels):
            end = run.labels[index + 1].start
        else:
            # The last item ends of itself: below signatories a list of notes may follow.
            end = natural_end(layout, label.start, min(run.limit or len(text), spot + 1), wrapped=True)
        cited += spot < end
    return _Signs(heading, signatures, cited)


def _described(layout: Layout, run: Run) -> int:
    """How many items read like citations: a quoted title, or a date."""
    text = layout.text
    count = 0
    for index, label in enumerate(run.labels):
        end = run.labels[index + 1].start if index + 1 < len(run.labels) else len(text)
        item = text[label.end : min(end, label.end + _ITEM)]
        count += bool(_QUOTED.search(item)) or find_date(item) is not None
    return count


def _announced(layout: Layout, run: Run) -> tuple[NoteKind | None, bool]:
    """What the lines above the run announce: notes of a kind, or signatures (a date line closes a letter)."""
    for distance, (start, line) in enumerate(layout.lines_before(run.start, _HEADING_LINES)):
        kind = note_heading(line)
        if kind is not None:
            return kind, False
        if is_signature_heading(line) or (distance == 0 and is_date_line(line)):
            return None, True
        if start in layout.headings:
            break
    return None, False


def _tie(layout: Layout, run: Run, calls: Calls, signs: _Signs, taken: _Taken) -> dict[str, list[Call]]:
    """The calls of this run's notes, in the one shape that calls most of them."""
    best: dict[str, list[Call]] = {}
    for shape in SHAPES[run.style]:
        enough = len(best) * 2 >= len(run.labels) and (run.style is not Style.WORD or len(best) == len(run.labels))
        if shape in {Shape.GLUED, Shape.ROUND} and enough:
            break
        tied = _tied(layout, run, calls, shape, taken)
        if shape is Shape.GLUED and len(tied) * 10 < len(run.labels) * 6:
            continue
        if shape is Shape.ROUND and run.style not in {Style.ROUND, Style.WORD} and len(tied) * 2 < len(run.labels):
            continue
        if signs.signatures and len(tied) * 2 < len(run.labels):
            continue
        if len(tied) > len(best):
            best = {**best, **tied} if run.style is Style.WORD else tied
        elif run.style is Style.WORD:
            best = {**tied, **best}
    return best


def _share_restarts(lists: list[NoteList]) -> None:
    """Give a list without markers those of the list before it, from where their numbering begins again.

    Two texts may be followed by two lists: all markers then stand before the first.
    """
    for one, following in pairwise(lists):
        names = following.run.names
        if following.calls or len(names) < 2 or names[0] not in one.calls or following.run.style is not one.run.style:
            continue
        starts = [call.start for call in one.calls[names[0]]]
        others = [call.start for name, found in one.calls.items() if name != names[0] for call in found]
        again = next((start for start in starts[1:] if any(other < start for other in others)), None)
        if again is None:
            continue
        for name in [name for name in names if name in one.calls]:
            following.calls[name] = [call for call in one.calls[name] if call.start >= again]
            one.calls[name] = [call for call in one.calls[name] if call.start < again]


def _tied(layout: Layout, run: Run, calls: Calls, shape: Shape, taken: _Taken) -> dict[str, list[Call]]:
    """The free calls of one shape for each name of the run: those before its label, or else those behind the list.

    Behind a list whose other names are called before it, only what can call for no other list counts.
    """
    behind = run.labels[-1].end
    labels = taken.line_starts if shape is Shape.SUPER else taken.by_lists  # what is raised before a line labels it
    ahead: dict[str, list[Call]] = {}
    after: dict[str, list[Call]] = {}
    alone: dict[str, list[Call]] = {}
    for label in run.labels:
        naming = calls.naming(shape, label.name)
        if len(naming) > _CONSIDERED:
            calls.remarks[f"Of the markers for note {label.name} only {_CONSIDERED} were looked at."] = None
        middle = bisect_left(naming, label.start, key=lambda call: call.start)
        free = _free(naming[max(middle - _CONSIDERED, 0) : middle], label.name, calls, labels)
        free = [call for call in free if call.start not in taken.counted_off]
        if shape is Shape.SUPER:
            stacked = calls.side_by_side(label.number, run.names, label.start)
            free.extend(_free(stacked, label.name, calls, labels))
        if free:
            ahead[label.name] = free
            continue
        later = [call for call in naming[middle : middle + _CONSIDERED] if call.start > behind]
        if found := _free(later, label.name, calls, taken.line_starts):
            after[label.name] = found
            if shape in _MARKERS_ALONE and len(found) == len(later):
                alone[label.name] = found
    tied = {**ahead, **alone} if ahead else after
    if not tied:
        return tied
    inside = _own_text(layout, run)
    tied = {name: [call for call in found if call.start not in inside] for name, found in tied.items()}
    if shape in {Shape.GLUED, Shape.HALF}:
        unique = {call.start: call for found in tied.values() for call in found}
        flat = sorted(unique.values(), key=lambda one: one.start)
        ordered = {call.start for call in in_order(flat, run.names)}
        tied = {name: [call for call in found if call.start in ordered] for name, found in tied.items()}
    return {name: found for name, found in tied.items() if found}


def _free(naming: Iterable[Call], name: str, calls: Calls, taken: set[int]) -> list[Call]:
    return [call for call in naming if call.start not in taken and (call.start, name) not in calls.spent]


def _own_text(layout: Layout, run: Run) -> Spans:
    """Where the run's own items stand: a number in brackets there calls for nothing."""
    text_end = len(layout.text)
    spans = []
    for index, label in enumerate(run.labels):
        limit = run.labels[index + 1].start if index + 1 < len(run.labels) else run.limit or text_end
        spans.append((label.start, natural_end(layout, label.start, limit, wrapped=True)))
    return Spans(spans)


def _judge(layout: Layout, run: Run, signs: _Signs, tied: dict[str, list[Call]]) -> NoteKind | None:
    """What kind of notes the run holds; None when it holds none."""
    count, ties = len(run.labels), len(tied)
    if signs.heading and run.style is not Style.SYMBOL:
        supported = run.style not in _WEAK or ties > 0 or signs.cited * 2 >= count
        return signs.heading if supported else None
    if _is_called_for(layout, run, signs, tied):
        return NoteKind.FOOTNOTE
    citing = count > 1 and signs.cited * 10 >= count * 6 and not signs.signatures
    if citing and not ties and is_appeal(layout, run):
        return None
    if citing and run.style not in {Style.ALONE, Style.SYMBOL} and _at_the_end(layout, run):
        return NoteKind.ENDNOTE if _described(layout, run) * 10 >= count * 6 else None
    return None


def _is_called_for(layout: Layout, run: Run, signs: _Signs, tied: dict[str, list[Call]]) -> bool:
    """Whether markers in the text, or a style that is used for nothing else, make the run notes without a heading."""
    count, ties = len(run.labels), len(tied)
    if run.style is Style.CARET:
        return True
    if run.style is Style.SYMBOL:
        return ties > 0 and _close_by(run, tied)
    if signs.signatures and not (ties * 2 >= count and signs.cited):
        return False
    if run.style in DISTINCT and run.labels[0].name.isupper() and not signs.cited:
        return ties == count  # workshops, annexes and exhibits bear capitals, and texts name some of them
    if run.style in DISTINCT:
        within = sum(any(not layout.begins_line(call.start) for call in found[-_NEAREST:]) for found in tied.values())
        # Listings have raised numbers before each of their lines, and what looks like a marker for a few of them.
        enough = within * 3 >= count if run.style is Style.SUPER else within > 0
        return enough or (signs.cited * 2 >= count and (count > 1 or ties > 0))
    # Without a source in it a list must be called for throughout: a power of a unit calls for nothing. So must one that
    # begins above 1, as the notes of a chapter do where those before it are not handed in.
    throughout = ties == count
    supported = signs.cited > 0 or (_raised(tied) and throughout)
    begun = throughout or run.labels[0].number <= 1
    return ties * 2 >= count and supported and begun and (count > 1 or run.style not in _WEAK)


def _raised(tied: dict[str, list[Call]]) -> bool:
    return any(call.shape in {Shape.SUPER, Shape.SQUARE} for calls in tied.values() for call in calls)


def _close_by(run: Run, tied: dict[str, list[Call]]) -> bool:
    """A star is a bullet more often than a label: its marker must stand before it, and not far off."""
    return any(0 < run.start - call.start < _SYMBOL_REACH for calls in tied.values() for call in calls)


def _at_the_end(layout: Layout, run: Run) -> bool:
    """Whether little but other lists follows: numbered demands stand amid prose, notes close a text."""
    after = natural_end(layout, run.labels[-1].start, run.limit or len(layout.text), wrapped=True)
    return layout.surroundings.next_start(after, len(layout.text)) - after < _ITEM
