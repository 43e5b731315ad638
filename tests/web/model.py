"""The parts that sites of the simulated web are written with: hosts, pages, and beside each cited page its truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.web.behaviours import Behaviour

Tls = Literal[
    "good", "expired", "not_yet", "self_signed", "wrong_host", "incomplete", "unknown_authority",
    "old_protocol", "reset", "plaintext", "silent",
]  # fmt: skip
Network = Literal["open", "refused", "silent_connect", "silent", "nxdomain", "servfail", "silent_dns"]


@dataclass(frozen=True, slots=True)
class Truth:
    """What a careful reader would say of a page, and why.

    `title` is the title under which a letter cites it (None: the letter gives none), `quote` words that it quotes.
    `also` lists outcomes that a careful program may give instead, and `also_verdicts` verdicts likewise.
    """

    outcome: str
    verdict: str
    title: str | None = None
    why: str = ""
    quote: str | None = None
    date: str | None = None
    also: tuple[str, ...] = ()
    also_verdicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One URL: how it behaves and, when letters cite it, the truth. Pages without truth are targets and neighbours."""

    url: str
    behaviour: Behaviour | None
    truth: Truth | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """What holds for a whole host: its certificate, its place on the network, and what an unknown path gets."""

    name: str
    missing: Behaviour | None = None
    unknown_number: Behaviour | None = None
    """What an unknown path gets whose last part is a number, where that is something else."""
    tls: Tls = "good"
    network: Network = "open"
    robots: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """One file's worth of the simulated web."""

    hosts: tuple[Host, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A URL as a letter cites it, and the truth about it."""

    url: str
    truth: Truth
