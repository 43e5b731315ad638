"""Descriptions for references: which words of a note are a citation's own, and which quotations go with it.

In: notes and references. Out: the same references, described. A citation's own words run from the end of the one before
it (or a semicolon) to its own end, and on to an access date behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from verifier.citations.accessed import tells_access
from verifier.citations.layout import QUOTED_LINE, Layout
from verifier.citations.metadata import LONGEST_TITLE, Own, describe, describe_in_prose
from verifier.citations.quotes import Quotation, find_quotations, is_attributed, single_spaced, word_count
from verifier.citations.sentences import sentence_around
from verifier.model.citation import Description, Kind, Note, Quote, QuoteWhere, Reference
from verifier.model.document import Part
from verifier.model.patterns import compile_late

_MOST = 1200
"""A citation's own words are read this far back."""
_BEHIND = 400
_NOTE_QUOTES = 20_000
_MARKERS = 8
_BODY_WINDOW = 500
_NOTHING = Description()
MOST_QUOTED = 2000
"""References in the body whose sentences are searched for quotations: a bound against hostile text."""
_LABEL = compile_late(
    r"[\s>]*(?:\\?[\[［【〔(（](?:注|註|note\s?)?\^?[\w]{1,20}\\?[\]］】〕)）]:?|\d{1,3}[.)、．]?(?=\s|http)|[¹²³⁰⁴-⁹①-⑳*†‡§]{1,3})\s*"
)
_SIGNS = " \t\n<>()[].,;:*-"
"""What says nothing of a link beside which it stands alone."""
_LOOKS_LIKE_URL = re.compile(r"://|www\.|\w\.\w{2,}/")
_QUOTES = compile_late('[“„«‘「『《"]')
_QUOTE_MARKS = re.compile(r"\n[ \t]*(?:>[> \t]*)?")
# Sets of characters first: the search then skips to them.
_BREAK = compile_late(
    r"[;；؛\n.](?:(?<=[;；؛])(?!\d|\s?(?:19|20)\d\d\b)|(?<=\n)\s*\n|(?<=(?:[^\W\d]|[)\]”’\"])\.)\s+(?=[A-Z“‘«\"']))"
)
_PART_END = compile_late(r"[;；؛]\s|\n\s*\n")
_BODY_BREAK = compile_late(r"[;；\n。！？.!?](?:(?<![.!?])|\s+(?=[^\W\d_“‘«\"']))")


def describe_references(
    layout: Layout, notes: Sequence[Note], bodies: Sequence[int], references: Sequence[Reference]
) -> Iterator[Reference]:
    """Each reference with its description, in the same order; `bodies` tells where each note's words begin."""
    for note_index, group in groupby(references, key=lambda reference: reference.note_index):
        members = list(group)
        if note_index is None:
            for index, reference in enumerate(members):
                low = members[index - 1].end if index else 0
                high = members[index + 1].start if index + 1 < len(members) else len(layout.text)
                yield _in_body(layout, reference, low, high, quoted=index < MOST_QUOTED)
        else:
            yield from _in_note(layout, notes[note_index], bodies[note_index], members)


def _in_note(layout: Layout, note: Note, begin: int, members: Sequence[Reference]) -> Iterator[Reference]:
    text = layout.text
    label = _LABEL.match(text, begin, note.end) if begin == note.start else None
    begin = label.end() if label else begin
    passages = find_quotations(text[begin : min(note.end, begin + _NOTE_QUOTES)])
    quotations = [
        Quotation(one.start + begin, one.end + begin, _unquoted_mail(text, one, begin) or one.text) for one in passages
    ]
    spoken = [(marker.sentence, find_quotations(marker.sentence)) for marker in note.markers[:_MARKERS]]
    for index, reference in enumerate(members):
        low = members[index - 1].end if index else begin
        high = members[index + 1].start if index + 1 < len(members) else note.end
        high = min(high, reference.end + _BEHIND)
        before = _before(text, low, reference.start, first=index == 0)
        linked = _linked_title(text, before, reference)
        own = Own(before, _behind(text, reference.end, high))
        if linked and index == 0 and not before.strip():
            # Where the note begins with the title, all that is said of it stands behind.
            own = Own("", _rest_of_part(text, reference.end, high))
        if linked:
            own = Own(f"{before}“{linked}”{own.after}", "")
        title = _quoted_link(text, reference, quotations)
        if title:
            own = Own(f"{text[low : title.start]}“{title.text}”{_rest_of_part(text, title.end, high)}", "")
        # Words that quote a passage describe the passage's source, not what the passage mentions.
        quoted = title is None and any(one.start < reference.start < one.end for one in quotations)
        described = Description() if quoted else _titled_by_link(text, reference, describe(own))
        quotes = [*_marker_quotes(spoken, described), *_note_quotes(quotations, low, reference, described)]
        if quotes:
            described = replace(described, quotes=tuple(quotes))
        yield replace(reference, description=described)


def _unquoted_mail(text: str, one: Quotation, offset: int) -> str | None:
    """A passage that runs over lines of quoted mail, without their marks; None for any other."""
    if ">" not in one.text:
        return None
    return single_spaced(QUOTED_LINE.sub(" ", text[offset + one.start + 1 : offset + one.end - 1]))


def _links_words(reference: Reference) -> bool:
    """Whether the format links words, which may be a title; those of a repetition (`Ibid.`) are none."""
    return reference.repeats is None and reference.href is not None and reference.value == reference.href


