"""Mends what the format itself links to: hrefs carry damage, too.

In: an href over words (or over the visible URL, to compare with). Out: its readings, each with a probability, its edits
(offsets into the href) and the reason. An href has no line geometry; only a few slips occur: white space inside, a
scheme written twice, the site's own address put before a foreign one, a wrapper around it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.model.citation import Edit, EditKind
from verifier.repair import syntax
from verifier.repair.gateways import WRAPPED, unwrap
from verifier.repair.head import find_head

_SPACES = re.compile(r"(?:\s|%20|%0[ADad]|%C2%A0|%E2%80%8[BbCcDd])+", re.IGNORECASE)
_PREFIXED = re.compile(r"https?://[^/\s?#]{1,250}/(?:\s|%20)+(?=https?:)", re.IGNORECASE)
_LITERAL = re.compile(r"\s")
_JOINERS = "-/_=&?.#"


class HrefReading(NamedTuple):
    """One reading of an href."""

    url: str
    probability: float
    edits: tuple[Edit, ...]
    why: tuple[str, ...]


def read_href(href: str) -> list[HrefReading]:
    """The readings of an href, most probable first; the first has no edits when nothing is damaged."""
    edits: list[Edit] = []
    why: list[str] = []
    start = len(href) - len(href.lstrip())
    prefixed = _PREFIXED.match(href, start)
    if prefixed:
        why.append("the site's own address stands before the link")
        start = prefixed.end()
    lead = _SPACES.match(href, start)
    if lead and lead.end() > start:
        start = lead.end()
    if href[:start].strip():
        edits.append(Edit(EditKind.TRIM, 0, href[:start]))
    head = find_head(href, start, len(href))
    if head.edits and not head.edits[0].removed:
        return [HrefReading(href.strip(), 1.0, (), ())]  # no scheme that this room knows: nothing to mend
    if head.edits:
        edits.append(Edit(EditKind.SCHEME, start, href[start : head.body], head.scheme))
        why.append("the scheme is mangled")
    body, inner, sure = _body(href, head.body)
    url = head.scheme + body
    target = unwrap(url)
    if target:
        whole = (Edit(EditKind.UNWRAP, 0, href, target),)
        return [HrefReading(target, 0.99, whole, (*why, WRAPPED))]
    if not inner and not edits:
        # Browsers, too, strip white space from both ends and escape it within.
        return [HrefReading(_LITERAL.sub("%20", href.strip()), 1.0, (), ())]
    if inner:
        why.append("white space stands where the link joins")
    mended = HrefReading(url, 0.97 if sure else 0.75, (*edits, *inner), tuple(why))
    plain = HrefReading(_LITERAL.sub("%20", href.strip()), round(1 - mended.probability, 2), (), ())
    return [mended, plain] if syntax.is_url(plain.url) else [mended]


def _body(href: str, at: int) -> tuple[str, tuple[Edit, ...], bool]:
    """The rest of the href without stray white space; is it sure that it is stray?"""
    out: list[str] = []
    edits: list[Edit] = []
    sure = True
    last = at
    for match in _SPACES.finditer(href, at):
        before, after = href[at : match.start()][-1:], href[match.end() : match.end() + 1]
        if not after and not match[0].strip():
            out.append(href[last : match.start()])
            last = match.end()
            continue
        in_host = "/" not in href[at : match.start()]
        if after and not in_host and before not in _JOINERS and after not in _JOINERS:
            continue
        literal = any(character.isspace() for character in match[0])
        sure = sure and (not after or in_host or literal or before in "-/")
        out.append(href[last : match.start()])
        last = match.end()
        edits.append(Edit(EditKind.UNESCAPE, match.start(), match[0]))
    return "".join(out) + href[last:], tuple(edits), sure
