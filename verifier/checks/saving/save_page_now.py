"""Has the Wayback Machine capture pages: Save Page Now 2, with the keys of the user's own account.

In: addresses, one at a time. Out: what the service says of each, as values; `NoAnswerError` where it says nothing that
can be used. Which pages, how many at once and what to do about errors is for `pipeline/save_jobs.py`. The older way, a
GET of /save/ADDRESS as waybackpy does it, is answered with 429 these days, whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from verifier.checks.archive.ask import INDEX, JOB, SHORT, SUBMIT, ArchiveLine, Errand, NoAnswerError
from verifier.checks.archive.cdx import query_url, read_listing
from verifier.checks.archive.look import CaptureReader, Reading
from verifier.checks.archives import WAYBACK, Archive
from verifier.checks.saving.answers import (
    Accepted,
    Allowance,
    Captured,
    Pending,
    Refused,
    read_allowance,
    read_status,
    read_submission,
)
from verifier.model.errors import UsageError
from verifier.web.exchange import Fetcher, Request
from verifier.web.limits import ServiceLimits

ACCESS_NAME, SECRET_NAME = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"
"""The environment variables that the Internet Archive's own tool reads its keys from."""

_KEYS_PAGE = "https://archive.org/account/s3.php"
_BASE = f"https://{WAYBACK}"
_SECONDS = 300.0
_CLOCKS_DIFFER = timedelta(minutes=2)
_KEY = re.compile(r"[\x21-\x39\x3b-\x7e]{1,200}")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of an account at the Internet Archive. Neither is ever shown."""

    access: str = field(repr=False)
    secret: str = field(repr=False)

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Keys:
        """The keys in the environment. Raises UsageError, without repeating any of them, when they are not usable."""
        found = [environment.get(name, "").strip() for name in (ACCESS_NAME, SECRET_NAME)]
        missing = [name for name, key in zip((ACCESS_NAME, SECRET_NAME), found, strict=True) if not key]
        hint = f"Set {ACCESS_NAME} and {SECRET_NAME}; an account's keys are at {_KEYS_PAGE}."
        if missing:
            raise UsageError(f"{' and '.join(missing)} not set: captures are made for an account only", hint)
        if not all(_KEY.fullmatch(key) for key in found):
            raise UsageError(f"{ACCESS_NAME} or {SECRET_NAME} holds characters that no key has", hint)
        return cls(*found)


class SavePageNow:
    """One for a run; it shares `limits` with nobody else who asks that archive meanwhile."""

    def __init__(
        self,
        fetcher: Fetcher,
        limits: ServiceLimits,
        now: Callable[[], datetime],
        keys: Keys,
    ) -> None:
        self.service = WAYBACK
        self._archive = Archive(WAYBACK, f"{_BASE}/web", f"{_BASE}/cdx/search/cdx")
        self._line = ArchiveLine(fetcher, limits, now)
        self._reader = CaptureReader(self._archive, self._line)
        self._now = now
        self._headers = {"Accept": "application/json", "Authorization": f"LOW {keys.access}:{keys.secret}"}

    async def allowance(self) -> Allowance | Refused:
        """What the account may still do today; raises NoAnswerError."""
        url = f"{_BASE}/save/status/user?_t={int(self._now().timestamp())}"  # past any cache
        errand = Errand(url, _SECONDS)
        return read_allowance(await self._line.ask(JOB, self._request(url), errand))

    async def submit(self, url: str, *, unless_within: str | None = None) -> Accepted | Refused:
        """Ask for a capture of `url`, unless there is one made within that time ("1d"); raises NoAnswerError.

        The form goes out once: when the error says `acted`, it may have been taken all the same.
        """
        form = {"url": url, "skip_first_archive": "1"}
        if unless_within is not None:
            form["if_not_archived_within"] = unless_within
        errand = Errand(url, _SECONDS)
        response = await self._line.ask(SUBMIT, self._request(f"{_BASE}/save", form), errand)
        return read_submission(response)

    async def status(self, job: str, url: str) -> Pending | Captured | Refused:
        """How a job for `url` stands; raises NoAnswerError."""
        errand = Errand(url, _SECONDS)
        address = f"{_BASE}/save/status/{job}"
        return read_status(await self._line.ask(JOB, self._request(address), errand))

    async def captured_since(self, url: str, moment: datetime) -> str | None:
        """The time of a good capture made since `moment`, by playback and index; None where none is to be seen yet.

        A fresh capture may take minutes, in the index up to a day, to be seen: None proves nothing.
        """
        earliest = f"{(moment - _CLOCKS_DIFFER).astimezone(UTC):%Y%m%d%H%M%S}"
        latest = f"{self._now().astimezone(UTC):%Y%m%d%H%M%S}"
        errand = Errand(url, _SECONDS)
        try:
            found = await self._reader.read(latest, url, errand, want_page=False)
            if isinstance(found, Reading) and found.why_bad is None and found.memento.timestamp >= earliest:
                return found.memento.timestamp
            request = Request(query_url(self._archive.index, url, latest, good_only=True), max_body=SHORT)
            response = await self._line.ask(INDEX, request, errand)
        except NoAnswerError:
            return None
        listing = read_listing(response.body) if response.status_code == 200 and response.complete else None
        times = (capture.timestamp for capture in (listing.captures if listing else ()))
        return max((time for time in times if time >= earliest), default=None)

    def _request(self, url: str, form: Mapping[str, str] | None = None) -> Request:
        """A request in the user's name."""
        return Request(url, self._headers, max_body=SHORT, form=form)

    def copy(self, timestamp: str, url: str) -> str:
        """The address at which readers see a capture."""
        return self._archive.copy(timestamp, url)
