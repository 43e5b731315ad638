"""Whether an archived response holds a page: the same signs that a live answer is judged by, on the archived one. Pure.

In: the response as the archive replayed it, and the addresses that led to it. Out: what is wrong with it, or None; its
title; its words when they are wanted.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.checks.follow import read_answer
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.error_pages import error_signs
from verifier.checks.signs.gates import access_gate
from verifier.checks.signs.parking import parking_signs
from verifier.checks.signs.walls import bot_wall
from verifier.model.evidence import Page
from verifier.model.patterns import compile_late
from verifier.web.body import unbrotli
from verifier.web.exchange import Headers, Response

GOOD_STATUSES = frozenset({200, 203, 206})

_ORIGINAL = "x-archive-orig-"
_MOST_UNPACKED = 4_000_000
_A_BEGINNING = 512
_NO_TEXT = bytes({*range(1, 9), *range(14, 27), *range(28, 32)})
"""Control characters that no text has in any encoding but those of two bytes, which begin with a mark."""
_STRAY = 0.02  # share of them that stands in texts by mistake; in what is packed they are one byte in ten
_WORD = compile_late(r"[\u3040-\u9fff]|[^\W_]{4,}|\d+")
"""What tells titles apart: not the, of, and."""
_MARKS_OF_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


@dataclass(frozen=True, slots=True)
class Judged:
    """`why_bad` is None when nothing speaks against the capture; `named`: it bears the cited title, or nearly so."""

    why_bad: str | None
    title: str | None = None
    page: Page | None = None
    named: bool = False


def judge_capture(replayed: Response, chain: Sequence[str], *, want_page: bool, cited: str = "") -> Judged:
    """Judge one archived response. `chain` holds the page's own addresses: the one wanted first, the one read last.

    `cited` is the title under which the page is cited.
    """
    response = as_captured(replayed)
    status = response.status_code
    if status not in GOOD_STATUSES:
        return Judged(f"it is of an error (HTTP {status})" if status >= 400 else f"it holds no page (HTTP {status})")
    if not response.body.strip() and not _in_unknown_coding(replayed):
        return Judged("it is empty")
    if _is_packed(response) or not response.body:
        return Judged(None)  # nobody here can read it: nothing is said of its words
    read = read_answer(response)
    why_bad = _barrier(response, chain, read)
    if read is None:
        return Judged(why_bad)
    page = read.page if want_page and why_bad is None else None
    return Judged(why_bad, name_of(read.page, cited), page, is_named(read.page, cited))


def name_of(page: Page, cited: str) -> str | None:
    """The one of a page's names that shares most words with the cited title, first of all what it calls its title.

    A PDF's title that shares none may be the name of a file, and is none.
    """
    sought = set(_WORD.findall(cited.casefold()))

    def shared(name: str) -> int:
        return len(sought.intersection(_WORD.findall(name.casefold())))

    if not page.names_itself:
        return page.title if page.title and (not sought or shared(page.title)) else None
    return max((name for name in (page.title, *page.headings) if name), key=shared, default=None)


def is_named(page: Page, cited: str) -> bool:
    """Whether one of a page's names is the cited title, or has most of its words, and more than one of them."""
    names = [name.casefold().strip() for name in (page.title, *page.headings) if name]
    if cited and cited.casefold().strip() in names:
        return True
    sought = set(_WORD.findall(cited.casefold()))
    most = max((len(sought.intersection(_WORD.findall(name))) for name in names), default=0)
    return most > 1 and most * 3 >= len(sought) * 2


def as_captured(replayed: Response) -> Response:
    """The response as its server sent it: its own headers, which the archive keeps under other names, and unpacked."""
    original = {name.lower(): (name[len(_ORIGINAL) :], value) for name, value in _own(replayed.headers)}
    kept = tuple(original.values())
    if "Content-Type" not in Headers(kept):
        kept += (("Content-Type", replayed.headers.get("Content-Type")),)
    body, whole = _unpacked(replayed.body)
    return replace(replayed, headers=Headers(kept), body=body, complete=replayed.complete and whole)


def _own(headers: Headers) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers.pairs if name.lower().startswith(_ORIGINAL)]


def _in_unknown_coding(replayed: Response) -> bool:
    """Whether the archive sent the body in a coding that was not asked for, so that nothing of it was read."""
    coding = replayed.headers.get("Content-Encoding").strip().lower()
    return not replayed.complete and coding not in ("", "identity", "gzip", "x-gzip", "deflate")


def _is_packed(response: Response) -> bool:
    """Whether what calls itself a web page is no text: it is packed in a way that its headers deny, or nobody knows."""
    return "html" in response.headers.get("Content-Type").lower() and _is_no_text(response.body)


def _is_no_text(body: bytes) -> bool:
    begins = body[:_A_BEGINNING]
    stray = len(begins) - len(begins.translate(None, _NO_TEXT))
    return stray > len(begins) * _STRAY and not begins.startswith(_MARKS_OF_TEXT)


def _unpacked(body: bytes) -> tuple[bytes, bool]:
    """`body` without gzip or brotli, and whether it is whole: raw replay may pass it on packed, its headers denying it.

    Nothing in its first bytes tells brotli: it is tried on what is no text. Without its library it stays packed.
    """
    if body[:2] != b"\x1f\x8b":
        if body.startswith(b"%PDF") or not _is_no_text(body):
            return body, True
        return unbrotli(body, _MOST_UNPACKED) or (body, True)
    unpacker = zlib.decompressobj(47)
    try:
        return unpacker.decompress(body, _MOST_UNPACKED), unpacker.eof
    except zlib.error:
        return body, False


def _barrier(response: Response, chain: Sequence[str], read: ReadPage | None) -> str | None:
    """What was captured in place of the page, in words that follow "capture is no use:"."""
    wall = bot_wall(response, read) or access_gate(chain, response.status_code, read)
    if wall is not None:
        return wall
    parked = parking_signs(chain, read)
    if parked.convict:
        return f"the domain was parked then ({'; '.join(parked.words)})"
    error = error_signs(chain, read) if read is not None else None
    if error is not None and error.convicts:
        return f"it is of an error page ({'; '.join(error.words)})"
    return None
