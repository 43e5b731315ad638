"""Changes to a Markdown letter -> splices of its source: bare links where they stand, targets where they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.documents.html.tokens import StartTag, Tokenizer
from verifier.documents.markdown.inline import unescape
from verifier.documents.rewrite.hrefs import follows, target_splices
from verifier.documents.rewrite.splices import RefusedError, Splice, apply
from verifier.documents.rewrite.text import Outcome, rewrite_source
from verifier.model.change import Change
from verifier.model.document import Document, Link, Region, Role

_BEFORE_TARGET = re.compile(r"\]\(\s{0,20}<?")
_BEFORE_DEFINED = re.compile(r"\]:\s{0,20}<?\Z")
_ACTIVE = re.compile(r"&(?=#?\w{1,31};)")
_IN_TARGET = re.compile(r"[()<>\\]")


def rewrite_markdown(data: bytes, document: Document, changes: Sequence[Change]) -> Outcome:
    """Markdown. Links without angle brackets, inside them, inline, by reference, and as HTML."""
    targets = [region for region in document.regions if region.role is Role.TARGET]

    def plan(change: Change) -> Sequence[Splice]:
        splices = []
        if change.shown is not None and change.shown != change.written:
            target = any(region.start <= change.start and change.end <= region.end for region in targets)
            splices.append(Splice(change.start, change.end, _target(change.shown) if target else _plain(change.shown)))
        for link in document.links:
            if link.start < change.end and change.start < link.end:
                splices += [one for one in _of_link(document, targets, link, change) if one not in splices]
        if not splices:
            raise RefusedError("its target was not found in the source")
        return splices

    outcome = rewrite_source(data, document, changes, plan)
    return outcome._replace(expected=apply(document.text, outcome.splices))


def _of_link(document: Document, targets: Sequence[Region], link: Link, change: Change) -> Iterator[Splice]:
    """What changes of the target of a link that lies over the change; nothing for one that is its own target."""
    text = document.text
    for region in targets:
        if region.end == link.start and text[region.start : region.start + 2].lower() == "<a":
            for token in Tokenizer(text[region.start : region.end]).tokens():
                if isinstance(token, StartTag):
                    for one in target_splices(text[region.start : region.end], token, change):
                        yield Splice(one.start + region.start, one.end + region.start, one.text)
            return
        inline = 0 < region.start - link.end < 25 and _BEFORE_TARGET.fullmatch(text, link.end, region.start)
        defined = _BEFORE_DEFINED.search(text, max(region.start - 24, 0), region.start)
        spelt = _spelt(text, region, link) if inline or defined else None
        if spelt is not None:
            if follows(change, link.url) and link.url != change.url:
                yield Splice(region.start, region.start + len(spelt), _target(change.url))
            return


def _spelt(text: str, region: Region, link: Link) -> str | None:
    """The target as the source spells it, without a title after it; None when the region is not that link's."""
    whole = text[region.start : region.end]
    ways = (whole.partition(">")[0], whole.split(None, 1)[0] if whole.strip() else "", whole.rstrip())
    return next((way for way in ways if way and unescape(way) == link.url), None)


def _plain(url: str) -> str:
    """A URL as it stands in text: what would read as a character reference is spelled out."""
    return _ACTIVE.sub("&amp;", url)


def _target(url: str) -> str:
    """A URL as a link's target: brackets that do not pair would end it."""
    paired = url.count("(") == url.count(")") and url.find(")") >= url.find("(")
    escaped = url if paired and "\\" not in url else _IN_TARGET.sub(r"\\\g<0>", url)
    return _ACTIVE.sub("&amp;", escaped)
