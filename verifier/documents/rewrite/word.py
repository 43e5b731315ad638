"""Changes to a DOCX or ODT letter -> its bytes with only the parts changed that hold the links (pure).

The text of a link is found in its paragraph, and its target where the format keeps it (a relationship, a field code, an
attribute). Formatting stays: the new text takes the place of the first piece, what is left of the others goes.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from verifier.documents.formats import Format
from verifier.documents.office.package import Package, parse_xml
from verifier.documents.rewrite.hrefs import follows
from verifier.documents.rewrite.package import replace_members
from verifier.documents.rewrite.places import Piece, Place, Places, characters, find_places
from verifier.documents.rewrite.splices import RefusedError, Splice, apply, keep_apart
from verifier.documents.rewrite.text import Outcome, expected_text
from verifier.model.change import Change
from verifier.model.document import Document

_WORD_PARTS = re.compile(
    r"(?:[^/]{1,40}/){1,3}(?:document|footnotes|endnotes|header|footer)\d{0,4}\.xml(?:\.rels)?", re.IGNORECASE
)
_ODT_PARTS = re.compile(r"(?:content|styles)\.xml")
_SOFT_HYPHEN = "\u00ad"
"""Left out of the text by the readers."""
_CONTEXT = 60
"""Characters on either side that tell two places apart where the same link stands."""


@dataclass(slots=True, eq=False)
class _Part:
    """One XML part: its source, what stands where in it, and the splices that it takes."""

    name: str
    source: str
    places: Places
    splices: list[Splice] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class _Paragraph:
    """A paragraph without its white space and soft hyphens; for each character, its piece and its span there."""

    part: _Part
    pieces: Sequence[Piece]
    text: str
    spans: Sequence[tuple[int, int, int]]


def rewrite_packed(data: bytes, document: Document, changes: Sequence[Change]) -> Outcome:
    """A DOCX or ODT file: no other part of the package changes, nor does the order of the parts."""
    in_runs = document.media_type == Format.DOCX
    package = Package(data, document.source)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = _names(archive.namelist(), in_runs=in_runs)
    parts = [part for name in names if (part := _part_of(package, name, in_runs=in_runs)) is not None]
    refused = _plan(parts, document, changes)
    new = {part.name: apply(part.source, part.splices).encode("utf-8") for part in parts if part.splices}
    result = replace_members(data, new) if new else data
    return Outcome(result, refused, expected=expected_text(document, changes, refused))


def rewrite_flat(data: bytes, document: Document, changes: Sequence[Change]) -> Outcome:
    """An OpenDocument text that is one XML file."""
    part = _part("", data, in_runs=False)
    if part is None:
        return Outcome(data, dict.fromkeys(changes, "the file is not in UTF-8"), expected=document.text)
    refused = _plan([part], document, changes)
    result = apply(part.source, part.splices).encode("utf-8")
    return Outcome(result, refused, expected=expected_text(document, changes, refused))


def _names(names: Iterable[str], *, in_runs: bool) -> list[str]:
    """The parts that may hold text or targets; the main one first, since most links stand there."""
    wanted = _WORD_PARTS if in_runs else _ODT_PARTS
    return sorted((name for name in names if wanted.fullmatch(name)), key=lambda name: ("document" not in name, name))


def _part_of(package: Package, name: str, *, in_runs: bool) -> _Part | None:
    """A part of the package, unpacked within the limits of reading, and known to be well-formed."""
    data = package.read(name)
    if data is None:
        return None
    parse_xml(data, name, package.source)
    return _part(name, data, in_runs=in_runs)


def _part(name: str, data: bytes, *, in_runs: bool) -> _Part | None:
    """A part in UTF-8; None for others, which no word processor writes."""
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _Part(name, source, find_places(source, in_runs=in_runs))


def _plan(parts: Sequence[_Part], document: Document, changes: Sequence[Change]) -> dict[Change, str]:
    """Give each part the splices that the changes take; returns the changes that cannot be made, with the reasons."""
    paragraphs = [_paragraph(part, pieces) for part in parts for pieces in part.places.paragraphs if pieces]
    refused: dict[Change, str] = {}
    used: set[tuple[_Paragraph, int]] = set()
    for change in changes:
        wanted: list[tuple[_Part, Splice]] = []
        try:
            if change.shown is not None and change.shown != change.written:
                wanted += _text_splices(paragraphs, document, change, used)
            wanted += [one for part in parts for one in _target_splices(part, change)]
            _take(wanted)
        except RefusedError as refusal:
            refused[change] = str(refusal)
    return refused


def _take(wanted: Sequence[tuple[_Part, Splice]]) -> None:
    """Note the splices in their parts; all of them or, raising RefusedError, none."""
    if not wanted:
        raise RefusedError("its target was not found in the file")
    further = sorted((one for one in wanted if one[1] not in one[0].splices), key=lambda one: one[1])
    for part, splice in further:
        keep_apart(part.splices, [splice])
    for part, splice in further:
        insort(part.splices, splice)


def _paragraph(part: _Part, pieces: Sequence[Piece]) -> _Paragraph:
    text, spans = [], []
    for number, piece in enumerate(pieces):
        for character, start, end in characters(piece, part.source):
            if not (character.isspace() or character == _SOFT_HYPHEN):
                text.append(character)
                spans.append((number, start, end))
    return _Paragraph(part, pieces, "".join(text), spans)


def _text_splices(
    paragraphs: Sequence[_Paragraph], document: Document, change: Change, used: set[tuple[_Paragraph, int]]
) -> Iterator[tuple[_Part, Splice]]:
    """What puts the new text in place of the old: found by its own characters and by those around it."""
    written = "".join(change.written.split())
    before = "".join(document.text[max(change.start - 2 * _CONTEXT, 0) : change.start].split())[-_CONTEXT:]
    after = "".join(document.text[change.end : change.end + 2 * _CONTEXT].split())[:_CONTEXT]
    best: tuple[int, _Paragraph, int] | None = None
    for paragraph in paragraphs:
        at = paragraph.text.find(written)
        while at != -1:
            end = at + len(written)
            likeness = _common(paragraph.text[max(at - _CONTEXT, 0) : at][::-1], before[::-1])
            likeness += _common(paragraph.text[end : end + _CONTEXT], after)
            if (paragraph, at) not in used and (best is None or likeness > best[0]):
                best = (likeness, paragraph, at)
            at = paragraph.text.find(written, at + 1)
    if best is None:
        raise RefusedError("its text is not in one piece in the file")
    _, paragraph, at = best
    used.add((paragraph, at))
    return _replaced(paragraph, at, at + len(written), change.shown or "")


def _replaced(paragraph: _Paragraph, start: int, end: int, shown: str) -> Iterator[tuple[_Part, Splice]]:
    first, last = paragraph.spans[start], paragraph.spans[end - 1]
    new = escape(shown, quote=False)
    for number in range(first[0], last[0] + 1):
        piece = paragraph.pieces[number]
        if piece.start < 0:
            raise RefusedError("its text is kept in a form that is not changed here")
        begin = first[1] if number == first[0] else piece.start
        stop = last[2] if number == last[0] else piece.end
        if not piece.is_text and number == first[0]:
            raise RefusedError("its text begins with a symbol that is an element of its own")
        yield paragraph.part, Splice(begin, stop, new if number == first[0] else "")


def _target_splices(part: _Part, change: Change) -> Iterator[tuple[_Part, Splice]]:
    """What leads the link elsewhere, wherever the part keeps that target."""
    if change.href is None or change.href == change.url or not follows(change, change.href):
        return
    for place in part.places.targets:
        if (new := _target(place, change.href, change.url)) is not None:
            quoted = escape(new, quote=False).replace('"', "&quot;").replace("'", "&apos;")
            yield part, Splice(place.start, place.end, quoted)
    for code in part.places.codes:
        for splice in _code_splices(code, part.source, change.href, change.url):
            yield part, splice


def _target(place: Place, old: str, new: str) -> str | None:
    """The new value of a target that means `old`; None when it means something else."""
    if place.value == old:
        return new
    if old.startswith(f"{place.value}#") and place.value and "#" not in place.value:  # Word keeps the fragment apart
        fragment = old[len(place.value) :]
        return new.removesuffix(fragment) if new.endswith(fragment) else None
    return _in_code(place.value, old, new)


def _in_code(code: str, old: str, new: str) -> str | None:
    """A field code that leads to `old`, leading to `new`; None when it does not."""
    at = _address_in(code, old, new)
    return None if at is None else code[:at] + new + code[at + len(old) :]


def _address_in(code: str, old: str, new: str) -> int | None:
    """Where a HYPERLINK code names `old`, in quotes or as a word, and `new` can stand there too; else None."""
    if "HYPERLINK" not in code.upper() or '"' in new or "\\" in new:
        return None
    at = code.find(f'"{old}"')
    if at != -1:
        return at + 1
    spaced = any(map(str.isspace, old + new))
    word = None if spaced else re.search(rf"(?<!\S){re.escape(old)}(?!\S)", code)
    return word.start() if word else None


def _code_splices(code: Sequence[Piece], source: str, old: str, new: str) -> Iterator[Splice]:
    """What leads a field's code to `new`: all of it in the run where the old address begins, none in the others."""
    signs = [(sign, number, start, end) for number, piece in enumerate(code)
             for sign, start, end in characters(piece, source)]  # fmt: skip
    at = _address_in("".join(sign for sign, *_ in signs), old, new)
    if at is None:
        return
    first, last = signs[at], signs[at + len(old) - 1]
    for number in range(first[1], last[1] + 1):
        begin = first[2] if number == first[1] else code[number].start
        stop = last[3] if number == last[1] else code[number].end
        yield Splice(begin, stop, escape(new, quote=False) if number == first[1] else "")


def _common(one: str, other: str) -> int:
    """How many characters two strings have in common from their starts."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
