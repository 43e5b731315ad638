"""All sites of the simulated web, one line each."""

from __future__ import annotations

import importlib

from tests.web.model import Site
from tests.web.sites import (
    bots,
    contested,
    faults,
    fine,
    founding,
    further,
    gates,
    gone_otherwise,
    hollow,
    hops,
    missing,
    near_misses,
    other_makers,
    other_tongues,
    twenty_tongues,
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
    other_tongues.SITE,
    gone_otherwise.SITE,
    other_makers.SITE,
    near_misses.SITE,
    twenty_tongues.SITE,
)

DRESSED = (
    "newer_walls",
    "dressed_gates",
    "dressed_gone",
    "astray",
    "odd_forms",
    "said_gone",
    "lesser_known",
    "no_two_alike",
    "withheld",
    "systems",
    "short_and_boxed",
    "small_languages",
    "few_words",
    "registers",
    "near_convictions",
    "taken_for_gone",
)
"""Sets of whole sites, more than one letter can cite, in the order in which they were written.

`withheld_unseen` is none of them: no rule has been tried on it.
"""


def dressed() -> tuple[Site, ...]:
    """The sets of whole sites; read when they are asked for."""
    return tuple(importlib.import_module(f"tests.web.sites.{name}").SITE for name in DRESSED)
