"""What an answer of the Wayback Machine's playback means, before any judgement of the page in it. Pure.

In: one HTTP response. Out: a capture (`Memento`), a pointer to one (`Elsewhere`), or what the archive says instead.
The rule that everything hangs on: with a `Memento-Datetime` header the response is an archived one, and its status is
the archived status; without it the archive itself is speaking (RFC 7089, and how web.archive.org keeps to it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from urllib.parse import urljoin, urlsplit

from verifier.checks.archive.urls import split_memento
from verifier.web.exchange import Response

_EXCLUDED_HTML = b"has been excluded from the Wayback Machine"
_BLOCKED = re.compile(rb"(?:AdministrativeAccessControl|RobotAccessControl)Exception")
_MAX_LINK_HEADER = 20_000


@dataclass(frozen=True, slots=True)
class Memento:
    """An archived response. `location` is where the archived page redirected to, as a path in this archive or a URL.

    `neighbours` are the 14-digit times of other captures that the archive names with it.
    """

    timestamp: str
    url: str
    response: Response
    location: str | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The archive sends us on to another of its own addresses: the nearest capture."""

    url: str


@dataclass(frozen=True, slots=True)
class NeverArchived:
    """The archive says that it has no capture."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """The archive says that it does not show this URL; `why` in plain words."""

    why: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """An answer that says nothing about captures."""

    why: str


Played = Memento | Elsewhere | NeverArchived | Excluded | Unusable


def read_playback(playback: str, response: Response) -> Played:
    """Tell what one response means. `playback` is the address before times and inner URLs, without a slash."""
    if "Memento-Datetime" in response.headers:
        return _memento(playback, response) or Unusable("it answered with a capture whose time cannot be read")
    if (excluded := read_exclusion(response)) is not None:
        return excluded
    location = response.headers.get("Location")
    if 300 <= response.status_code < 400 and location:
        target = _join(response.url, location)
        if target is not None and within(playback, target):
            return Elsewhere(target)
        return Unusable("it redirects out of the archive")
    if response.status_code == 404:
        return NeverArchived()
    return Unusable(f"it answered HTTP {response.status_code} without saying whether it holds a copy")


def read_exclusion(response: Response) -> Excluded | None:
    """Whether an answer of playback or index says that the URL is excluded. The status is no guide: it has been 200."""
    error = response.headers.get("X-Archive-Wayback-Runtime-Error").encode("utf-8", "replace")
    start = response.body[:20_000]
    blocked = _BLOCKED.search(error) or (_BLOCKED.search(start) if len(response.body) < 2_000 else None)
    if blocked:
        robots = blocked[0].startswith(b"Robot")
        return Excluded("by the site's robots.txt" if robots else "on request or by the archive's administration")
    return Excluded("by the archive") if _EXCLUDED_HTML in start else None


def within(playback: str, url: str) -> bool:
    """Whether `url` is an address of that playback; http and https count as the same."""
    try:
        ours, theirs = urlsplit(playback), urlsplit(url)
        same_host = (ours.hostname, _port(ours.port)) == (theirs.hostname, _port(theirs.port))
    except ValueError:
        return False
    return same_host and theirs.path.startswith(f"{ours.path}/")


def path_in(playback: str, url: str) -> str:
    """The part of a playback address after `playback`: time and inner URL."""
    after_host = url.partition("://")[2].partition("/")[2]
    return f"/{after_host}".removeprefix(urlsplit(playback).path)


def memento_time(header: str) -> str | None:
    """14 digits from a `Memento-Datetime` or Link `datetime` value, or None."""
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC).strftime("%Y%m%d%H%M%S").zfill(14)
    except (ValueError, OverflowError):
        return None


def linked_mementos(link: str, *, most: int = _MAX_LINK_HEADER) -> tuple[str, ...]:
    """The times of the captures that a Link header or a TimeMap names, in order, read up to `most` characters."""
    times = []
    for parameters in _link_parameters(link[:most]):
        if "memento" in parameters.get("rel", "").lower().split():
            moment = memento_time(parameters.get("datetime", ""))
            if moment is not None:
                times.append(moment)
    return tuple(sorted(set(times)))


def linked_maps(timemap: str, *, most: int) -> tuple[str, ...]:
    """The addresses of the TimeMaps that a TimeMap names beside itself: its further pages, as RFC 7089 has them."""
    links = _link_parameters(timemap[:most])
    return tuple(
        parameters["<>"]
        for parameters in links
        if "timemap" in parameters.get("rel", "").lower().split()
        and parameters.get("type", "application/link-format").lower() == "application/link-format"
    )


def _memento(playback: str, response: Response) -> Memento | None:
    place = split_memento(path_in(playback, response.url))
    timestamp = memento_time(response.headers.get("Memento-Datetime")) or (place[0] if place else None)
    if timestamp is None:
        return None
    location = response.headers.get("Location")
    return Memento(
        timestamp=timestamp,
        url=place[1] if place else "",
        response=response,
        location=_join(response.url, location) if location else None,
        neighbours=linked_mementos(", ".join(response.headers.all("Link"))),
    )


def _join(url: str, location: str) -> str | None:
    try:
        return urljoin(url, location.strip())
    except ValueError:
        return None


def _port(port: int | None) -> int | None:
    return None if port in (80, 443) else port


def _link_parameters(link: str) -> Iterator[dict[str, str]]:
    """The parameters of each link in a Link header, and its target as `<>`. Commas inside of those do not separate."""
    at = 0
    while (opened := link.find("<", at)) != -1 and (closed := link.find(">", opened)) != -1:
        at = closed + 1
        parameters = {"<>": link[opened + 1 : closed]}
        for found in _PARAMETER.finditer(link, at, _end_of_link(link, at)):
            parameters.setdefault(found[1].lower(), found[2] if found[2] is not None else found[3])
        yield parameters


_PARAMETER = re.compile(r';\s*([A-Za-z*]{1,20})\s*=\s*(?:"([^"]{0,200})"|([^\s";,]{1,200}))')


def _end_of_link(link: str, at: int) -> int:
    """Where the next link's `<` begins: quoted values of Link headers hold none in practice."""
    following = link.find("<", at)
    return len(link) if following == -1 else following
