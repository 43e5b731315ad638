"""Whether an archived response holds a page, by cheap signs: its status, its size, its title. Pure.

In: the response as the archive replayed it. Out: None or what is wrong with it, its title, and its page when wanted.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from html import unescape

from verifier.model.evidence import Page
from verifier.web.exchange import Response

GOOD_STATUSES = frozenset({200, 203, 206})

_ERROR_TITLE = re.compile(
    r"\b404\b|\bnot found\b|\bpage (?:was |is )?(?:removed|missing|unavailable|no longer)"
    r"|\bno longer (?:available|exists?)\b|nicht gefunden|introuvable|no encontrad[ao]|не найден|見つかりません|未找到"
    r"|\b(?:server|application) error\b"
    r"|\bservice unavailable\b|\bbad gateway\b|\bforbidden\b",
    re.IGNORECASE,
)
_WALL_TITLE = re.compile(
    r"^(?:just a moment|attention required|access denied|are you a robot|security check|verify you are human"
    r"|checking your browser|(?:log|sign) ?in\b|please (?:log|sign) in)",
    re.IGNORECASE,
)
_LONGEST_ERROR_TITLE = 80
"""Characters. An article about missing pages has a longer title than an error page, and more text besides."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`why_bad` is None when nothing speaks against the capture."""

    why_bad: str | None
    title: str | None = None
    page: Page | None = None


def judge_capture(response: Response, wanted: str, *, want_page: bool) -> Judged:
    """Judge one archived response to `wanted`."""
    status = response.status_code
    if status not in GOOD_STATUSES:
        return Judged(f"it is of an error (HTTP {status})" if status >= 400 else f"it holds no page (HTTP {status})")
    body = unpacked(response.body)
    if not body.strip():
        return Judged("it is empty")
    if not is_html(response):
        return Judged(None)
    title = read_title(body)
    if title and len(title) <= _LONGEST_ERROR_TITLE:
        if _WALL_TITLE.search(title):
            return Judged(f"it is of a barrier, not of the page (title: {title})", title)
        if _ERROR_TITLE.search(title):
            return Judged(f"it is of an error page (title: {title})", title)
    return Judged(None, title)


def is_html(response: Response) -> bool:
    """Whether the archived page was HTML; the archive repeats the original's type under a name of its own."""
    kind = response.headers.get("X-Archive-Orig-Content-Type") or response.headers.get("Content-Type")
    kind = kind.partition(";")[0].strip().lower()
    return kind in ("text/html", "application/xhtml+xml") or (not kind and b"<html" in response.body[:2_000].lower())


def unpacked(body: bytes) -> bytes:
    """`body` without gzip: raw replay may pass it on packed while its headers say otherwise. Cut at four megabytes."""
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        return zlib.decompressobj(47).decompress(body, 4_000_000)
    except zlib.error:
        return body


def read_title(body: bytes) -> str | None:
    """The title of an HTML page, by plain search: linear whatever the page holds."""
    start = body[:65_536].lower()
    opened = start.find(b"<title")
    inside = start.find(b">", opened) + 1 if opened != -1 else 0
    closed = start.find(b"</title", inside) if inside else -1
    if closed == -1:
        return None
    title = " ".join(unescape(body[inside:closed].decode("utf-8", "replace")).split())
    return title[:500] or None
