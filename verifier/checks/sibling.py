"""The sibling probe: what does the same place answer to a name that cannot exist?

The chain of a suspicious page goes in; what its made-up sibling tells of it comes out. A host that serves success for
everything gives itself away by answering both alike (Bar-Yossef and others, WWW 2004). The sibling stands in the same
directory and bears the same extension, since many hosts route by them; one is asked per directory and run.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from verifier.checks.follow import MOST_BODY, MOST_OTHER, Chain, follow, read_answer
from verifier.checks.once import Once
from verifier.checks.page.phrases import plain
from verifier.checks.robots import Robots
from verifier.checks.sibling_places import Place, place_of
from verifier.checks.signs.blocks import blocked
from verifier.checks.signs.gates import access_gate
from verifier.checks.signs.walls import bot_wall
from verifier.model.patterns import compile_late
from verifier.web.exchange import Fetcher, Request, Response

_ONE_PAGE = 0.95  # share of words that two answers must have in common to be one and the same page
_MOSTLY = 0.8  # share of their own words that two short pages have in common, beside equal menus
_TOLD_BACK = 0.6  # the same, where both tell words back, and not only those of the address
_ONE_NAME = 0.5  # share of words below which two pages' headings name different things
_WORD = compile_late(r"[^\W_]+")
_TELLING_NAME = 5  # letters from which on a name in a page's words repeats the address
PATIENCE = 5.0
"""Seconds that a question nobody cited waits before another try."""


class Likeness(StrEnum):
    """What the sibling's answer tells of the page."""

    SAME = "same"  # both got the same: the page is an error page
    ECHO = "echo"  # the same, but that each tells back the words of its address
    DIFFERENT = "different"  # both succeed, with different pages
    HONEST = "honest"  # the host answers made-up names with an error, so its successes mean something
    UNKNOWN = "unknown"  # no sibling, walled, or forbidden: it neither clears nor convicts

    @property
    def alike(self) -> bool:
        """Whether both are one page, but for words that each of them tells back."""
        return self in (Likeness.SAME, Likeness.ECHO)


@dataclass(frozen=True, slots=True)
class _Sibling:
    """The answer to a made-up name, as far as it is needed for comparison."""

    known: bool
    status_code: int = 0
    final_url: str = ""
    hops: int = 0
    words: Counter[str] | None = None
    names: Counter[str] | None = None
    own: Counter[str] | None = None
    """The words of its own text and title, where there are few of them."""
    echoes: bool = False
    """Whether it tells the made-up name back."""
    requests: int = 0


class SiblingProbe:
    """Asks for siblings over `fetcher`. `name` makes up their names, one for each place.

    Without it they are drawn from `seed`: a place gets the same name from the same seed, and from no other.
    """

    def __init__(self, fetcher: Fetcher, *, name: Callable[[str], str] | None = None, seed: str | None = None) -> None:
        self._fetcher = fetcher
        self._robots = Robots(fetcher)
        seed = seed or secrets.token_hex(16)
        self._name = name or (lambda place: _made_up(seed + place))
        self._siblings: Once[_Sibling] = Once()
        self._homes: Once[_Sibling] = Once()

    async def at_home(self, chain: Chain) -> tuple[bool, int]:
        """Whether the host's home page, too, is the page at the end of `chain`; and how many requests it took.

        A home page that redirects, fails, stands behind a wall or must not be asked for is not that page.
        """
        parts = urlsplit(chain.final_url)
        origin = f"{parts.scheme}://{parts.netloc}"
        home, asked = await self._homes.ask(origin, lambda: self._ask_home(f"{origin}/"))
        if chain.read is None or home.words is None:
            return False, home.requests * asked
        return _share(_words(chain, ""), home.words) >= _ONE_PAGE, home.requests * asked

    async def _ask_home(self, url: str) -> _Sibling:
        allowed, requests = await self._robots.allow(url)
        if not allowed:
            return _Sibling(known=False, requests=requests)
        answer = await self._fetcher.fetch(Request(url, max_body=MOST_BODY, max_other=MOST_OTHER, patience=PATIENCE))
        requests += answer.requests
        if not isinstance(answer, Response) or not 200 <= answer.status_code < 300:
            return _Sibling(known=False, requests=requests)
        chain = Chain((url,), (), answer, read_answer(answer))
        words = _words(chain, "") if chain.read else None
        return _Sibling(known=True, status_code=answer.status_code, words=words, requests=requests)

    async def compare(self, chain: Chain, *, searched: bool = False) -> tuple[Likeness, int]:
        """What the sibling of the cited page at the beginning of `chain` tells of the page at its end.

        Also returns how many requests it took, 0 when the sibling was known already. A page that shows what a search
        found (`searched`) is also compared without the words of its address.
        """
        place = place_of(urlsplit(chain.urls[0]))
        if place is None:
            return Likeness.UNKNOWN, 0
        sibling, asked = await self._siblings.ask(place.key, lambda: self._ask(place))
        return likeness(chain, sibling, searched=searched), sibling.requests * asked

    async def _ask(self, place: Place) -> _Sibling:
        name = self._name(place.key)
        url = place.filled(name)
        allowed, requests = await self._robots.allow(url)
        if not allowed:
            return _Sibling(known=False, requests=requests)
        chain = await follow(self._fetcher, url, patience=PATIENCE)
        answer = chain.answer
        walled = isinstance(answer, Response) and (
            bot_wall(answer, chain.read)
            or access_gate(chain.urls, answer.status_code, chain.read)
            or (chain.read is not None and blocked(chain.read))
        )
        if not isinstance(answer, Response) or chain.stop is not None or walled:
            return _Sibling(known=False, requests=requests + chain.requests)
        words = _words(chain, name) if chain.read else None
        return _Sibling(
            known=True,
            status_code=answer.status_code,
            final_url=chain.final_url,
            hops=len(chain.hops),
            words=words,
            names=_names(chain, name) if chain.read else None,
            own=_own_words(chain, name),
            echoes=chain.read is not None and name in f"{chain.read.names} {chain.read.said}",
            requests=requests + chain.requests,
        )


def likeness(chain: Chain, sibling: _Sibling, *, searched: bool = False) -> Likeness:
    """Compare a page with its sibling's answer; `searched` as for `SiblingProbe.compare`."""
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


def _alike(chain: Chain, sibling: _Sibling, *, told_back: bool) -> bool:
    """Whether nearly all words are the same, and the headings do not name different things above the same menus.

    With `told_back`, the words of the address are passed over.
    """
    own_name = _own_name(chain)
    passed = _pieces(own_name) if told_back else frozenset()
    words, others = (_without(one or Counter(), passed) for one in (_words(chain, own_name), sibling.words))
    names, other_names = (_without(one or Counter(), passed) for one in (_names(chain, own_name), sibling.names))
    one_thing = not names or not other_names or _share(names, other_names) >= _ONE_NAME
    return one_thing and _share(words, others) >= _ONE_PAGE and _say_the_same(chain, sibling, passed)


def _say_the_same(chain: Chain, sibling: _Sibling, passed: frozenset[str]) -> bool:
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


def _made_up(seed: str) -> str:
    """25 letters that nobody will have used as a name."""
    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("a") + byte % 26) for byte in digest[:25])
