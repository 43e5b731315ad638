"""May a page that no letter cites be asked for? robots.txt decides (RFC 9309), asked once per origin and run.

A URL goes in, yes or no comes out. A cited page is asked for whatever robots.txt says, as a reader would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from verifier.checks.follow import follow
from verifier.checks.once import Once
from verifier.web.exchange import Fetcher, Response

if TYPE_CHECKING:
    from protego import Protego

_AGENT = "verifier"
_MOST_BYTES = 100_000  # of a robots.txt that are read
_MOST_WILDCARDS = 6  # in one line; more make matching expensive, and no honest file needs them


class Robots:
    """What the robots.txt of each origin allows."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: Once[Rules] = Once()

    async def allow(self, url: str) -> tuple[bool, int]:
        """Whether `url` may be asked for, and how many requests it took to know.

        No robots.txt allows everything; one that cannot be read, nothing.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules, asked = await self._rules.ask(origin, lambda: self._ask(origin))
        return rules.allow(url), rules.requests * asked

    async def _ask(self, origin: str) -> Rules:
        chain = await follow(self._fetcher, f"{origin}/robots.txt")
        answer = chain.answer
        if not isinstance(answer, Response) or answer.status_code >= 500 or answer.status_code == 429:
            rules = Rules(readable=False)
        elif not 200 <= answer.status_code < 300:
            rules = Rules()
        else:
            rules = Rules.parse(answer.body[:_MOST_BYTES].decode("utf-8", "replace"))
        rules.requests = chain.requests
        return rules


class Rules:
    """The rules of one robots.txt."""

    def __init__(self, parsed: Protego | None = None, *, readable: bool = True) -> None:
        self._parsed = parsed
        self._readable = readable
        self.requests = 0

    @classmethod
    def parse(cls, text: str) -> Rules:
        """Read a robots.txt. Never raises: what is no rule is passed over."""
        if any(line.count("*") > _MOST_WILDCARDS for line in text.splitlines()):
            return cls(readable=False)
        from protego import Protego

        return cls(Protego.parse(text))

    def allow(self, url: str) -> bool:
        """Whether the rules let this program ask for `url`."""
        if self._parsed is None:
            return self._readable
        return bool(self._parsed.can_fetch(url, _AGENT))
