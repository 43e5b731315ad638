"""Endings of inflected words, glued to an address by an apostrophe or a colon: `….html'den`, `example.org's`. Pure.

In: an address read up to white space, or the last piece of one. Out: where the ending begins. Apostrophes may be an
address's own (`/what's-new`), so an ending is told by what stands before it, a complete address, or by its letters.
"""

from __future__ import annotations

from verifier.model.patterns import compile_late

_ENDING = compile_late(
    r"(?:(?:(?:^|\.)(?:html?|php\d?|aspx?|jsp|pdf|docx?|xlsx?|pptx?|od[pst]|csv|txt|xml|zip|jpe?g|png|mp[34])"
    r"|^(?:\w{3,5}://|www\.)[^/?#@:]{1,250}\.[a-z]{2,24})(?P<any>['’:][^\W\d_]{1,6})"
    r"|/(?P<behind_slash>['’][^\W\d_]{1,6})"
    # Turkish cases, behind a name in small letters: a title of an encyclopedia may end so, its words have capitals.
    r"|[/=-][a-z\d]*[a-z\d]{2}(?P<case>['’](?:n?[dt][ae]n?|[dt][ae]ki|n[ıiuü]n|y[aeıiuü]|yl[ae])))\Z"
)


def ending_at(address: str) -> int:
    """Where the glued ending begins; the length of `address` when there is none."""
    colon = address.rfind(":")
    if "'" not in address and "’" not in address and (colon < 0 or address.startswith("/", colon + 1)):
        return len(address)
    found = _ENDING.search(address)
    return found.start(str(found.lastgroup)) if found else len(address)
