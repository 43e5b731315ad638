"""How far today's page has moved from the copy that was made when it was cited.

In: the two pages. Out: the share of their 5-word sequences that both have (Jaccard), and what it is called. Each page
is first reduced to a `Sketch` of bounded size, so that one side can wait for the other without keeping its text.
`verdicts.md`, part 1, gives measure and limits; Eve 2024 (doi 10.59348/xnrh7-7px07) found lexical measures of this
family better for drift than embeddings, and boilerplate what spoils them.
"""

from __future__ import annotations

import hashlib
import heapq
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.content.words import words
from verifier.model.evidence import ContentResult, Drift, Page

SAME = 0.9
EDITED = 0.4
_MIN_WORDS = 50
"""Below this many words on a side nothing is measured."""

_GRAM = 5
_MOST_KEPT = 2048
"""Sequences kept of a text, those with the smallest hashes: all of a page up to this length, a fair sample of a longer
one (the estimate is then off by at most 0.02 in 19 of 20 cases)."""
_MASK = (1 << 64) - 1
_MOST_TEXT = 300_000
"""Characters of a page that are compared: a book's first hundred pages."""
_PROSE = 8
"""Words from which a line is running text; shorter ones are menus, buttons, dates, unless they end a sentence."""
_MOST_BETWEEN = 3
"""Lines that may stand between two parts of a sentence: an advertisement, a picture with its caption."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", "։", "።", ".”", ".“", '."', ".»", ".)", "。”", "。」")


@dataclass(frozen=True, slots=True)
class _Sample:
    """The smallest hashes of a text's 5-word sequences, sorted; `whole` when these are all."""

    hashes: array[int]
    whole: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page for comparison: its running text, and everything that is left after markup was stripped."""

    prose: _Sample | None
    everything: _Sample


def sketch(page: Page | None) -> Sketch | None:
    """What is kept of a page for comparison; None when it is too short, cut short, or there is none."""
    if page is None or not page.complete:
        return None
    lines = [(line, words(line)) for line in page.text[:_MOST_TEXT].splitlines() if line.strip()]
    everything = [word for _, of_line in lines for word in of_line]
    if len(everything) < _MIN_WORDS:
        return None
    prose = [word for line, of_line in lines if _is_prose(line, of_line) for word in of_line]
    return Sketch(_sample(prose) if len(prose) >= _MIN_WORDS else None, _sample(everything))


def compare(archived: Sketch | None, live: Sketch | None) -> ContentResult:
    """The score and its name; `unmeasured` without both sides.

    Running text is compared where both sides have enough of it, since menus and teasers change every day.
    """
    if archived is None or live is None:
        return ContentResult()
    if archived.prose is not None and live.prose is not None:
        score = _jaccard(archived.prose, live.prose)
    else:
        score = _jaccard(archived.everything, live.everything)
    return ContentResult(similarity=round(score, 3), drift=_called(score))


def question(timestamp: str) -> str:
    """The key under which the drift of a page from its copy of that time is remembered."""
    return hashlib.sha256(f"drift\x1f{timestamp}".encode()).hexdigest()[:16]


def _called(score: float) -> Drift:
    if score >= SAME:
        return Drift.SAME
    return Drift.EDITED if score >= EDITED else Drift.DRIFTED


def running_text(text: str) -> tuple[str, list[str]] | None:
    """The lines of `text` that are running text, with their words; None where there are no others.

    The others are captions, headings, menus. Sentences that others interrupt follow behind, without those.
    """
    lines = [(line, words(line)) for line in text.splitlines() if line.strip()]
    prose = [(line, of_line) for line, of_line in lines if _is_prose(line, of_line)]
    whole = len(prose) == len(lines)
    for begun, ended in _interrupted([line for line, _ in lines]):
        prose += (lines[begun], lines[ended])
        whole = False
    if whole:
        return None
    return "\n".join([line for line, _ in prose]), [word for _, of_line in prose for word in of_line]


def _interrupted(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The two lines of each sentence that may be interrupted: one that does not end, and one that begins small."""
    for ended, line in enumerate(lines):
        if line.lstrip()[:1].islower():
            for begun in range(max(ended - 1 - _MOST_BETWEEN, 0), ended - 1):
                if lines[begun].rstrip(" ,")[-1:].isalnum():
                    yield begun, ended


def _is_prose(line: str, of_line: list[str]) -> bool:
    return len(of_line) >= _PROSE or (len(of_line) >= 3 and line.rstrip().endswith(_SENTENCE_ENDS))


def _sample(text: list[str]) -> _Sample:
    codes = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(text)}
    numbers = [codes[word] for word in text]
    # Tuples of integers hash alike in every process, those of strings do not; equal texts must score alike every day.
    grams = {hash(gram) & _MASK for gram in zip(*(numbers[at:] for at in range(_GRAM)), strict=False)}
    smallest = heapq.nsmallest(_MOST_KEPT, grams) if len(grams) > _MOST_KEPT else sorted(grams)
    return _Sample(array("Q", smallest), len(grams) <= _MOST_KEPT)


def _jaccard(one: _Sample, other: _Sample) -> float:
    """Exact for whole samples; otherwise the share among the smallest hashes of both together (bottom-k sketches)."""
    first, second = set(one.hashes), set(other.hashes)
    union = first | second
    if not (one.whole and other.whole):
        union = set(heapq.nsmallest(_MOST_KEPT, union))
    return len(union & first & second) / len(union)
