"""HTML -> Document: the text as a reader sees it, links, notes, the page around the letter, all with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.documents.dates import letter_date
from verifier.documents.encoding import Decoded
from verifier.documents.formats import Format
from verifier.documents.html import surroundings as html_surroundings
from verifier.documents.html.asides import are_repeated
from verifier.documents.html.elements import Element
from verifier.documents.html.links import Hrefs, sort_links
from verifier.documents.html.metadata import metadata_of
from verifier.documents.html.notes import find_notes
from verifier.documents.html.page import Page, walk
from verifier.documents.language import guess_language
from verifier.documents.lines import visible_lines
from verifier.documents.text import before_notes, in_order, remark_on_relative, title_of, without
from verifier.model.document import Document, Link, Region, Role

_XML = re.compile(r"\s*<\?xml\b")
_ENOUGH = 200  # characters of text; with less the page may show its text by script only
_NO_BASE = "the page does not say from what address it was saved"
_NON_SPACE = re.compile(r"\S")


def read_html(decoded: Decoded, source: str, base_url: str | None) -> Document:
    """Read an HTML page. `base_url` is where it came from, if it is known; positions are those of its source."""
    page, remarks = _walk_until_text(decoded.text, xml=is_xml(decoded.text, source))
    facts = metadata_of(page, base_url)
    hrefs = sort_links(page.links, facts.base, (base_url, facts.canonical), page.ids)
    regions = _regions(page)
    labels = {region.start: region.label for region in regions if region.role is Role.ITEM and region.label}
    notes = find_notes(page, hrefs.fragments, labels)
    around = html_surroundings.find(page, [(note.start, note.end) for note in notes.notes])
    lines = before_notes(without(visible_lines(page.text), around))
    regions += [Region(start, end, Role.SURROUNDINGS) for start, end in around]
    return Document(
        source=source,
        media_type=Format.HTML,
        encoding=decoded.encoding,
        text=page.text,
        anchors=tuple(page.anchors),
        title=facts.title or title_of(lines),
        date=facts.date or letter_date(lines),
        language=facts.language or guess_language(page.text),
        links=_links(page.text, hrefs),
        regions=in_order(regions),
        note_spans=notes.notes,
        marker_spans=notes.markers,
        remarks=(*decoded.remarks, *page.remarks, *remarks, *remark_on_relative(hrefs.dropped, _NO_BASE)),
    )


def is_xml(text: str, source: str) -> bool:
    """Whether the page is XHTML that is read by the rules of XML: by its name, or because it says so."""
    return source.lower().endswith(".xhtml") or bool(_XML.match(text))


def _walk_until_text(source: str, *, xml: bool) -> tuple[Page, list[str]]:
    """Walk the page as shown; when that gives next to nothing, with what it hides until its scripts have run."""
    page = walk(source, xml=xml)
    if are_repeated(page):
        page = walk(source, xml=xml, hide=frozenset({"popups"}))
    remarks: list[str] = []
    for hidden, remark in (
        ("noscript", "The page shows next to nothing without scripts; its <noscript> text was read"),
        ("hidden", "The page hides its text until scripts have run; hidden text was read"),
    ):
        if len(page.text) >= _ENOUGH or hidden not in page.hides:
            continue
        fuller = walk(source, xml=xml, show=frozenset({"noscript", hidden}))
        if len(fuller.text) >= max(_ENOUGH, 2 * len(page.text)) or (not page.text and fuller.text):
            page = fuller
            remarks.append(remark)
    return page, remarks


def _regions(page: Page) -> list[Region]:
    spans = [(role, element, None) for role, element in page.roles]
    items = [(Role.ITEM, item, label) for one in page.lists for item, label in one.labelled()]
    trim = _Trimmer(page.text, [element for _, element, _ in (*spans, *items)])
    return [
        Region(start, end, role, label)
        for role, element, label in (*spans, *items)
        for start, end in [trim.span(element)]
        if end > start
    ]


def _links(text: str, hrefs: Hrefs) -> tuple[Link, ...]:
    trim = _Trimmer(text, [element for element, _ in hrefs.outward])
    return tuple(
        sorted(
            (Link(*trim.span(element), url) for element, url in hrefs.outward), key=lambda link: (link.start, link.end)
        )
    )


class _Trimmer:
    """Spans without white space at their ends, found in one pass so that a desert of spaces is crossed only once."""

    def __init__(self, text: str, elements: Iterable[Element]) -> None:
        self._text = text
        self._visible: dict[int, int] = {}
        at = 0
        for start in sorted({element.start for element in elements}):
            if start >= at:
                match = _NON_SPACE.search(text, start)
                at = match.start() if match else len(text)
            self._visible[start] = at

    def span(self, element: Element) -> tuple[int, int]:
        """The element's span of the text; empty when it shows none."""
        start = min(self._visible[element.start], len(self._text))
        return start, max(element.end, start)
