"""Why a page that answered well deserves a second look.

A chain and the signs at its end go in; the first reason to doubt them, or None, comes out. Reasons are cheap and often
wrong: a made-up address has to confirm them (`answers.py`). Pure.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple
from urllib.parse import urlsplit

from verifier.checks.follow import Chain
from verifier.checks.page.phrases import holds
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.address_words import speaks_of_its_address
from verifier.checks.signs.kinds import ErrorSigns
from verifier.checks.signs.servers_own import SERVERS_OWN


class Doubt(Enum):
    """What a suspicion is about, where it makes a difference for what follows."""

    AN_ERROR_PAGE = auto()
    A_SEARCH = auto()  # the page shows what a search found: it bears whatever title it was asked for
    SAYS_LITTLE = auto()  # hardly a word of its own, and no title to look for


class Suspicion(NamedTuple):
    """Why an `ok` page may yet be an error page, in words."""

    words: str
    doubt: Doubt = Doubt.AN_ERROR_PAGE


def suspicion(chain: Chain, signs: ErrorSigns) -> Suspicion | None:
    """The first reason to look twice at the end of `chain`."""
    if signs.strong:
        return Suspicion(signs.strong[0].words)
    if signs.suspicious:
        return Suspicion(signs.support[0].words)
    path = urlsplit(chain.urls[0]).path
    if len(chain.urls) > 1 and _leads_up(path, urlsplit(chain.final_url).path):
        return Suspicion("the link was sent on to a home page or a section")
    if path.lower().endswith(".pdf"):
        return Suspicion("a link to a PDF was answered with a web page")
    return _of_its_words(chain.urls[0], chain.read) if chain.read is not None else None


def _of_its_words(url: str, read: ReadPage) -> Suspicion | None:
    """Why the words of a page speak against it, though they are no error page's."""
    if holds(read.names, SERVERS_OWN):
        return Suspicion("the page is named as servers name what they show where no site is set up")
    if not speaks_of_its_address(url, read):
        return Suspicion("the page does not speak of what its address names")
    return None


def _leads_up(cited: str, final: str) -> bool:
    """Whether the path of a cited address led to that of the home page, or of a section above it."""
    deep, short = cited.strip("/"), final.strip("/")
    return bool(deep) and (not short or (deep != short and deep.startswith(f"{short}/")))
