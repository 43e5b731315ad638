"""The sibling probe: what does the same place answer to a name that cannot exist?

The chain of a suspicious page goes in; what its made-up sibling tells of it comes out. A host that serves success for
everything gives itself away by answering both alike (Bar-Yossef and others, WWW 2004). The sibling stands in the same
directory and bears the same extension, since many hosts route by them; one is asked per directory and run.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from verifier.checks.alike import middle_of
from verifier.checks.follow import MOST_BODY, MOST_OTHER, Chain, follow, read_answer
from verifier.checks.likeness import Likeness, Sibling, kept, likeness, lines_of_its_own, one_page
from verifier.checks.middles import differs_in_links_alone, says_more, says_nothing_else
from verifier.checks.once import Once
from verifier.checks.robots import Robots
from verifier.checks.sibling_places import Place, place_of
from verifier.checks.signs.blocks import blocked
from verifier.checks.signs.gates import access_gate
from verifier.checks.signs.walls import bot_wall
from verifier.web.exchange import Fetcher, Request, Response

PATIENCE = 5.0
"""Seconds that a question nobody cited waits before another try."""


class SiblingProbe:
    """Asks for siblings over `fetcher`. `name` makes up their names, one for each place.

    Without it they are drawn from `seed`: a place gets the same name from the same seed, and from no other.
    """

    def __init__(self, fetcher: Fetcher, *, name: Callable[[str], str] | None = None, seed: str | None = None) -> None:
        self._fetcher = fetcher
        self._robots = Robots(fetcher)
        seed = seed or secrets.token_hex(16)
        self._name = name or (lambda place: _made_up(seed + place))
        self._siblings: Once[Sibling] = Once()
        self._homes: Once[Sibling] = Once()

    async def at_home(self, chain: Chain) -> tuple[bool, int]:
        """Whether the host's home page, too, is the page at the end of `chain`; and how many requests it took.

        A home page that redirects, fails, stands behind a wall or must not be asked for is not that page.
        """
        parts = urlsplit(chain.final_url)
        origin = f"{parts.scheme}://{parts.netloc}"
        home, asked = await self._homes.ask(origin, lambda: self._ask_home(f"{origin}/"))
        return one_page(chain, home), home.requests * asked

    async def _ask_home(self, url: str) -> Sibling:
        allowed, requests = await self._robots.allow(url)
        if not allowed:
            return Sibling(requests=requests)
        answer = await self._fetcher.fetch(Request(url, max_body=MOST_BODY, max_other=MOST_OTHER, patience=PATIENCE))
        requests += answer.requests
        if not isinstance(answer, Response) or not 200 <= answer.status_code < 300:
            return Sibling(requests=requests)
        return kept(Chain((url,), (), answer, read_answer(answer)), "", requests)

    async def compare(
        self,
        chain: Chain,
        *,
        searched: bool = False,
        bears: Callable[[tuple[str, ...]], bool] | None = None,
        named: bool = False,
        below_home: bool = False,
    ) -> tuple[Likeness, int]:
        """What the sibling of the cited page at the beginning of `chain` tells of the page at its end.

        Also returns how many requests it took, 0 when the sibling was known already. A page that shows what a search
        found (`searched`) is also compared without the words of its address. `bears` tells whether lines bear the cited
        title: a page whose title stands where its sibling has other lines, or none, is not that answer. With `named`
        the sibling has a name also where the page has a number; with `below_home` a home page has one, too.
        """
        place = place_of(urlsplit(chain.urls[0]), named=named, below_home=below_home)
        if place is None:
            return Likeness.UNKNOWN, 0
        sibling, asked = await self._siblings.ask(place.key, lambda: self._ask(place))
        told = likeness(chain, sibling, searched=searched)
        if told.alike and place.by_number and not middle_of(chain).media <= sibling.media:
            told = Likeness.DIFFERENT  # a picture, a film, a map: its page has no other words than the next one's
        elif told is Likeness.SAME and bears is not None and chain.final_url != sibling.final_url:
            if bears(lines_of_its_own(chain, sibling)) or says_more(middle_of(chain), sibling):
                told = Likeness.DIFFERENT
        elif told is Likeness.DIFFERENT and says_nothing_else(middle := middle_of(chain), sibling):
            told = Likeness.REGRET
        elif told is Likeness.DIFFERENT and differs_in_links_alone(middle, sibling):
            told = Likeness.LINKS
        return told, sibling.requests * asked

    async def _ask(self, place: Place) -> Sibling:
        name = self._name(place.key)
        url = place.filled(name)
        allowed, requests = await self._robots.allow(url)
        if not allowed:
            return Sibling(requests=requests)
        chain = await follow(self._fetcher, url, patience=PATIENCE)
        answer = chain.answer
        walled = isinstance(answer, Response) and (
            bot_wall(answer, chain.read)
            or access_gate(chain.urls, answer.status_code, chain.read)
            or (chain.read is not None and blocked(chain.read))
        )
        if not isinstance(answer, Response) or chain.stop is not None or walled:
            return Sibling(requests=requests + chain.requests)
        return kept(chain, place.told_back(name), requests + chain.requests)


def _made_up(seed: str) -> str:
    """25 letters that nobody will have used as a name."""
    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("a") + byte % 26) for byte in digest[:25])
