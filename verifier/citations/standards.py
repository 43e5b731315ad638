"""Sources described after national standards that mark their parts with punctuation of their own.

In: a citation's own words. Out: a Description, or None when no such standard is followed. GOST R 7.0.5 sets ` // `
between a part and what holds it, and ` / ` before who answers for a book; lists of Vancouver end authors in initials
without stops; GB/T 7714 sets the kind of source in brackets behind its title (`[EB/OL]`), and the day of access in
brackets behind the day of publication.
"""

from __future__ import annotations

import re

from verifier.citations.dates import dates_in, find_date
from verifier.citations.names import INITIALS, unfringed
from verifier.citations.quotes import single_spaced
from verifier.model.citation import Description
from verifier.model.dates import PartialDate
from verifier.model.patterns import compile_late

_GOST_AUTHOR = compile_late(r"\s*(?:[^\W\d_][\w’'-]+,?\s(?:[^\W\d_]\.\s?){1,2}(?:,\s|\s)?){1,4}")
_GOST_HOLDER_END = re.compile(r"[.:\[]\s|\s[—–]\s|,\s(?=\d)")
_GBT_KIND = re.compile(r"\s?\[(?P<kind>EB|DB|CP|[JNMRDCPSZG])(?:/(?:OL|CD|MT|DK))?\]")
_VANCOUVER = compile_late(
    r"^\s*(?P<authors>(?:(?:(?:de|van|von|der|la|le|el|al|di|da)\s){0,2}[^\W\d_][\w’'-]+"
    r"\s[A-Z]{1,3}(?:,\s|(?=\.\s)|(?=,?\set al)))+"
    r"(?:,?\s?et al)?)\.\s(?P<rest>[^\W\d_].*)$",
    re.DOTALL,
)
"""`Bell R, Cho S. Smoke and lungs. Lung J. 2018;12:44`: a Vancouver list's authors end in initials without stops."""
_STOPS = re.compile(r"[.?!](?:\s|$)")
_IMPRINT = re.compile(
    r"\.\s(?:[—–]\s)?(?P<place>[^\W\d_][^\d:,/]{0,30}?)\s?(?::\s?(?P<publisher>[^,:]{2,80}))?,\s(?P<year>(?:1[6-9]|20)\d\d)"
)
"""`. — М.: Издательство, 2020`, `. Київ, 2021`"""
_OF_ITS_KIND = re.compile(r"\s?:\s(?=[^\W\d_])(?P<kind>[^:]{3,30})$")
_STOP = re.compile(r"[.．]")
_HOLDER = re.compile(r"[.．]\s?(?P<name>[^\W\d][^,，.．\[\]]{1,40})[,，]")
"""The journal or newspaper: `[N/OL]. 城市日报, 2021-06-18`."""
_IN_BRACKETS = re.compile(r"\[(?P<date>[^\[\]]{6,24})\]")


def by_standard(before: str, after: str, accessed: PartialDate | None, *, quoted: bool) -> Description | None:
    """What `before` and `after` a citation say of it after GOST R 7.0.5 or GB/T 7714.

    `quoted`: the title stands in quotation marks, which tell it better than ` // ` does.
    """
    if " // " in before and not quoted:
        return _gost(before, after, accessed)
    slash = before.find(" / ")
    imprint = _IMPRINT.search(before, slash) if slash >= 0 else None
    if imprint:
        return _gost_book(before[: imprint.start()], imprint, accessed)
    listed = None if quoted else _VANCOUVER.match(before)
    if listed:
        return _vancouver(listed["authors"], listed["rest"], before, after, accessed)
    kind = _GBT_KIND.search(before) if "[" in before else None
    return _gbt(before[: kind.start()], kind["kind"], before[kind.end() :], accessed) if kind else None


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


def _gost_book(head: str, imprint: re.Match[str], accessed: PartialDate | None) -> Description:
    """`Author A. A. Title: доклад / Фонд «Река». — М.: Издательство, 2020. — 56 с.`"""
    title, _, responsible = head.partition(" / ")
    author = _GOST_AUTHOR.match(title)
    title = title[author.end() if author else 0 :]
    kind = _OF_ITS_KIND.search(title)
    found = find_date(imprint["year"])
    body = None if INITIALS.search(responsible) else single_spaced(responsible)
    return Description(
        title=_plain(title[: kind.start()] if kind and kind["kind"].islower() else title),
        publisher=_plain(imprint["publisher"]) if imprint["publisher"] else body,
        author=single_spaced(author[0].strip(" ,")) if author else None,
        date=found.date if found else None,
        accessed=accessed,
    )


def _vancouver(authors: str, rest: str, before: str, after: str, accessed: PartialDate | None) -> Description:
    """`Bell R, Cho S. Title. Journal. 2018;12:44-51. doi:`"""
    dated = dates_in(before)
    date = dated[-1] if dated else find_date(after)
    title, *others = _STOPS.split(rest)
    holder = _plain(others[0]) if len(others) > 1 and not others[0][:1].isdigit() else None
    return Description(_plain(title), holder, authors, date.date if date else None, accessed)


def _gbt(head: str, kind: str, rest: str, accessed: PartialDate | None) -> Description:
    """`作者．题名[EB/OL]．（2020-05-03）[2020-06-04]．`"""
    first, *others = _STOP.split(head, maxsplit=1)
    seen = next((found for one in _IN_BRACKETS.finditer(rest) if (found := find_date(one["date"]))), None)
    published = dates_in(_IN_BRACKETS.sub(" ", rest))
    holder = _HOLDER.match(rest) if kind in "JN" else None
    return Description(
        title=_plain(others[0] if others else first),
        publisher=_plain(holder["name"]) if holder else _plain(first) if others else None,
        author=_plain(first) if holder and others else None,
        date=published[0].date if published else None,
        accessed=seen.date if seen else accessed,
    )


def _plain(words: str) -> str | None:
    return single_spaced(unfringed(words)) or None
