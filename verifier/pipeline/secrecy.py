"""Links that are never sent to an archive: those with share tokens, signed queries or mail-tracking ids, and those
into private networks, whose very names are nobody's business. Pure.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

from verifier.model.secrets import MIN_TOKEN, is_secret, is_share, secret_in
from verifier.web.addresses import literal_address, private_name, refusal


def kept_from_archives(url: str) -> str | None:
    """Why no archive should learn of the URL, in words without the secret itself; None when one may."""
    secret = secret_in(url)
    if secret:
        return f"it carries a secret ({secret})"
    return "it lies inside a private network" if _is_private(url) else None


def _is_private(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    # As a resolver reads it: full-width characters are plain ones, and a dot at the end changes nothing.
    host = unicodedata.normalize("NFKC", host).replace("。", ".").rstrip(".")
    address = literal_address(host)
    if address is not None:
        return refusal(address) is not None
    return private_name(host)


_SEPARATORS = re.compile(r"([&;])")
_MASKED = re.compile(r"masked-[0-9a-f]{3}")


def concealed(url: str) -> str:
    """The URL with its secrets masked, for files that are kept and passed on; what is masked already stays.

    Twelve bits of a digest tell two secrets of a letter apart, and a reader nothing of either.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return url
    path, semicolon, matrix = parts.path.partition(";")
    path += semicolon + _without_values(matrix)
    if is_share(host, path):
        path = "/".join(piece if len(piece) < MIN_TOKEN else _mask(piece) for piece in path.split("/"))
    netloc = parts.netloc.rpartition("@")[2]
    query, fragment = (_without_values(part) for part in (parts.query, parts.fragment))
    same = (path, query, fragment) == (parts.path, parts.query, parts.fragment) and netloc == parts.netloc
    return url if same else urlunsplit((parts.scheme, netloc, path, query, fragment))


def _without_values(query: str) -> str:
    pieces = []
    for piece in _SEPARATORS.split(query):
        key, equals, value = piece.partition("=")
        secret = is_secret(key, value) or secret_in(f"x://x/?x={value}") is not None
        pieces.append(f"{key}{equals}{_mask(value)}" if secret else piece)
    return "".join(pieces)


def _mask(text: str) -> str:
    if _MASKED.fullmatch(text):
        return text
    return f"masked-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:3]}"
