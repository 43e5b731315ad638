"""Training rows of repair's line-break model: each way on from each break of a page, with its evidence, right or wrong.

In: a page of the gold file, or one set anew (`repair_rewrap`). Out: rows. A continuation is right when it lies on the
way to a link annotation of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bench.repair_pages import Case, Layer, document_of
from verifier.model.document import Document
from verifier.repair import syntax
from verifier.repair.breaks import Continuation, Way, continuations
from verifier.repair.evidence import measure
from verifier.repair.page import Page
from verifier.repair.propose import first_reading
from verifier.repair.reading import Reading, extend

DEPTH = 7
NEAR = 400
"""So far, in characters, a link may move when its page is set anew."""
Row = tuple[dict[str, float], bool, Way, tuple[Any, ...]]
"""Evidence, right or wrong, way, and what identifies the row."""


class Labeller:
    """Tells which readings lead to a link of the page."""

    def __init__(self, case: Case, norm: Any) -> None:
        self.norm = norm
        self.right = {syntax.key(norm(url)) for url in case["page_uris"]}

    def is_whole(self, reading: Reading) -> bool:
        """Is this reading a link annotation's URL?"""
        return syntax.key(self.norm(reading.url)) in self.right

    def may_lead(self, reading: Reading) -> bool:
        """Does some annotation's URL begin like this reading?"""
        mine = syntax.key(self.norm(reading.url)).rstrip("./-%")
        return any(url.startswith(mine) for url in self.right)


def true_path(page: Page, first: Reading, limit: int, labeller: Labeller) -> list[Continuation] | None:
    """The continuations that lead to the longest link of the page; empty when it is whole; None when unknown."""
    best: list[Continuation] | None = None
    longest = -1
    stack: list[tuple[Reading, list[Continuation]]] = [(first, [])]
    visits = 0
    while stack and visits < 400:
        visits += 1
        reading, path = stack.pop()
        if labeller.is_whole(reading) and len(reading.url) - 40 * sum(way.skipped for way in path) > longest:
            longest, best = len(reading.url), path
        if len(path) >= DEPTH + 30 * (reading.spaces > 0):
            continue
        for way in continuations(page, reading.end, limit, reading.url):
            further = extend(page, reading, way)
            if labeller.may_lead(further):
                stack.append((further, [*path, way]))
    return best


def rows_of(case: Case, layer: Layer, norm: Any) -> Iterator[Row]:
    """The training rows of one page."""
    document, references = document_of(case, layer, broad=True)
    page = Page(document, references)
    labeller = Labeller(case, norm)
    for at, reference in enumerate(references):
        reading = first_reading(page, reference)
        yield from _rows(page, reading, max(page.limit(at), reading.end), labeller, (case["pdf"], layer))


def rows_near(case: Case, layer: Layer, norm: Any, start: int, url: str) -> Iterator[Row]:
    """The training rows of the one link `url` that stands near `start`, on a page set anew."""
    document, references = document_of(case, layer)
    page = Page(document, references)
    labeller = Labeller({**case, "page_uris": [url]}, norm)
    for at, reference in enumerate(references):
        reading = first_reading(page, reference)
        if abs(reference.start - start) <= NEAR and labeller.may_lead(reading):
            yield from _rows(page, reading, max(page.limit(at), reading.end), labeller, (case["pdf"], layer))


def whole_links(case: Case, layer: Layer, norm: Any) -> tuple[Document, list[Reading]]:
    """The page as a document, and the links in it that stand unbroken and are links of the page."""
    document, references = document_of(case, layer)
    page = Page(document, references)
    labeller = Labeller(case, norm)
    readings = [first_reading(page, reference) for reference in references]
    return document, [
        one
        for one in readings
        if one.url.startswith("http") and document.text[one.start : one.end] == one.url and labeller.is_whole(one)
    ]


def _rows(page: Page, reading: Reading, limit: int, labeller: Labeller, source: tuple[Any, ...]) -> Iterator[Row]:
    path = true_path(page, reading, limit, labeller)
    if path is None:
        return
    for right in [*path, None]:
        for way in continuations(page, reading.end, limit, reading.url):
            around = page.text[max(0, way.at - 60) : way.resume + 60]
            identity = (*source, around, way.hyphen, way.piece)
            yield measure(page, reading, way), way == right, way.way, identity
        if right is not None:
            reading = extend(page, reading, right)
