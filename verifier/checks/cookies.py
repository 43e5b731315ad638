"""The cookies of one chain of redirects: kept from hop to hop as a browser keeps them, and forgotten after it.

A jar belongs to one check, so nothing that one cited page sets is ever sent for another. RFC 6265, sections 5.1 to 5.4,
without lifetimes other than "delete".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from verifier.web.addresses import literal_address
from verifier.web.domains import registrable_domain

_MOST = 50  # cookies in one chain
_LONGEST = 4096  # characters of one cookie


@dataclass(frozen=True, slots=True)
class _Cookie:
    value: str
    host_only: bool
    secure: bool


class Jar:
    """Cookies by name, domain and path."""

    def __init__(self) -> None:
        self._cookies: dict[tuple[str, str, str], _Cookie] = {}

    def store(self, url: str, headers: Iterable[str]) -> None:
        """Take in the Set-Cookie headers of the answer from `url`; what breaks the rules is left out."""
        for header in headers:
            self._store_one(urlsplit(url), header[:_LONGEST])

    def header(self, url: str) -> str:
        """The Cookie header for a request to `url`, "" when there is nothing to send."""
        parts = urlsplit(url)
        host = _host(parts)
        path = parts.path or "/"
        fitting = [
            (name, place, cookie.value)
            for (name, domain, place), cookie in self._cookies.items()
            if _fits_host(host, domain, host_only=cookie.host_only)
            and _fits_path(path, place)
            and (not cookie.secure or parts.scheme == "https")
        ]
        fitting.sort(key=lambda one: -len(one[1]))
        return "; ".join(f"{name}={value}" for name, _, value in fitting)

    def _store_one(self, parts: SplitResult, header: str) -> None:
        pair, *attributes = header.split(";")
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not equals or not name or any(ord(char) < 33 or ord(char) == 127 for char in name + value.replace(" ", "")):
            return
        given = {}
        for attribute in attributes:
            word, _, setting = attribute.partition("=")
            given[word.strip().lower()] = setting.strip()
        host = _host(parts)
        domain = given.get("domain", "").lstrip(".").lower()
        if domain and domain != host and not _may_set(host, domain):
            return
        path = given.get("path", "")
        key = (name, domain or host, path if path.startswith("/") else _default_path(parts.path))
        if given.get("max-age", "1").startswith(("0", "-")) or "1970" in given.get("expires", ""):
            self._cookies.pop(key, None)
        elif len(self._cookies) < _MOST or key in self._cookies:
            self._cookies[key] = _Cookie(value, host_only=not domain, secure="secure" in given)


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".")


def _may_set(host: str, domain: str) -> bool:
    """Whether `host` may set a cookie for `domain`: its own parent, but nothing above what one owner registered."""
    if literal_address(host) is not None or not host.endswith(f".{domain}"):
        return False
    owner = registrable_domain(host)
    return domain == owner or domain.endswith(f".{owner}")


def _fits_host(host: str, domain: str, *, host_only: bool) -> bool:
    return host == domain or (not host_only and host.endswith(f".{domain}"))


def _fits_path(path: str, place: str) -> bool:
    return path == place or (path.startswith(place) and (place.endswith("/") or path[len(place)] == "/"))


def _default_path(path: str) -> str:
    return path[: path.rfind("/")] or "/" if path.startswith("/") else "/"
