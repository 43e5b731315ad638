"""Pages whose only word is a script that sends readers on: where to, if it says so plainly.

A page's inline scripts go in, the one address they lead to at once, or None, comes out; or what they say before they
send readers back. Only what a browser would do whoever it is counts: one assignment of a literal, without a condition,
and nothing that has to be computed.
"""

from __future__ import annotations

import re

from verifier.model.patterns import compile_late

_MOST_CODE = 4_000  # characters; who needs more does more than send on
_COMMENTS = compile_late(r"/\*[^*]*(?:\*(?!/)[^*]*)*\*/|(?:^|(?<=[\s;{}]))//[^\n]*")
_LITERAL = r"""(?:"((?:[^"\\\s<>]|\\/)+)"|'((?:[^'\\\s<>]|\\/)+)')"""
_QUOTED = r"""(?:"((?:[^"\\]|\\.){1,400})"|'((?:[^'\\]|\\.){1,400})')"""
_WHOSE = r"(?<![\w$.])(?:(?:window|document|self|top|parent)\.){0,3}location"
_SENDS_ON = compile_late(
    rf"{_WHOSE}(?:\.href)?\s*=\s*{_LITERAL}(?=\s*(?:[;}})]|$|\n))"
    rf"|{_WHOSE}\.(?:replace|assign)\(\s*{_LITERAL}\s*\)"
)
_DEPENDS = compile_late(
    r"\b(?:if|else|switch|case|while|for|catch|confirm|onclick|addEventListener)\b|\?|&&|\|\||navigator\.|cookie|random",
    re.IGNORECASE,
)

_ALERT = compile_late(rf"(?<![\w$.])(?:window\.)?alert\(\s*{_QUOTED}")
_SENDS_BACK = compile_late(r"\bhistory\.(?:back\(|go\(\s*-)")


def script_target(code: str) -> str | None:
    """Where `code` sends readers on to, as written; None when it does not, or not without conditions."""
    if "location" not in code or len(code) > _MOST_CODE:
        return None
    bare = _COMMENTS.sub(" ", code)
    targets = {str(next(filter(None, match.groups()))).replace("\\/", "/") for match in _SENDS_ON.finditer(bare)}
    # A query or fragment inside the address is no condition.
    if len(targets) != 1 or _DEPENDS.search(_SENDS_ON.sub(" ", bare)):
        return None
    return targets.pop()


def told_and_sent_back(code: str) -> str | None:
    """What `code` tells its readers in a box before it sends them back to where they came from; None for other code."""
    if len(code) > _MOST_CODE or not _SENDS_BACK.search(code):
        return None
    found = _ALERT.search(_COMMENTS.sub(" ", code))
    return (found[1] or found[2]).replace("\\n", "\n") if found else None
