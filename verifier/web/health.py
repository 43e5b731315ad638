"""Which hosts are not worth further requests in this run: those that stay silent, or asked to be left alone.

A host's answers go in one by one; the reason for asking it no more, or None, comes out. Only what several different
URLs met counts, so that one slow page does not cost the others their check. Silence costs most and ends the asking
soonest; a host that answers nothing but errors is first asked without retries.
"""

from __future__ import annotations

from collections.abc import Callable

from verifier.web.exchange import Answer, Failure, FailureKind, Response

_SILENCE = frozenset({FailureKind.CONNECT_TIMEOUT, FailureKind.READ_TIMEOUT})
_FAILING = frozenset(
    {FailureKind.CONNECT_REFUSED, FailureKind.RESET, FailureKind.PROTOCOL, FailureKind.UNREACHABLE, *_SILENCE}
)
_ERRORS_FOR_SILENCE = 4
"""How many links that met errors weigh as much as one that met silence: errors come soon, and may be a page's own."""


class Health:
    """Remembers, per host, the URLs that met silence since its last answer, and until when it wants no requests."""

    def __init__(self, *, give_up_after: int, clock: Callable[[], float]) -> None:
        self._give_up_after = give_up_after
        self._clock = clock
        self._silent: dict[str, set[str]] = {}
        self._failed: dict[str, set[str]] = {}
        self._closed: dict[str, float] = {}

    def objection(self, host: str, domain: str) -> str | None:
        """Why `host` is not asked any more, in words."""
        silent = self._silent.get(host)
        if silent is not None and len(silent) >= self._give_up_after:
            return f"{host} gave no answer for {len(silent)} other links in this run and was not asked again"
        failed = self._failed.get(host)
        if failed is not None and len(failed) >= self._give_up_after * _ERRORS_FOR_SILENCE:
            return f"{host} met the last {len(failed)} other links of this run with errors and was not asked again"
        closed = self._closed.get(domain)
        if closed is not None and closed > self._clock():
            return f"{domain} asked for no requests for another {closed - self._clock():.0f} s"
        return None

    def failing(self, host: str) -> bool:
        """Whether `host` failed at several links in a row, so that asking for one of them again is of no use."""
        return len(self._failed.get(host, ())) >= self._give_up_after

    def note(self, host: str, url: str, answer: Answer) -> None:
        """Count an answer, or the want of one."""
        if isinstance(answer, Failure) and _silence(answer):
            self._silent.setdefault(host, set()).add(url)
        elif host in self._silent:
            del self._silent[host]
        if _error(answer):
            self._failed.setdefault(host, set()).add(url)
        elif host in self._failed:
            del self._failed[host]

    def close(self, domain: str, seconds: float) -> None:
        """The domain asked, with Retry-After, to be left alone for longer than anyone here will wait."""
        self._closed[domain] = self._clock() + seconds


def _silence(failure: Failure) -> bool:
    if failure.kind is FailureKind.DNS_FAILURE:
        return failure.detail == "timeout"
    return failure.kind in _SILENCE and not failure.answered


def _error(answer: Answer) -> bool:
    if isinstance(answer, Response):
        # 503 is how walls and busy servers answer, 999 a wall: the pace is the answer to those.
        return 500 <= answer.status_code < 600 and answer.status_code != 503
    return answer.kind in _FAILING or answer.kind is FailureKind.DNS_FAILURE
