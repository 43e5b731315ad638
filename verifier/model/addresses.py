"""What all rooms have to agree on about addresses: which of them are the web's, and how they may end. Pure.

In: an address read up to white space, or the last piece of one. Out: where an ending begins that was glued to it by an
apostrophe or a colon, as inflected words have them: `….html'den`, `example.org's`. Apostrophes may be an address's own
(`/what's-new`), so an ending is told by what stands before it, a complete address, or by its letters.
"""

from __future__ import annotations

from verifier.model.patterns import compile_late

SICI = r"(?:<\d{1,6}:[\w:.-]{1,30}>\d\.\d\.[A-Z]{2};\d-[A-Z\d#])?"
"""How the DOIs of articles of the nineties may end (ANSI/NISO Z39.56): no other address has angle brackets in it."""
SAVED_FILES = r"pdf|docx?|xlsx?|pptx?|od[pst]|zip|jpe?g|png|mp[34]"
"""Extensions of files that people make and send, as alternatives of a pattern."""
FILES = rf"html?|php\d?|aspx?|csv|txt|xml|{SAVED_FILES}"
"""Extensions that addresses often end in, as alternatives of a pattern."""
ZERO_WIDTH = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Invisible characters (as a range for a character class): joiners, and marks of the writing direction."""
ARROWS = "\u2190-\u21ff\u23ce\u23eb\u25b2\u2934\u2935\u2b05-\u2b07\u2b90\u2b91\ufe0e\ufe0f"
"""Arrows that lead from a note back to the text (as ranges for a character class); print glues them to addresses."""

_ENDING = compile_late(
    rf"(?:(?:(?:^|\.)(?:{FILES}|jsp)"
    r"|^(?:\w{3,5}://|www\.)[^/?#@:]{1,250}\.[a-z]{2,24})(?P<any>['’:][^\W\d_]{1,6})"
    r"|/(?P<behind_slash>['’][^\W\d_]{1,6})"
    # Turkish cases, behind a name in small letters: a title of an encyclopedia may end so, its words have capitals.
    r"|[/=-][a-z\d]*[a-z\d]{2}(?P<case>['’](?:n?[dt][ae]n?|[dt][ae]ki|n[ıiuü]n|y[aeıiuü]|yl[ae])))\Z"
)


def is_web(address: str) -> bool:
    """Whether an address is one of the web, which can be asked for here: http or https."""
    return address[:8].lower().startswith(("http://", "https://"))


def break_in_scheme(unseen: str) -> str:
    """The pattern of what may part the letters of a broken scheme; `unseen` are characters that a copy leaves there.

    A few spaces or unseen characters, a line's end (one blank line at most), an indent, marks of quoted mail.
    """
    blank = rf"[ \t\r\f\v\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{unseen}]"
    return rf"{blank}{{0,2}}(?:\n(?:>[ \t]?){{0,4}}{blank}{{0,99}}){{0,2}}"


def ending_at(address: str) -> int:
    """Where the glued ending begins; the length of `address` when there is none."""
    colon = address.rfind(":")
    if "'" not in address and "’" not in address and (colon < 0 or address.startswith("/", colon + 1)):
        return len(address)
    found = _ENDING.search(address)
    return found.start(str(found.lastgroup)) if found else len(address)
