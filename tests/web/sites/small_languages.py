"""A web of small languages, written blind by somebody who had read the contract and no rule.

Twins throughout: each trap once in an honest page and once in a broken one. Authorities and universities
(`small_languages_civic`), the press (`…_press`), places where people meet, sell and share (`…_social`), walls and empty
hosts (`…_walls`), redirects and documents (`…_forms`). Where a title decides nothing, every second link is cited
without one.
"""

from __future__ import annotations

import zlib
from dataclasses import replace

from tests.web.behaviours import Redirect
from tests.web.model import Page, Site
from tests.web.sites import small_languages_civic as civic
from tests.web.sites import small_languages_forms as forms
from tests.web.sites import small_languages_press as press
from tests.web.sites import small_languages_social as social
from tests.web.sites import small_languages_walls as walls

PARTS = (civic.ROWS, press.ROWS, social.ROWS, walls.ROWS, forms.ROWS)


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
