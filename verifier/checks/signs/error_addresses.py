"""Addresses whose own words say that they are those of error pages: `/404.html`, `/page-not-found`.

A URL, or a chain of them, goes in, yes or no comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from verifier.model.patterns import compile_late

_ERROR_PATH = compile_late(
    r"(?:^|/)(?:(?:errors?|fehler|erreur|erro|errore)[/_-]?)?(?:404|410|not[-_]?found|page[-_]?not[-_]?found"
    r"|pagenotfound|notfound"
    r"|file[-_]?not[-_]?found|page[-_]?missing|seite[-_]nicht[-_]gefunden|introuvable|page[-_]introuvable"
    r"|no[-_]encontrad[oa]|nicht[-_]gefunden|err(?:or)?[-_]?404|404[-_]?err(?:or)?|http404|error404)"
    r"(?:[-_](?:page|error|not[-_]?found|seite|pagina|html))?(?:\.\w{2,5})?(?:/index\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_ONE_OF_MANY = compile_late(
    r"/(?!(?:[\w-]*(?:err|fehler|fejl|chyb|status|http|code|except|found|missing|sorry|oops)[\w-]*|pages?|seiten?|static|public"
    r"|common|sites?|system|default|assets|html|web|www|templates?|views?|custom|custompages|content|portal|app|home)/)"
    r"[a-z][\w-]{2,}/(?:404|410)(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
"""The 404th of a series: what stands before its number names things, and no part of a site."""
_VAGUE_ERROR_PATH = compile_late(
    r"(?:^|/)(?:errors?|fehler|erreur|oops|sorry|gone|expired|unavailable|removed|generic-?error|error-?page)"
    r"(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_ERROR_QUERY = compile_late(
    r"(?:^|&)(?:aspxerrorpath=|(?:error|err|status|code|statuscode|error_?code|e)=(?:404|410|not_?found)\b)",
    re.IGNORECASE,
)


def sent_to_an_error_page(chain: Sequence[str]) -> bool:
    """Whether readers of a cited URL that is no error page's, the first of `chain`, end at the address of one."""
    if len(chain) < 2 or not error_address(chain[-1]) or error_address(chain[0]):
        return False
    return _ONE_OF_MANY.search(urlsplit(chain[-1]).path[-200:]) is None


def error_address(url: str) -> bool:
    """Whether a URL is by its own words that of an error page."""
    parts = urlsplit(url)
    return bool(_ERROR_PATH.search(parts.path[-200:]) or _ERROR_QUERY.search(parts.query[:2000]))


def vague_error_address(url: str) -> bool:
    """Whether a URL speaks of some error, which needs more signs to mean a missing page."""
    return bool(_VAGUE_ERROR_PATH.search(urlsplit(url).path[-200:]))
