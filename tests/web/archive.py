"""The simulated Wayback Machine: playback and index as `archive-protocol` describes them, with faults at will.

In: captures as plain data (`Captured`), faults (`tests.web.archive_faults.Fault`), and one request at a time. Out:
status, headers and body, as plain values; who serves them on a socket is not its business. It shares no code with the
program: it must not share its mistakes either. Three answers need a server's help, because HTTP cannot say them: status
0 with the header `X-Simulated` (`reset`, `refuse` or `silent`): the connection breaks, is never made, or stays mute;
`X-Simulated-Delay`: the seconds to wait before an answer; `X-Simulated-Cut`: the body breaks off at its end.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, urljoin, urlsplit

from tests.web.archive_faults import NOT_ARCHIVED, Answer, Fault, faulty_answer, html
from tests.web.archive_save import SavePageNow

Pool = Literal["index", "playback"]
FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
_PLAYBACK = re.compile(r"/(?:(?P<time>\d{1,14})(?P<mod>(?:[a-z]{2}_)?)/)?(?P<url>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Captured:
    """One capture. Without `body`, one is written from `title` and `text`.

    `revisit`: the index gives `warc/revisit` and `-` for it. `listed_as`: the timestamp as the index has it, where that
    is dirty. `location`: the target of a redirect, as the page gave it. `only`: the one service that knows of it.
    """

    url: str
    timestamp: str
    status: int = 200
    mimetype: str = "text/html"
    title: str = "A page that was kept"
    text: str = "What the page said on the day when it was captured."
    body: bytes | None = None
    digest: str | None = None
    revisit: bool = False
    location: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    listed_as: str | None = None
    only: Pool | None = None

    @property
    def content(self) -> bytes:
        """The body as captured."""
        if self.body is not None:
            return self.body
        return b"" if self.location else html(self.title, f"<h1>{self.title}</h1><p>{self.text}</p>")

    @property
    def sha1(self) -> str:
        """The digest of the index: SHA-1 of the body in base 32."""
        return self.digest or base64.b32encode(hashlib.sha1(self.content).digest()).decode()

    @property
    def moment(self) -> datetime:
        """When it was captured."""
        return datetime.strptime(self.timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


class Asked(NamedTuple):
    """One line of the log: the clock's reading, the pool, the URL asked about, and the request itself."""

    at: float
    pool: Pool
    url: str
    target: str


