"""Hyphens at line ends that a copy has lost: pdftotext takes each for the typesetter's, and runs both lines together.

In: the page and the readings of a link. Out: the same, with readings that have the hyphen again. Where in a long line
the end of the first one was, is known to a few words; which place it is, the words themselves tell.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.citation import Edit, EditKind
from verifier.model.patterns import compile_late
from verifier.repair import spelling
from verifier.repair.certain import UUID
from verifier.repair.hyphens import OF_PROGRAMS

if TYPE_CHECKING:
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading

_LONGER, _LONG = 1.02, 1.1
"""A line that is longer than this may be, or is, two; as shares of the usual one."""
_SPREAD = 0.13
"""The standard deviation of where a long line's first part ends, as a share of the usual line."""
_PERHAPS, _SURELY = 0.35, 0.97
"""How often such a line is two indeed."""
_LEAST = 0.05
"""How likely a lost hyphen must be to be looked for."""
_MOST_PLACES = 4
_MOST_READINGS = 12
_HALF, _DOUBLE = 0.6, 1.35
"""What is no usual line: shorter or longer than this, as shares of it."""
_MOST_LINES = 6
"""So many lines may have been run together."""
_AROUND = 8
_WHY = "where two lines were run together, a hyphen was lost: “{}”"
_WHY_NOT = "a hyphen may have been lost where two lines were run together"
_NATS = 0.3
"""Nearly what a half bit of `spelling` is worth."""
_CUT = "/?#&="
_DATE = compile_late(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?!\d)")


class Place(NamedTuple):
    """Where a hyphen may have stood: the offset in the text, the words on both sides, and how probable it is."""

    at: int
    left: str
    right: str
    share: float


