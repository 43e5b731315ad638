"""Save Page Now 2 of the simulated Wayback Machine: forms in, jobs out, captures that appear in the archive.

As `archive-protocol` and clients of the real service describe it: errors come with HTTP 200, at the form and at the
job; a job's name follows from the URL; a capture made shortly before is given back with a message, which is no failure;
some errors hide a success. In: one request. Out: `Answer`s. What a page does to the service is told by `Snag`s.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote

from tests.web.archive_faults import ANSWERS, Answer, html

ACCESS, SECRET = "AccessForTests", "SecretForTests"
"""The keys of the one account that the simulated service knows."""


@dataclass(slots=True)
class Snag:
    """What goes wrong with `url` (None: with every page), so many `times` (None: always).

    At the form: `submit` is a key of `ANSWERS` or an error code. Afterwards: `job` is the error code that the job ends
    with, "never" (it stays pending) or "lost" (it is not known any more). With `captured`, the page is captured all the
    same. `late`: the message says that it begins in so many seconds; it takes so long.
    """

    url: str | None = None
    submit: str | None = None
    job: str | None = None
    captured: bool = False
    times: int | None = None
    late: int = 0
    retry_after: str | None = None

    def strikes(self, url: str) -> bool:
        """Whether it hits this page now; counts it if so."""
        if self.times == 0 or self.url not in (None, url):
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass(slots=True)
class Job:
    """One capture: when it began, on the clock, when it ends, and what it ends with."""

    url: str
    name: str
    ends: float
    ending: str | None
    captured: bool
    timestamp: str | None = None


class Asked(NamedTuple):
    """One line of the log: the clock's reading, what was asked ("submit", "status", "user") and about what."""

    at: float
    what: str
    about: str
    form: Mapping[str, str]


