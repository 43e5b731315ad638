"""The sentence that bears a marker.

In: the text and the marker's span. Out: the sentence without that marker. Abbreviations, initials, decimals and closing
quotation marks do not end a sentence where they plainly do not; a marker may stand before or after the full stop.
"""

from __future__ import annotations

import re

WINDOW = 2000
"""No sentence is followed further than this many characters to either side of its marker."""

_CLOSERS = "”’\"'»›)]）］」』》】"
_OPENERS = "“‘\"'«‹(\\[（［「『《【„¿¡"
_END = re.compile(
    rf"[.!?…]{{1,3}}[{re.escape(_CLOSERS)}]{{0,3}}"
    r"(?P<notes>(?:\s?\[[\d,;–\- ]{1,12}\]|[¹²³⁰⁴-⁹]{1,3}|(?<=\D)\d{1,3}(?=\s))*)"
    rf"(?=\s+[{_OPENERS}]{{0,2}}[^\W_]|\s*$)"
    rf"|[。！？]+[{re.escape(_CLOSERS)}]{{0,3}}(?:[\[［【]\d{{1,3}}[\]］】])*"
)
_PARAGRAPH = re.compile(r"\n[ \t\u3000]*\n|\f|\u2029")
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        """
        mr mrs ms dr prof st no nos vol pp pg p para paras art arts sec ch ed eds cf al etc vs v fig gen col lt sgt
        hon rev sr jr inc ltd co corp dept univ jan feb mar apr jun jul aug sept sep oct nov dec e.g i.e u.n u.s u.k
        e.u op cit ibid res doc approx ca est gov sen rep pres m mme mlle núm sra dra ud lic z.b d.h bzw nr abs hr
        fr usw vgl bd hrsg u.s.a a.m p.m ph.d b.a m.a d.c
        """,
    )
)
_LAST_WORD = re.compile(r"[\w.]+\Z")
_TERMINAL = ".!?…。！？"


def sentence_around(text: str, start: int, end: int, window: int = WINDOW) -> str:
    """The sentence that bears the marker at `text[start:end]`, without that marker, white space made single."""
    low, high = _paragraph(text, start, end, window)
    before, after = text[low:start], text[end:high]
    trimmed = before.rstrip()
    bare = trimmed.rstrip(_CLOSERS)
    closed = bool(bare) and bare[-1] in _TERMINAL and _closes(before[: len(trimmed)], after)
    if closed:
        cut = _last_end(trimmed[: len(bare) - 1])
        return _tidy(trimmed[cut:], "")
    cut = _last_end(trimmed)
    stop = _first_end(trimmed[cut:], after)
    return _tidy(trimmed[cut:] + (" " if before != trimmed and after[:1].isalnum() else ""), after[:stop])


def _paragraph(text: str, start: int, end: int, window: int) -> tuple[int, int]:
    low, high = max(start - window, 0), min(end + window, len(text))
    for match in _PARAGRAPH.finditer(text, low, start):
        low = match.end()
    after = _PARAGRAPH.search(text, end, high)
    return low, after.start() if after else high


def _closes(before: str, after: str) -> bool:
    """Whether the full stop before a marker ends the sentence: what follows begins anew, or nothing follows."""
    following = after.lstrip(" \t\n\u3000" + "0123456789[],")
    if following[:1].islower():
        return False
    return not _abbreviated(before.rstrip(_CLOSERS)) or not following


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end of `text` belongs to an abbreviation or an initial."""
    if not text.endswith("."):
        return False
    word = _LAST_WORD.search(text[-24:-1])
    if word is None:
        return False
    name = word[0].lower().strip(".")
    return (
        name in _ABBREVIATIONS or (len(name) == 1 and name.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", name) is not None
    )


def _last_end(before: str) -> int:
    """Where the last sentence of `before` begins."""
    cut = 0
    for match in _END.finditer(before):
        if match.end() >= len(before) or match[0].strip() == "":
            continue
        stop = match.start() + len(match[0]) - len(match[0].lstrip(_TERMINAL))
        if not _abbreviated(before[:stop]):
            cut = match.end()
    return cut


def _first_end(before: str, after: str) -> int:
    """Where the sentence ends in `after`."""
    for match in _END.finditer(after):
        stop = match.start() + len(match[0]) - len(match[0].lstrip(_TERMINAL))
        if not _abbreviated((before[-24:] + after[:stop])[-48:]):
            return match.start("notes") if match["notes"] else match.end()
    return len(after)


def _tidy(before: str, after: str) -> str:
    joined = before.rstrip() + after if after[:1] in tuple(".,;:!?)”’»") else before + after
    return " ".join(joined.split())
