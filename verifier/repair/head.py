"""Where a link as written begins, and with which scheme.

In: the text and where the plain reading stands. Out: where the link starts, its scheme as it should be, the edit that
makes it so. Typesetters and copyists break schemes (`https: //`, `http :// www.`, `ht tps://`), defang them (`hxxp`),
lose their first letter or their colon; a bare host has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.addresses import ZERO_WIDTH, break_in_scheme
from verifier.model.citation import Edit, EditKind
from verifier.model.patterns import compile_late
from verifier.repair import syntax

if TYPE_CHECKING:
    from verifier.model.citation import Reference

DEFAULT_SCHEME = "https://"
"""What an address that was found without a scheme is read with."""
_GAP = break_in_scheme(syntax.SOFT_HYPHENS + ZERO_WIDTH)
_SPACED = compile_late(rf"h{_GAP}t{_GAP}t{_GAP}p(?:{_GAP}(s))?{_GAP}:{_GAP}/{_GAP}/{_GAP}", re.IGNORECASE)
_MANGLED = compile_late(
    r"(?:h(?:tt|xx)p(?=s?\[)|hxxp|hxtp|htxp|ttp|htp|htttp|htpp|http|hhttp|ttps|hpps?|httpp)(s?)(?=[:/\[])(?:\[:\]//|\[://\]|:?/{1,3}:?/{0,2}|:(?=\w))(?![/:])",
    re.IGNORECASE,
)
_CANONICAL = re.compile(r"(?:https?|ftp)://(?=[^\s/])", re.IGNORECASE)
_SCHEME = compile_late(r"[a-z][a-z0-9+.-]{0,15}:(?://)?", re.IGNORECASE)
_DOUBLED = re.compile(r"https?:?/{0,2}:?/{0,2}(?=https?:?//)", re.IGNORECASE)
_BREAKERS = (
    "> \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u00ad\ufffe\u0002\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
"""All that may stand within a broken scheme: white space, and the marks of quoted mail."""
_BEFORE = 120
"""How far before the plain reading a broken scheme may begin."""
_AHEAD = 220
"""How far after its beginning a broken scheme may end: an indented next line."""


class Head(NamedTuple):
    """`start` of the link as written, `body` = where the host begins, the scheme with `://`, its edit (at from start).

    `spaced`: spaces stood within the scheme, as where a typesetter spaced the whole link out.
    """

    start: int
    body: int
    scheme: str
    edits: tuple[Edit, ...]
    spaced: bool


def scheme_added(reference: Reference, at: int) -> tuple[Edit, ...]:
    """The edit at offset `at` that gives an undamaged link the scheme it goes without; none when it has one."""
    bare = len(reference.value) > reference.end - reference.start
    return (Edit(EditKind.SCHEME, at, "", DEFAULT_SCHEME),) if bare else ()


def find_head(text: str, start: int, end: int, default: str = DEFAULT_SCHEME) -> Head:
    """Read the scheme of the link at `start`; `default` is the scheme for a link that has none."""
    plain = _CANONICAL.match(text, start)
    if plain:
        return _after_doubled(text, start, plain)
    spaced = _spaced(text, start, end)
    if spaced:
        return spaced
    mangled = _MANGLED.match(text, start)
    if mangled:
        scheme = "https://" if mangled[1] or "ttps" in mangled[0].lower() else "http://"
        return _mended(start, mangled.end(), mangled[0], scheme)
    known = _SCHEME.match(text, start)
    if known and known.end() <= end and known[0].lower() not in ("http:", "https:") and "." not in known[0]:
        return Head(start, known.end(), known[0], (), False)
    return Head(start, start, default, (Edit(EditKind.SCHEME, 0, "", default),), False)


def _after_doubled(text: str, start: int, plain: re.Match[str]) -> Head:
    doubled = _DOUBLED.match(text, start)
    inner = _CANONICAL.match(text, doubled.end()) or _MANGLED.match(text, doubled.end()) if doubled else None
    if inner:
        scheme = "https://" if inner[0].lower().startswith("https") else "http://"
        return _mended(start, inner.end(), text[start : inner.end()], scheme)
    return Head(start, plain.end(), plain[0], (), False)


def may_be_in_scheme(text: str, start: int) -> bool:
    """Whether what stands at `start` may be a letter of a broken scheme, or stand right behind one, at a glance."""
    if text[start : start + 1] in "hHtTpPsS:/":
        return True
    before = start - 1
    while before >= 0 and start - before < _BEFORE and text[before] in _BREAKERS:
        before -= 1
    return before >= 0 and text[before] == "/"


def _spaced(text: str, start: int, end: int) -> Head | None:
    if not may_be_in_scheme(text, start):
        return None
    for match in _SPACED.finditer(text, max(start - _BEFORE, 0), max(end, start) + _AHEAD):
        if match.start() <= start <= match.end() and _begins_word(text, match.start()):
            scheme = "https://" if match[1] else "http://"
            return _mended(match.start(), match.end(), match[0], scheme)
    return None


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalpha()


def _mended(start: int, body: int, found: str, scheme: str) -> Head:
    spaced = "\n" not in found and any(character.isspace() for character in found)
    return Head(start, body, scheme, (Edit(EditKind.SCHEME, 0, found, scheme),), spaced)
