"""What the characters of a URL tell: which may stand in one, where it ends, how it is spelt, whether it can be asked.

In: strings. Out: strings, offsets and yes or no. Pure and cheap: the public suffix list is read for rare endings only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from verifier.model.addresses import ARROWS, SICI, ZERO_WIDTH, ending_at
from verifier.model.citation import Edit, EditKind
from verifier.model.patterns import compile_late
from verifier.model.scripts import script_end
from verifier.web.suffixes import suffixes

SOFT_HYPHENS = "\u00ad\ufffe\u0002\ufffd"
"""What PDF readers and typesetters leave where a line-end hyphen stood: inserted or the URL's own, nobody knows."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TILDES = "˜∼～"

# Everything that ends a URL even without white space: quotation marks, angle brackets, CJK punctuation, bullets.
_NEVER = '\\s"<>^`|«»“”„‟‹›。、，；：！？،؛؟۔।（）【】「」『』《》†‡•·™®©…\x00-\x1f\x7f\u00ad\ufffe\ufffd' + ARROWS
TOKEN = re.compile(f"[^{_NEVER}]{{1,2048}}{SICI}")
# In brackets stands what mail must not make a link: `press[.]example[.]com[:]8080`, `press(.)example(.)com`.
_DIRTY = compile_late(
    f"\\[(?:[.:]|dot)\\]|\\(\\.\\)|[{ZERO_WIDTH}\u2010\u2011\u2212{_TILDES}ﬀ-ﬆ]|&(?:amp;)+|\\\\[_#%&~\\-.*()\\[\\]!+=?]"
)
_TRAILING = ".,;:!?'’‘*\\"
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}

_GLUED = re.compile(r"[)\]}>].|,[a-z]{2,8}:", re.IGNORECASE)
_LABELLED = re.compile(r",(?=(?:doi|isbn|url|arxiv|pmid|https?):)", re.IGNORECASE)
DELIMITERS = frozenset(("/", "//", ".", "?", "=", "&", "#", "_", "-", "~", ":", "://", "+", "(", ")"))
"""Tokens that stand alone where a typesetter spaced a URL out."""

# Of ASCII letters, digits and inner hyphens; of other scripts anything, for combining marks are no letters to `re`.
_LABEL = compile_late(
    r"(?:[a-z0-9_]|[^\x00-\x7f])(?:(?:[a-z0-9_-]|[^\x00-\x7f]){0,61}(?:[a-z0-9_]|[^\x00-\x7f]))?", re.IGNORECASE
)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_TOP = compile_late(r"[a-z]{2,18}|xn--[a-z0-9-]{2,59}|[^\x00-\x7f]{1,24}", re.IGNORECASE)
_SINGLE = compile_late(
    r"(?!www\d?\b)[a-z0-9][a-z0-9-]{0,62}(?::\d{1,5})?|\[[0-9a-f:.]{2,45}\](?::\d{1,5})?", re.IGNORECASE
)
# One to four numbers, decimal, octal or hexadecimal, are an IPv4 address to every browser: `127.1`, `0x7f.1`.
_NUMBERS = compile_late(
    r"(?:0x[0-9a-f]{0,8}|\d{1,12})(?:\.(?:0x[0-9a-f]{0,8}|\d{1,12})){0,3}\.?(?::\d{1,5})?", re.IGNORECASE
)
_URL = re.compile(r"(https?|ftp)://([^/?#]*)([/?#].*)?", re.IGNORECASE | re.DOTALL)
_PADDED = compile_late(r"[?&][\w.-]{1,40}=[\w%+/-]{8,200}={1,2}\Z")
_HOST_END = re.compile(r"[/?#]")
_SPACE = re.compile(r"\s")

_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+\Z")

_TOPS = (
    "com org net edu gov mil int info biz name pro aero museum travel mobi cat jobs asia tel post coop arpa "
    "dev app page blog wiki news online site tech cloud space world global media digital press live link xyz top club "
    "example test invalid localhost onion local "
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc "
    "cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb "
    "gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke "
    "kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu "
    "mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw "
    "sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz "
    "ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_COMMON_TOPS = frozenset(_TOPS.split())
"""Top-level names that are common in print, and every country's; for the others the public suffix list is asked."""


def is_top(label: str) -> bool:
    """Can this label end a host name?"""
    label = label.lower()
    if label in _COMMON_TOPS or label.startswith("xn--"):
        return True
    return len(label) > 2 and label.isalpha() and _is_listed(label)


@lru_cache(maxsize=512)
def _is_listed(label: str) -> bool:
    return suffixes().publicsuffix(label) is not None


@lru_cache(maxsize=4096)
def host_is_possible(host: str) -> bool:
    """Is this a host that DNS or an address could answer for? A single label is not."""
    host = host.rsplit("@", 1)[-1]
    name, _, port = host.partition(":")
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) < 65536):
        return False
    if _ADDRESS.fullmatch(name):
        return all(int(part) < 256 for part in name.split("."))
    labels = name.rstrip(".").split(".")
    if len(labels) < 2 or labels[0] == labels[-1] == "www" or (labels[0].lower() == "www" and len(labels) < 3):
        return False
    return bool(_TOP.fullmatch(labels[-1])) and all(_LABEL.fullmatch(label) for label in labels)


