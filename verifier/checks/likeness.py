"""Are two pages one? A page is compared with what its made-up sibling got, or with the host's home page.

The chain of a page and what was kept of the other answer go in; how alike they are comes out. Words are compared, not
bytes: pages tell the time, count their readers, and repeat the address that they were asked for. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from urllib.parse import unquote, urlsplit

from verifier.checks.follow import Chain
from verifier.checks.page.middle import Middle, read_middle
from verifier.checks.page.phrases import count_words, plain
from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late
from verifier.web.exchange import Response

_ONE_PAGE = 0.95  # share of words that two answers must have in common to be one and the same page
_MOSTLY = 0.8  # share of their own words that two short pages have in common, beside equal menus
_TOLD_BACK = 0.6  # the same, where both tell words back, and not only those of the address
_ONE_NAME = 0.5  # share of words below which two pages' headings name different things
_WORD = compile_late(r"[^\W_]+")
_COMPARED = 100_000  # characters whose lines are told apart
_MOST_OWN_LINES = 60
_TELLING_NAME = 5  # letters from which on a name in a page's words repeats the address


class Likeness(StrEnum):
    """What the sibling's answer tells of the page."""

    SAME = "same"  # both got the same: the page is an error page
    ECHO = "echo"  # the same, but that each tells back the words of its address
    REGRET = "regret"  # different around one line: that what was asked for is not there
    LINKS = "links"  # different in links alone: teasers change around what may be an error page
    DIFFERENT = "different"  # both succeed, with different pages
    HONEST = "honest"  # the host answers made-up names with an error, so its successes mean something
    UNKNOWN = "unknown"  # no sibling, walled, or forbidden: it neither clears nor convicts

    @property
    def alike(self) -> bool:
        """Whether both are one page, but for words that each of them tells back."""
        return self in (Likeness.SAME, Likeness.ECHO, Likeness.REGRET)


@dataclass(frozen=True, slots=True)
class Sibling:
    """The answer to a made-up name, as far as it is needed for comparison."""

    known: bool = False
    """Whether there is one: none, or a wall, or what must not be asked for, tells nothing."""
    status_code: int = 0
    final_url: str = ""
    hops: int = 0
    words: Counter[str] | None = None
    names: Counter[str] | None = None
    own: Counter[str] | None = None
    """The words of its own text and title, where there are few of them."""
    lines: frozenset[int] = frozenset()
    """The hashes of the lines of its own text."""
    said: Mapping[int, int] = field(default_factory=dict)
    """How many words the lines of its middle hold, beside links, by their hashes."""
    media: frozenset[str] = frozenset()
    """The addresses of the pictures, players and frames in its middle."""
    echoes: bool = False
    """Whether it tells the made-up name back."""
    requests: int = 0


def kept(chain: Chain, name: str, requests: int) -> Sibling:
    """What is kept of the answer to `name` at the end of `chain`, which took `requests` requests."""
    answer = chain.answer
    if not isinstance(answer, Response):
        return Sibling(requests=requests)
    read = chain.read
    middle = read_middle(answer.body, answer.headers.get("content-type"), chain.final_url) if read else Middle()
    return Sibling(
        known=True,
        status_code=answer.status_code,
        final_url=chain.final_url,
        hops=len(chain.hops),
        words=_words(chain, name) if read else None,
        names=_names(chain, name) if read else None,
        own=_own_words(chain, name),
        said=lines_said(middle) if read else {},
        media=middle.media,
        lines=frozenset(map(hash, (*_lines(read), *_text(read)))) if read else frozenset(),
        echoes=read is not None and name in f"{read.names} {read.said}",
        requests=requests,
    )


def one_page(chain: Chain, other: Sibling) -> bool:
    """Whether nearly all words are the same, whatever they are."""
    return chain.read is not None and other.words is not None and _share(_words(chain, ""), other.words) >= _ONE_PAGE


def likeness(chain: Chain, sibling: Sibling, *, searched: bool) -> Likeness:
    """Compare a page with its sibling's answer.

    A page that shows what a search found (`searched`) is also compared without the words of its address.
    """
    if not sibling.known or sibling.status_code in (401, 403, 429) or sibling.status_code >= 500:
        return Likeness.UNKNOWN
    if sibling.status_code >= 400:
        return Likeness.HONEST
    if chain.hops and len(chain.hops) == sibling.hops and _bare(chain.final_url) == _bare(sibling.final_url):
        return Likeness.SAME
    if chain.read is None or sibling.words is None:
        return Likeness.UNKNOWN
    if _alike(chain, sibling, told_back=sibling.echoes):
        echoes = sibling.echoes or (searched and _words(chain, _own_name(chain)) != sibling.words)
        return Likeness.ECHO if echoes else Likeness.SAME
    return Likeness.ECHO if searched and _alike(chain, sibling, told_back=True) else Likeness.DIFFERENT


