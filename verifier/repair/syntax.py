"""What the characters of a URL tell: which may stand in one, where it ends, how it is spelt, whether it can be asked.

In: strings. Out: strings, offsets and yes or no. Pure and cheap: no public suffix list, no network.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.model.citation import Edit, EditKind

SOFT_HYPHENS = "\u00ad\ufffe\u0002\ufffd"
"""What PDF readers and typesetters leave where a line-end hyphen stood: inserted or the URL's own, nobody knows."""
HYPHENS = "-\u2010\u2011" + SOFT_HYPHENS
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_TILDES = "˜∼～"

# Everything that ends a URL even without white space: quotation marks, angle brackets, CJK punctuation, bullets.
_NEVER = '\\s"<>^`{|}«»“”„‟‹›。、，；：！？（）【】「」『』《》†‡•·…\x00-\x1f\x7f\u00ad\ufffe\ufffd'
TOKEN = re.compile(f"[^{_NEVER}]{{1,2048}}")
_DIRTY = re.compile(f"[{ZERO_WIDTH}\u2010\u2011{_TILDES}]|&(?:amp;)+|\\\\[_#%&~\\-.*()\\[\\]!+=?]")
_TRAILING = ".,;:!?'’‘*"
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}

_LABEL = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?|[^\x00-\x7f]+[^\x00-\x2c\x2e\x2f:;<=>?@]*)", re.IGNORECASE
)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_TOP = re.compile(r"[a-z]{2,18}|xn--[a-z0-9-]{2,59}|[^\x00-\x7f]{2,24}", re.IGNORECASE)
_URL = re.compile(r"(https?|ftp)://([^/?#]*)([/?#].*)?", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

_TOPS = (
    "com org net edu gov mil int info biz name pro aero museum travel mobi cat jobs asia tel post coop arpa "
    "dev app page blog wiki news online site tech cloud space world global media digital press live link xyz top club "
    "shop store earth foundation ngo ong academy agency center community email group network social software systems "
    "tools today watch works law legal science studio support team international institute university education "
    "report reports review africa eus gal scot berlin wien london paris nyc tokyo bayern hamburg koeln cymru wales "
    "vlaanderen brussels amsterdam quebec swiss example test invalid localhost onion"
)
GENERIC_TOPS = frozenset(_TOPS.split())
"""Generic top-level names common in print; two letters are taken for a country's."""


def is_top(label: str) -> bool:
    """Can this label end a host name?"""
    label = label.lower()
    if label in GENERIC_TOPS or label.startswith("xn--"):
        return True
    return len(label) == 2 and label.isalpha()


@lru_cache(maxsize=4096)
def host_is_possible(host: str) -> bool:
    """Is this a host that DNS or an address could answer for? A single label is not."""
    host = host.rsplit("@", 1)[-1]
    name, _, port = host.partition(":")
    if port and not (port.isdigit() and int(port[:6]) < 65536):
        return False
    if _ADDRESS.fullmatch(name):
        return all(int(part) < 256 for part in name.split("."))
    labels = name.rstrip(".").split(".")
    if len(labels) < 2 or labels[0] == labels[-1] == "www" or (labels[0].lower() == "www" and len(labels) < 3):
        return False
    return bool(_TOP.fullmatch(labels[-1])) and all(_LABEL.fullmatch(label) for label in labels)


def is_url(url: str) -> bool:
    """Can this be asked at all: http(s) or ftp, a possible host, no white space?"""
    match = _URL.fullmatch(url)
    return match is not None and not _SPACE.search(url) and host_is_possible(match[2])


def split(url: str) -> tuple[str, str, str]:
    """Scheme with `://`, host, and the rest; anything may be empty."""
    scheme, mark, rest = url.partition("://")
    if not mark:
        return "", "", url
    cut = next((at for at, character in enumerate(rest) if character in "/?#"), len(rest))
    return scheme + mark, rest[:cut], rest[cut:]


def has_bad_escape(url: str) -> bool:
    """Is a percent sign not followed by two hexadecimal digits?"""
    return "%" in url and bool(_BAD_ESCAPE.search(url))


def key(url: str) -> str:
    """The URL for comparing: no scheme, no www, host in lower case, no final slash."""
    _, host, rest = split(url)
    host = host.lower()
    return host.removeprefix("www.") + rest.rstrip("/")


def trim(token: str, before: str = "") -> str:
    """Take off what ends a sentence, not a URL: punctuation, and closing brackets that nothing before them opened."""
    end = len(token)
    while end:
        last = token[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last in _CLOSERS:
            opener = _CLOSERS[last]
            opened = before.count(opener) + token.count(opener, 0, end)
            if opened >= before.count(last) + token.count(last, 0, end):
                break
            end -= 1
        else:
            break
    return token[:end]


def clean(text: str, at: int) -> tuple[str, tuple[Edit, ...]]:
    """Undo what a copy puts into the characters of a URL; `at` is where `text` stands in the link as written."""
    if not _DIRTY.search(text):
        return text, ()
    edits: list[Edit] = []
    out: list[str] = []
    last = 0
    for match in _DIRTY.finditer(text):
        found = match[0]
        if found in "\u2010\u2011":
            new = "-"
        elif found in _TILDES:
            new = "~"
        elif found[0] == "&":
            new = "&"
        else:
            new = found[1] if found[0] == "\\" else ""
        out += (text[last : match.start()], new)
        last = match.end()
        edits.append(Edit(EditKind.UNESCAPE, at + match.start(), found, new))
    return "".join(out) + text[last:], tuple(edits)
