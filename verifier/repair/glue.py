"""Recognises a sentence that is glued to the end of a link: `…/page.Next sentence`.

In: the plain reading. Out: the reading without the tail, and how probable it is that the tail is no part of the link.
Nothing else cuts a plain reading short: both readings stay candidates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.extensions import ENDING

if TYPE_CHECKING:
    from verifier.repair.reading import Reading

_TAIL = re.compile(r"[.!?](?P<word>[A-Z][a-z]{0,20}|[А-ЯЁ][а-яё]{0,20}|[Α-Ω][α-ωά-ώ]{0,20})\Z")
_EXTENSION = compile_late(rf"(?:{ENDING})\Z", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9][a-z0-9_~%-]*\Z")
_WHY = "a word with a capital is glued to the end after a full stop"


def find_tail(url: str) -> re.Match[str] | None:
    """What may be the beginning of a sentence at the end of a link, with the full stop before it."""
    return _TAIL.search(url[-24:])


def unglue(text: str, first: Reading) -> tuple[Reading, float] | None:
    """The reading of `first` without a sentence glued to it, and its probability; None when nothing looks glued."""
    tail = find_tail(first.url)
    if tail is None or _EXTENSION.match(tail["word"]) or text[first.end - len(tail[0]) : first.end] != tail[0]:
        return None
    url = first.url[: -len(tail[0])]
    if not syntax.is_url(url):
        return None
    return first._replace(end=first.end - len(tail[0]), url=url, why=(_WHY,)), _probability(url, tail["word"])


def _probability(url: str, word: str) -> float:
    _, _, rest = syntax.split(url)
    if not rest:
        return 0.05 if syntax.is_top(word) else 0.97
    if rest.endswith("/") or ("." in rest and _EXTENSION.match(rest.rpartition(".")[2])):
        return 0.97
    segment = rest.rpartition("/")[2]
    if len(word) == 1:
        return 0.05
    # A capital before the full stop, too, or a query: a name such as `St.Petersburg` or a class of a library.
    return 0.8 if _SLUG.match(segment) else 0.15
