"""Hyphens at line ends that a copy has lost: pdftotext takes each for the typesetter's, and runs both lines together.

In: the page and the readings of a link. Out: the same, with readings that have the hyphen again. Where in a long line
the end of the first one was, is known to a few words. Which place it is, the document has to tell: by its other links,
by the title that is cited, or by what is made whole there, such as a date.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.citation import Edit, EditKind
from verifier.model.patterns import compile_late
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
_LIKELY = 0.5
"""How likely it must be for a link to be less sure though no place is known."""
_MOST_PLACES = 4
_MOST_READINGS = 12
_HALF, _DOUBLE = 0.6, 1.35
"""What is no usual line: shorter or longer than this, as shares of it."""
_MOST_LINES = 6
"""So many lines may have been run together."""
_AROUND = 8
_WHY = "where two lines were run together, a hyphen was lost: “{}”"
MAY_BE_LOST = "a hyphen may have been lost where two lines were run together"
_DATE = compile_late(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?!\d)")
_PART_BEFORE, _PART_BEHIND = compile_late(r"[\w-]+\Z"), compile_late(r"[\w-]+")


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
                one._replace(probability=one.probability * missing, why=(*one.why, MAY_BE_LOST)),
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
            places = _places(page, reading, (middle, spread), share) if share >= _LEAST else []
            if places or share >= _LIKELY:
                yield places


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
    """The places of one lost hyphen that are known for one, nearest to the line's end first.

    Their shares add up to `share`. That two words read like two is not enough: most long lines lost no hyphen.
    """
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
        if _had_hyphen(page, reading, at, (left.lower(), right.lower())):
            weighed.append(Place(at, left, right, math.exp(-(((at - middle) / spread) ** 2) / 2)))
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


def _had_hyphen(page: Page, reading: Reading, at: int, words: tuple[str, str]) -> bool:
    """Whether two runs of letters or digits are known to be joined by a hyphen, and not to be one word."""
    if words in OF_PROGRAMS:
        return True
    if page.linked["".join(words)] > 1:
        return False
    seam = _in_url(reading, at)
    if "-".join(words) in page.hyphened or (
        all(map(reading.title.__contains__, words)) and _spells_title(reading, seam)
    ):
        return True
    uuid = UUID.search(f"{reading.url[max(seam - 36, 0) : seam]}-{reading.url[seam : seam + 36]}")
    return uuid is not None or _makes_date(reading.url, seam)


def _spells_title(reading: Reading, seam: int) -> bool:
    """Whether most words around a place, in the same part of the path, are those of the cited title."""
    before, behind = _PART_BEFORE.search(reading.url, 0, seam), _PART_BEHIND.match(reading.url, seam)
    others = [*(before[0].split("-")[:-1] if before else ()), *(behind[0].split("-")[1:] if behind else ())]
    return len(others) > 1 and 2 * sum(word.lower() in reading.title for word in others) > len(others)
