"""All sites of the simulated web, one line each."""

from __future__ import annotations

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
