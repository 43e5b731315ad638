"""Does a page speak of what its address names? A host that welcomes every path alike shows a page that doesn't.

The address and the page's words go in, yes or no comes out. It is a reason to look twice, never a reason to condemn: an
address may be in another language than its page.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late

_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = compile_late(r"[^\W_]+")
_LONGEST_NAME = 300  # characters
_IDENTIFIER = compile_late(r"/10\.\d{4,9}/|/ark:/|/urn:", re.IGNORECASE)
_STEM = 5  # letters that words must share: "rivers" and "riverside", "Ernte" and "Ernten"
_SURELY = 2  # words that an address and a heading share by no chance
_SAYS_NOTHING = frozenset(
    "page pages view show html news node item file text blog blogs post posts main home docs docu read full "
    "topic topics tags index default article articles artikel article-detail story stories content contents "
    "document documents detail "
    "details display show viewer viewdoc download downloads publication publications report reports pages newsroom "
    "release releases press-release pressrelease press-releases archive archives print printview node entry items "
    "category about contact english francais deutsch espanol attachment attachments files resource resources library "
    "item abstract fulltext full-text html xhtml shtml aspx".replace("-", " ").split()
)


def speaks_of_its_address(url: str, read: ReadPage) -> bool:
    """Whether any telling word of the last part of the address is on the page; True when the address has none."""
    wanted = _telling_stems(url)
    if not wanted:
        return True
    if any(one in read.names for one in wanted):
        return True
    named = " ".join((read.page.title or "", *read.page.headings))
    text = f"{named} {read.page.text[:20_000]}".lower()
    if any(one in text for one in wanted):
        return True  # most pages do, and folding a text costs more than all else here
    text = _folded(text)
    if len(text.encode("ascii", "ignore")) * 2 < len(text):
        return True  # another script than the address can be written in
    return any(one in text for one in wanted)


def names_its_address(url: str, read: ReadPage) -> bool:
    """Whether title and headings hold most of the telling words of the address, and two of them at least."""
    wanted = _telling_stems(url)
    names = _folded(read.names)
    held = sum(one in names for one in wanted)
    return held >= _SURELY and held * 2 > len(wanted)


def spells(url: str, name: str) -> bool:
    """Whether the last part of the address holds all words of a title or heading: it was made for that name."""
    words = _ANY_WORD.findall(_folded(name[:_LONGEST_NAME]))
    return bool(words) and set(_ANY_WORD.findall(_folded(_last_part(url)[:_LONGEST_NAME]))).issuperset(words)


def _last_part(url: str) -> str:
    return unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]


def _telling_stems(url: str) -> set[str]:
    """How the telling words of the address's last part begin; none where it is made of codes."""
    path = unquote(urlsplit(url).path).rstrip("/")
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0] if "." in name else name
    stems = {word[:_STEM] for word in _WORD.findall(_folded(stem[:300])) if word not in _SAYS_NOTHING}
    return set() if stems and _IDENTIFIER.search(path) else stems


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.lower())
    for mark in filter(unicodedata.combining, set(folded)):  # of these there are few, of letters many
        folded = folded.replace(mark, "")
    return folded
