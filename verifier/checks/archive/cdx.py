"""The Wayback Machine's index (CDX): the URL of a query, and the rows of its answer. Pure.

In: a URL, a time, which statuses. Out: the query's URL; from an answer's body, `Listing`, or None when it is not one.
waybackpy builds the query and holds a row; its network half is never used. It reads neither JSON nor damaged rows,
so rows are mended here before it sees them, and it is imported only when a query is made (it loads `requests`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from verifier.checks.archive.urls import askable

if TYPE_CHECKING:
    from waybackpy.cdx_api import WaybackMachineCDXServerAPI

FIELDS = ("timestamp", "original", "mimetype", "statuscode", "digest")

GOOD_STATUSES = "statuscode:(200|203|206|-)"
"""Captures that can hold a page. `-` is a revisit: the same bytes as an earlier capture, its status not in the row."""

EMPTY_DIGEST = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"
"""The digest of no bytes at all, as redirects have them: equal ones say nothing about a page."""

NEAREST = 10
"""Captures around a date that are asked for."""
MOST_ROWS = 300
"""Those that are asked for where the nearest are no use."""
_MOST_ADDRESSES = 60  # that begin alike, and are asked for
_MAX_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Capture:
    """One row of the index. `status_code` is None where the row gives none (revisits)."""

    timestamp: str
    original: str
    status_code: int | None = None
    digest: str = ""
    mimetype: str = ""

    @property
    def may_be_good(self) -> bool:
        """Whether the row leaves it possible that the capture holds a page."""
        return self.status_code is None or self.status_code in (200, 203, 206)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the index answered: its rows in its order, without repetitions and those that could not be read.

    `more`: it gave as many rows as were asked for, so that there may be others.
    """

    captures: tuple[Capture, ...] = ()
    more: bool = False


def query_url(index: str, url: str, closest: str, *, good_only: bool = True, most: int = NEAREST) -> str:
    """The query to the index at `index` for the captures of `url` nearest to `closest` (14 digits), nearest first."""
    from waybackpy.cdx_api import WaybackMachineCDXServerAPI

    filters = [GOOD_STATUSES] if good_only else []
    query = WaybackMachineCDXServerAPI(askable(url), closest=closest, sort="closest", filters=filters, gzip="true")
    return _address(index, query, most)


def prefix_url(index: str, stump: str) -> str:
    """The query for the addresses that begin with `stump` and were captured well, each once."""
    from waybackpy.cdx_api import WaybackMachineCDXServerAPI

    query = WaybackMachineCDXServerAPI(
        askable(stump), match_type="prefix", filters=[GOOD_STATUSES], collapses=["urlkey"], gzip="true"
    )
    return _address(index, query, _MOST_ADDRESSES)


def _address(index: str, query: WaybackMachineCDXServerAPI, limit: int) -> str:
    """The address that asks `query` for rows in JSON."""
    from waybackpy.cdx_utils import full_url

    payload: dict[str, str] = {}
    query.add_payload(payload)
    payload |= {"fl": ",".join(FIELDS), "output": "json", "limit": str(limit)}
    return str(full_url(index, payload))


def read_listing(body: bytes, asked: int = _MAX_ROWS) -> Listing | None:
    """The rows in a CDX answer in JSON or as plain lines, or None when `body` is something else.

    An empty body, `[]` and a header alone all mean: no captures. `asked` is how many rows were asked for.
    """
    text = body.decode("utf-8", "replace").strip()
    if not text:
        return Listing()
    rows = _json_rows(text) if text.startswith("[") else _text_rows(text)
    if rows is None:
        return None
    captures = tuple(dict.fromkeys(capture for row in rows[:_MAX_ROWS] if (capture := _capture(row)) is not None))
    if rows and not captures:
        return None  # a table of which nothing can be read is not an index that knows nothing
    return Listing(captures, len(rows) >= asked)


def mend_timestamp(text: str) -> str | None:
    """14 digits that are a date, or None. Some rows carry an extra "00" for a month or a day; it is dropped."""
    if not (text.isascii() and text.isdigit()):
        return None
    candidates = [text]
    if len(text) == 14:
        candidates += [text[:at] + text[at + 2 :] + "00" for at in (4, 6) if text[at : at + 2] == "00"]
    for candidate in candidates:
        try:
            datetime.strptime(candidate, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
        if len(candidate) == 14:
            return candidate
    return None


def _json_rows(text: str) -> list[dict[str, str]] | None:
    try:
        table = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
        return None
    if not table:
        return []
    header = [str(name) for name in table[0]]
    if "timestamp" not in header or "original" not in header:
        return None
    rows = [dict(zip(header, map(_word, row), strict=False)) for row in table[1:] if len(row) > 1]
    return rows if rows or not any(table[1:]) else None


def _text_rows(text: str) -> list[dict[str, str]] | None:
    lines = text.splitlines()
    rows = list(_split_lines(lines))
    return rows if len(rows) == len(lines) else None


def _split_lines(lines: list[str]) -> Iterator[dict[str, str]]:
    """Lines with our five fields; spaces inside `original` are taken up from both ends."""
    for line in lines:
        first, _, rest = line.partition(" ")
        last = rest.rsplit(" ", 3)
        if re.fullmatch(r"[0-9]{14}", first) and len(last) == 4:
            yield dict(zip(FIELDS, (first, *last), strict=True))


def _word(value: object) -> str:
    return value if isinstance(value, str) else ("-" if value is None else str(value))


def _capture(row: dict[str, str]) -> Capture | None:
    from waybackpy.cdx_snapshot import CDXSnapshot

    timestamp = mend_timestamp(row.get("timestamp", ""))
    if timestamp is None or not row.get("original"):
        return None
    defaults = {"urlkey": "", "mimetype": "unk", "statuscode": "-", "digest": "-", "length": "-"}
    snapshot = CDXSnapshot({**defaults, **row, "timestamp": timestamp})
    status = snapshot.statuscode
    return Capture(
        timestamp=snapshot.timestamp,
        original=snapshot.original,
        # "0" is how some rows write that they do not know.
        status_code=int(status) if re.fullmatch(r"[1-9][0-9]{2}", status) else None,
        digest="" if snapshot.digest in ("-", EMPTY_DIGEST) else snapshot.digest,
        mimetype=snapshot.mimetype,
    )
