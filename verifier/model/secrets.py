"""What in a URL is a secret (a share token, a signature, a reader's id, a password), and text without it. Pure.

In: URLs, or text that holds some. Out: what the secret is, in words without it; the text with stars in its place.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urlsplit

from verifier.model.patterns import compile_late

_OF_A_READER = (
    r"(?:(?:access|auth|oauth|id|share|invite|reset|session|sas|client|refresh|bearer|security|login|user|api|magic"
    r"|csrf|xsrf|verification|confirmation|activation|invitation|unsubscribe|download|preview|guest)[_-]?)?"
)
_KEYS = compile_late(
    rf"(?i){_OF_A_READER}"
    r"(?:token|secret|sig|signature|passw(?:or)?d|pwd)"
    r"|api[_-]?key|jwt|auth|code_verifier|(?:asp\.net_)?sess(?:ion)?[_-]?(?:id|key)|sid|phpsessid|jsessionid|cftoken"
    r"|rlkey|resourcekey|invite|otp"
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
_CODES = compile_late(rf"(?i){_OF_A_READER}(?:code|key|hash|nonce|ticket)")
_RUNS = compile_late(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_RUN = 2.5  # characters, on the average, after which what is drawn turns from letters to digits or the like
_SHORTEST_DRAWN = 10
MIN_TOKEN = 8
"""Shorter values of such a parameter are a flag or a page's code, not a secret."""

_SHARERS = ("google.com", "dropbox", "sharepoint", "1drv", "onedrive", "wetransfer", "we.tl", "icloud", "box.com")
"""One of them is in every address of a share: looked for first, in texts as long as a letter."""
_URL = compile_late(r"(?i)https?://[^\s<>\"“”]+")
_PARAMETER = compile_late(rf"(?<=[?&#;])([^\s=?&#;<>\"“”]{{1,64}})=([^\s&#<>\"“”]{{{MIN_TOKEN},}})")
_WRAPPED = compile_late(rf"(?<=[?&#;])([^=?&#;<>\"“”]{{1,64}})=([^&#<>\"“”]{{{MIN_TOKEN},}})")
_NESTED = compile_late(
    r"(?i)(?:(?<=[?&#;])|(?<=%3f)|(?<=%26)|(?<=%23)|(?<=%3b)|(?<=%253f)|(?<=%2526)|(?<=%2523))"
    r"([\w.\[\]~-]{1,64})(?:=|%(?:25)?3d)"
)
_NESTED_VALUE = compile_late(rf"(?i)(?:(?!%(?:25)?(?:26|23|3b))[^\s&#;<>\"“”]){{{MIN_TOKEN},}}")
"""A parameter of an address that is itself, encoded, the value of another; and one behind a semicolon."""
_BEHIND_PATH = compile_late(r"[?#;]")
_SEPARATOR = compile_late(r"[?&#;]")
_BRACKETS = compile_late(r"[\[\]]+")
_DEEPEST = 3
"""Addresses within addresses that are looked into."""
_FOLDERS = frozenset({"document", "spreadsheets", "presentation", "downloads", "personal", "iclouddrive"})
"""Long pieces of a share's path that every share has."""


def is_key(name: str) -> bool:
    """Whether a parameter of this name, as it stands in a URL, holds a secret; `user[token]` is called token."""
    plain = unquote_plus("".join(name.split()))
    return any(_KEYS.fullmatch(one) for one in (_BRACKETS.split(plain) if "[" in plain else (plain,)))


def is_secret(name: str, value: str) -> bool:
    """Whether a parameter holds a secret: by its name, or as a code or key that no hand would write."""
    if len(value) < MIN_TOKEN:
        return False
    return is_key(name) or (_CODES.fullmatch(unquote_plus(name)) is not None and _is_drawn("".join(value.split())))


def _is_drawn(value: str) -> bool:
    """Whether letters and digits change as often as in what a machine has drawn: not in `ISO9001A2015`."""
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return mixed and len(value) >= _SHORTEST_DRAWN and len(value) <= _RUN * len(_RUNS.findall(value))


def is_share(host: str, path: str) -> bool:
    """Whether whoever knows this address may see what somebody keeps there."""
    return any(hosts.search(host) and paths.search(path) for hosts, paths in _SHARED_PATHS)


def secret_in(url: str) -> str | None:
    """What in the URL is a secret, in words without the secret itself; None when nothing is."""
    return _secret_in(url, _DEEPEST)


def _secret_in(url: str, depth: int) -> str | None:
    """As `secret_in`; addresses that are values of parameters are looked into, `depth` of them within each other."""
    try:
        parts = urlsplit(url)
        if parts.username or parts.password:
            return "a user name or password"
        host = parts.hostname or ""
    except ValueError:
        return None
    behind = _BEHIND_PATH.search(url)
    for piece in _SEPARATOR.split(url[behind.end() :]) if behind else ():
        name, equals, value = (piece if "=" in piece else unquote_plus(piece)).partition("=")
        if equals and is_secret(name, value):
            return f"the parameter “{unquote_plus(name)}”"
        inner = unquote_plus(value)
        if depth and ("://" in inner or "%3a%2f%2f" in inner.lower()):
            found = _secret_in(inner, depth - 1) if "://" in inner else _secret_in(f"x://x/?x={inner}", depth - 1)
            if found:
                return found
    return "a private share" if is_share(host, parts.path) else None


def starred(text: str, *, wrapped: bool = False) -> str:
    """`text` with stars for the tokens of every URL in it, as many as characters, so that offsets stay true.

    `wrapped`: the text is a single link, which white space may have broken anywhere.
    """
    if "=" in text:
        text = (_WRAPPED if wrapped else _PARAMETER).sub(_without_value, text)
    folded = text.casefold()
    if ";" in text or "%3d" in folded or "%253d" in folded:
        text = _without_nested(text)
    if any(name in folded for name in _SHARERS):
        text = _without_shares(text) if wrapped else _URL.sub(lambda url: _without_shares(url[0]), text)
    return text


def _without_value(parameter: re.Match[str]) -> str:
    name, value = parameter[1], parameter[2]
    return f"{name}={_stars(value)}" if is_secret(name, value) else parameter[0]


def _without_nested(text: str) -> str:
    pieces = []
    at = 0
    for parameter in _NESTED.finditer(text):
        value = _NESTED_VALUE.match(text, parameter.end()) if parameter.start() >= at else None
        if value and is_secret(parameter[1], value[0]):
            pieces += [text[at : parameter.end()], _stars(value[0])]
            at = value.end()
    return "".join([*pieces, text[at:]])


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
    places = (number for number, character in enumerate(url) if not character.isspace())
    hidden = {place for number, place in enumerate(places) if number in stars}
    return "".join("*" if number in hidden else character for number, character in enumerate(url))


def _stars(text: str) -> str:
    return re.sub(r"\S", "*", text)
