"""Reads the URLs of web archives: what was archived, and when.

In: a URL. Out: the archive's host, the 14-digit time and the inner URL, where the URL shows them. Pure.
Memento archives write `…/{time}{modifier}/{inner URL}`; the shape is the rule, for the named hosts it may be looser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from verifier.web.target import in_punycode

WAYBACK_HOSTS = frozenset(
    {"web.archive.org", "archive.org", "www.archive.org", "wayback.archive.org", "www.web.archive.org"}
)

ARCHIVE_TODAY_HOSTS = frozenset(
    f"{prefix}archive.{suffix}" for suffix in ("today", "ph", "is", "li", "vn", "fo", "md") for prefix in ("", "www.")
)
"""One service under many names. It altered captures in 2026, so its copies prove nothing here."""

_OTHER_HOSTS = frozenset(
    {
        "arquivo.pt",
        "wayback.archive-it.org",
        "webarchive.nationalarchives.gov.uk",
        "webarchive.org.uk",
        "www.webarchive.org.uk",
        "webarchive.loc.gov",
        "webarchive.nla.gov.au",
        "webarchive.parliament.uk",
        "vefsafn.is",
        "wayback.vefsafn.is",
        "swap.stanford.edu",
        "webharvest.gov",
        "www.webharvest.gov",
        "perma-archives.org",
    }
)

_BY_CODE = re.compile(
    r"perma\.cc/(?:[A-Z0-9]{2,4}-){1,3}[A-Z0-9]{2,4}|ghostarchive\.org/archive/\w{4,12}|"
    r"(?:www\.)?webcitation\.org/\w{8,10}",
    re.IGNORECASE,
)
"""Archives whose copies go by codes, which do not show what was archived."""

_FLAGS = re.DOTALL | re.IGNORECASE
_ANY_HOST = re.compile(r"/(?P<time>\d{14})(?:[a-z]{2,4}_)?/(?P<inner>https?:/{1,2}[^/].*)", _FLAGS)
_KNOWN_HOST = re.compile(
    r"/(?:(?P<time>\d{4,14})(?:[a-z]{2,4}_)*|\*|\d{0,14}\*)/(?P<inner>(?:https?:/{1,2})?[^/.]+\.[^/].*)", _FLAGS
)
_UNDATED = re.compile(r"/(?P<inner>https?:/{1,2}[^/].*)", _FLAGS)
_IN_ESCAPES = re.compile(r"(?i)((?:/[\w*-]{1,30}){1,4}/)https?%3a(?:%2f){1,2}")
"""An inner URL that was put into escapes whole, as forms and scripts do."""
_ONE_SLASH = re.compile(r"(?i)(https?):/+")


@dataclass(frozen=True, slots=True)
class ArchivedUrl:
    """A URL that leads into an archive. `timestamp` is 4 to 14 digits, None where the URL names no time.

    `inner` is None where the URL does not show what was archived. `playback` is the address before time and inner URL.
    """

    host: str
    inner: str | None
    timestamp: str | None = None
    playback: str = ""

    @property
    def is_wayback(self) -> bool:
        """Whether it leads into the Wayback Machine."""
        return self.host in WAYBACK_HOSTS

    @property
    def is_known(self) -> bool:
        """Whether its host is known as an archive, rather than taken for one by the shape of the URL."""
        return self.host in _OTHER_HOSTS or self.is_wayback

    @property
    def is_archive_today(self) -> bool:
        """Whether it leads to archive.today under one of its names."""
        return self.host in ARCHIVE_TODAY_HOSTS


def read_archived_url(url: str) -> ArchivedUrl | None:
    """What an archive's URL leads to, or None when `url` is not one."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if (escaped := _IN_ESCAPES.match(path)) is not None:
        path = escaped[1] + unquote(path[escaped.end(1) :])
    if host in WAYBACK_HOSTS:
        read = _read_path(path, len("/web")) if path.startswith("/web/") else None
    elif host in ARCHIVE_TODAY_HOSTS:
        read = _read_path(path) or (_Place(None, None, 0) if len(path) > 1 else None)
    elif host in _OTHER_HOSTS:
        read = _read_path(path)
    elif _BY_CODE.fullmatch(f"{host}{parts.path.rstrip('/')}"):
        read = _Place(None, None, 0)
    else:
        exact = _ANY_HOST.search(path)
        read = _Place(_whole(exact["inner"]), exact["time"], exact.start()) if exact else None
    if read is None:
        return None
    return ArchivedUrl(host, read.inner, read.timestamp, f"{parts.scheme}://{parts.netloc}{path[: read.at]}")


def split_memento(path: str) -> tuple[str, str] | None:
    """The 14 digits and the inner URL in the part of a capture's address after the playback's, or None."""
    read = _read_path(path, 0)
    if read is None or read.inner is None or read.timestamp is None or len(read.timestamp) != 14:
        return None
    return read.timestamp, read.inner


def askable(url: str) -> str:
    """`url` as it is put into a request to an archive: without fragment, in ASCII, with nothing that ends it early."""
    bare = _in_ascii(url.strip().partition("#")[0])
    # A star would make the index search by prefix; everything else in ASCII is left as its author wrote it.
    return quote(bare, safe="!$%&'()+,-./:;=?@[]_~", errors="replace").replace("*", "%2A")


def canonical(url: str) -> str:
    """`url` as archives compare it: without scheme, www, default port, fragment and closing slash; for keys only."""
    bare = _in_ascii(url.strip().partition("#")[0])
    rest = bare.partition("://")[2] or bare
    host, slash, path = rest.partition("/")
    if "?" in host:
        host, slash, path = host.partition("?")
    host = re.sub(r"^www\d{0,3}\.", "", host.lower())
    host = re.sub(r":(?:80|443)$", "", host)
    return f"{host}{slash}{path}".rstrip("/?")


def _in_ascii(url: str) -> str:
    """`url` with an international host name in the form in which archives list it (`xn--…`)."""
    if url.isascii():
        return url
    try:
        host = urlsplit(url).hostname or ""
        return url if host.isascii() else in_punycode(url)
    except ValueError:
        return url


@dataclass(frozen=True, slots=True)
class _Place:
    inner: str | None
    timestamp: str | None
    at: int


def _read_path(path: str, at: int | None = None) -> _Place | None:
    """The first place in `path` that has the shape of a capture, or the one that begins at `at`."""
    dated = _KNOWN_HOST.search(path) if at is None else _KNOWN_HOST.match(path, at)
    undated = _UNDATED.search(path) if at is None else _UNDATED.match(path, at)
    if dated and (undated is None or dated.start() <= undated.start()):
        return _Place(_whole(dated["inner"]), dated["time"], dated.start())
    return _Place(_whole(undated["inner"]), None, undated.start()) if undated else None


def _whole(inner: str) -> str:
    """The inner URL with its scheme: archives accept one slash after it, and none of it at all."""
    if _ONE_SLASH.match(inner):
        return _ONE_SLASH.sub(lambda scheme: f"{scheme[1]}://", inner, count=1)
    return f"http://{inner}"
