"""Takes links out of the wrappers that mail gateways, search engines, social networks and archives put around them.

In: a URL. Out: the URL it carries, or None when it carries none in the open. Nothing is ever followed: a wrapper tells
its owner who clicked. Only known gateways: many honest pages have a parameter named `url`.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import parse_qs, unquote, urlsplit

from verifier.model.patterns import compile_late
from verifier.repair import syntax

WRAPPED = "the link is wrapped by a gateway"
"""Why a reading is another address than the text or the format shows."""
_DEPTH = 5
_PARAMETERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"(?:[\w-]+\.)*safelinks\.protection\.outlook\.(?:com|us|cn)", r"/.*", ("url",)),
    (r"urldefense\.proofpoint\.com", r"/v1/url", ("u",)),
    (r"(?:www\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})", r"/(?:url|imgres|local_url)", ("q", "url", "imgrefurl")),
    (r"(?:lm?|www|m)\.facebook\.com", r"/(?:l|flx/warn|dialog/share)(?:\.php)?/?", ("u", "href")),
    (r"l\.(?:instagram|messenger|threads)\.(?:com|net)", r"/(?:l\.php)?", ("u",)),
    (
        r"(?:www\.)?linkedin\.com",
        r"/(?:redir/(?:redirect|general-malware-page)|safety/go|redirect)/?",
        ("url", "urlhash"),
    ),
    (r"(?:www\.)?youtube\.com", r"/redirect", ("q",)),
    (r"(?:www\.)?vk\.com", r"/away\.php", ("to",)),
    (r"out\.reddit\.com", r"/.*", ("url",)),
    (r"slack-redir\.net", r"/link", ("url",)),
    (r"(?:html\.)?duckduckgo\.com", r"/l/?", ("uddg",)),
    (r"disq\.us", r"/(?:url)?", ("url",)),
    (r"t\.umblr\.com", r"/redirect", ("z",)),
    (r"steamcommunity\.com", r"/linkfilter/?", ("url", "u")),
    (r"linkprotect\.cudasvc\.com", r"/url", ("a",)),
    (r"(?:[\w-]+\.)*mimecast(?:protect)?\.com", r"/.*", ("url", "u")),
    (r"archive\.(?:today|ph|is|li|vn|fo|md)", r"/(?:submit/?)?", ("url",)),
    (r"(?:[\w-]+\.)*(?:esvalabs|fireeye|trendmicro|sophos|barracudanetworks)\.(?:com|io)", r"/.*", ("u", "url")),
)
"""Each gateway's hosts and paths, as patterns, and the parameters that may hold the target."""
_ANY_HOST = compile_late("|".join(hosts for hosts, _, _ in _PARAMETERS))
_VERSION_2 = compile_late(r"https?://urldefense\.proofpoint\.com/v2/url\?(.*)", re.IGNORECASE | re.DOTALL)
_VERSION_3 = compile_late(
    r"https?://urldefense\.(?:proofpoint\.)?com/v3/__(.{4,4000}?)__;([\w-]{0,2000}={0,2})!", re.IGNORECASE | re.DOTALL
)
_IN_PATH = compile_late(
    r"https?://secure-web\.cisco\.com/[^/\s]{1,2000}/(https?(?:%3A|:).+)", re.IGNORECASE | re.DOTALL
)
_TO_BE_SAVED = compile_late(
    r"https?://(?:web\.|www\.)?archive\.org/save/(?:_embed/)?(https?(?:%3A|:).+)", re.IGNORECASE | re.DOTALL
)
"""An address that has the Wayback Machine capture the one inside it: to open it would publish something."""
_RUN = re.compile(r"\*(\*.)?", re.DOTALL)
_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def unwrap(url: str) -> str | None:
    """The URL inside, wrapper within wrapper; None when this is no known wrapper or shows no target."""
    found = None
    for _ in range(_DEPTH):
        inner = _unwrap_once(found or url)
        if inner is None or not syntax.is_url(inner):
            break
        found = inner
    return found


def _unwrap_once(url: str) -> str | None:
    third = _VERSION_3.match(url)
    if third:
        return _proofpoint_3(third[1], third[2])
    second = _VERSION_2.match(url)
    if second:
        values = parse_qs(second[1]).get("u")
        return unquote(values[0].replace("-", "%").replace("_", "/")) if values else None
    path = _IN_PATH.match(url)
    if path:
        return unquote(path[1])
    saved = _TO_BE_SAVED.match(url)
    if saved:
        return saved[1] if "://" in saved[1][:8] else unquote(saved[1])
    return _parameter(url)


def _parameter(url: str) -> str | None:
    if "?" not in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if not _ANY_HOST.fullmatch(host):
        return None
    for hosts, paths, names in _PARAMETERS:
        if re.fullmatch(hosts, host) and re.fullmatch(paths, parts.path):
            values = parse_qs(parts.query, max_num_fields=100)
            for name in names:
                for value in values.get(name, ()):
                    if value.lower().startswith(("http://", "https://")):
                        return value.strip()
    return None


def _proofpoint_3(masked: str, encoded: str) -> str | None:
    """Version 3 replaces characters by `*` (one) or `**X` (a run) and keeps them, in order, in base64."""
    try:
        kept = iter(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode("utf-8"))
    except (binascii.Error, ValueError):
        return None

    def restore(match: re.Match[str]) -> str:
        run = _LENGTHS.find(match[1][1]) + 2 if match[1] else 1
        return "".join(next(kept, "*") for _ in range(max(run, 1)))

    # The gateway writes the scheme's two slashes as one.
    return re.sub(r"^(https?):/(?!/)", r"\1://", _RUN.sub(restore, masked))
