"""Hosts that are not worth asking: silent ones, and those that want to be left alone."""

from __future__ import annotations

import pytest

from verifier.web.exchange import Failure, FailureKind, Response
from verifier.web.health import Health

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
