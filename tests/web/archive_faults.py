"""The faults of the simulated Wayback Machine: what it says when it does not say what it knows.

Each is written from what clients of the real service recorded. A fault is plain data: which, for which URL and service,
how many times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

NOT_ARCHIVED = "<p>The Wayback Machine has not archived that URL.</p>"
_BLOCKED = "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.{}: {}\n"


class Answer(NamedTuple):
    """One HTTP answer; status 0 stands for a connection that breaks (see `tests.web.archive`)."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


@dataclass(slots=True)
class Fault:
    """`kind` is a key of `ANSWERS`, "slow" (by `seconds`) or "cut" (half of the body, marked `X-Simulated-Cut`).

    Without `url` or `pool` it hits all requests; `times` counts down.
    """

    kind: str
    url: str | None = None
    pool: str | None = None
    times: int | None = None
    retry_after: str | None = None
    seconds: float = 5.0

    def hits(self, pool: str, key: str, own_key: str | None) -> bool:
        """Whether the fault strikes this request; counts it if so."""
        if self.times == 0 or self.pool not in (None, pool) or own_key not in (None, key):
            return False
        if self.times is not None:
            self.times -= 1
        return True


def html(title: str, inside: str) -> bytes:
    """A small page."""
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{inside}</body></html>".encode()


def faulty_answer(fault: Fault, sound: Callable[[], Answer]) -> Answer:
    """What is sent under this fault; `sound` gives the answer without it."""
    if fault.kind == "slow":
        answer = sound()
        return Answer(answer.status, [*answer.headers, ("X-Simulated-Delay", str(fault.seconds))], answer.body)
    if fault.kind == "cut":
        answer = sound()
        return Answer(
            answer.status, [*answer.headers, ("X-Simulated-Cut", "yes")], answer.body[: len(answer.body) // 2]
        )
    answer = ANSWERS[fault.kind]
    if fault.retry_after is not None:
        return Answer(answer.status, [*answer.headers, ("Retry-After", fault.retry_after)], answer.body)
    return answer


def _html(status: int, title: str, inside: str, *headers: tuple[str, str]) -> Answer:
    return Answer(status, [("Content-Type", "text/html"), *headers], html(title, inside))


def _plain(status: int, text: str, *headers: tuple[str, str]) -> Answer:
    return Answer(status, [("Content-Type", "text/plain"), *headers], text.encode())


def _error_header(kind: str, why: str) -> tuple[str, str]:
    return "X-Archive-Wayback-Runtime-Error", _BLOCKED.format(kind, why).strip()


_ADMINISTRATIVE = ("AdministrativeAccessControlException", "Blocked Site Error")
_ROBOTS = ("RobotAccessControlException", "Blocked By Robots")

ANSWERS: dict[str, Answer] = {
    "429": _html(
        429, "429 Too Many Requests", "<h1>429 Too Many Requests</h1><hr>nginx", ("X-ts", "429"), ("x-rl", "0")
    ),
    "429 short": _plain(429, "Too many\n"),
    "400": _plain(400, "Bad request\n"),
    "403": _html(403, "403 Forbidden", "<h1>403 Forbidden</h1>"),
    "500": _plain(500, "Internal error\n"),
    "502": _html(502, "502 Bad Gateway", "<h1>502 Bad Gateway</h1>"),
    "503": _html(503, "503", "<h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n"),
    "503 index": _plain(503, "RuntimeIOException: ConnectTimeoutException: timeout of 2000 ms\n"),
    "504": _html(504, "504 Gateway Time-out", "<h1>504 Gateway Time-out</h1>"),
    "excluded 403": _plain(403, _BLOCKED.format(*_ADMINISTRATIVE), _error_header(*_ADMINISTRATIVE)),
    "excluded 403 without header": _plain(403, _BLOCKED.format(*_ADMINISTRATIVE)),
    "robots 403": _plain(403, _BLOCKED.format(*_ROBOTS), _error_header(*_ROBOTS)),
    "robots in a row": _plain(200, _BLOCKED.format(*_ROBOTS)),
    "excluded page": _html(
        200, "Wayback Machine", "<p>Sorry. This URL has been excluded from the Wayback Machine.</p>"
    ),
    "excluded as empty": _plain(200, ""),
    "404": _html(404, "Wayback Machine", NOT_ARCHIVED),
    "maintenance": _html(200, "Temporarily offline", "<p>Services are temporarily offline.</p>"),
    "sent away": Answer(302, [("Location", "https://archive.example/maintenance")], b""),
    "circle": Answer(
        302, [("Location", "https://web.archive.org/web/20200101000000id_/https://example.org/circle")], b""
    ),
    "not an index": _html(200, "Hello", "<p>Sign in to the guest network</p>"),
    "reset": Answer(0, [("X-Simulated", "reset")], b""),
    "refuse": Answer(0, [("X-Simulated", "refuse")], b""),
    "silent": Answer(0, [("X-Simulated", "silent")], b""),
}
