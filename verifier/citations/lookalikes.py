"""Runs of labels that are no notes: tables of contents, headings of sections, lines of code, numbered demands, names.

In: a run. Out: whether it is one of these. Long reports and manuals have the first three, numbered as notes are, and
somewhere in them stands a symbol that looks like a marker for each; demands are told from notes that nothing calls for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verifier.citations.labels import Style
from verifier.citations.layout import Layout
from verifier.citations.runs import Run
from verifier.model.patterns import compile_late

_LEADERS = re.compile(r"(?:\.[ \u00a0]?|…[ \u00a0]?|·[ \u00a0]?){4,}[ \u00a0]{0,9}(?:\d{1,4}|[ivxl]{1,7})?\Z")
"""The dots that lead from a title to its page."""
_PAGE = compile_late(r"[^\W\d_][)”’\"]?[ \u00a0]{1,60}(\d{1,3})\Z")
_PAGE_OF_SOURCE = compile_late(
    r"https?:|\b(?:pp?|no|nr|vol|seite|art|par|page|note|nota)\.?[ \u00a0]{1,60}\d{1,3}\Z", re.IGNORECASE
)
_LONGEST_TITLE = 90
_LONGEST_LINE = 400
_CODE = compile_late(r"[ \u00a0]{1,40}(?:[\\{}%⟨@]|<(?!https?:|www\.)|/[/*])|.*(?:\);|[{}]|\\\\)\Z")
"""What lines of code begin and end with; the label of a note on a command stands close to it."""
_APPEAL = compile_late(
    r"\b(?:we|nous|wir|noi|nós|wij|мы|ми|exigimos|pedimos|solicitamos|reclamamos|demandamos|chiediamo|exortamos|"
    r"demands?|recommendations?|forderungen|demandes|recommandations|exigencias|recomendaciones|richieste|требования|"
    r"żądamy|domagamy|požadujeme|követeljük)\b|我们|我們|私たち|우리",
    re.IGNORECASE,
)
_SIGNAL = compile_late(
    r"(?:https?:|www\.|see|cf|ibid|id\.|op\.|loc\.|vgl|siehe|ebd|voir|véase|ver|vedi|cfr|doi|arxiv|hdl|urn)\b",
    re.IGNORECASE,
)
_FIRST_WORDS = 24
_FEWEST_COUNTED = 3
_COUNTED_APART = 2
"""Lines from a name counted off to the next: a blank one may stand between."""
_SECTIONS = frozenset({Style.BARE, Style.DOT, Style.ALONE, Style.SUPER})
_LISTINGS = frozenset({Style.BARE, Style.ALONE, Style.SUPER})


def is_lookalike(layout: Layout, run: Run) -> bool:
    """Whether the run is a table of contents, the headings of sections, or a numbered listing of code."""
    lines = [_line(layout, label.end) for label in run.labels]
    if _is_contents(lines) or (run.style in _SECTIONS and _are_headings(layout, run, lines)):
        return True
    code = sum(_CODE.match(line) is not None for line in lines) if run.style in _LISTINGS else 0
    return code > 1 and code * 2 >= len(lines)


def is_appeal(layout: Layout, run: Run) -> bool:
    """Whether the run goes on with a sentence of the letter: `We call on the council to:` and numbered demands."""
    above = next((line for _, line in layout.lines_before(run.start, 1)), "")
    if above.endswith((":", "：")) and _APPEAL.search(above):
        return True
    text = layout.text
    items = [text[label.end : label.end + _FIRST_WORDS].lstrip() for label in run.labels]
    prose = [item for item in items if item[:1].islower() and not _SIGNAL.match(item)]
    return len(prose) * 2 > len(items)


def is_counted_off(layout: Layout, run: Run) -> bool:
    """Whether each label begins a line right below the one before: `[1] Name`, `[2] Name`, as signatories are counted.

    Where markers come to stand at the starts of wrapped lines, a sentence goes on behind them, or they leave lines out
    and numbers too.
    """
    if len(run.labels) < _FEWEST_COUNTED or run.style not in {Style.SQUARE, Style.ROUND}:
        return False
    first = [layout.text[label.end : label.end + _FIRST_WORDS].lstrip()[:1] for label in run.labels]
    return all(sign.isalnum() and not sign.islower() for sign in first) and all(
        following.number == label.number + 1
        and layout.line_at(following.start) - layout.line_at(label.start) <= _COUNTED_APART
        for label, following in pairwise(run.labels)
    )


def _line(layout: Layout, start: int) -> str:
    """The rest of a label's line; nothing when it is longer than any title."""
    end = layout.line_end(layout.line_at(start))
    return layout.text[start:end].rstrip() if end - start < _LONGEST_LINE else ""


def _is_contents(lines: Sequence[str]) -> bool:
    """Whether most lines lead to a page by dots, or all but a few end with pages that rise."""
    if sum(_LEADERS.search(line) is not None for line in lines) * 2 >= len(lines):
        return True
    titles = [line for line in lines if len(line) < _LONGEST_TITLE and not _PAGE_OF_SOURCE.search(line)]
    pages = [int(page[1]) for title in titles if (page := _PAGE.search(title))]
    rising = all(page <= following for page, following in pairwise(pages))
    return len(pages) >= 3 and len(pages) * 5 >= len(lines) * 4 and rising and pages[0] < pages[-1]


def _are_headings(layout: Layout, run: Run, lines: Sequence[str]) -> bool:
    """Whether most labels stand in headings, or a third of them have sections of their own: 2.1 below 2."""
    if sum(label.start in layout.headings for label in run.labels) * 2 > len(run.labels):
        return True
    parted = 0
    for at, (label, line) in enumerate(zip(run.labels, lines, strict=True)):
        if label.number and 0 < len(line) < _LONGEST_TITLE and line[-1] not in ".,;:":
            end = run.labels[at + 1].start if at + 1 < len(run.labels) else len(layout.text)
            first = f"\n{label.number}.1"
            below = layout.text.find(first, label.end, end)
            parted += below >= 0 and layout.text[below + len(first) : below + len(first) + 2].strip(".\u00a0 ") != ""
    return parted * 3 >= len(run.labels)
