"""Labels strung into lists: in, all labels of a text in order; out, runs that count on without a gap.

Numbering that begins again begins a new run, so a letter in two languages has two lists with the same labels.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from verifier.citations.headings import note_heading
from verifier.citations.labels import DISTINCT, Label, Style
from verifier.citations.layout import Layout
from verifier.model.patterns import compile_late

_LONGEST_GAP = 3
"""How many labels may be missing (lost in extraction) from a list whose style seldom means anything else."""
_PRINTED = frozenset({Style.ALONE, Style.BARE})
"""Styles of labels that are raised in print."""
_EXCERPTED = frozenset({Style.DOT, Style.PAREN, Style.ROUND, Style.BARE})
"""Styles of labels that a list may begin with above 1 though nothing announces it, if all of them are called for."""
_TRIED = 5
"""Runs before labels that none has, of which one may go on with them."""
_LONGEST_ITEM = 4000  # characters of a list's item
_PARAGRAPH_ENDS = compile_late(r"\n[^\S\n]*\n")


@dataclass(slots=True)
class Run:
    """Labels of one style that count on."""

    style: Style
    labels: list[Label] = field(default_factory=list)
    limit: int | None = None
    """Where the next list of the same style begins: the last note ends before it."""

    @property
    def names(self) -> list[str]:
        """The names of the notes, in order."""
        return [label.name for label in self.labels]

    @property
    def start(self) -> int:
        """Where the first label starts."""
        return self.labels[0].start


def find_runs(labels: Sequence[Label], layout: Layout) -> list[Run]:
    """All runs, in the order of their first labels. Every label belongs to one run at most."""
    runs: list[Run] = []
    by_style: dict[tuple[Style, str], list[Label]] = {}
    for label in _with_alphabets(labels):
        by_style.setdefault((label.style, label.alphabet), []).append(label)
    for (style, alphabet), members in by_style.items():
        if style is Style.SYMBOL:
            runs.extend(Run(style, [label]) for label in _without_bullets(members, layout))
        elif alphabet in {"name", "symbol"}:
            runs.append(Run(style, members))
        else:
            runs.extend(_counted(style, members, layout))
    _bound(runs, labels)
    return sorted(runs, key=lambda run: run.start)


def _without_bullets(labels: Sequence[Label], layout: Layout) -> Iterable[Label]:
    """The labels of symbols without those that follow one another: bullets, since no page has two notes `*`."""
    bullets: set[int] = set()
    last: dict[str, Label] = {}
    for label in labels:
        before = last.get(label.name)
        if before is not None and _is_one_item(layout, before.start, label.start):
            bullets |= {before.start, label.start}
        last[label.name] = label
    return (label for label in labels if label.start not in bullets)


def _is_one_item(layout: Layout, start: int, end: int) -> bool:
    """Whether an item goes on from `start` to `end`: as one paragraph, or all of it indented below its label."""
    text = layout.text[start:end]
    if len(text) > _LONGEST_ITEM or "\f" in text:
        return False
    indent = start - layout.line_start(layout.line_at(start))
    return _PARAGRAPH_ENDS.search(text.rstrip()) is None or all(
        len(line) - len(line.lstrip()) > indent for line in text.splitlines()[1:] if line.strip()
    )


def _bound(runs: Iterable[Run], labels: Sequence[Label]) -> None:
    """Set each run's limit. A wrapped line may begin with a number, so that only a 1 (or a distinct style) counts."""
    starts: dict[Style, list[int]] = {}
    for label in labels:
        if label.number == 1 or label.style in DISTINCT:
            starts.setdefault(label.style, []).append(label.start)
    for run in runs:
        following = starts.get(run.style, [])
        index = bisect_right(following, run.labels[-1].start)
        run.limit = following[index] if index < len(following) else None


