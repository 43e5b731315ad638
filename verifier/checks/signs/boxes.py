"""Empty pages whose script says in an alert box what is wrong, and sends readers back.

The chain of addresses and the last page go in; the signs of an error page come out.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.checks.page.phrases import count_words, plain
from verifier.checks.page.reading import ReadPage
from verifier.checks.page.script_redirects import told_and_sent_back
from verifier.checks.signs.error_pages import error_signs
from verifier.checks.signs.kinds import ErrorSigns, Kind, Sign
from verifier.checks.signs.none_found import says_none
from verifier.checks.signs.quoting import quoted


def boxed_signs(chain: Sequence[str], read: ReadPage) -> ErrorSigns:
    """What speaks for an error page where the last of `chain` shows no word: what its box says is read as its text."""
    told = told_and_sent_back(read.code)
    if told is None:
        return error_signs(chain, read)
    signs = error_signs(
        chain, read._replace(said=plain(told), unlinked=told, unlinked_words=count_words(told), own_said=plain(told))
    )
    if not signs.hold(Kind.SAYS_MISSING) and not says_none(plain(told)):
        return signs
    told_so = Sign(Kind.TOLD_IN_A_BOX, f"it tells readers {quoted(told)} and sends them back")
    return ErrorSigns((*signs.strong, told_so), signs.support)
