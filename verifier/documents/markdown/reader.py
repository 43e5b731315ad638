"""Markdown -> Document: the text is the source itself, with links, footnotes and the roles of its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.documents import surroundings
from verifier.documents.dates import letter_date, parse_date
from verifier.documents.encoding import Decoded
from verifier.documents.formats import Format
from verifier.documents.language import declared_language, guess_language
from verifier.documents.lines import Line, visible_lines
from verifier.documents.markdown.blocks import Blocks, find_blocks
from verifier.documents.markdown.inline import Inline, scan, unescape
from verifier.documents.markdown.notes import inline_notes, linked_notes
from verifier.documents.text import before_notes, in_order, remark_on_relative, title_of, without
from verifier.model.dates import PartialDate
from verifier.model.document import Document, MarkerSpan, NoteKind, NoteSpan, Region, Role, line_anchors

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n")
_FIELD = re.compile(r"^(title|date|lang|language)\s*[:=]\s*(.{1,500})$", re.IGNORECASE | re.MULTILINE)
_COMMENT_SIGNS = re.compile(r"[^\n]")
_NO_BASE = "a Markdown file does not say what they start from"
_LONGEST_PLAIN = 500  # characters: longer lines are prose to those rules
_MARKUP = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?)|[*_`]{1,3}|\s#+\s*$|\]\([^)\s]{0,500}\)|[\[\]]")


def read_markdown(decoded: Decoded, source: str) -> Document:
    """Read a Markdown letter. Comments become blanks of the same length, so that all positions stay."""
    front, fields = _front_matter(decoded.text)
    text = _blank_comments(decoded.text, front)
    blocks = find_blocks(text, front)
    found = Inline()
    for start, end in blocks.prose:
        scan(text, start, end, blocks.definitions, found)
    regions = [*blocks.regions, *found.regions, *_used_targets(blocks, found)]
    lines = _plain(visible_lines(text, front))
    around = surroundings.find(lines)
    if front:
        around.insert(0, (0, front))
    letter = before_notes(without(lines, around))
    regions += [Region(start, end, Role.SURROUNDINGS) for start, end in around]
    notes, markers = _notes(text, blocks, found)
    return Document(
        source=source,
        media_type=Format.MARKDOWN,
        encoding=decoded.encoding,
        text=text,
        anchors=line_anchors(text),
        title=fields.get("title") or _first_heading(text, blocks) or title_of(letter),
        date=_date(fields) or letter_date(letter),
        language=declared_language(fields.get("lang") or fields.get("language")) or guess_language(text[front:]),
        links=tuple(sorted(found.links, key=lambda link: link.start)),
        regions=in_order(regions),
        note_spans=notes,
        marker_spans=_known(markers, notes),
        remarks=(*decoded.remarks, *remark_on_relative(found.relative, _NO_BASE)),
    )


def _front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Where the front matter ends (0 without one), and the fields of it that matter here."""
    opening = _FRONT_MATTER.match(text)
    if opening is None:
        return 0, {}
    closing = text.find(f"\n{opening[1]}", opening.end() - 1)
    if closing == -1 or closing > 100_000:
        return 0, {}
    end = text.find("\n", closing + 1)
    fields = {
        match[1].lower(): match[2].strip().strip("\"'") for match in _FIELD.finditer(text, opening.end(), closing)
    }
    return (len(text) if end == -1 else end), fields


def _blank_comments(text: str, start: int) -> str:
    """HTML comments are no text of the letter; their characters become spaces, their line ends stay."""
    pieces: list[str] = []
    at = 0
    while (opening := text.find("<!--", max(at, start))) != -1:
        closing = text.find("-->", opening + 4)
        if closing == -1:
            break
        pieces += [text[at:opening], _COMMENT_SIGNS.sub(" ", text[opening : closing + 3])]
        at = closing + 3
    return "".join([*pieces, text[at:]])


def _plain(lines: Sequence[Line]) -> list[Line]:
    """The same lines without Markdown's own characters, for the rules that read words."""
    return [
        line._replace(text=_MARKUP.sub("", line.text).strip() or line.text)
        if len(line.text) <= _LONGEST_PLAIN
        else line
        for line in lines
    ]


def _first_heading(text: str, blocks: Blocks) -> str | None:
    headings = [region for region in blocks.regions if region.role is Role.HEADING]
    for region in headings[:1]:
        title = _MARKUP.sub("", text[region.start : region.end].partition("\n")[0]).strip()
        if title and not surroundings.is_notes_heading(title):
            return title[:500]
    return None


def _date(fields: dict[str, str]) -> PartialDate | None:
    value = fields.get("date", "")
    try:
        return PartialDate.parse(value[:10])
    except ValueError:
        return parse_date(value)


def _used_targets(blocks: Blocks, found: Inline) -> list[Region]:
    """Definitions that a link uses: the link carries them. An unused one is left to be found as text."""
    used = {link.url for link in found.links}
    return [
        Region(definition.start, definition.end, Role.TARGET)
        for definition in blocks.definitions.values()
        if unescape(definition.target) in used
    ]


def _notes(text: str, blocks: Blocks, found: Inline) -> tuple[tuple[NoteSpan, ...], list[MarkerSpan]]:
    """All notes by their place, and what calls for them."""
    notes = [
        NoteSpan(note.label, note.label, NoteKind.FOOTNOTE, note.start, note.end, note.body)
        for note in blocks.footnotes
    ]
    markers = list(found.markers)
    for note, marker in inline_notes(found) if found.inline_notes else ():
        notes.append(note)
        markers.append(marker)
    for note, calls in linked_notes(text, found):
        notes.append(note)
        markers += calls
    return tuple(sorted(notes, key=lambda note: note.start)), markers


def _known(markers: Sequence[MarkerSpan], notes: Sequence[NoteSpan]) -> tuple[MarkerSpan, ...]:
    keys = {note.key for note in notes}
    return tuple(sorted((marker for marker in markers if marker.key in keys), key=lambda marker: marker.start))
