"""Addresses written without scheme or `www.`: `example.org/path`.

In: the text, and where its format sets hosts apart. Out: Spots. A top-level domain that exists is required, and a
path, or else that the host stands alone on its line, or behind a colon at its end, or is printed as links are: in
running prose a bare `example.org` is a name, and `README.md`, `node.js`, `U.S./China` or `3.5/5` are no addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from verifier.citations.spots import Spot
from verifier.citations.urls import is_cjk, plain_end
from verifier.model.citation import Kind
from verifier.model.document import Region, Role
from verifier.web.suffixes import suffixes

_CANDIDATE = re.compile(
    r"\.(?P<tld>[a-z]{2,24}|[^\W\d_a-zA-Z]{2,24}|xn--[a-z0-9-]{2,50})(?::\d{2,5})?/"
    r"(?=[\w.~%?#+@-]|[^\S\n]{0,9}\n[^\S\n]{0,40}[\w%-]{2,60}[/_.?=][\w%-])"
)
"""The dot before a top-level domain, and a path, which may begin on the next line."""
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_BACKWARDS = re.compile(rf"{_NAME}(?:\.{_NAME}){{0,7}}")
_ALONE = re.compile(
    r"(?:^[^\S\n]*(?:[•◦▪–*-][^\S\n]+)?|:[^\S\n]+)(?P<host>(?:[a-z0-9-]{1,63}\.){1,6}(?P<tld>[a-z]{2,24})/?)"
    r"\.?[^\S\n]*$",
    re.MULTILINE,
)
_WORDS = frozenset(
    {"id", "in", "is", "it", "me", "my", "name", "no", "to", "info", "call", "host", "map", "size", "tab"}
)
"""Where code or a list of fields is set line by line, these end names of its own."""
_LONGEST_HOST = 253
"""Characters (RFC 1035, 2.3.4)."""
_SURE = frozenset({"com", "org", "net", "edu", "gov", "int"})
"""What ends a host even where names of options and functions are set like it."""
_FILE_ENDINGS = frozenset({"cc", "md", "pl", "ps", "py", "rs", "sh", "so", "zip", "mov", "app", "java", "page"})
"""Top-level domains that are rather endings of file names."""
_BACKWARDS_IDN = re.compile(r"[^\W_](?:[^\W_]|-(?=[^\W_])){0,62}(?:\.[^\W_](?:[^\W_]|-(?=[^\W_])){0,62}){0,7}")
"""A host whose top-level domain is of another script has other names of that script."""


@lru_cache(maxsize=4096)
def is_public_domain(host: str) -> bool:
    """Whether `host` lies under a public suffix that exists (and is not merely a suffix itself)."""
    name = host.lower()
    if "xn--" in name:
        try:
            name = name.encode("ascii").decode("idna")
        except UnicodeError:
            return False
    return suffixes().privatesuffix(name) is not None


def _host_start(text: str, dot: int) -> int | None:
    """Where the host whose last dot is at `dot` starts; None when it is only the rest of an address or a path."""
    backwards = _BACKWARDS if text[dot + 1].isascii() else _BACKWARDS_IDN
    match = backwards.match(text[max(dot - _LONGEST_HOST, 0) : dot][::-1])
    if match is None:
        return None
    start = dot - match.end()
    before = text[start - 1] if start else " "
    is_word = before.isalnum() and not is_cjk(before)
    return None if is_word or before in "_@./:=%&\\-" else start


def find_domains(text: str, set_apart: Iterable[Region] = ()) -> list[Spot]:
    """Every bare domain with a path, alone on its line, or `set_apart` as links are, in order."""
    spots: list[Spot] = []
    for match in _CANDIDATE.finditer(text):
        start = _host_start(text, match.start())
        if start is None or match["tld"] in _FILE_ENDINGS or (spots and start < spots[-1].end):
            continue
        if is_public_domain(text[start : match.end("tld")]):
            end = plain_end(text, start, start, len(text))
            spots.append(Spot(Kind.URL, start, end, "https://" + text[start:end], bare=True))
    return sorted([*spots, *_alone(text), *_printed(text, set_apart)], key=lambda spot: spot.start)


def _printed(text: str, set_apart: Iterable[Region]) -> Iterator[Spot]:
    """Hosts that are printed as links are, if most of what is so printed are hosts."""
    apart = [region for region in set_apart if region.role is Role.LINK]
    hosts = [(region, text[region.start : region.end]) for region in apart if _is_host(text[region.start : region.end])]
    mostly_hosts = len(hosts) * 2 >= len(apart)  # a manual sets the names of its options and functions apart, too
    for region, host in hosts:
        if mostly_hosts or host.rpartition(".")[2].lower() in _SURE:
            yield Spot(Kind.URL, region.start, region.end, "https://" + host, bare=True)


def _is_host(host: str) -> bool:
    """Whether this is a host that exists rather than a file's name or a field of a program."""
    top = host.rpartition(".")[2].lower()
    return not (top in _FILE_ENDINGS or (top in _WORDS and host.count(".") == 1)) and is_public_domain(host)


def _alone(text: str) -> Iterator[Spot]:
    """Hosts without a path that stand where an address is set apart: on a line of their own, or behind a colon."""
    for match in _ALONE.finditer(text):
        if not _is_host(match["host"].rstrip("/")):
            continue
        start, end = match.span("host")
        if text[max(start - 120, 0) : start].rstrip().endswith("@"):
            continue  # the rest of an e-mail address
        yield Spot(Kind.URL, start, end, "https://" + match["host"], bare=True)