def with_lost_hyphens(page: Page, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each shared with those that have its lost hyphens again."""
    if not page.run_together:
        return list(readings)
    return [other for reading in readings for other in _restored(page, reading)]


def _restored(page: Page, reading: Reading) -> list[Reading]:
    """One reading, and those that have a hyphen more where lines were run together; their shares add up to its own."""
    found = [reading]
    for places in _lost(page, reading):
        missing = 1.0 - sum(place.share for place in places)
        found = [
            other
            for one in found
            for other in (
                one._replace(probability=one.probability * missing, why=(*one.why, _WHY_NOT)),
                *(_with_hyphen(one, place) for place in places),
            )
        ]
        found = sorted(found, key=lambda one: -one.probability)[:_MOST_READINGS]
    return found


def _with_hyphen(reading: Reading, place: Place) -> Reading:
    edit = Edit(EditKind.KEEP_HYPHEN, place.at, "", "-")
    edits = tuple(sorted((*reading.edits, edit), key=lambda one: one.at))
    seam = _in_url(reading, place.at)
    return reading._replace(
        url=f"{reading.url[:seam]}-{reading.url[seam:]}",
        edits=edits,
        why=(*reading.why, _WHY.format(f"{place.left[-20:]}-{place.right[:20]}")),
        probability=reading.probability * place.share,
    )


def _in_url(reading: Reading, at: int) -> int:
    """Where in the URL the character stands that the text has at `at`."""
    before = (edit for edit in reading.edits if edit.at < at)
    return at - reading.start + sum(len(edit.inserted) - len(edit.removed) for edit in before)


def _lost(page: Page, reading: Reading) -> Iterator[list[Place]]:
    """For each line's end that may have been within the link: the places where its hyphen may have been."""
    for number in range(page.line_at(reading.start), page.line_at(max(reading.end - 1, reading.start)) + 1):
        start, end = page.starts[number], page.line_end(page.starts[number])
        usual = _usual_near(page, number)
        if end - start <= _LONGER * usual:
            continue
        # Where the link itself goes on below, the line is full: it holds whole lines only.
        most = (end - start) / usual - (0.6 if reading.end > end else 0.0)
        for nth in range(1, min(int(most + 0.1), _MOST_LINES) + 1):
            middle, spread = start + nth * usual, _SPREAD * usual * math.sqrt(nth)
            within = max(reading.start, start), min(reading.end, end)
            share = (_SURELY if end - start > _LONG * usual else _PERHAPS) * (
                _up_to((within[1] - middle) / spread) - _up_to((within[0] - middle) / spread)
            )
            if share >= _LEAST:
                yield _places(page, reading, (middle, spread), share)


def _usual_near(page: Page, number: int) -> float:
    """How long the lines of one paragraph are: notes are set smaller than the text that they belong to, or wider."""
    lengths = []
    for step in (-1, 1):
        for other in range(number + step, number + step * _AROUND, step):
            line, following = page.line(other), page.line(other + 1)
            if line is None or line.last == line.first:
                break
            if following is not None and following.last > following.first and line.length >= _HALF * page.run_together:
                lengths.append(line.length)
    single = [length for length in lengths if length <= _DOUBLE * page.run_together]
    if 2 * len(single) < len(lengths):
        return min(lengths)  # a paragraph that is set wider
    return median(single) if len(single) > 1 else page.run_together


def _up_to(deviations: float) -> float:
    """The share of a normal distribution up to so many standard deviations."""
    return 0.5 * (1.0 + math.erf(deviations / math.sqrt(2.0)))


def _places(page: Page, reading: Reading, where: tuple[float, float], share: float) -> list[Place]:
    """The likeliest places of one lost hyphen; the shares of all add up to `share`."""
    middle, spread = where
    text, taken = page.text, [(edit.at, edit.at + max(len(edit.removed), 1)) for edit in reading.edits]
    weighed = []
    first = max(reading.start + 8, int(middle - 3 * spread))
    for at in range(first, min(reading.end, int(middle + 3 * spread))):
        if not (text[at - 1].isalnum() and text[at].isalnum()) or "%" in text[at - 3 : at]:
            continue
        if any(start <= at <= end for start, end in taken):
            continue
        left, right = _run(text, at, reading)
        near = -(((at - middle) / spread) ** 2) / 2
        weighed.append(Place(at, left, right, math.exp(near + _reads_as_two(page, reading, at, left, right))))
    whole = sum(place.share for place in weighed)
    best = sorted(weighed, key=lambda place: -place.share)[:_MOST_PLACES]
    return [place._replace(share=share * place.share / whole) for place in best]


def _run(text: str, at: int, reading: Reading) -> tuple[str, str]:
    """The letters or digits on both sides of a place."""
    left = re.search(r"(?:[^\W\d_]+|\d+)\Z", text[max(reading.start, at - 40) : at])
    right = re.match(r"[^\W\d_]+|\d+", text[at : min(reading.end, at + 40)])
    return (left[0] if left else "", right[0] if right else "")


def _makes_date(url: str, seam: int) -> bool:
    """Whether a hyphen at `seam` makes a date, or a year and a month."""
    around = f"{url[max(seam - 8, 0) : seam]}-{url[seam : seam + 6]}"
    at = min(seam, 8)
    return any(found.start() < at < found.end() for found in _DATE.finditer(around))


def _reads_as_two(page: Page, reading: Reading, at: int, left: str, right: str) -> float:
    """The log-odds that a hyphen stood between two runs of letters or digits."""
    low, high = left.lower(), right.lower()
    if (low, high) in OF_PROGRAMS or f"{low}-{high}" in page.hyphened:
        return 6.0
    seam = _in_url(reading, at)
    if UUID.search(f"{reading.url[max(seam - 36, 0) : seam]}-{reading.url[seam : seam + 36]}"):
        return 6.0
    if _makes_date(reading.url, seam):
        return 5.0
    segment = max(reading.url.rfind(mark, 0, seam) for mark in _CUT)
    total = 0.7 if "-" in reading.url[segment + 1 : seam + 40] else -0.7
    total -= 2.5 * (len(left) == 1) * left.isalpha() + 2.5 * (len(right) == 1) * right.isalpha()
    if not (left.isalpha() and right.isalpha()):
        return total + (0.5 if left.isdigit() != right.isdigit() else -1.5)
    total -= _NATS * spelling.one_word(low, high)
    title, words = reading.title, page.words
    if low in title and high in title:
        total += 4.0
    elif words[low] and words[high] and min(len(low), len(high)) > 1:
        total += 2.0
    if (low + high in title) or words[low + high]:
        total -= 4.0
    return total
