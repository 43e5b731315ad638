"""Pages on which a program broke off: what it printed in place of the page.

A read page goes in, a sentence, or None, comes out. A fault of today says nothing of the page behind it.
"""

from __future__ import annotations

from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late

_FEW_WORDS = 200
_FEW_LINKS = 2
_AT_THE_BEGINNING = 160  # characters
_FAULT = compile_late(
    r"(?:php )?(?:fatal|parse|catchable fatal) error: |uncaught (?:\w{1,40}\\?){0,3}(?:exception|error)\b"
    r"|traceback \(most recent call last\)|call to undefined (?:function|method)|unhandled exception"
    r"|(?:internal )?server error in '/|microsoft (?:ole db|vbscript)|\[microsoft\]\[odbc"
    r"|exception in thread|java\.(?:lang|sql|io)\.\w+exception|javax\.servlet\.\w+|nested exception is"
    r"|\bora-\d{5}\b|(?:mysqli?|pg)_\w+\(\)[: ]|warning: (?:include|require|mysql|pg_|main\()\w*"
    r"|sqlstate\[|pdoexception|undefined index: |allowed memory size of \d+ bytes|maximum execution time of \d+ second"
    r"|premature end of script headers|template ?(?:syntax|not ?found) ?(?:error|exception)?:",
)
_PLACE = compile_late(
    r"\bon line \d|\bline \d+\b|\bstack ?trace\b|#0 |\bat [\w.$<>]{3,80}\(|/(?:var|home|usr|srv|www|app)/|[a-z]:\\"
)
"""Where in a program it happened."""


_SERVERS_FAULT = compile_late(
    r"(?:(?:http )?(?:error|status)\W{0,3})?(?:50\d\W{1,3})?"
    r"(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|backend fetch failed"
    r"|(?:internal )?server error in '/[\w/.-]{0,40}' application|runtime error|application error|proxy error"
    r"|error occurred while processing request|bandwidth limit exceeded|resource limit is reached"
    r"|database error)\W{0,3}"
)
"""What servers and their programs head a page with when they fail."""


def broke_off(read: ReadPage) -> str | None:
    """Whether the page begins with what a program says when it breaks off, and where in it that was.

    Or it is headed by what servers say then, and by nothing else.
    """
    if read.words > _FEW_WORDS:
        return None
    names = [name for name in read.name_lines if name]
    if names and all(map(_SERVERS_FAULT.fullmatch, names)) and read.marks.links <= _FEW_LINKS:
        return "the page is headed by a server's report of its own fault"
    if read.page.headings:
        return None
    said = read.said[:3000]
    if _FAULT.search(said[:_AT_THE_BEGINNING]) is None or _PLACE.search(said) is None:
        return None
    return "the page only holds a program's report of its own fault"
