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
from verifier.model.evidence import LiveCheck, Page
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

    async def check(
        self,
        url: str,
        *,
        expected: Callable[[Page], bool | None] | None = None,
        quoted: Callable[[Page], bool] | None = None,
        patience: float | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        want_pdf: bool = False,
        fragments: Collection[str] = (),
    ) -> LiveCheck:
        """What the live web says of `url`; never raises for what a remote host does.

        `expected` tells whether a page bears what is cited, None where nothing can tell: a page that does is not
        suspected of being an error page, one that does not is. `quoted` tells whether words that are quoted stand in
        its text: then nothing withholds it. `patience` is the longest wait, in seconds, before
        another try (None: the client's own).

        `etag` and `last_modified` are those of the last good check of this very URL, without redirects: then an
        unchanged page is not sent again, and the result is `ok` with status 304 and no page.

        `want_pdf`: the words of a PDF are worth a second request, where the first brought only its beginning.
        `fragments`: parts of the page, or words in it, to which links point; the evidence tells what became of them.
        """
        conditions = {}
        if etag:
            conditions["If-None-Match"] = etag
        if last_modified:
            conditions["If-Modified-Since"] = last_modified
        chain = await follow(self._fetcher, url, headers=conditions, patience=patience)
        return await self._answers.told(
            chain,
            conditional=bool(conditions),
            expected=expected,
            quoted=quoted,
            want_pdf=want_pdf,
            fragments=fragments,
        )