class SimulatedArchive:
    """Answers requests to web.archive.org, or to another archive at `base` whose playback is at `place`.

    `empty` is what the index says in JSON when it knows nothing; without `links` captures name no neighbours.
    """

    def __init__(
        self,
        captures: Iterable[Captured] = (),
        faults: Iterable[Fault] = (),
        *,
        base: str = "https://web.archive.org",
        empty: str = "[]",
        repeat_rows: bool = False,
        links: bool = True,
        place: str = "/web",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.captures = list(captures)
        self.faults = list(faults)
        self.log: list[Asked] = []
        self.base = base
        self._empty = empty
        self._repeat_rows = repeat_rows
        self._links = links
        self._place = place
        self.clock = clock
        self._saved: list[Captured] = []
        self.save = self._save_page_now()

    def reset(self) -> None:
        """Forget what was asked, and what was captured because of it."""
        self.log.clear()
        self.captures = [kept for kept in self.captures if kept not in self._saved]
        self._saved.clear()
        self.save = self._save_page_now()

    def _save_page_now(self) -> SavePageNow:
        return SavePageNow(
            capture=self._capture,
            captured=lambda url: [kept.timestamp for kept in self._known(url, "playback")],
            clock=lambda: self.clock(),  # noqa: PLW0108 -- another one may be set later
            now=lambda: datetime.now(UTC),
        )

    def _capture(self, url: str, moment: datetime) -> str:
        self._saved.append(Captured(url, moment.strftime("%Y%m%d%H%M%S")))
        self.captures.append(self._saved[-1])
        return self._saved[-1].timestamp

    def answer(
        self, path_and_query: str, headers: Mapping[str, str], *, method: str = "GET", body: bytes = b""
    ) -> Answer:
        """The answer to one request."""
        if path_and_query.startswith("/save"):
            return self.save.answer(method, path_and_query, headers, body)
        if path_and_query.startswith("/cdx/search/cdx"):
            query = parse_qsl(urlsplit(path_and_query).query, keep_blank_values=True)
            url = dict(query).get("url", "")
            return self._log("index", url, path_and_query) or self._index(query)
        asked = self._read(path_and_query)
        if asked is None:
            return Answer(404, [("Content-Type", "text/html")], html("Not found", "<p>No such service.</p>"))
        return self._log("playback", asked["url"], path_and_query) or self._playback(asked)

    def _read(self, target: str) -> re.Match[str] | None:
        return _PLAYBACK.fullmatch(target, len(self._place)) if target.startswith(f"{self._place}/") else None

    def requests(self, pool: Pool | None = None) -> list[Asked]:
        """The log, of one pool or of both."""
        return [asked for asked in self.log if pool is None or asked.pool == pool]

    def _log(self, pool: Pool, url: str, target: str) -> Answer | None:
        self.log.append(Asked(self.clock(), pool, url, target))
        for fault in self.faults:
            if fault.hits(pool, surt(url), surt(fault.url) if fault.url else None):
                return faulty_answer(fault, lambda: self._sound_answer(pool, target))
        return None

    def _sound_answer(self, pool: Pool, target: str) -> Answer:
        if pool == "index":
            return self._index(parse_qsl(urlsplit(target).query, keep_blank_values=True))
        asked = self._read(target)
        assert asked is not None
        return self._playback(asked)

    def _known(self, url: str, pool: Pool) -> list[Captured]:
        key = surt(url)
        known = [kept for kept in self.captures if kept.only in (None, pool) and surt(kept.url) == key]
        return sorted(known, key=lambda kept: kept.timestamp)

    # Playback

    def _playback(self, asked: re.Match[str]) -> Answer:
        known = self._known(asked["url"], "playback")
        if not known:
            return Answer(404, [("Content-Type", "text/html;charset=utf-8")], html("Wayback Machine", NOT_ARCHIVED))
        wanted = (asked["time"] or "").ljust(4, "9")
        exact = next((kept for kept in known if kept.timestamp == wanted), None)
        if exact is not None:
            return self._replay(exact, known, asked["mod"] or "")
        near = nearest(known, wanted)
        reason = ("X-Archive-Redirect-Reason", f"found capture at {near.timestamp}")
        location = f"{self.base}{self._place}/{near.timestamp}{asked['mod'] or ''}/{near.url}"
        return Answer(302, [reason, ("Location", location), ("Content-Type", "text/html")], b"")

    def _replay(self, kept: Captured, known: list[Captured], mod: str) -> Answer:
        headers = [
            ("Memento-Datetime", http_date(kept.moment)),
            ("X-Archive-Src", "SIM-20220101000000-00000.warc.gz"),
            ("X-Archive-Orig-Content-Type", kept.mimetype),
            ("Content-Type", kept.mimetype),
            *((f"X-Archive-Orig-{name}", value) for name, value in kept.headers),
        ]
        if self._links:
            headers.append(("Link", self._link_header(kept, known)))
        if kept.location is None:
            return Answer(kept.status, headers, kept.content)
        if mod != "id_":
            return Answer(200, headers, html("Internet Archive", "<p>Got an HTTP 302 response at crawl time</p>"))
        target = urljoin(kept.url, kept.location)
        headers.append(("Location", f"{self.base}{self._place}/{kept.timestamp}{mod}/{target}"))
        return Answer(kept.status, headers, kept.content)

    def _link_header(self, kept: Captured, known: list[Captured]) -> str:
        place = known.index(kept)
        named = {"first": known[0], "prev": known[place - 1] if place else None, "": kept,
                 "next": known[place + 1] if place + 1 < len(known) else None, "last": known[-1]}  # fmt: skip
        rels: dict[str, list[str]] = {}
        for rel, other in named.items():
            if other is not None:
                rels.setdefault(other.timestamp, []).append(rel)
        moments = {other.timestamp: other for other in known}
        links = [
            f'<{kept.url}>; rel="original"',
            f'<{self.base}{self._place}/timemap/link/{kept.url}>; rel="timemap"; type="application/link-format"',
            f'<{self.base}{self._place}/{kept.url}>; rel="timegate"',
        ]
        links += [
            f"<{self.base}{self._place}/{stamp}/{moments[stamp].url}>; "
            f'rel="{" ".join([*filter(None, names), "memento"])}"; '
            f'datetime="{http_date(moments[stamp].moment)}"'
            for stamp, names in sorted(rels.items())
        ]
        return ", ".join(links)

    # Index

    def _listed(self, asked: Mapping[str, str]) -> list[Captured]:
        if asked.get("matchType") != "prefix":
            return self._known(asked["url"], "index")
        key = surt(asked["url"])
        found = [kept for kept in self.captures if kept.only != "playback" and surt(kept.url).startswith(key)]
        return sorted(found, key=lambda kept: (surt(kept.url), kept.timestamp))

    def _index(self, query: list[tuple[str, str]]) -> Answer:
        asked = dict(query)
        if not asked.get("url"):
            return Answer(400, [("Content-Type", "text/plain")], b"url parameter is required")
        rows = [_row(kept) for kept in self._listed(asked)]
        for name, value in query:
            if name == "filter":
                field, _, pattern = value.partition(":")
                rows = [row for row in rows if re.fullmatch(pattern, row[field])]
        if asked.get("sort") == "closest" and asked.get("closest"):
            wanted = _seconds(asked["closest"])
            rows.sort(key=lambda row: abs(_seconds(row["true"]) - wanted))
        if asked.get("collapse") == "urlkey":
            rows = list({row["urlkey"]: row for row in reversed(rows)}.values())[::-1]
        rows = [row for row in rows for _ in range(2 if self._repeat_rows else 1)][: int(asked.get("limit", "1000"))]
        names = [name for name in asked.get("fl", ",".join(FIELDS)).split(",") if name in FIELDS]
        table = [[row[name] for name in names] for row in rows]
        plain = [("Content-Type", "text/plain;charset=UTF-8")]
        if asked.get("output") != "json":
            return Answer(200, plain, "".join(" ".join(row) + "\n" for row in table).encode())
        text = json.dumps([names, *table]) if table else self._empty.replace("header", json.dumps(names))
        return Answer(200, [("Content-Type", "application/json")], text.encode())


@lru_cache(maxsize=4096)
def surt(url: str) -> str:
    """The key under which the index files a URL: no scheme, no www, lower case, no default port, no last slash."""
    bare = re.sub(r"^https?:/*", "", url.partition("#")[0].strip().lower())
    host, slash, path = bare.partition("/")
    host = re.sub(r"^www\d*\.", "", host).removesuffix(":80").removesuffix(":443")
    return (host + slash + path).rstrip("/")


def nearest(known: list[Captured], wanted: str) -> Captured:
    """The capture nearest in seconds; of two as near the later one, which is not what a citation wants."""
    if len(wanted) < 14:
        return known[-1]
    moment = _seconds(wanted)
    return min(known, key=lambda kept: (abs(_seconds(kept.timestamp) - moment), -_seconds(kept.timestamp)))


def http_date(moment: datetime) -> str:
    """RFC 1123, as in `Memento-Datetime`."""
    return format_datetime(moment, usegmt=True)


def _seconds(timestamp: str) -> float:
    return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp()


def _row(kept: Captured) -> dict[str, str]:
    return {
        "true": kept.timestamp,
        "urlkey": surt(kept.url),
        "timestamp": kept.listed_as or kept.timestamp,
        "original": kept.url,
        "mimetype": "warc/revisit" if kept.revisit else kept.mimetype,
        "statuscode": "-" if kept.revisit else str(kept.status),
        "digest": kept.sha1,
        "length": "-" if kept.revisit else str(len(kept.content)),
    }
