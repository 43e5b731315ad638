"""What a URL as given means to a client: cleaned as browsers do it, without credentials, or the reason against it."""

from __future__ import annotations

import re
import socket
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from verifier.web.exchange import FailureKind

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_HOST = re.compile(r"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*\.?\Z")
_DECODED = re.compile(r"[^\s#/:<>?@\[\\\]^|%\x00-\x1f\x7f]+")
_NUMBERS = re.compile(r"(?:0[xX][0-9A-Fa-f]*|[0-9]+)(?:\.(?:0[xX][0-9A-Fa-f]*|[0-9]+)){0,3}\.?\Z", re.ASCII)
_PLAIN = re.compile(
    r"(https?)://((?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?![/:])|(?=[/:]))){4}"
    r"|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9]*)(?::([1-9][0-9]{0,4}))?"
    r"(/(?:[A-Za-z0-9/_~=+,:;@-]++|(?<!/)\.|%[0-9A-Fa-f]{2})*+"
    r"(?:\?(?:[A-Za-z0-9/_~=+,:;@.&-]++|%[0-9A-Fa-f]{2})++)?)"
)
_LONG_LABEL = re.compile(r"[^.]{64}")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST = 16_384  # characters; no server takes more


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a URL cannot be asked for."""

    kind: FailureKind
    message: str


class Parts(NamedTuple):
    """What a request needs of a URL: the host in ASCII, and netloc and target as they are sent."""

    host: str
    port: int
    secure: bool
    netloc: str
    target: bytes


def plain_parts(url: str) -> Parts | None:
    """The parts of a URL that no standard would change a letter of; None for all that may need cleaning or encoding.

    Most links are such, and httpx takes several times as long to find that out (measured).
    """
    match = _PLAIN.fullmatch(url) if len(url) <= _LONGEST else None
    if match is None:
        return None
    scheme, host, given, target = match.groups()
    default = _DEFAULT_PORTS[scheme]
    port = int(given) if given else default
    if port > 65_535 or (given and port == default) or len(host) > 253 or _LONG_LABEL.search(host):
        return None
    return Parts(host, port, scheme == "https", f"{host}:{given}" if given else host, target.encode("ascii"))


def clean_url(url: str) -> str | Problem:
    """The URL to ask for: absolute, http or https, no credentials, slashes for backslashes, no control characters.

    Follows the URL standard (url.spec.whatwg.org) in what it drops and turns, since that is what a browser would do.
    """
    text = url.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x1f ")
    text = text.replace("\t", "").replace("\n", "").replace("\r", "")
    if len(text) > _LONGEST:
        return Problem(FailureKind.MALFORMED, f"the URL is longer than {_LONGEST} characters")
    scheme = _SCHEME.match(text)
    if scheme is None:
        return Problem(FailureKind.MALFORMED, "the URL has no scheme")
    if scheme.group().lower() not in ("http", "https"):
        return Problem(FailureKind.UNSUPPORTED_SCHEME, f"{scheme.group().lower()}: links cannot be checked")
    head, mark, query = text.partition("?")
    text = head.replace("\\", "/") + mark + query
    try:
        parts = urlsplit(text)
        host = _decoded(parts.hostname or "")
        port = parts.port
    except ValueError as error:
        return Problem(FailureKind.MALFORMED, f"not a URL: {error}")
    if not host or port == 0:
        return Problem(FailureKind.MALFORMED, "the URL names no host" if not host else "the URL names port 0")
    netloc = parts.netloc.rpartition("@")[2]
    if host != parts.hostname:
        netloc = host if port is None else f"{host}:{port}"
    if (address := _as_address(host)) is not None:
        netloc = address if port is None else f"{address}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, parts.fragment))


def _decoded(host: str) -> str:
    """The host with its escapes undone, as browsers read it, numbers too; raises ValueError for an illegal one."""
    if "%" not in host or ":" in host:
        return host
    decoded = unquote(host)
    if not _DECODED.fullmatch(decoded):
        raise ValueError(f"“{host[:80]}” cannot be a host name")
    return decoded


def _as_address(host: str) -> str | None:
    """The IPv4 address that browsers read in a host of numbers: one to four of them, decimal, octal or hexadecimal."""
    if not _NUMBERS.match(host):
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def in_punycode(url: str) -> str:
    """`url` with its host in ASCII, as browsers write names that IDNA 2008 has no place for."""
    parts = urlsplit(url)
    host = unicodedata.normalize("NFKC", parts.hostname or "").lower().replace("。", ".")
    labels = (label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in host.split("."))
    port = "" if parts.port is None else f":{parts.port}"
    return urlunsplit(parts._replace(netloc=".".join(labels) + port))


def host_problem(host: str) -> str | None:
    """Why the ASCII form of a host name cannot exist; None when it can. Addresses in brackets are not looked at."""
    if ":" in host or (len(host) <= 254 and _HOST.match(host)):
        return None
    return f"{host[:80]!r} cannot be a host name"
