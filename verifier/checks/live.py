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
from verifier.model.evidence import LiveCheck, Sought
from verifier.web.exchange import Fetcher

if TYPE_CHECKING:
    from verifier.checks.answers import Answers


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
        conditions = {}
        if sought.known and sought.known.etag:
            conditions["If-None-Match"] = sought.known.etag
        if sought.known and sought.known.last_modified:
            conditions["If-Modified-Since"] = sought.known.last_modified
        chain = await follow(self._fetcher, url, headers=conditions, patience=patience)
        return await self._answers.told(chain, sought)
