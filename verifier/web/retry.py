"""Which answers are asked for again, when, and how often. Pure rules, and the one place that uses tenacity.

Only what may pass by itself is tried again: broken or refused connections, silence, a name server in trouble, 429 and
5xx. Whatever came last is the answer; nothing is raised.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from verifier.web.exchange import Answer, Failure, FailureKind, Headers, Response

if TYPE_CHECKING:
    from tenacity import RetryCallState

_ONCE_MORE = frozenset({FailureKind.CONNECT_REFUSED, FailureKind.CONNECT_TIMEOUT, FailureKind.READ_TIMEOUT})
_AS_OFTEN_AS_ALLOWED = frozenset({FailureKind.RESET, FailureKind.DNS_FAILURE, FailureKind.UNREACHABLE})
_LASTING = frozenset({501, 505, 506, 507, 508, 510, 511})  # 5xx that the next minute won't change
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 8.0


def retries_for(answer: Answer, most: int, *, patience: float | None = None) -> int:
    """How many further requests `answer` is worth, `most` at the very most.

    With `patience` (seconds), only tries that follow soon: what has just met silence is not asked again at once.
    """
    if isinstance(answer, Response):
        status = answer.status_code
        return most if status == 429 or (500 <= status < 600 and status not in _LASTING) else 0
    if patience is not None and _silence(answer):
        return 0
    if answer.kind in _ONCE_MORE or (answer.kind is FailureKind.DNS_FAILURE and answer.detail == "timeout"):
        return min(1, most)
    if answer.kind is FailureKind.DNS_FAILURE and answer.detail == "no_data":
        return 0
    return most if answer.kind in _AS_OFTEN_AS_ALLOWED else 0


def _silence(failure: Failure) -> bool:
    if failure.kind is FailureKind.DNS_FAILURE:
        return failure.detail == "timeout"
    return failure.kind in (FailureKind.CONNECT_TIMEOUT, FailureKind.READ_TIMEOUT)


def retry_after(headers: Headers, now: datetime) -> float | None:
    """Seconds that the server asks to be left alone (RFC 9110, 10.2.3: seconds or a date), or None."""
    text = headers.get("retry-after").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text[:64])
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)


def backoff(attempts: int, jitter: Callable[[], float] = random.random) -> float:
    """Seconds before the request after `attempts` of them: doubling from half a second, half of it at random."""
    wait = min(_FIRST_WAIT * 2.0 ** (attempts - 1), _LONGEST_WAIT)
    return wait * (0.5 + jitter() / 2)


async def again(
    first: Answer,
    ask: Callable[[], Awaitable[Answer]],
    *,
    most: int,
    patience: float | None = None,
    wait: Callable[[int, Answer], float],
    left: Callable[[], float],
    sleep: Callable[[float], Awaitable[None]],
) -> Answer:
    """Go on asking after `first`, as long as the last answer is worth it and the wait fits into `left()` seconds.

    `wait` gives the seconds before the next request from the number of those sent and the last answer.
    """
    from tenacity import AsyncRetrying

    prepaid: list[Answer] = [first]

    async def attempt() -> Answer:
        return prepaid.pop() if prepaid else await ask()

    def last(state: RetryCallState) -> Answer:
        assert state.outcome is not None  # noqa: S101 -- tenacity calls these only after an attempt
        answer: Answer = state.outcome.result()
        return answer

    def next_wait(state: RetryCallState) -> float:
        return wait(state.attempt_number, last(state))

    def stop(state: RetryCallState) -> bool:
        longest = left() if patience is None else min(left(), patience)
        worth = retries_for(last(state), most, patience=patience)
        return state.attempt_number > worth or state.upcoming_sleep >= longest

    retrying = AsyncRetrying(
        retry=lambda _state: True,  # `stop` says when
        wait=next_wait,
        stop=stop,
        sleep=sleep,
        retry_error_callback=last,
    )
    return await retrying(attempt)
