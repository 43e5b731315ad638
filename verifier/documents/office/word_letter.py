"""What was written of a word processor's file -> Document: title, date, language and the page around the letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.documents import surroundings
from verifier.documents.dates import letter_date
from verifier.documents.formats import Format
from verifier.documents.language import declared_language, guess_language
from verifier.documents.lines import Line, visible_lines
from verifier.documents.paragraphs import Paragraphs, Stretch
from verifier.documents.saved_on import remark_on
from verifier.documents.text import before_notes, in_order, title_of, without
from verifier.model.dates import PartialDate
from verifier.model.document import Document, Region, Role

_LONGEST_TITLE = 500
_TITLE_WITHIN = 8  # visible lines: a heading further down is a section's
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|(?:document|untitled|template|dokument|sans nom)\W*\d*"
    r"|.*\.(?:docx?|odt|dotx?|ott|rtf|pdf))\Z",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself, and where its body ends in the text."""

    source: str
    media_type: Format
    body_end: int
    titles: Sequence[Stretch] = ()
    """Paragraphs in the style for titles."""
    title: str | None = None
    """The title in the file's properties; often that of the letter before, so it counts last."""
    language: str | None = None
    remarks: tuple[str, ...] = ()
    saved: PartialDate | None = None
    """The day on which the file says it was saved."""


def to_document(out: Paragraphs, facts: Facts) -> Document:
    """Put together what was written with what the file says of itself."""
    text = out.text()
    taken = [(region.start, region.end) for region in out.regions if region.role is Role.SURROUNDINGS]
    lines = visible_lines(text, 0, facts.body_end)
    around = surroundings.find(lines)
    letter = before_notes(without(lines, around))
    day = letter_date(letter)
    undated = () if day or facts.saved is None else (remark_on(facts.saved),)
    surrounding = [Region(start, end, Role.SURROUNDINGS) for start, end in around if (start, end) not in taken]
    regions = in_order([*out.regions, *surrounding])
    return Document(
        source=facts.source,
        media_type=facts.media_type,
        text=text,
        anchors=tuple(out.anchors),
        title=_title(text, facts, regions, letter),
        date=day or facts.saved,
        language=guess_language(text) or declared_language(facts.language),
        links=out.links(text),
        regions=regions,
        note_spans=out.notes(text),
        marker_spans=out.markers(text),
        remarks=(*facts.remarks, *undated),
    )


def _title(text: str, facts: Facts, regions: Sequence[Region], letter: Sequence[Line]) -> str | None:
    """The paragraph styled as title, a heading at the top, a first line that reads as one, else what the file says."""
    top = letter[_TITLE_WITHIN - 1].end if len(letter) >= _TITLE_WITHIN else facts.body_end
    headings = [(region.start, region.end) for region in regions if region.role is Role.HEADING and region.start < top]
    for start, end in [*((title.start, title.end) for title in facts.titles), *headings]:
        title = " ".join(text[start:end].split())
        if title and len(title) <= _LONGEST_TITLE and not surroundings.is_notes_heading(title):
            return title
    said = " ".join((facts.title or "").split())
    return title_of(letter) or (said if said and not _NO_TITLE.match(said) else None)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 comment", "2 comments"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