def is_url(url: str) -> bool:
    """Is this well formed: http(s) or ftp, a host (of one label, too, or spelt in numbers), no white space?"""
    match = _URL.fullmatch(url)
    if match is None or _SPACE.search(url):
        return False
    if host_is_possible(match[2]):
        return True
    single = _SINGLE.fullmatch(match[2]) and (match[3] or match[2] == "localhost")
    return bool(single or (match[3] and _spells_an_address(match[2])))


def _spells_an_address(host: str) -> bool:
    """Whether browsers read an IPv4 address in this host: in other notations than four plain numbers, or in escapes."""
    numbers = unquote(host) if "%" in host else host
    if not _NUMBERS.fullmatch(numbers):
        return False
    import socket  # 4 ms, and most letters never need it

    try:
        socket.inet_aton(numbers.partition(":")[0].rstrip("."))
    except OSError:
        return False
    return True


def is_padded(url: str) -> bool:
    """Whether the URL ends in the padding of a coded value: `?igsh=gDKKIQvK7GbGMUa6==`."""
    return url.endswith("=") and _PADDED.search(url) is not None


def host_is_whole(host: str) -> bool:
    """Does the host end in a top-level name that is common in print, or is it an address?"""
    if not host_is_possible(host):
        return False
    name = host.rsplit("@", 1)[-1].partition(":")[0].rstrip(".")
    return bool(_ADDRESS.fullmatch(name)) or is_top(name.rsplit(".", 1)[-1])


def split(url: str) -> tuple[str, str, str]:
    """Scheme with `://`, host, and the rest; anything may be empty."""
    scheme, mark, rest = url.partition("://")
    if not mark:
        return "", "", url
    end = _HOST_END.search(rest)
    cut = end.start() if end else len(rest)
    return scheme + mark, rest[:cut], rest[cut:]


def has_open_character(url: str) -> bool:
    """Do the escapes at the end spell only the first bytes of a character in UTF-8?"""
    escapes = _ESCAPES.search(url[-36:]) if url[-3:-2] == "%" else None
    if escapes is None:
        return False
    values = bytes.fromhex(escapes[0].replace("%", ""))
    for back, value in enumerate(reversed(values[-3:]), start=1):
        if value >= 0xC0:
            return back < (2 if value < 0xE0 else 3 if value < 0xF0 else 4)
        if value < 0x80:
            return False
    return False


def key(url: str) -> str:
    """The URL for comparing: no scheme, no www, host in lower case, no final slash."""
    _, host, rest = split(url)
    host = host.lower()
    return host.removeprefix("www.") + rest.rstrip("/")


def build_of(key: str) -> tuple[str, ...]:
    """How a URL is built, given its key: the host, and of each part of the path what it is made of.

    Digits by their number (two at least), capitals, small letters, or the part's own text.
    """
    host, *parts = key.split("/")
    return (host, *(f"0{max(len(part), 2)}" if part.isdecimal() else _made_of(part) for part in parts))


def _made_of(part: str) -> str:
    return part if not part.isalpha() else "A" if part.isupper() else "a"


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


def cut(token: str, before: str = "") -> str:
    """The part of a token that belongs to a URL: up to a bracket that closes what opened outside it, or a glued label.

    `before` is the URL so far, whose open brackets may close here. Then trimmed.
    """
    token = token[: script_end(token, before)]
    if _GLUED.search(token):
        depth = {opener: before.count(opener) - before.count(closer) for closer, opener in _CLOSERS.items()}
        for at, character in enumerate(token):
            if character in depth:
                depth[character] += 1
            elif character in _CLOSERS:
                depth[_CLOSERS[character]] -= 1
                if depth[_CLOSERS[character]] < 0:
                    return trim(token[:at], before)
        label = _LABELLED.search(token)
        if label:
            token = token[: label.start()]
    token = trim(token, before)
    return token[: ending_at(token)]


def clean(text: str, at: int) -> tuple[str, tuple[Edit, ...]]:
    """Undo what a copy puts into the characters of a URL; `at` is where `text` stands in the link as written."""
    if not _DIRTY.search(text):
        return text, ()
    edits: list[Edit] = []
    out: list[str] = []
    last = 0
    for match in _DIRTY.finditer(text):
        found = match[0]
        if found in "\u2010\u2011\u2212":
            new = "-"
        elif found in _TILDES:
            new = "~"
        elif found in _LIGATURES:
            new = _LIGATURES[found]
        elif found[0] == "&":
            new = "&"
        elif found[0] in "([":
            new = "." if found[1:-1] == "dot" else found[1:-1]
        else:
            new = found[1] if found[0] == "\\" else ""
        out += (text[last : match.start()], new)
        last = match.end()
        edits.append(Edit(EditKind.UNESCAPE, at + match.start(), found, new))
    return "".join(out) + text[last:], tuple(edits)