def lines_of_its_own(chain: Chain, sibling: Sibling) -> tuple[str, ...]:
    """The lines of a page that its sibling's answer has not, where that tells nothing back.

    Registers and catalogues say 600 words around a record of 20: what they show is in the lines that change.
    """
    read = chain.read
    if read is None or not sibling.lines or sibling.echoes:
        return ()
    own = (line for line in _lines(read) if hash(line) not in sibling.lines)
    return tuple(islice(own, _MOST_OWN_LINES))


def lines_said(middle: Middle) -> dict[int, int]:
    """How many words the lines of a middle hold, beside links, by their hashes."""
    return {hash(line): count_words(line) for line in middle.whole.split("\n")}


def _lines(read: ReadPage) -> list[str]:
    """The lines of a page's own text, without links that stand alone where there are few words."""
    return _text(read) if read.unlinked is None else read.unlinked.split("\n")


def _text(read: ReadPage) -> list[str]:
    return read.page.text[:_COMPARED].split("\n")


def _alike(chain: Chain, sibling: Sibling, *, told_back: bool) -> bool:
    """Whether nearly all words are the same, and the headings do not name different things above the same menus.

    With `told_back`, the words of the address are passed over.
    """
    own_name = _own_name(chain)
    passed = _pieces(own_name) if told_back else frozenset()
    words, others = (_without(one or Counter(), passed) for one in (_words(chain, own_name), sibling.words))
    names, other_names = (_without(one or Counter(), passed) for one in (_names(chain, own_name), sibling.names))
    one_thing = not names or not other_names or _share(names, other_names) >= _ONE_NAME
    return one_thing and _share(words, others) >= _ONE_PAGE and _say_the_same(chain, sibling, passed)


def _say_the_same(chain: Chain, sibling: Sibling, passed: frozenset[str]) -> bool:
    """Whether the few words of their own, if both have but few, are mostly the same: long menus outweigh them."""
    own = _own_words(chain, _own_name(chain))
    if own is None or sibling.own is None:
        return True
    least = _TOLD_BACK if passed else _MOSTLY
    return _share(_without(own, passed), _without(sibling.own, passed)) >= least


def _own_name(chain: Chain) -> str:
    """The last part of the cited address."""
    return urlsplit(chain.urls[0]).path.rpartition("/")[2]


def _telling(name: str) -> str:
    """`name` as the words of a page that repeat it hold it; "" where many other words hold it, as "a"."""
    return name.lower() if len(name) >= _TELLING_NAME else ""


def _words(chain: Chain, name: str) -> Counter[str]:
    """The words of a page, without those that only repeat the address asked for."""
    read = chain.read
    return _counted(f"{read.page.title or ''} {read.shown}" if read else "", name)


def _own_words(chain: Chain, name: str) -> Counter[str] | None:
    """The words of a short page's own text and title, without those that only repeat the address asked for."""
    read = chain.read
    if read is None or read.unlinked is None:
        return None
    return _counted(f"{read.page.title or ''} {read.unlinked}", name)


def _names(chain: Chain, name: str) -> Counter[str]:
    """The words of a page's headings, without those that only repeat the address asked for, and without numbers."""
    telling = _telling(name)
    headings = plain(" ".join(chain.read.page.headings)) if chain.read else ""
    return Counter(word for word in headings.split() if not word.isdigit() and (not telling or telling not in word))


def _counted(text: str, name: str) -> Counter[str]:
    """How often `text` holds each of its words, but for those that only repeat `name`."""
    telling = _telling(name)
    return Counter(word for word in text.lower().split() if not telling or telling not in word)


def _pieces(name: str) -> frozenset[str]:
    """The words of an address's last part."""
    return frozenset(_WORD.findall(plain(unquote(name))))


def _without(words: Counter[str], told_back: frozenset[str]) -> Counter[str]:
    """`words` without those that only tell words of the address back."""
    if not told_back:
        return words
    return Counter({word: n for word, n in words.items() if told_back.isdisjoint(_WORD.findall(word))})


def _share(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _bare(url: str) -> str:
    return url.partition("#")[0]
