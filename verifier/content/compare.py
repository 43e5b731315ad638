"""Compare a citation's description with one page, and put the live and the archived side together."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from verifier.content.quotations import cleaned, found
from verifier.content.titles import similarity
from verifier.content.words import words
from verifier.model.citation import Description, QuoteWhere
from verifier.model.evidence import TITLE_MATCH, ContentResult, Found, Page, QuoteResult

MIN_WORDS = 50
"""Below this many words a page is too short to say that something is not on it."""


class Side(StrEnum):
    """Which copy was read."""

    LIVE = "live"
    ARCHIVE = "archive"


def read(description: Description, page: Page | None, side: Side) -> ContentResult:
    """What one page says of the cited title and quotations; without a page, or with one cut short, `unmeasured`.

    A quotation that is found is found, however little was read; only "not found" needs the whole text.
    """
    if page is None:
        return ContentResult(quotes=tuple(QuoteResult(quote.text, Found.UNMEASURED) for quote in description.quotes))
    quotes = [quote for quote in description.quotes if quote.where is not QuoteWhere.TITLE]
    page_words = words(page.text) if quotes else []
    clean = cleaned(page.text) if quotes else page.text
    clean_words = words(clean) if clean != page.text else page_words

    def stands_there(quotation: str) -> bool:
        return found(quotation, page_words) or found(cleaned(quotation), clean_words)

    readable = page.complete and len(page_words) >= MIN_WORDS
    here = Found.LIVE if side is Side.LIVE else Found.ARCHIVE
    title = similarity(description.title, (page.title, *page.headings))
    if title is not None and title < TITLE_MATCH and not page.names_itself:
        title = None
    missing = Found.NO if readable else Found.UNMEASURED
    results = [
        QuoteResult(
            quote.text,
            here
            if (title is not None and title >= 0.9 if quote.where is QuoteWhere.TITLE else stands_there(quote.text))
            else missing,
        )
        for quote in description.quotes
    ]
    return ContentResult(title_similarity=title if side is Side.LIVE else None, quotes=tuple(results))


def merge(live: ContentResult, archive: ContentResult) -> ContentResult:
    """The two sides as one result: each quotation found live, archived, in both, in neither, or unmeasured."""
    return ContentResult(
        title_similarity=live.title_similarity,
        quotes=tuple(
            QuoteResult(one.text, _together(one.found, other.found))
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
    asked = "\x1f".join(
        [side, description.title or "", *(f"{quote.where}:{quote.text}" for quote in description.quotes)]
    )
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:16]
