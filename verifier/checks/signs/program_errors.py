"""Pages on which a program broke off: what it printed in place of the page.

A read page goes in, a sentence, or None, comes out. A fault of today says nothing of the page behind it.
"""

from __future__ import annotations

from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late

_FEW_WORDS = 200
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


def broke_off(read: ReadPage) -> str | None:
    """Whether the page begins with what a program says when it breaks off, and where in it that was."""
    if read.words > _FEW_WORDS or read.page.headings:
        return None
    said = read.said[:3000]
    if _FAULT.search(said[:_AT_THE_BEGINNING]) is None or _PLACE.search(said) is None:
        return None
    return "the page only holds a program's report of its own fault"
