"""A held-back web, written blind by somebody who had read the contract and none of the program's rules.

Whole sites in the look of twenty systems and in many tongues (`systems_dress`): honest pages that speak of errors
(`systems_honest`), what is gone (`systems_gone`), gates (`systems_gates`), walls and refusals
(`systems_walls`), moves, odd forms and servers in trouble (`systems_forms`). Where a title decides nothing, every
second link is cited without one.
"""

from __future__ import annotations

import zlib
from dataclasses import replace

from tests.web.behaviours import Redirect
from tests.web.model import Page, Site
from tests.web.sites import (
    systems_forms,
    systems_gates,
    systems_gone,
    systems_honest,
    systems_walls,
)


def _cited(page: Page) -> Page:
    """`page`, by its URL perhaps without the title; what a title decides keeps it."""
    if page.truth is None or isinstance(page.behaviour, Redirect) or zlib.crc32(page.url.encode()) % 2:
        return page
    return replace(page, truth=replace(page.truth, title=None))


PARTS = (systems_honest, systems_gone, systems_gates, systems_walls, systems_forms)
SITE = Site(
    hosts=(*systems_gone.HOSTS, *systems_walls.HOSTS, *systems_forms.HOSTS),
    pages=tuple(_cited(page) for part in PARTS for page in part.PAGES),
)
