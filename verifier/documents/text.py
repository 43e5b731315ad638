"""Plain text -> Document: the text column by column, with title, date, language and the page around the letter.

What the readers of other formats ask of text, too, is here for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verifier.documents import surroundings
from verifier.documents.columns import unfolded
from verifier.documents.dates import letter_date, parse_date
from verifier.documents.encoding import Decoded
from verifier.documents.formats import Format
from verifier.documents.language import guess_language
from verifier.documents.lines import Line, visible_lines
from verifier.documents.seen_text import in_typing_order
from verifier.model.document import Document, Region, Role, line_anchors
from verifier.model.patterns import compile_late

_LONGEST_TITLE = 250
_TITLE_WITHIN = 8  # visible lines
_PRINTED_AT = compile_late(r"\d{1,4}([./-])\d{1,2}\1\d{2,4},?\s\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\s{1,90}(?=\S)")
"""The day and time of printing that a browser sets before the title at a page's head."""
_AS_SEEN = "Its lines from right to left stand as they are seen, not as they were typed; they were read as typed."
_IN_COLUMNS = "The text stands in columns side by side; each was read from its top to its foot."


def read_text(decoded: Decoded, source: str) -> Document:
    """Read a plain-text letter, columns side by side one after the other. Positions are those of its own lines."""
    typed = in_typing_order(decoded.text)
    columns = unfolded(typed)
    text = columns.text if columns else typed
    lines = visible_lines(text)
    spans = surroundings.find(lines)
    body = without(lines, spans)
    letter = before_notes(body)
    return Document(
        source=source,
        media_type=Format.TEXT,
        encoding=decoded.encoding,
        text=text,
        anchors=columns.anchors if columns else line_anchors(text),
        title=title_of(letter),
        date=letter_date(letter),
        language=guess_language(text),
        regions=tuple(Region(start, end, Role.SURROUNDINGS) for start, end in spans),
        remarks=(*decoded.remarks, *([_AS_SEEN] if typed != decoded.text else []), *([_IN_COLUMNS] if columns else [])),
    )


def in_order(regions: Iterable[Region]) -> tuple[Region, ...]:
    """Regions in the order of the text, an outer one before those in it."""
    return tuple(sorted(regions, key=lambda region: (region.start, -region.end)))


def remark_on_relative(number: int, why: str) -> Iterator[str]:
    """What the report says of relative links, if there are any; `why`: what the file does not say."""
    if number:
        yield f"{'1 relative link was' if number == 1 else f'{number} relative links were'} left out: {why}."


def without(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines that lie in none of `spans` (sorted, apart from each other)."""
    kept: list[Line] = []
    at = 0
    for line in lines:
        while at < len(spans) and spans[at][1] <= line.start:
            at += 1
        if at == len(spans) or line.end <= spans[at][0]:
            kept.append(line)
    return kept


def before_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the last heading of notes that has text before it."""
    for number in range(len(lines) - 1, 0, -1):
        if surroundings.is_notes_heading(lines[number].text):
            return list(lines[:number])
    return list(lines)


def title_of(lines: Sequence[Line]) -> str | None:
    """The first line that reads as a heading; None when the letter begins at once."""
    for line in lines[:_TITLE_WITHIN]:
        text = _PRINTED_AT.sub("", line.text) if line.text[:1].isdigit() else line.text
        if surroundings.is_salutation(text) or len(text) > _LONGEST_TITLE or surroundings.count_notes([line]):
            return None
        if (
            not any(map(str.isalpha, text))
            or len(text) < 3
            or "://" in text
            or text.endswith((",", ";", ":"))
            or "@" in text
        ):
            continue
        if len(text) < 60 and parse_date(text):
            continue
        return None if text.endswith(".") and text.count(" ") > 12 else text
    return None
