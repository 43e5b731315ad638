"""Compare a citation's description with one page, and put the live and the archived side together."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from functools import cached_property, lru_cache

from verifier.content.drift import running_text
from verifier.content.excerpts import excerpt
from verifier.content.quotations import APART, cleaned, place
from verifier.content.titles import similarity
from verifier.content.words import words
from verifier.model.citation import Description, Quote, QuoteWhere
from verifier.model.evidence import TITLE_MATCH, ContentResult, Found, Page, QuoteResult

_MIN_WORDS = 50
"""Below this many words a page is too short to say that something is not on it."""


_NOTHING_ASKED = ContentResult()


class Side(StrEnum):
    """Which copy was read."""

    LIVE = "live"
    ARCHIVE = "archive"


class _Readings:
    """A text with its words: as it stands, then, where a quotation asks for it, cleaned, and its running text alone."""

    def __init__(self, text: str) -> None:
        self.plain = (text, words(text))

    @cached_property
    def _clean(self) -> tuple[str, list[str]]:
        text = cleaned(self.plain[0])
        return self.plain if text == self.plain[0] else (text, words(text))

    @cached_property
    def _running(self) -> tuple[str, list[str]] | None:
        return running_text(self._clean[0])

    def passage(self, quotation: str) -> str | None:
        """The words around the quotation, or None where it does not stand there."""
        if (found := _found(quotation, self.plain)) is not None:
            return found
        plainly = cleaned(quotation.replace("- ", "-"))  # of a line's end in the letter a space is left
        found = _found(plainly, self._clean)
        if found is None and self._running is not None:
            found = _found(plainly, self._running)
        return found


def _found(quotation: str, reading: tuple[str, list[str]]) -> str | None:
    span = place(quotation, reading[1])
    return None if span is None else excerpt(*reading, *span).replace(APART, "")


def read(description: Description, page: Page | None, side: Side) -> ContentResult:
    """What one page says of the cited title and quotations; without a page, or with one cut short, `unmeasured`.

    A quotation that is found is found, however little was read; only "not found" needs the whole text.
    """
    if description.title is None and not description.quotes:
        return _NOTHING_ASKED
    if page is None:
        return ContentResult(quotes=tuple(QuoteResult(quote.text, Found.UNMEASURED) for quote in description.quotes))
    quoted = any(quote.where is not QuoteWhere.TITLE for quote in description.quotes)
    readings = _Readings(page.text) if quoted else None
    readable = page.complete and readings is not None and len(readings.plain[1]) >= _MIN_WORDS
    here = Found.LIVE if side is Side.LIVE else Found.ARCHIVE
    title = similarity(description.title, (page.title, *page.headings))
    if title is not None and title < TITLE_MATCH and not page.names_itself:
        title = None
    missing = Found.NO if readable else Found.UNMEASURED

    def look(quote: Quote) -> QuoteResult:
        if quote.where is QuoteWhere.TITLE:
            return QuoteResult(quote.text, here if title is not None and title >= 0.9 else missing)
        passage = readings.passage(quote.text) if readings else None
        return QuoteResult(quote.text, missing) if passage is None else QuoteResult(quote.text, here, passage)

    quotes = tuple(look(quote) for quote in description.quotes)
    return ContentResult(title_similarity=title if side is Side.LIVE else None, quotes=quotes)


def merge(live: ContentResult, archive: ContentResult) -> ContentResult:
    """The two sides as one result: each quotation found live, archived, in both, in neither, or unmeasured."""
    if live is archive is _NOTHING_ASKED:
        return live
    return ContentResult(
        title_similarity=live.title_similarity,
        quotes=tuple(
            QuoteResult(one.text, _together(one.found, other.found), one.excerpt or other.excerpt)
            for one, other in zip(live.quotes, archive.quotes, strict=True)
        ),
    )


def _together(live: Found, archive: Found) -> Found:
    if live is Found.LIVE and archive is Found.ARCHIVE:
        return Found.BOTH
    if live is Found.LIVE:
        return Found.LIVE
    if archive is Found.ARCHIVE:
        return Found.ARCHIVE
    return Found.NO if live is Found.NO and archive is Found.NO else Found.UNMEASURED


def question(description: Description, side: Side) -> str:
    """A digest of what `read` looks for, so that an answer can be remembered for the same question only."""
    # Most links stand without a title or a quotation, and are asked of twice in a run, by the hundred thousand.
    return _digest(side, description.title or "", description.quotes)


@lru_cache(maxsize=64)
def _digest(side: Side, title: str, quotes: tuple[Quote, ...]) -> str:
    asked = "\x1f".join([side, title, *(f"{quote.where}:{quote.text}" for quote in quotes)])
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:16]
