"""Links that the format carries (hrefs, annotations), brought together with the citations that the text shows.

In: the document's links and the Spots found in its text. Out: one Spot per cited thing. Where a link lies over a
visible URL the two are one citation; where it lies over words, the link itself is the citation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from verifier.citations.layout import Layout, Spans
from verifier.citations.spots import Spot
from verifier.model.citation import Kind
from verifier.model.document import Link
from verifier.model.patterns import compile_late

_CITABLE = re.compile(r"\s*(?:https?|ftp):", re.IGNORECASE)
_MARKER = compile_late(
    r"\s*(?:[\[(（［【]?\s?\^?(?:note\s?|fn\s?)?(?:\d{1,3}|[ivxl]{1,7}|[a-z])\s?[\])）］】]?|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,3}|[↩↑^⏎←⇧]+\ufe0e?\d{0,2})\s*",
    re.IGNORECASE,
)
_WAYS_BACK = frozenset("↩↑^⏎←⇧")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]\n]{1,100}\]:[ \t]*<?")
_SHORTENED = re.compile(r"\s?(?:…|\.{3}|\[…\]|\[\.{3}\])\s*")
"""How a page shortens a long address that it shows."""
_BRACKETS = frozenset(("](", "](<"))
_WIDEST_BRACKET = 24
"""What stands between the words of a Markdown link and its target, white space left out; and how long it may be."""
_SEAM = 400
"""Pieces of one wrapped link (same target) may lie this far apart: a page's foot and the next one's head."""
_WORDS_AROUND = 20
"""An identifier inside a longer linked phrase is only a part of what is linked."""


def join_links(layout: Layout, spots: Sequence[Spot]) -> tuple[list[Spot], int]:
    """Spots and links made one, in order and without overlap; and how many links could not be citations."""
    links = _merged(layout, spots)
    if not links:
        return [spot for spot in spots if spot.start not in layout.unseen], 0
    markers = Spans((span.start, span.end) for span in layout.document.marker_spans)
    starts = [spot.start for spot in spots]
    ends = [spot.end for spot in spots]
    result: list[Spot | None] = [None if spot.start in layout.unseen else spot for spot in spots]
    added: list[Spot] = []
    left_out = 0
    furthest = -1
    for link in links:
        if link.start < furthest:
            continue
        low, high = bisect_right(ends, link.start), bisect_left(starts, link.end)
        inside = [index for index in range(low, high) if result[index] is not None]
        if not inside and high < len(spots) and _is_target(layout, link, spots[high]):
            if not _only_ties(layout, link, markers):
                result[high] = spots[high]._replace(href=link.url)
            continue
        kept = _adopt(layout, link, [spot for index in inside if (spot := result[index])])
        if kept is not None:
            for index in inside:
                result[index] = None
            if high < len(spots) and _is_target(layout, link, spots[high]):
                result[high] = None  # `[https://…](https://…)`
            result[inside[0]] = kept
            furthest = max(link.end, kept.end)
        elif not _CITABLE.match(link.url):
            left_out += not link.url.lower().startswith(("mailto:", "tel:", "javascript:", "#", "data:", "about:"))
        elif link.start < link.end and link.start not in markers and not _is_marker(layout, link):
            for index in inside:
                result[index] = None
            added.append(_from_link(layout, link))
            furthest = link.end
    targets = {link.url for link in links}
    whole = [spot for spot in result if spot is not None and not (spot.value in targets and _is_defined(layout, spot))]
    return sorted([*whole, *added], key=lambda spot: spot.start), left_out


def _is_target(layout: Layout, link: Link, spot: Spot) -> bool:
    """Whether the spot is the target of a Markdown link as its source shows it: `[words](target)`."""
    between = layout.text[link.end : min(spot.start, link.end + _WIDEST_BRACKET)]
    return spot.kind is Kind.URL and spot.start - link.end < _WIDEST_BRACKET and "".join(between.split()) in _BRACKETS


def _is_defined(layout: Layout, spot: Spot) -> bool:
    """Whether the spot is Markdown's definition of a target (`[name]: target`) that links elsewhere use."""
    line = layout.line_start(layout.line_at(spot.start))
    return spot.href is None and _DEFINITION.fullmatch(layout.text, line, spot.start) is not None


def _merged(layout: Layout, spots: Sequence[Spot]) -> list[Link]:
    """The document's links, the pieces of one wrapped link made one."""
    merged: list[Link] = []
    starts = [spot.start for spot in spots]
    for link in layout.document.links:
        last = merged[-1] if merged else None
        if last is not None and last.url == link.url and 0 <= link.start - last.end <= _SEAM:
            between = layout.text[last.end : link.start]
            shows_url = _begins_within(starts, last.start, last.end)
            another = _begins_within(starts, last.end, link.start + 1)
            if not between.strip() or (shows_url and not another and "\n" in between):
                merged[-1] = replace(last, end=link.end)
                continue
        merged.append(link)
    return merged


def _begins_within(starts: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `starts` (sorted) lies in `[start, end)`."""
    return bisect_left(starts, start) < bisect_left(starts, end)


def _adopt(layout: Layout, link: Link, inside: Sequence[Spot]) -> Spot | None:
    """The visible citation that the link lies over, with its href; None when the link lies over words."""
    if not inside or not _CITABLE.match(link.url):
        return None
    first = inside[0]
    shown = layout.text[first.start : link.end]
    if _SHORTENED.fullmatch(shown, first.end - first.start) and link.url.startswith(first.value.rstrip(".…")):
        return _from_link(layout, link)
    if first.kind is not Kind.URL:
        around = len(layout.text[link.start : link.end].strip()) - (first.end - first.start)
        if around > _WORDS_AROUND or len(inside) > 1:
            return None
    if first.bare and link.url.startswith("http://") and first.value.startswith("https://"):
        first = first._replace(value="http" + first.value[5:])  # the scheme that the words go without
    return first._replace(href=link.url, reach=link.end)


def _is_marker(layout: Layout, link: Link) -> bool:
    shown = layout.text[link.start : link.end]
    marker = _MARKER.fullmatch(shown) or _MARKER.fullmatch(shown.strip("*_"))
    return marker is not None and ("#" in link.url or link.start in layout.superscript)


def _only_ties(layout: Layout, link: Link, markers: Spans) -> bool:
    """Whether a link between a note and its marker leads nowhere else, though it spells its own page's address."""
    way_back = layout.text[link.start : link.end].lstrip("*_\\[")[:1] in _WAYS_BACK
    return link.start in markers or ((way_back or link.start in layout.tied) and _is_marker(layout, link))


def _from_link(layout: Layout, link: Link) -> Spot:
    shown = layout.text[link.start : link.end]
    start = link.start + len(shown) - len(shown.lstrip())
    end = link.start + len(shown.rstrip())
    if start >= end:
        start, end = link.start, link.end
    return Spot(Kind.URL, start, end, link.url, href=link.url, reach=end)