def _with_alphabets(labels: Iterable[Label]) -> Iterable[Label]:
    """`[i]` after `[h]` is a letter, not a Roman one."""
    last_letter: dict[Style, int] = {}
    for label in labels:
        following = last_letter.get(label.style, 0) + 1
        as_letter = ord(label.name.lower()) - ord("a") + 1 if len(label.name) == 1 and label.name.isalpha() else 0
        if label.alphabet == "roman" and as_letter > 1 and as_letter == following:
            label = Label(label.style, "letter", label.name, as_letter, label.start, label.end)  # noqa: PLW2901 - the label, read anew
        if label.alphabet == "letter":
            last_letter[label.style] = label.number
        yield label


def _counted(style: Style, labels: Sequence[Label], layout: Layout) -> list[Run]:
    runs: list[Run] = []
    open_at: dict[int, list[Run]] = {}
    left: list[Label] = []
    distinct = style in DISTINCT
    for label in labels:
        gaps = range(1, _LONGEST_GAP + 1) if distinct else range(1, 2)
        run = next((open_at[label.number - gap].pop() for gap in gaps if open_at.get(label.number - gap)), None)
        if label.number == 1 or (run is None and (distinct or _goes_on_from_elsewhere(label, layout))):
            run = Run(style)
            runs.append(run)
        if run is not None:
            run.labels.append(label)
            open_at.setdefault(label.number, []).append(run)
        else:
            left.append(label)
    if style in _PRINTED:
        _over_displaced(runs, left)
        taken = {label.start for run in runs for label in run.labels}
        left = [label for label in left if label.start not in taken]
    if style in _EXCERPTED:
        runs.extend(_begun_elsewhere(style, left))
    return [run for run in runs if len(run.labels) > 1 or distinct or (run.labels and run.labels[0].number == 1)]


def _goes_on_from_elsewhere(label: Label, layout: Layout) -> bool:
    """Whether a list begins here that another part of the letter began: right below a heading of notes."""
    if label.style in _PRINTED:
        return False
    above = layout.lines_before(label.start, 1)
    return bool(above) and note_heading(above[0][1]) is not None


def _begun_elsewhere(style: Style, left: Sequence[Label]) -> Iterator[Run]:
    """Runs of labels that count on from above 1, as in a chapter taken from a book; `left`: those that no run has."""
    run = Run(style)
    for label in left:
        if run.labels and label.number != run.labels[-1].number + 1:
            yield run
            run = Run(style)
        run.labels.append(label)
    yield run


def _over_displaced(runs: Iterable[Run], left: Sequence[Label]) -> None:
    """Let runs go on over one label that is missing or stands further down, as programs that read PDFs displace them.

    `left`: the labels, in order, that no run has; two of them that count on make the rest of a run.
    """
    places: dict[int, list[tuple[int, Run]]] = {}
    for run in runs if len(left) > 1 else ():
        _remember(places, run, run.labels)
    at = 0
    while at < len(left):
        end = at + 1
        while end < len(left) and left[end].number == left[end - 1].number + 1:
            end += 1
        begun = places.get(left[at].number - 2, [])
        behind = bisect_right(begun, left[at].start, key=itemgetter(0))
        for _, run in reversed(begun[max(behind - _TRIED, 0) : behind]) if end - at > 1 else ():
            if _goes_on(run, left[at:end]):
                _remember(places, run, left[at:end])
                break
        at = end


def _remember(places: dict[int, list[tuple[int, Run]]], run: Run, labels: Iterable[Label]) -> None:
    for label in labels:
        insort(places.setdefault(label.number, []), (label.start, run), key=itemgetter(0))


def _goes_on(run: Run, rest: Sequence[Label]) -> bool:
    """Whether `rest` is made the rest of a run: where it stands before the run's own, if that has any."""
    behind = bisect_right(run.labels, rest[0].number - 2, key=attrgetter("number"))
    if any(label.start < rest[0].start for label in run.labels[behind : behind + 1]):
        return False
    run.labels[behind:] = rest
    return True
