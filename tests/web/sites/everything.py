"""All sites of the simulated web, one line each."""

from __future__ import annotations

from tests.web.model import Site
from tests.web.sites import fine, founding

SITES: tuple[Site, ...] = (
    founding.SITE,
    fine.SITE,
)
