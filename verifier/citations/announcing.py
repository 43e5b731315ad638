"""Words that only announce a document's symbol, or number a resolution: no title, no publisher and no date.

In: a citation's own words. Out: the same without them.
"""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late

_DOCUMENT = compile_late(
    r"(?:^|(?<![\s,;:.(\[–—-])[\s,;:.(\[–—-]++)(?:(?:UN|U\.N\.|VN|ONU|ООН)[\s-]{0,2})?(?:Docs?|Documents?|Documentos?|Dok|Dokumente?|Docto|документ|(?:ال)?وثيقة)"
    r"\.?(?:\s?(?:no|nr|n°|nº|ref|de la ONU|ONU|des Nations Unies|symbol)\.?)?[\s,;:.(\[–—-]*+$",
    re.IGNORECASE,
)
"""Words that only announce a document's symbol."""
_TITLED_SO = compile_late(r"\w{1,40} (?:\w{1,40} documento?s|(?![A-ZА-Я\d])\w{1,40} (?:documento?|документ|وثيقة))\W*$")
"""“Rules on access to documents” is a title; “United Nations document” announces a symbol."""
_SERIAL = compile_late(
    r"\b(?:r[eé]sol\w{3,7}|risoluzion[ei]|резолюци\w{1,2}|d[eé]cisi[oó]n)\s(?:n[°ºo]\.?\s?)?\d{1,4}\s?\((?:19|20)\d\d\)",
    re.IGNORECASE,
)
"""A resolution named by number and year: that year dates nothing but the resolution."""


def unannounced(before: str) -> str:
    """The words before a document's symbol without those that only announce it."""
    lowered = before.lower()
    announced = "doc" in lowered or "dok" in lowered or "докум" in lowered or "وثيقة" in lowered
    found = _DOCUMENT.search(before) if announced else None
    if found is None or _TITLED_SO.search(before[: found.end()]):
        return before
    return before[: found.start()]


def without_serials(words: str) -> str:
    """`words` without the number and year that name a resolution."""
    return _SERIAL.sub(" ", words) if "(" in words else words
