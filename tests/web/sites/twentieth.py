"""A web of small languages, written blind by somebody who had read the contract and no rule.

Twins throughout: each trap once in an honest page and once in a broken one. Authorities and universities
(`twentieth_civic`), the press (`twentieth_press`), places where people meet, sell and share (`twentieth_social`), walls
and empty hosts (`twentieth_walls`), redirects and documents (`twentieth_forms`). Where a title decides nothing, every
second link is cited without one.
"""

from __future__ import annotations

import zlib
from dataclasses import replace

from tests.web.behaviours import Redirect
from tests.web.model import Page, Site
from tests.web.sites import twentieth_civic, twentieth_forms, twentieth_press, twentieth_social, twentieth_walls

PARTS = (twentieth_civic.ROWS, twentieth_press.ROWS, twentieth_social.ROWS, twentieth_walls.ROWS, twentieth_forms.ROWS)


def _cited(page: Page) -> Page:
    """`page`, by its URL perhaps without the title; what a title or a quotation decides keeps it."""
    if page.truth is None or isinstance(page.behaviour, Redirect) or page.truth.quote:
        return page
    if page.truth.outcome in {"moved", "redirected_home"} or zlib.crc32(page.url.encode()) % 2:
        return page
    return replace(page, truth=replace(page.truth, title=None))


SITE = Site(
    hosts=tuple(host for part in PARTS for host in part.hosts),
    pages=tuple(_cited(page) for part in PARTS for page in part.pages),
)
