"""A link in angle brackets goes on to the bracket that closes it: `<https://example.org/Annual report.pdf>`.

In: the text and the plain reading, which ends at the first white space. Out: the readings of all that the brackets
hold, each with its probability. White space that a line's end put there is dropped; a space within a line may be the
link's own, asked for as `%20`, or one too many. Source: RFC 3986, Appendix C.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.model.citation import Edit, EditKind

if TYPE_CHECKING:
    from verifier.repair.reading import Reading

_REST = re.compile(r"(?:\s{1,12}[!#$%&'()*+,./:;=?@\[\]~\w-]{1,120}){1,12}(?=>)")
"""What may stand in an address, in pieces, up to the closing bracket."""
_GAP = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!?:;,]\s")
_OWN, _STRAY = 0.7, 0.25
_JOINS = frozenset("-/_=&?%.#")
_WHY = "the angle bracket that opens before the link closes behind it"


def enclosed(text: str, first: Reading) -> list[tuple[Reading, float]]:
    """The readings of `first` up to the bracket that closes; empty where none opens, or prose stands between."""
    if text[first.start - 1 : first.start] != "<":
        return []
    rest = _REST.match(text, first.end)
    if rest is None or "\n\n" in rest[0] or _SENTENCE.search(rest[0]):
        return []
    gaps = list(_GAP.finditer(text, first.end, rest.end()))
    if all("\n" in gap[0] for gap in gaps):
        return [(_read(text, first, gaps, rest.end(), ""), _OWN + _STRAY)]
    # A space beside a character that joins, or a single one between the halves of a hyphenated name, is one too many.
    broken = any({text[gap.start() - 1], text[gap.end()]} & _JOINS for gap in gaps)
    own, stray = (_STRAY, _OWN) if broken else (_OWN, _STRAY)
    return [
        (_read(text, first, gaps, rest.end(), "%20"), own),
        (_read(text, first, gaps, rest.end(), ""), stray / (1.0 - own)),
    ]


def _read(text: str, first: Reading, gaps: list[re.Match[str]], end: int, space: str) -> Reading:
    """`first` with the pieces behind it; a gap within a line becomes `space`, one at a line's end nothing."""
    url, at, edits = first.url, first.end, list(first.edits)
    for gap in gaps:
        inserted = "" if "\n" in gap[0] else space
        url += text[at : gap.start()] + inserted
        at = gap.end()
        edits.append(Edit(EditKind.JOIN, gap.start(), gap[0], inserted))
    return first._replace(
        end=end, url=url + text[at:end], edits=tuple(edits), why=(_WHY,), spaces=first.spaces + len(gaps)
    )