@dataclass(slots=True)
class SavePageNow:
    """The service. `capture(url, moment)` puts a capture into the archive; `captured(url)` gives those it holds.

    `available` jobs at once and `per_minute` forms are taken, `daily_limit` captures a day of the account, and
    `daily_of_url` of one page. `seconds` is how long a capture takes.
    """

    capture: Callable[[str, datetime], str]
    captured: Callable[[str], Iterable[str]]
    clock: Callable[[], float]
    now: Callable[[], datetime]
    snags: list[Snag] = field(default_factory=list)
    seconds: float = 0.0
    available: int = 8
    per_minute: int = 12
    daily: int = 0
    daily_limit: int = 30_000
    daily_of_url: int = 5
    names_the_job: bool = True
    log: list[Asked] = field(default_factory=list)
    jobs: dict[str, Job] = field(default_factory=dict)
    most_at_once: int = 0
    refused: int = 0
    """Forms that came faster than is allowed."""

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The answer to one request below /save."""
        named = {name.lower(): value for name, value in headers.items()}
        if method == "GET" and not path.startswith("/save/status"):
            return ANSWERS["429"]
        if named.get("authorization") != f"LOW {ACCESS}:{SECRET}":
            return _json(401, message="You need to be logged in to use Save Page Now.")
        if "json" not in named.get("accept", ""):
            return Answer(200, [("Content-Type", "text/html")], html("Save Page Now", "<p>Saving page</p>"))
        self._end_jobs()
        if method == "POST" and path == "/save":
            return self._submit(dict(parse_qsl(body.decode(), keep_blank_values=True)))
        about = unquote(path.partition("?")[0].removeprefix("/save/status").strip("/"))
        self._note("user" if about == "user" else "status", about)
        if about == "user":
            busy = self._busy()
            return _json(
                200, available=max(0, self.available - busy), processing=busy,
                daily_captures=self.daily, daily_captures_limit=self.daily_limit,
            )  # fmt: skip
        return self._status(about)

    def submissions(self) -> list[Asked]:
        """The forms that came, those refused at once included."""
        return [asked for asked in self.log if asked.what == "submit"]

    def _note(self, what: str, about: str, form: Mapping[str, str] | None = None) -> None:
        self.log.append(Asked(self.clock(), what, about, form or {}))

    def _submit(self, form: dict[str, str]) -> Answer:
        url = form.get("url", "")
        self._note("submit", url, form)
        lately = [a for a in self.submissions() if a.at > self.clock() - 60]
        if len(lately) > self.per_minute:
            self.refused += 1
            return ANSWERS["429"]
        snag = next((one for one in self.snags if (one.submit or one.job or one.late) and one.strikes(url)), None)
        if snag and snag.submit:
            return self._refuse(url, snag)
        kept = self._kept(url, form.get("if_not_archived_within", "30m"))
        name = "spn2-" + hashlib.sha1(url.encode()).hexdigest()
        if kept:
            self.jobs[name] = Job(url, name, self.clock(), None, captured=False, timestamp=kept)
            said = "The same snapshot had been made 2 minutes ago. You can make new capture of this URL after 1 hour."
            return _json(200, url=url, job_id=name if self.names_the_job else None, message=said)
        refusal = self._limit(url)
        if refusal:
            return refusal
        self.daily += 1
        seconds = snag.late if snag and snag.late else self.seconds
        ending = snag.job if snag else None
        ends = float("inf") if ending == "never" else self.clock() + seconds
        self.jobs[name] = Job(url, name, ends, ending, captured=ending is None or (snag is not None and snag.captured))
        self.most_at_once = max(self.most_at_once, self._busy())
        late = {"message": f"The capture will start in ~{seconds // 60:.0f} minutes because of overload."}
        return _json(200, url=url, job_id=name, **(late if snag and snag.late else {}))

    def _refuse(self, url: str, snag: Snag) -> Answer:
        assert snag.submit is not None
        if snag.captured:
            self.capture(url, self.now())
        if snag.submit.startswith("error:"):
            return _json(200, status="error", status_ext=snag.submit, message=f"It went wrong: {snag.submit}", url=url)
        if snag.submit == "523":
            return Answer(523, [("Content-Type", "text/html")], html("523", "<h1>Origin is unreachable</h1>"))
        status, headers, body = ANSWERS[snag.submit]
        more = [("Retry-After", snag.retry_after)] if snag.retry_after else []
        return Answer(status, [*headers, *more], body)

    def _limit(self, url: str) -> Answer | None:
        if self._busy() >= self.available:
            said = "You have already reached the limit of active Save Page Now sessions. Please wait for a minute."
            return _json(200, status="error", status_ext="error:user-session-limit", message=said)
        today = [job for job in self.jobs.values() if job.url == url]
        if len(today) >= self.daily_of_url:
            return _json(200, status="error", status_ext="error:too-many-daily-captures", message="Captured 5 times.")
        if self.daily >= self.daily_limit:
            said = f"You have reached your daily captures limit of ({self.daily_limit},) webpages."
            return _json(200, status="error", message=said)
        return None

    def _kept(self, url: str, within: str) -> str | None:
        since = (self.now() - _duration(within)).strftime("%Y%m%d%H%M%S")
        return max((stamp for stamp in self.captured(url) if stamp >= since), default=None)

    def _busy(self) -> int:
        return sum(1 for job in self.jobs.values() if job.ends > self.clock())

    def _end_jobs(self) -> None:
        for job in self.jobs.values():
            if job.captured and job.timestamp is None and job.ends <= self.clock():
                job.timestamp = self.capture(job.url, self.now())

    def _status(self, name: str) -> Answer:
        job = self.jobs.get(name)
        if job is None or job.ending == "lost":
            return _json(404, status="error", message=f"Job {name} not found", status_ext="error:job-not-found")
        if job.ends > self.clock():
            return _json(200, status="pending", job_id=name, resources=[])
        if job.ending is None:
            return _json(
                200, status="success", job_id=name, original_url=job.url, timestamp=job.timestamp,
                duration_sec=self.seconds, http_status=200, counters={"embeds": 3, "outlinks": 9}, outlinks=[],
            )  # fmt: skip
        return _json(
            200, status="error", job_id=name, status_ext=job.ending, exception="Exception",
            message=f"It went wrong: {job.ending}",
        )  # fmt: skip


def _json(http: int, **said: Any) -> Answer:
    return Answer(http, [("Content-Type", "application/json")], json.dumps(said).encode())


def _duration(text: str) -> timedelta:
    """ "3d 5h 20m", or seconds."""
    if text.isdigit():
        return timedelta(seconds=int(text))
    units = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
    return sum(
        (timedelta(**{units[unit]: int(number)}) for number, unit in re.findall(r"(\d+)([dhms])", text)), timedelta()
    )
