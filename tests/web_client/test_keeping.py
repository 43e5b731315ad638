"""Idle connections, hosts not worth asking, and what one owner's domain is."""

from __future__ import annotations

import pytest

from verifier.web.domains import registrable_domain
from verifier.web.exchange import Failure, FailureKind, Response
from verifier.web.health import Health
from verifier.web.idle import IdleConnections


class Line:
    """A connection as far as keeping it is concerned."""

    def __init__(self, *, good: bool = True) -> None:
        self.idle = good
        self.renewable = good
        self.closed = False

    def renew(self) -> bool:
        return self.renewable

    def close(self) -> None:
        self.closed = True


KEY = ("site.example", 80, False)
OTHER = ("other.example", 80, False)


def test_a_kept_connection_is_taken_once():
    idle, line = IdleConnections(2), Line()
    idle.give_back(KEY, line)
    assert idle.take(OTHER) is None
    assert idle.take(KEY) is line and idle.take(KEY) is None and not line.closed


def test_one_that_cannot_serve_again_is_closed():
    idle, line = IdleConnections(2), Line(good=False)
    idle.give_back(KEY, line)
    assert line.closed and idle.take(KEY) is None


def test_one_that_ended_meanwhile_or_waited_too_long_is_closed():
    now = [0.0]
    idle = IdleConnections(2, clock=lambda: now[0])
    ended, old, fresh = Line(), Line(), Line()
    idle.give_back(KEY, old)
    now[0] = 20.0
    idle.give_back(KEY, ended)
    ended.idle = False
    assert idle.take(KEY) is None and ended.closed and old.closed
    idle.give_back(KEY, fresh)
    assert idle.take(KEY) is fresh


def test_no_more_than_so_many_per_host_and_over_all():
    idle = IdleConnections(1, room=2, clock=lambda: 100.0)
    lines = [Line() for _ in range(4)]
    for line, key in zip(lines, [KEY, KEY, OTHER, ("third.example", 80, False)], strict=True):
        idle.give_back(key, line)
    assert [line.closed for line in lines] == [True, True, False, False]


def test_when_full_the_one_that_has_waited_longest_makes_room():
    idle = IdleConnections(2, room=2, clock=lambda: 100.0)
    first, second, third = Line(), Line(), Line()
    idle.give_back(KEY, first)
    idle.give_back(OTHER, second)
    idle.give_back(OTHER, third)
    assert first.closed and not second.closed and not third.closed
    assert idle.take(OTHER) is third and idle.take(OTHER) is second


def test_where_there_is_no_room_nothing_is_kept():
    idle, line = IdleConnections(2, room=0), Line()
    idle.give_back(KEY, line)
    assert line.closed and idle.take(KEY) is None


def test_closing_closes_them_all():
    idle, line = IdleConnections(2), Line()
    idle.give_back(KEY, line)
    idle.close()
    assert line.closed and idle.take(KEY) is None


def test_one_that_comes_back_after_the_end_is_closed_since_nobody_else_would():
    idle, late = IdleConnections(2), Line()
    idle.close()
    idle.give_back(KEY, late)
    assert late.closed and idle.take(KEY) is None


SILENT = Failure("u", FailureKind.CONNECT_TIMEOUT, "")


def test_a_host_is_given_up_after_silence_at_several_urls_and_an_answer_clears_it():
    health = Health(give_up_after=2, clock=lambda: 0.0)
    health.note("a", "1", SILENT)
    health.note("a", "1", SILENT)
    assert health.objection("a", "a") is None
    health.note("a", "2", SILENT)
    assert "a gave no answer for 2 other links" in (health.objection("a", "a") or "")
    assert health.objection("b", "b") is None
    health.note("a", "3", Response("u", 404))
    assert health.objection("a", "a") is None


@pytest.mark.parametrize(
    ("failure", "silent"),
    [
        (Failure("u", FailureKind.READ_TIMEOUT, ""), True),
        (Failure("u", FailureKind.READ_TIMEOUT, "", answered=True), False),
        (Failure("u", FailureKind.DNS_FAILURE, "", "timeout"), True),
        (Failure("u", FailureKind.DNS_FAILURE, "", "servfail"), False),
        (Failure("u", FailureKind.CONNECT_REFUSED, ""), False),
        (Failure("u", FailureKind.RESET, ""), False),
    ],
)
def test_what_counts_as_silence(failure, silent):
    health = Health(give_up_after=1, clock=lambda: 0.0)
    health.note("a", "1", failure)
    assert (health.objection("a", "a") is not None) is silent


def test_a_domain_that_wants_peace_gets_it_for_so_long():
    now = [0.0]
    health = Health(give_up_after=3, clock=lambda: now[0])
    health.close("example.org", 100)
    assert "100 s" in (health.objection("www.example.org", "example.org") or "")
    now[0] = 101
    assert health.objection("www.example.org", "example.org") is None


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.org", "example.org"), ("a.b.example.co.uk", "example.co.uk"), ("EXAMPLE.org.", "example.org"),
        ("alice.github.io", "alice.github.io"), ("x.site.test", "site.test"), ("localhost", "localhost"),
        ("co.uk", "co.uk"), ("192.0.2.1", "192.0.2.1"), ("[2001:db8::1]", "[2001:db8::1]"), ("127.1", "127.1"),
    ],
)  # fmt: skip
def test_registrable_domains(host, domain):
    assert registrable_domain(host) == domain