def _linked_title(text: str, before: str, reference: Reference) -> str | None:
    """Words that the format links, where they plainly are a title: in quotation marks, or set off from the rest."""
    if not _links_words(reference):
        return None
    shown = single_spaced(text[reference.start : reference.end])
    if len(shown) > LONGEST_TITLE or _LOOKS_LIKE_URL.search(shown) or find_quotations(before):
        return None
    quotations = find_quotations(shown)
    if quotations and quotations[0].start == 0:
        return quotations[0].text
    set_off = not before.strip() or before.rstrip()[-1] in ",:.，：。،"
    return shown if set_off and word_count(shown) >= 2 else None


def _quoted_link(text: str, reference: Reference, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation marks around a link that holds all the words between them: a title."""
    if not _links_words(reference):
        return None
    around = (one for one in quotations if one.start < reference.start and reference.end < one.end)
    one = next(around, None)
    if one is None or single_spaced(text[reference.start : reference.end]).strip(" ,.") != one.text.strip(" ,."):
        return None
    return one


def _titled_by_link(text: str, reference: Reference, described: Description) -> Description:
    """Words that the format links are the title of what they lead to, where nothing else is."""
    if described.title is not None or not _links_words(reference):
        return described
    shown = single_spaced(text[reference.start : reference.end]).strip("“”„«»‘’\"'.,;: ")
    titled = word_count(shown) >= 2 and len(shown) <= LONGEST_TITLE and not _LOOKS_LIKE_URL.search(shown)
    return replace(described, title=shown) if titled else described


def _before(text: str, low: int, start: int, *, first: bool) -> str:
    """The words before a citation that are its own: not the tail of the one before it, nor what a `;` cuts off."""
    low = max(low, start - _MOST)
    cut = low
    quotations: Sequence[Quotation] | None = None
    for match in _BREAK.finditer(text, low, start):
        if first and match[0][0] not in ";；؛":
            continue
        if quotations is None:
            quotations = find_quotations(text[low:start])
        if any(one.start + low < match.start() < one.end + low for one in quotations):
            continue
        cut = match.end()
    return _QUOTE_MARKS.sub("\n", text[cut:start])


def _behind(text: str, end: int, high: int) -> str:
    """The words behind a citation that are still its own: up to a semicolon, a paragraph, or the next sentence."""
    match = _BREAK.search(text, end, high)
    if match and tells_access(text, match.end()):
        match = _BREAK.search(text, match.end(), high)
    return _up_to(match, text, end, high)


def _rest_of_part(text: str, end: int, high: int) -> str:
    """The words behind a title, over the ends of sentences: up to a semicolon or a paragraph."""
    return _up_to(_PART_END.search(text, end, high), text, end, high)


def _up_to(match: re.Match[str] | None, text: str, start: int, end: int) -> str:
    return _QUOTE_MARKS.sub("\n", text[start : match.start() if match else end])


def _marker_quotes(spoken: Sequence[tuple[str, Sequence[Quotation]]], described: Description) -> Iterator[Quote]:
    sources = tuple(name for name in (described.publisher, described.author) if name)
    for sentence, quotations in spoken:
        for one in quotations:
            given = is_attributed(one.text, sentence[: one.start], described.title, sources)
            yield Quote(one.text, QuoteWhere.SENTENCE, given)


def _note_quotes(
    quotations: Sequence[Quotation], low: int, reference: Reference, described: Description
) -> Iterator[Quote]:
    """The title, and passages that end in the citation's own part: a passage before its source is given to it."""
    for one in quotations:
        if not low < one.end <= reference.start:
            continue
        if described.title is not None and one.text.strip(" ,;:").rstrip(".") == described.title.rstrip("."):
            yield Quote(described.title, QuoteWhere.TITLE, attributed=False)
        else:
            yield Quote(one.text, QuoteWhere.NOTE, attributed=word_count(one.text) > 2)


def _in_body(layout: Layout, reference: Reference, low: int, high: int, *, quoted: bool) -> Reference:
    """Outside notes only the clause that holds the link can speak of it."""
    if reference.part is Part.SURROUNDINGS:
        return reference
    text = layout.text
    low = max(reference.start - 400, low)
    line_end = min(layout.line_end(layout.line_at(reference.end)), high)
    after = text[reference.end : line_end]
    if not (text[low : reference.start].strip(_SIGNS) or after.strip(_SIGNS)):
        return reference  # nothing is said of it
    cut = low
    for match in _BODY_BREAK.finditer(text, low, reference.start):
        cut = match.end()
    # A bracket that is still open holds the citation; the words before it are the letter's own.
    bracket = max(text.rfind("(", cut, reference.start), text.rfind("（", cut, reference.start))
    bracketed = bracket >= 0 and not any(closer in text[bracket : reference.start] for closer in ")）")
    if bracketed:
        cut = bracket + 1
    before = text[cut : reference.start]
    if not (before.strip() or after.strip()):
        return reference  # nothing but a sentence before it
    high = max(min(line_end, reference.end + _BEHIND), reference.end)
    own = Own(before, _behind(text, reference.end, high))
    described = describe_in_prose(own, bracketed=bracketed)
    quotes: tuple[Quote, ...] = ()
    if quoted and reference.kind is Kind.URL and reference.href is None and _QUOTES.search(text, cut, reference.start):
        sentence = sentence_around(text, reference.start, reference.end, _BODY_WINDOW)
        sources = tuple(name for name in (described.publisher, described.author) if name)
        quotes = tuple(
            Quote(
                one.text, QuoteWhere.SENTENCE, is_attributed(one.text, sentence[: one.start], described.title, sources)
            )
            for one in find_quotations(sentence)
            if one.text != described.title
        )
    if quotes:
        described = replace(described, quotes=quotes)
    return reference if described == _NOTHING else replace(reference, description=described)
