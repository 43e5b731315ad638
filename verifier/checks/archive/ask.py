"""How one question is put to an archive: paced, tried again when that may help, given up in time.

In: an archive address and the errand it is asked for. Out: its answer as it stands, or `NoAnswerError` with the reason.
The rules come from what the Internet Archive's staff and heavy users have published about limits and bans; the HTTP
client's own retries are switched off, because they know nothing of those.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from verifier.web.exchange import Answer, Failure, FailureKind, Fetcher, Request, Response
from verifier.web.limits import CircuitOpenError, Rate, ServiceLimits
from verifier.web.pacing import Clock, Sleep
from verifier.web.retry import retry_after

PLAYBACK = "playback"
INDEX = "index"

SUBMIT = "submit"
JOB = "job"

RATES = {
    PLAYBACK: Rate(2.0, in_flight=4),
    INDEX: Rate(0.4, in_flight=1),
    SUBMIT: Rate(0.1, in_flight=1),
    JOB: Rate(1.0, in_flight=2),
}
"""Per second. The index allows 30 a minute and asks for 80 % of that; playback allows far more than is needed here.
Of captures, 6 a minute is the least that an account was ever allowed; how many at once, the service says itself."""

SHORT = 65_536
"""Bytes that are read of an answer to a short question."""

_BACKOFF = (2.0, 4.0, 8.0, 16.0)
"""Seconds before each further try after an error of the archive's own."""

_PASSING_STATUSES = frozenset({500, 502, 503, 504})
_SHUT_OUT = frozenset({FailureKind.CONNECT_REFUSED, FailureKind.RESET})
_PASSING = frozenset({FailureKind.READ_TIMEOUT, FailureKind.CONNECT_TIMEOUT, FailureKind.PROTOCOL})
_LASTING = frozenset(
    {FailureKind.NXDOMAIN, FailureKind.DNS_FAILURE, FailureKind.UNREACHABLE, FailureKind.TLS, FailureKind.PROXY}
)

_NEVER_SENT = _LASTING | {
    FailureKind.CONNECT_REFUSED,
    FailureKind.CONNECT_TIMEOUT,
    FailureKind.REFUSED_ADDRESS,
    FailureKind.GIVEN_UP,
    FailureKind.MALFORMED,
}


class NoAnswerError(Exception):
    """The archive gave nothing that could be used; `str()` says what happened, in plain words.

    `acted`: what was sent may have been acted on all the same.
    """

    def __init__(self, why: str, *, acted: bool = False) -> None:
        super().__init__(why)
        self.acted = acted


@dataclass(frozen=True, slots=True)
class Budget:
    """What one URL may cost: seconds of answers and backing off (not of waiting for a turn), and captures read."""

    seconds: float = 180.0
    request_timeout: float = 60.0
    captures: int = 8


@dataclass(slots=True)
class Errand:
    """What asking about one URL has cost so far, and whether the archive gave any HTTP answer.

    `title` is the one under which the page is cited, empty where none is known.
    """

    url: str
    seconds_left: float
    answered: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Trouble:
    why: str
    tries: int  # how many tries of this question there may be in all
    wait: bool  # whether to back off; a pause of the whole service is kept by the limits
    acted: bool = True  # whether the archive may have acted on what was sent


def archive_limits(service: str, clock: Clock, sleep: Sleep, *, patience: float = 90.0) -> ServiceLimits:
    """The pacing of one archive service in one run, at the published rates."""
    return ServiceLimits(service, RATES, patience=patience, clock=clock, sleep=sleep)


class ArchiveLine:
    """The only way to one archive service; everything that asks it shares this."""

    def __init__(
        self, fetcher: Fetcher, limits: ServiceLimits, now: Callable[[], datetime], *, request_timeout: float = 60.0
    ) -> None:
        self._fetcher = fetcher
        self._limits = limits
        self._now = now
        self._request_timeout = request_timeout

    async def ask(self, pool: str, request: Request, errand: Errand) -> Response:
        """One question; raises `NoAnswerError`. Archived errors are answers: they carry `Memento-Datetime`.

        A form is sent again only when the archive cannot have acted on it.
        """
        tries = 0
        while True:
            tries += 1
            answer = await self._once(pool, request, errand)
            if isinstance(answer, Response):
                return answer
            acted = request.form is not None and answer.acted
            if tries >= answer.tries or acted or self._limits.breaker.reason is not None:
                raise NoAnswerError(answer.why + (f"; tried {tries} times" if tries > 1 else ""), acted=acted)
            if answer.wait:
                delay = _BACKOFF[tries - 1]
                errand.seconds_left -= delay
                if errand.seconds_left <= 0:
                    raise NoAnswerError(f"{answer.why}, and the time for this link was spent")
                await self._limits.sleep(delay)

    async def _once(self, pool: str, request: Request, errand: Errand) -> Response | _Trouble:
        if errand.seconds_left <= 0:
            raise NoAnswerError("the time for this link was spent")
        try:
            async with self._limits.slot(pool) as started:
                timeout = min(self._request_timeout, errand.seconds_left)
                answer = await self._fetcher.fetch(replace(request, retry=False, total_timeout=timeout))
                errand.seconds_left -= answer.elapsed_ms / 1000
                return self._judge(answer, started, errand)
        except CircuitOpenError as stopped:
            raise NoAnswerError(f"not asked: {stopped}") from stopped

    def _judge(self, answer: Answer, started: float, errand: Errand) -> Response | _Trouble:
        """Tell the breaker what came; gives back the answer when it can be used, and what to do about it otherwise."""
        breaker = self._limits.breaker
        if isinstance(answer, Failure):
            return self._judge_failure(answer, started, errand)
        errand.answered = True
        if "Memento-Datetime" in answer.headers:
            breaker.answered(started)
        elif answer.status_code == 429:
            breaker.throttled(started, retry_after(answer.headers, self._now()))
            return _Trouble("it throttles (HTTP 429)", 2, wait=False, acted=False)
        elif answer.status_code in _PASSING_STATUSES:
            breaker.failed(started, f"HTTP {answer.status_code}")
            return _Trouble(f"it answered HTTP {answer.status_code}", 1 + len(_BACKOFF), wait=True)
        else:
            breaker.answered(started)
        return answer

    def _judge_failure(self, failure: Failure, started: float, errand: Errand) -> _Trouble:
        breaker = self._limits.breaker
        errand.answered = errand.answered or failure.answered
        why = failure.message or f"no answer ({failure.kind})"
        if failure.kind is FailureKind.REFUSED_ADDRESS:
            why += "; --allow-network lets an archive of your own be asked"
        if failure.kind in _SHUT_OUT:
            breaker.refused(started, "refused or reset the connection", errand.url)
            return _Trouble(why, 1 + len(_BACKOFF), wait=True, acted=failure.kind not in _NEVER_SENT)
        if failure.kind in _PASSING:
            breaker.failed(started, why)
            return _Trouble(why, 1 + len(_BACKOFF), wait=True, acted=failure.kind not in _NEVER_SENT)
        if failure.kind in _LASTING:
            breaker.failed(started, why, lasting=True)
        return _Trouble(why, 1, wait=False, acted=failure.kind not in _NEVER_SENT)
