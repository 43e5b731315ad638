"""Tells a copy in which lines that end in a hyphen were run together with the next, as pdftotext writes it.

In: the document's text. Out: how long its lines are, or 0 where it is no such copy. It shows in the lines of the prose,
those that go on below with a small letter: hardly one ends in a hyphen, most are about as long as each other, and some
hold two lines or three.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from verifier.model.patterns import compile_late

_FEWEST = 15
_AS_LONG = 0.15
"""How much shorter or longer than the usual line most are, and one beside each double one; as a share of it."""
_DOUBLE, _FAR = 1.25, 1.1
"""A line is two when it is longer than this, as a share of the usual one, and has a space beyond that."""
_ENDS_IN_HYPHEN = re.compile(r"[^\W_][-\u2010\u2011][^\S\n]*\n")
_LEFT_BY_READERS = compile_late(r"[\x02\ufffe]|\xad(?=\S)")
"""What other readers leave for a hyphen where they run lines together."""
_PAIRS = compile_late(r"(?=(?<![^\W\d_])([^\W\d_]{1,40}-[^\W\d_]{1,40}))")


def usual_length(text: str) -> int:
    """How long the lines are of a copy that has run some together; 0 where the text is no such copy."""
    lines = text.split("\n")
    full = sorted(len(line) for line, following in pairwise(lines) if following[:1].islower() and line)
    if len(full) < _FEWEST or _LEFT_BY_READERS.search(text):
        return 0
    full = [length for length in full if 2 * length >= full[3 * len(full) // 4]]  # no words that stand alone
    usual = int(median(full))
    alike = sum(1 for length in full if abs(length - usual) <= _AS_LONG * usual)
    double = sum(
        1
        for before, line, after in zip(lines, lines[1:], [*lines[2:], ""], strict=False)
        if len(line) > _DOUBLE * usual
        and (line[:1].islower() or after[:1].islower())
        and max(len(before), len(after)) <= _DOUBLE * usual  # no paragraph that is as wide
        and min(abs(len(before) - usual), abs(len(after) - usual)) <= _AS_LONG * usual
        and _goes_on(line, int(_FAR * usual))
    )
    single = sum(len(line) for line in lines if len(line) <= _DOUBLE * usual)
    if not double or 2 * alike < len(full) or 2 * single < len(text):
        return 0
    kept = sum(1 for _ in _ENDS_IN_HYPHEN.finditer(text))
    return usual if kept < double else 0


def _goes_on(line: str, far: int) -> bool:
    """Whether another word begins beyond where a line should end; columns and tables have wider spaces."""
    return " " in line[far:].strip() and "  " not in line.strip() and "\t" not in line


def hyphened(text: str) -> frozenset[str]:
    """All pairs of words that a hyphen joins in the text, in lower case."""
    return frozenset(_PAIRS.findall(text.lower()))
