"""The hrefs of a page -> links to the outside, links inside the page, and what had to be left out (pure)."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from verifier.documents.html.elements import Element

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}:")
_NO_CITATION = frozenset([
    "mailto:", "tel:", "sms:", "javascript:", "data:", "blob:", "about:", "file:", "cid:", "whatsapp:", "tg:",
    "viber:", "skype:", "intent:", "fax:", "callto:", "geo:", "webcal:", "vbscript:", "chrome:", "market:",
    "itms-apps:", "fb-messenger:", "line:", "weixin:", "x-apple:", "view-source:",
])  # fmt: skip
"""Schemes of links that lead to no page: writing to somebody, running a program."""
_MEANT_ABSOLUTE = re.compile(r"(?:www\.|h[tx]{2}ps?\b|ttps?\b|hhtps?\b|htp\b)", re.IGNORECASE)
_WHITE = " \t\n\f\r"


@dataclass(frozen=True, slots=True)
class Hrefs:
    """The links of a page: outward ones as (element, URL), inner ones as (element, fragment)."""

    outward: tuple[tuple[Element, str], ...]
    fragments: tuple[tuple[Element, str], ...]
    dropped: int


def sort_links(links: Sequence[Element], base: str | None, own: Sequence[str | None], ids: Container[str]) -> Hrefs:
    """Sort `links`; `base` is what relative ones start from, `own` the page's addresses, `ids` what it can lead to.

    Of a saved page whose address is not known, links in full lead inside when they and their targets name each other.
    """
    named = {element.attributes["href"].partition("#")[2].strip(_WHITE) for element in links}
    pages = {address.partition("#")[0] for address in own if address}
    outward: list[tuple[Element, str]] = []
    fragments: list[tuple[Element, str]] = []
    dropped = 0
    for element in links:
        href = element.attributes["href"].strip(_WHITE)
        page, sharp, fragment = href.partition("#")
        if sharp and (not page or page in pages or (fragment in ids and element.attributes.get("id") in named)):
            fragments.append((element, fragment))
            continue
        url = _resolved(href, base)
        if url is None:
            dropped += bool(href) and not _has_scheme(href)
        elif sharp and url.partition("#")[0] in pages:
            fragments.append((element, fragment))
        else:
            outward.append((element, url))
    return Hrefs(tuple(outward), tuple(fragments), dropped)


def _has_scheme(href: str) -> bool:
    match = _SCHEME.match(href)
    return match is not None and match[0].lower() in _NO_CITATION


def _resolved(href: str, base: str | None) -> str | None:
    """The target as the page gives it, damage and all; None for what cites nothing or leads nowhere from here."""
    if not href or _has_scheme(href):
        return None
    if _SCHEME.match(href) or _MEANT_ABSOLUTE.match(href):
        return href
    if href.startswith("//"):
        return f"{base.partition(':')[0] if base else 'https'}:{href}"
    try:
        return urljoin(base, href) if base else None
    except ValueError:  # an unclosed bracket where the host should be
        return href
