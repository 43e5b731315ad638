"""Idle connections: kept for the next request to the same place, and closed in time."""

from __future__ import annotations

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
