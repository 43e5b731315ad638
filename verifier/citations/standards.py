"""Sources described after national standards that mark their parts with punctuation of their own.

In: a citation's own words. Out: a Description, or None when no such standard is followed. GOST R 7.0.5 sets ` // `
between a part and what holds it; GB/T 7714 sets the kind of source in brackets behind its title (`[EB/OL]`), and the
day of access in brackets behind the day of publication.
"""

from __future__ import annotations

import re

from verifier.citations.dates import dates_in, find_date
from verifier.citations.names import EDGES
from verifier.citations.quotes import single_spaced
from verifier.model.citation import Description
from verifier.model.dates import PartialDate
from verifier.model.patterns import compile_late

_GOST_AUTHOR = compile_late(r"\s*(?:[^\W\d_][\w’'-]+,?\s(?:[^\W\d_]\.\s?){1,2}(?:,\s|\s)?){1,4}")
_GOST_HOLDER_END = re.compile(r"[.:\[]\s|\s[—–]\s|,\s(?=\d)")
_GBT_KIND = re.compile(r"\s?\[(?:EB|DB|CP|[JNMRDCPSZG])(?:/(?:OL|CD|MT|DK))?\]")
_STOP = re.compile(r"[.．]")
_IN_BRACKETS = re.compile(r"\[(?P<date>[^\[\]]{6,24})\]")


def by_standard(before: str, after: str, accessed: PartialDate | None, *, quoted: bool) -> Description | None:
    """What `before` and `after` a citation say of it after GOST R 7.0.5 or GB/T 7714.

    `quoted`: the title stands in quotation marks, which tell it better than ` // ` does.
    """
    if " // " in before and not quoted:
        return _gost(before, after, accessed)
    kind = _GBT_KIND.search(before) if "[" in before else None
    return _gbt(before[: kind.start()], before[kind.end() :], accessed) if kind else None


def _gost(before: str, after: str, accessed: PartialDate | None) -> Description:
    """`Author A. A. Title // Journal. 2020. 5 мая.`"""
    head, _, tail = before.partition(" // ")
    found = find_date(tail) or find_date(after)
    author = _GOST_AUTHOR.match(head)
    return Description(
        title=_plain(head[author.end() if author else 0 :]),
        publisher=_plain(_GOST_HOLDER_END.split(tail, maxsplit=1)[0]),
        author=single_spaced(author[0].strip(" ,")) if author else None,
        date=found.date if found else None,
        accessed=accessed,
    )


def _gbt(head: str, rest: str, accessed: PartialDate | None) -> Description:
    """`作者．题名[EB/OL]．（2020-05-03）[2020-06-04]．`"""
    first, *others = _STOP.split(head, maxsplit=1)
    seen = next((found for one in _IN_BRACKETS.finditer(rest) if (found := find_date(one["date"]))), None)
    published = dates_in(_IN_BRACKETS.sub(" ", rest))
    return Description(
        title=_plain(others[0] if others else first),
        publisher=_plain(first) if others else None,
        date=published[0].date if published else None,
        accessed=seen.date if seen else accessed,
    )


def _plain(words: str) -> str | None:
    return single_spaced(words.strip(EDGES)) or None
