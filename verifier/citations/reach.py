"""How far a broken link may reach beyond its plain reading.

In: where a plain reading ends and what stands after it. Out: the offset that no continuation may pass: the next
citation, the note's end, a heading, or a few lines. What lies before it is joined, or not, by repair.
"""

from __future__ import annotations

from verifier.citations.headings import is_signature_heading, note_heading
from verifier.citations.layout import Layout

_LINES = 4
_CHARACTERS = 480
_MOST_LINES = 40
_MOST_CHARACTERS = 3000


def reach_of(layout: Layout, end: int, limit: int) -> int:
    """The furthest offset that the link with plain end `end` can extend to; never past `limit`, never before `end`.

    A line without inner white space may be a piece of a long link set in a narrow column, and does not count.
    """
    if limit <= end:
        return end
    text = layout.text
    index = layout.line_at(max(end - 1, 0))
    reach = min(layout.line_end(index), limit)
    lines = blank = 0
    for further in range(index + 1, min(index + _MOST_LINES, layout.line_count)):
        start = layout.line_start(further)
        if start >= limit or lines >= _LINES or start - end > _MOST_CHARACTERS:
            break
        line = text[start : min(layout.line_end(further), start + 400)].strip()
        if not line:
            blank += 1
            if blank > 6:
                break
            continue
        if start in layout.headings or note_heading(line) or is_signature_heading(line):
            break
        prose = len(line.split(None, 1)) > 1
        lines += prose
        if prose and start - end > _CHARACTERS:
            break
        reach = min(layout.line_end(further), limit)
    return max(min(reach, limit, end + _MOST_CHARACTERS), end)
