"""What in a URL is a secret (a share token, a signature, a reader's id, a password), and text without it. Pure.

In: URLs, or text that holds some. Out: what the secret is, in words without it; the text with stars in its place.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from verifier.model.patterns import compile_late

_KEYS = compile_late(
    r"(?i)(?:access_?|auth_?|id_?|share_?|invite_?|reset_?|session_?|sas_?)?(?:token|secret|sig|signature|passw(?:or)?d|pwd)"
    r"|api_?key|jwt|auth|code_verifier|sessionid|sid|phpsessid|jsessionid|rlkey|resourcekey|invite|otp"
    r"|x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|googleaccessid|se_sig"
    r"|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|ck_subscriber_id|__s|wickedid|ml_subscriber(?:_hash)?"
)
_SHARED_PATHS = (
    (
        compile_late(r"(?i)(?:^|\.)docs\.google\.com$|^drive\.google\.com$"),
        compile_late(r"/d/[\w-]{20,}|/folders/[\w-]{20,}"),
    ),
    (compile_late(r"(?i)(?:^|\.)dropbox\.com$"), compile_late(r"/(?:s|sh|scl)/")),
    (
        compile_late(r"(?i)(?:^|\.)(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com)$"),
        compile_late(r"/:\w:/|/[us]/|/personal/"),
    ),
    (
        compile_late(r"(?i)(?:^|\.)(?:wetransfer\.com|we\.tl|icloud\.com|box\.com)$"),
        compile_late(r"/downloads/|/t-|/s/|/iclouddrive/"),
    ),
)
MIN_TOKEN = 8
"""Shorter values of such a parameter are a flag or a page's code, not a secret."""

_SHARERS = ("google.com", "dropbox", "sharepoint", "1drv", "onedrive", "wetransfer", "we.tl", "icloud", "box.com")
"""One of them is in every address of a share: looked for first, in texts as long as a letter."""
_URL = compile_late(r"(?i)https?://[^\s<>\"“”]+")
_PARAMETER = compile_late(rf"(?<=[?&#;])([^\s=?&#;<>\"“”]{{1,64}})=([^\s&#<>\"“”]{{{MIN_TOKEN},}})")
_WRAPPED = compile_late(rf"(?<=[?&#;])([^=?&#;<>\"“”]{{1,64}})=([^&#<>\"“”]{{{MIN_TOKEN},}})")
_FOLDERS = frozenset({"document", "spreadsheets", "presentation", "downloads", "personal", "iclouddrive"})
"""Long pieces of a share's path that every share has."""


def is_key(name: str) -> bool:
    """Whether a parameter of this name, as it stands in a URL, holds a secret."""
    return _KEYS.fullmatch(unquote_plus("".join(name.split()))) is not None


def is_share(host: str, path: str) -> bool:
    """Whether whoever knows this address may see what somebody keeps there."""
    return any(hosts.search(host) and paths.search(path) for hosts, paths in _SHARED_PATHS)


def secret_in(url: str) -> str | None:
    """What in the URL is a secret, in words without the secret itself; None when nothing is."""
    try:
        parts = urlsplit(url)
        if parts.username or parts.password:
            return "a user name or password"
        for key, value in (*parse_qsl(parts.query), *parse_qsl(parts.fragment)):
            if len(value) >= MIN_TOKEN and _KEYS.fullmatch(key):
                return f"the parameter “{key}”"
        host = parts.hostname or ""
    except ValueError:
        return None
    return "a private share" if is_share(host, parts.path) else None


def starred(text: str, *, wrapped: bool = False) -> str:
    """`text` with stars for the tokens of every URL in it, as many as characters, so that offsets stay true.

    `wrapped`: the text is a single link, which white space may have broken anywhere.
    """
    if "=" in text:
        text = (_WRAPPED if wrapped else _PARAMETER).sub(_without_value, text)
    folded = text.casefold()
    if any(name in folded for name in _SHARERS):
        text = _without_shares(text) if wrapped else _URL.sub(lambda url: _without_shares(url[0]), text)
    return text


def _without_value(parameter: re.Match[str]) -> str:
    name, value = parameter[1], parameter[2]
    return f"{name}={_stars(value)}" if is_key(name) else parameter[0]


def _without_shares(url: str) -> str:
    solid = "".join(url.split())
    try:
        parts = urlsplit(solid)
        if not is_share(parts.hostname or "", parts.path):
            return url
    except ValueError:
        return url
    start, end = len(parts.scheme) + 3 + len(parts.netloc), len(parts.scheme) + 3 + len(parts.netloc) + len(parts.path)
    stars: set[int] = set()
    at = start
    for piece in solid[start:end].split("/"):
        if len(piece) >= MIN_TOKEN and piece.lower() not in _FOLDERS:
            stars.update(range(at, at + len(piece)))
        at += len(piece) + 1
    places = (number for number, sign in enumerate(url) if not sign.isspace())
    hidden = {place for number, place in enumerate(places) if number in stars}
    return "".join("*" if number in hidden else sign for number, sign in enumerate(url))


def _stars(text: str) -> str:
    return re.sub(r"\S", "*", text)
