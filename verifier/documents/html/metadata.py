"""A page's own statements about itself -> title, date, language, address (pure)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from verifier.documents.dates import parse_date
from verifier.documents.html.page import Page
from verifier.documents.language import declared_language
from verifier.model.dates import PartialDate
from verifier.model.document import Role

_ISO_DAY = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_SITE_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]\s+|\s*[|｜]\s*|\s+::\s+|\s*_\s*")
_DATE_METAS = (
    "article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
    "dcterms.created", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish_date", "date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; `canonical` is its own address, `base` what relative links start from."""

    title: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    canonical: str | None = None
    base: str | None = None


def metadata_of(page: Page, base_url: str | None) -> Metadata:
    """Read the head of the page, its first heading and its JSON-LD."""
    metas = _metas(page)
    canonical = _canonical(page, base_url)
    base = next(
        (tag.attributes["href"] for tag in page.head if tag.name == "base" and tag.attributes.get("href")), None
    )
    return Metadata(
        title=_title(page, metas),
        date=_date(page, metas),
        language=_language(page, metas),
        canonical=canonical,
        base=_joined(base_url or canonical, base) if base else base_url or canonical,
    )


def _metas(page: Page) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in page.head:
        name = tag.attributes.get("property") or tag.attributes.get("name") or tag.attributes.get("itemprop")
        content = tag.attributes.get("content", "").strip()
        if tag.name == "meta" and name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _canonical(page: Page, base_url: str | None) -> str | None:
    for tag in page.head:
        if tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split():
            url = _joined(base_url, tag.attributes.get("href", "").strip())
            if url and url.lower().startswith(("http://", "https://")):
                return url
    return None


def _joined(base: str | None, url: str) -> str | None:
    try:
        return urljoin(base, url) if base else url
    except ValueError:  # an unclosed bracket where the host should be
        return None


def _title(page: Page, metas: dict[str, str]) -> str | None:
    first = next((e for role, e in page.roles if role is Role.HEADING and e.name == "h1" and e.end > e.start), None)
    heading = " ".join(page.text[first.start : first.end].split()) if first else None
    whole = " ".join(html.unescape(page.titles[0]).split()) if page.titles else ""
    shared = metas.get("og:title") or metas.get("twitter:title") or metas.get("dc.title") or metas.get("citation_title")
    if shared:
        shared = " ".join(shared.split())
        return heading if heading and len(heading) > 10 and shared.startswith(heading) else shared
    if heading and (len(heading) > 15 or not whole):
        return heading[:500]
    return _without_site(whole) or heading


def _without_site(title: str) -> str | None:
    """A <title> without the site's name, which stands after (or before) a separator and is the shorter part."""
    parts = [part for part in _SITE_SEPARATOR.split(title) if part.strip()]
    if len(parts) > 1:
        kept = max(parts, key=len)
        return kept.strip()[:500] if len(kept) * 2 > len(title) else title[:500]
    return title[:500] or None


def _date(page: Page, metas: dict[str, str]) -> PartialDate | None:
    for name in _DATE_METAS:
        if name in metas and (day := _read_date(metas[name])):
            return day
    for text in page.data:
        if day := _date_in_data(text):
            return day
    times = [tag for tag in page.head if tag.name == "time" and tag.attributes.get("datetime")]
    published = [
        tag
        for tag in times
        if "pubdate" in tag.attributes or tag.attributes.get("itemprop", "").lower() == "datepublished"
    ]
    days = {day for tag in published or times if (day := _read_date(tag.attributes["datetime"]))}
    return days.pop() if len(days) == 1 else None  # several: some are those of teasers


def _read_date(text: str) -> PartialDate | None:
    """A machine-readable date ("2024-01-26T08:00:00Z", "20240126", "2024/01/26"), else one in words."""
    match = _ISO_DAY.match(text)
    if match:
        try:
            return PartialDate(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    return parse_date(text)


def _date_in_data(text: str) -> PartialDate | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    for value in _values(data, "datePublished"):
        if isinstance(value, str) and (day := _read_date(value)):
            return day
    return None


def _values(data: object, key: str) -> Iterator[object]:
    """All values of `key` in nested data, outermost first."""
    level = [data]
    seen = 0
    while level and seen < 10_000:
        below: list[object] = []
        for item in level:
            seen += 1
            if isinstance(item, dict):
                if key in item:
                    yield item[key]
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        level = below


def _language(page: Page, metas: dict[str, str]) -> str | None:
    declared = next(
        (tag.attributes.get("lang") or tag.attributes.get("xml:lang") for tag in page.head if tag.name == "html"), None
    )
    return declared_language(declared or metas.get("og:locale") or metas.get("dc.language"))
