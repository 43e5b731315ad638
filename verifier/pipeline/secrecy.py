"""Links that are never sent to an archive: those with share tokens, signed queries or mail-tracking ids, and those
into private networks, whose very names are nobody's business. Pure.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, unquote_plus, urlsplit, urlunsplit

from verifier.web.addresses import literal_address, local_name, refusal

_KEYS = re.compile(
    r"(?i)(?:access_?|auth_?|id_?|share_?|invite_?|reset_?|session_?|sas_?)?(?:token|secret|sig|signature|passw(?:or)?d|pwd)"
    r"|api_?key|jwt|auth|code_verifier|sessionid|sid|phpsessid|jsessionid|rlkey|resourcekey|invite|otp"
    r"|x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|googleaccessid|se_sig"
    r"|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|ck_subscriber_id|__s|wickedid|ml_subscriber(?:_hash)?"
)
_SHARED_PATHS = (
    (
        re.compile(r"(?i)(?:^|\.)docs\.google\.com$|^drive\.google\.com$"),
        re.compile(r"/d/[\w-]{20,}|/folders/[\w-]{20,}"),
    ),
    (re.compile(r"(?i)(?:^|\.)dropbox\.com$"), re.compile(r"/(?:s|sh|scl)/")),
    (
        re.compile(r"(?i)(?:^|\.)(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com)$"),
        re.compile(r"/:\w:/|/[us]/|/personal/"),
    ),
    (
        re.compile(r"(?i)(?:^|\.)(?:wetransfer\.com|we\.tl|icloud\.com|box\.com)$"),
        re.compile(r"/downloads/|/t-|/s/|/iclouddrive/"),
    ),
)
_MIN_TOKEN = 8
"""Shorter values of such a parameter are a flag or a page's code, not a secret."""


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
    # As a resolver reads it: full-width signs are plain ones, and a dot at the end changes nothing.
    host = unicodedata.normalize("NFKC", host).replace("。", ".").rstrip(".")
    address = literal_address(host)
    if address is not None:
        return refusal(address) is not None
    return local_name(host) or host.endswith((".local", ".internal", ".lan", ".home.arpa")) or "." not in host


def secret_in(url: str) -> str | None:
    """What in the URL is a secret, in words without the secret itself; None when nothing is."""
    try:
        parts = urlsplit(url)
        if parts.username or parts.password:
            return "a user name or password"
        for key, value in (*parse_qsl(parts.query), *parse_qsl(parts.fragment)):
            if len(value) >= _MIN_TOKEN and _KEYS.fullmatch(key):
                return f"the parameter “{key}”"
        host = parts.hostname or ""
    except ValueError:
        return None
    if any(hosts.search(host) and paths.search(parts.path) for hosts, paths in _SHARED_PATHS):
        return "a private share"
    return None


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
    path = parts.path
    if any(hosts.search(host) and paths.search(path) for hosts, paths in _SHARED_PATHS):
        path = "/".join(piece if len(piece) < _MIN_TOKEN else _mask(piece) for piece in path.split("/"))
    netloc = parts.netloc.rpartition("@")[2]
    query, fragment = (_without_values(part) for part in (parts.query, parts.fragment))
    same = (path, query, fragment) == (parts.path, parts.query, parts.fragment) and netloc == parts.netloc
    return url if same else urlunsplit((parts.scheme, netloc, path, query, fragment))


def _without_values(query: str) -> str:
    pieces = []
    for piece in query.split("&"):
        key, equals, value = piece.partition("=")
        secret = len(value) >= _MIN_TOKEN and _KEYS.fullmatch(unquote_plus(key))
        pieces.append(f"{key}{equals}{_mask(value)}" if secret else piece)
    return "&".join(pieces)


def _mask(text: str) -> str:
    if _MASKED.fullmatch(text):
        return text
    return f"masked-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:3]}"
