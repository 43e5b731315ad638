"""Looks one URL up on the live web: follows it, and tells what came of it.

A URL goes in; a `LiveCheck` comes out, with the page for comparison. One GET for a page that is fine. What the answers
come to is worked out in `answers.py`, which is loaded with the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from verifier.checks.follow import follow
from verifier.model.evidence import LiveCheck, LiveResult, Sought
from verifier.web.exchange import Fetcher

if TYPE_CHECKING:
    from verifier.checks.answers import Answers

_LONGEST_MARK = 1000
"""Characters; servers refuse requests with long headers."""


class LiveChecker:
    """Checks URLs over `fetcher`. `accept` names, per host, status codes that the user counts as good.

    `seed` is what made-up addresses are drawn from; with the same one the same are asked for (None: a new one).
    """

    def __init__(
        self,
        fetcher: Fetcher,
        now: Callable[[], datetime],
        *,
        accept: Mapping[str, Collection[int]] | None = None,
        seed: str | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._now = now
        self._accept = accept or {}
        self._seed = seed

    @cached_property
    def _answers(self) -> Answers:
        """Made with the first answer: no request waits for what only answers need."""
        from verifier.checks.answers import Answers

        return Answers(self._fetcher, self._now, accept=self._accept, seed=self._seed)

    async def check(self, url: str, sought: Sought, *, patience: float | None = None) -> LiveCheck:
        """What the live web says of `url`; never raises for what a remote host does.

        `patience` is the longest wait, in seconds, before another try (None: the client's own).
        """
        conditions = _conditions(sought.known) if sought.known else {}
        chain = await follow(self._fetcher, url, headers=conditions, patience=patience)
        return await self._answers.told(chain, sought)


def _conditions(known: LiveResult) -> dict[str, str]:
    """The headers that ask for a page only if it has changed; what a server should never have sent is not sent back."""
    marks = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: mark for name, mark in marks.items() if mark and mark.isprintable() and len(mark) <= _LONGEST_MARK}
