"""A link as read so far, and the search for all its readings, most probable first.

In: where a link starts and a ranker that gives each continuation its odds. Out: readings with probabilities that sum to
at most 1. At each break the link either ends or goes on in one of the ways that `breaks` finds; a reading's probability
is the product along its path. Bounded: readings, pieces and length have limits, so the cost per link is constant.
"""

from __future__ import annotations

import heapq
import re
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, Protocol

from verifier.model.citation import Edit, EditKind
from verifier.repair import syntax
from verifier.repair.breaks import Continuation, Hyphen, Way, continuations

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from verifier.repair.page import Page

_MAX_READINGS = 48
_MAX_PIECES = 60
_MAX_LENGTH = 2048
_FAR = 800
"""How far a link in angle brackets is followed to the bracket that closes it."""
_CLOSES = re.compile(r"[^<>]*[^\s<>]>")
_PREFIX_ONLY = re.compile(
    r"https?://(?:dx\.)?doi\.org/10(?:\.\d{0,9})?/?|https://arxiv\.org/abs/[A-Za-z-]{2,20}(?:\.[A-Za-z]{2})?/"
)
"""A DOI or an arXiv identifier whose own name is still to come."""
_NO_LINK = 1e-5
"""How much a link may end where its host is not whole, 1 being usual."""
_LEAST = 0.004
"""Readings less probable than this are not followed."""


class Reading(NamedTuple):
    """A link read up to `end`: its URL so far, the edits that make it (offsets into the document), and the reasons."""

    start: int
    end: int
    url: str
    edits: tuple[Edit, ...] = ()
    why: tuple[str, ...] = ()
    pieces: int = 1
    spaces: int = 0
    head_spaced: bool = False
    title: Container[str] = frozenset()
    """The words that the text around gives for the cited thing, in lower case."""
    href: str | None = None
    probability: float = 1.0


class Weigher(Protocol):
    """Weighs the ways on from one reading."""

    def odds(self, page: Page, reading: Reading, ways: Sequence[Continuation]) -> list[tuple[float, tuple[str, ...]]]:
        """For each way on, the odds that the link goes on there, against its ending here; and why."""


def extend(page: Page, reading: Reading, way: Continuation) -> Reading:
    """The reading with one more piece."""
    url, kept = reading.url, way.kept
    if way.hyphen is Hyphen.DROPPED and way.way is not Way.SOFT:
        url, kept = (url, kept[:-1]) if kept else (url[:-1], kept)
    removed = page.text[way.at : way.resume]
    kept, edits = syntax.clean(kept, reading.end)
    piece, unescaped = syntax.clean(way.piece, way.resume)
    kind = (EditKind.JOIN, EditKind.KEEP_HYPHEN, EditKind.UNHYPHENATE)[way.hyphen]
    return reading._replace(
        end=way.end,
        url=url + kept + way.inserted + piece,
        edits=(
            *(edit for edit in reading.edits if edit.at < way.at),
            *edits,
            Edit(kind, way.at, removed, way.inserted),
            *unescaped,
        ),
        pieces=reading.pieces + 1,
        spaces=reading.spaces + (way.way is Way.SPACE),
    )


def _ending(reading: Reading, ways: Sequence[Continuation]) -> float:
    """How easily the link ends here, 1 being usual: hardly after a character that joins or a hyphen at a line's end."""
    if not ways:
        return 1.0
    if any(way.way is Way.SOFT for way in ways):
        return 0.05
    if not syntax.is_url(reading.url):
        return _NO_LINK
    before = reading.url + ways[0].kept
    if _PREFIX_ONLY.fullmatch(before):
        return 0.01
    if before.endswith(("-", "_", "%")) or before[-2:-1] == "%":
        return 0.08
    open_value = before.endswith(("=", "&", "/?")) and not syntax.is_padded(before)
    return 0.3 if open_value or syntax.has_open_character(before) else 1.0


def _closing(text: str, first: Reading, limit: int) -> int:
    """Where the `>` stands that closes `<https://…`: a link in angle brackets goes on to it, whatever breaks it."""
    if text[first.start - 1 : first.start] != "<":
        return first.start
    end = min(limit + 1, first.end + _FAR)
    match = _CLOSES.search(text, first.end, end)
    return match.end() - 1 if match else first.start


def _ways(page: Page, reading: Reading, limit: int) -> list[Continuation]:
    if reading.pieces >= _MAX_PIECES or len(reading.url) >= _MAX_LENGTH:
        return []
    return list(continuations(page, reading.end, limit, reading.url))


def search(page: Page, first: Reading, limit: int, ranker: Weigher) -> list[Reading]:
    """All probable readings of a link that begins as `first` and may reach to `limit`, most probable first."""
    if not (ways := _ways(page, first, limit)):
        return [first]
    order = count()
    queue = [(-1.0, next(order), first)]
    ended: list[Reading] = []
    closing = _closing(page.text, first, limit)
    while queue and len(ended) < _MAX_READINGS:
        _, _, reading = heapq.heappop(queue)
        if reading is not first:
            ways = _ways(page, reading, limit)
        odds = ranker.odds(page, reading, ways) if ways else []
        ending = _ending(reading, ways) * (0.03 if reading.end + 4 < closing else 1.0)
        whole = ending + sum(value for value, _ in odds)
        ended.append(reading._replace(probability=reading.probability * ending / whole))
        for way, (value, why) in zip(ways, odds, strict=True):
            share = reading.probability * value / whole
            if share >= _LEAST:
                further = extend(page, reading, way)._replace(probability=share, why=(*reading.why, *why))
                heapq.heappush(queue, (-share, next(order), further))
    return sorted(ended, key=lambda one: -one.probability)
