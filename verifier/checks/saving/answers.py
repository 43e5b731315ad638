"""Reads what Save Page Now says: the account's allowance, what became of a form, how a job stands. Pure.

In: a response. Out: a value; `UNREADABLE` for what is none of its answers. Errors come with HTTP 200 as a rule, at the
form as well as at the job, so that the words count, not the status.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from verifier.checks.saving.errors import BAD_KEYS, NOT_TAKEN, UNCLEAR, Trouble, captured_an_error, trouble
from verifier.web.exchange import Response

_KEPT = re.compile(r"(?i)same snapshot had been made")
_LATE = re.compile(
    r"(?i)capture will start in\s+\D{0,3}(?:(\d{1,9})\s*hours?,?\s*)?(?:(?:and\s+)?(\d{1,9})\s*minutes?)?"
)
_FIRST_ERROR = 400
_TIMESTAMP = re.compile(r"\d{14}", re.ASCII)
_JOB = re.compile(r"\w[\w.:-]{0,199}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the account may still do; None for what the service did not say."""

    available: int | None = None
    """Captures that may be under way at once, beside those that are."""
    daily: int | None = None
    daily_limit: int | None = None

    @property
    def left_today(self) -> int | None:
        """Captures that the account has left today, never negative; None when that is not known."""
        if self.daily is None or self.daily_limit is None:
            return None
        return max(0, self.daily_limit - self.daily)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The form was taken. `kept`: in place of a new capture there is one made shortly before.

    `job` is None where the service named none; `starts_in` is how many seconds it says the capture has to wait.
    """

    job: str | None
    kept: bool = False
    starts_in: float = 0.0


@dataclass(frozen=True, slots=True)
class Pending:
    """The job is under way."""


@dataclass(frozen=True, slots=True)
class Captured:
    """The job is done: the capture's 14-digit time."""

    timestamp: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What went wrong, under the service's own name for it."""

    trouble: Trouble
    code: str | None = None


def read_allowance(response: Response) -> Allowance | Refused:
    """The account's figures; `Refused` when the keys were not accepted, or nothing usable came."""
    said = _said(response)
    if response.status_code in (401, 403):
        return Refused(BAD_KEYS)
    if said is None or response.status_code != 200:
        return Refused(NOT_TAKEN, f"HTTP {response.status_code}")
    numbers = (said.get(name) for name in ("available", "daily_captures", "daily_captures_limit"))
    return Allowance(*(number if isinstance(number, int) and number >= 0 else None for number in numbers))


def read_submission(response: Response) -> Accepted | Refused:
    """What became of a form."""
    said = _said(response)
    if response.status_code == 401:
        return Refused(BAD_KEYS)
    if said is None:
        # An error page, of the service or of what stands before it: the form may have been acted on all the same.
        return Refused(UNCLEAR, f"HTTP {response.status_code}")
    message = _text(said, "message")
    job = _text(said, "job_id")
    if _KEPT.search(message):
        return Accepted(job if _JOB.fullmatch(job) else None, kept=True)
    if said.get("status") == "error" or not _JOB.fullmatch(job):
        return _refused(said, message, response)
    return Accepted(job, starts_in=_starts_in(message))


def read_status(response: Response) -> Pending | Captured | Refused:
    """How a job stands."""
    said = _said(response)
    if response.status_code == 401:
        return Refused(BAD_KEYS)
    if said is None:
        return Refused(trouble("error:job-not-found"), "job-not-found") if response.status_code == 404 else Pending()
    timestamp = _text(said, "timestamp")
    if said.get("status") == "success" and _TIMESTAMP.fullmatch(timestamp):
        status = said.get("http_status")
        if isinstance(status, int) and status >= _FIRST_ERROR:
            return Refused(captured_an_error(status), f"HTTP {status}")
        return Captured(timestamp)
    if said.get("status") in ("error", "success"):
        return _refused(said, _text(said, "message"), response)
    return Pending()


def _refused(said: dict[str, Any], message: str, response: Response) -> Refused:
    code = _text(said, "status_ext") or (f"HTTP {response.status_code}" if response.status_code >= 400 else None)
    if code and code.startswith("HTTP "):
        return Refused(trouble(None, message), code)
    return Refused(trouble(code, message), code)


def _starts_in(message: str) -> float:
    found = _LATE.search(message)
    if found is None:
        return 0.0
    return int(found[1] or 0) * 3600.0 + int(found[2] or 0) * 60.0


def _said(response: Response) -> dict[str, Any] | None:
    try:
        said = json.loads(response.body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    return value[:2000] if isinstance(value, str) else ""
