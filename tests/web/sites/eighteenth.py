"""A held-back web, written blind by somebody who had read the contract and none of the program's rules.

Whole sites in the look of twenty systems and in many tongues (`eighteenth_dress`): honest pages that speak of errors
(`eighteenth_honest`), what is gone (`eighteenth_gone`), gates (`eighteenth_gates`), walls and refusals
(`eighteenth_walls`), moves, odd forms and servers in trouble (`eighteenth_forms`). Where a title decides nothing, every
second link is cited without one.
"""

from __future__ import annotations

import zlib
from dataclasses import replace

from tests.web.behaviours import Redirect
from tests.web.model import Page, Site
from tests.web.sites import (
    eighteenth_forms,
    eighteenth_gates,
    eighteenth_gone,
    eighteenth_honest,
    eighteenth_walls,
)


def _cited(page: Page) -> Page:
    """`page`, by its URL perhaps without the title; what a title decides keeps it."""
    if page.truth is None or isinstance(page.behaviour, Redirect) or zlib.crc32(page.url.encode()) % 2:
        return page
    return replace(page, truth=replace(page.truth, title=None))


PARTS = (eighteenth_honest, eighteenth_gone, eighteenth_gates, eighteenth_walls, eighteenth_forms)
SITE = Site(
    hosts=(*eighteenth_gone.HOSTS, *eighteenth_walls.HOSTS, *eighteenth_forms.HOSTS),
    pages=tuple(_cited(page) for part in PARTS for page in part.PAGES),
)
