"""All sites of the simulated web, one line each."""

from __future__ import annotations

import importlib

from tests.web.model import Site
from tests.web.sites import (
    bots,
    contested,
    faults,
    fifth,
    fine,
    founding,
    fourth,
    further,
    gates,
    hollow,
    hops,
    missing,
    seventh,
    sixth,
    third,
)

SITES: tuple[Site, ...] = (
    founding.SITE,
    fine.SITE,
    missing.SITE,
    hops.SITE,
    bots.SITE,
    gates.SITE,
    faults.SITE,
    hollow.SITE,
    contested.SITE,
    further.SITE,
    third.SITE,
    fourth.SITE,
    fifth.SITE,
    sixth.SITE,
    seventh.SITE,
)

DRESSED = (
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
)
"""Sets of whole sites, more than one letter can cite. `seventeenth` is none of them: no rule has been tried on it."""


def dressed() -> tuple[Site, ...]:
    """The sets of whole sites; read when they are asked for."""
    return tuple(importlib.import_module(f"tests.web.sites.{name}").SITE for name in DRESSED)
