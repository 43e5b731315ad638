"""Descriptions for references: which words of a note are a citation's own, and which quotations go with it.

In: notes and references. Out: the same references, described. A citation's own words run from the end of the one before
it (or a semicolon) to its own end, and on to an access date behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from verifier.citations.accessed import tells_access
from verifier.citations.bulleted import item_around
from verifier.citations.layout import QUOTED_LINE, Layout
from verifier.citations.metadata import LONGEST_TITLE, Own, describe, describe_in_prose
from verifier.citations.quotes import (
    Quotation,
    find_quotations,
    is_attributed,
    single_spaced,
    unemphasised,
)
from verifier.citations.sentences import sentence_around
from verifier.model.citation import Description, Kind, Note, Quote, QuoteWhere, Reference
from verifier.model.document import Part
from verifier.model.patterns import compile_late
from verifier.model.words import word_count

_MOST = 1200
"""A citation's own words are read this far back."""
_BEHIND = 400
"""So far behind a citation its own words may go on."""
_CLAUSE = 400
"""So far before a link in the body the clause may begin that holds it."""
_NOTE_QUOTES = 20_000
"""Characters of a note that are searched for quotations."""
_MARKERS = 8
"""Markers of a note whose sentences are searched for quotations."""
_BODY_WINDOW = 500
_NOTHING = Description()
MOST_QUOTED = 2000
"""References in the body whose sentences are searched for quotations: a bound against hostile text."""
_LABEL = compile_late(
    r"[\s>]*(?:\\?[\[［【〔(（](?:注|註|note\s?)?\^?[\w]{1,20}\\?[\]］】〕)）]:?|\d{1,3}[.)、．]?(?=\s|http)|[¹²³⁰⁴-⁹①-⑳*†‡§]{1,3})\s*"
)
_SIGNS = " \t\n<>()[].,;:*-"
"""What says nothing of a link beside which it stands alone."""
_TARGET_BEGINS = re.compile(r"\]\s{0,20}\(\s{0,20}<?")
_TARGET_ENDS = re.compile(r"""\s{0,20}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')?\s{0,20}>?\)""")
"""Around the target of a Markdown link, its title taken along."""
_LOOKS_LIKE_URL = re.compile(r"://|www\.|\w\.\w{2,}/")
_QUOTES = compile_late('[“„«‘「『《"]')
_QUOTE_MARKS = re.compile(r"\n[ \t]*(?:>[> \t]*)?")
# Sets of characters first: the search then skips to them.
_BREAK = compile_late(
    r"[;；؛\n.](?:(?<=[;；؛])(?!\d|\s?(?:19|20)\d\d\b)|(?<=\n)\s*\n|(?:(?<=[^\W\d_]{2}\.)|(?<=[)\]”’\"]\.))\s+(?=[A-Z“‘«\"']))"
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
    links = [_link_of(layout, reference) for reference in members]
    for index, (reference, link) in enumerate(zip(members, links, strict=True)):
        low = links[index - 1].after if index else begin
        high = links[index + 1].start if index + 1 < len(members) else note.end
        high = max(min(high, reference.end + _BEHIND), link.after)
        title = _quoted_link(text, link, quotations)
        if title is None:
            own = _own_words(text, link, low, high, first=index == 0)
        else:
            own = Own(f"{text[low : title.start]}“{title.text}”{_rest_of_part(text, title.end, high)}", "")
        # Words that quote a passage describe the passage's source, not what the passage mentions.
        quoted = title is None and any(one.start < reference.start < one.end for one in quotations)
        described = Description() if quoted else _titled_by_link(text, link, describe(own))
        quotes = [quote for sentence, found in spoken for quote in _sentence_quotes(sentence, found, described)]
        quotes += _note_quotes(quotations, low, reference, described)
        if quotes:
            described = replace(described, quotes=tuple(quotes))
        yield replace(reference, description=described)


class _Link(NamedTuple):
    """A citation with the words that link to it: all of it begins at `start` and ends at `after`.

    `words` is the span of words that may be a title; None where the address itself is shown, or `Ibid.`.
    """

    start: int
    after: int
    words: tuple[int, int] | None


def _link_of(layout: Layout, reference: Reference) -> _Link:
    """What links to a citation: words over which the format lays its link, or those before the target in Markdown."""
    if reference.repeats is None and reference.href is not None:
        links = layout.document.links
        at = bisect_left(links, reference.start, key=lambda link: link.start) - 1
        between = _TARGET_BEGINS.match(layout.text, links[at].end, reference.start) if at >= 0 else None
        if between is not None and between.end() == reference.start:
            link = links[at]
            closing = _TARGET_ENDS.match(layout.text, reference.end)
            after = closing.end() if closing else reference.end
            return _Link(max(link.start - 1, 0), after, (link.start, link.end))
        if reference.value == reference.href:
            return _Link(reference.start, reference.end, (reference.start, reference.end))
    return _Link(reference.start, reference.end, None)


def _own_words(text: str, link: _Link, low: int, high: int, *, first: bool) -> Own:
    """A citation's own words in its note, those that the format links set as a title where they plainly are one."""
    before = _before(text, low, link.start, first=first)
    linked = _linked_title(text, before, link)
    if linked is None:
        return Own(before, _behind(text, link.after, high))
    # Where the note begins with the title, all that is said of it stands behind.
    behind = _rest_of_part if first and not before.strip() else _behind
    return Own(f"{before}“{linked}”{behind(text, link.after, high)}", "")


def _unquoted_mail(text: str, one: Quotation, offset: int) -> str | None:
    """A passage that runs over lines of quoted mail, without their marks; None for any other."""
    if ">" not in one.text:
        return None
    return single_spaced(QUOTED_LINE.sub(" ", text[offset + one.start + 1 : offset + one.end - 1]))


def _linked_title(text: str, before: str, link: _Link) -> str | None:
    """Words that the format links, where they plainly are a title: in quotation marks, or set off from the rest."""
    if link.words is None:
        return None
    shown = unemphasised(single_spaced(text[slice(*link.words)]))
    if len(shown) > LONGEST_TITLE or _LOOKS_LIKE_URL.search(shown) or find_quotations(before):
        return None
    quotations = find_quotations(shown)
    if quotations and quotations[0].start == 0:
        return quotations[0].text
    set_off = not before.strip() or before.rstrip()[-1] in ",:.，：。،"
    return shown if set_off and word_count(shown) >= 2 else None


def _quoted_link(text: str, link: _Link, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation marks around a link that holds all the words between them: a title."""
    if link.words is None:
        return None
    first, last = link.words
    one = next((one for one in quotations if one.start < first and last < one.end), None)
    if one is None:
        return None
    beside = text[one.start + 1 : link.start] + text[link.after : one.end - 1]
    shown = single_spaced(unemphasised(text[first:last]))
    return None if "".join(beside.split()).strip(",.") else one._replace(text=shown)  # « no-break spaces » too


def _titled_by_link(text: str, link: _Link, described: Description) -> Description:
    """Words that the format links are the title of what they lead to, where nothing else is."""
    if described.title is not None or link.words is None:
        return described
    shown = unemphasised(single_spaced(text[slice(*link.words)])).strip("“”„«»‘’\"'.,;: ")
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


def _sentence_quotes(sentence: str, quotations: Sequence[Quotation], described: Description) -> Iterator[Quote]:
    """The quotations of a sentence that calls for a source or holds its link, and whether they are given to it."""
    sources = tuple(name for name in (described.publisher, described.author) if name)
    for one in quotations:
        tail = sentence[one.end :] if one is quotations[-1] else ""
        given = is_attributed(one.text, sentence[: one.start], described.title, sources, tail)
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
    low = max(reference.start - _CLAUSE, low)
    line_end = min(layout.line_end(layout.line_at(reference.end)), high)
    after = text[reference.end : line_end]
    if not (text[low : reference.start].strip(_SIGNS) or after.strip(_SIGNS)):
        return reference  # nothing is said of it
    item = item_around(layout, reference.start) if quoted else None
    if item is not None and low <= item:
        own = Own(text[item : reference.start], _behind(text, reference.end, high))
        return replace(reference, description=describe(own))
    clause, bracketed = _clause_before(text, low, reference.start)
    before = text[clause : reference.start]
    if not (before.strip() or after.strip()):
        return reference  # nothing but a sentence before it
    high = max(min(line_end, reference.end + _BEHIND), reference.end)
    described = describe_in_prose(Own(before, _behind(text, reference.end, high)), bracketed=bracketed)
    if quoted and reference.kind is Kind.URL and reference.href is None and _QUOTES.search(before):
        sentence = sentence_around(text, reference.start, reference.end, _BODY_WINDOW)
        quotations = [one for one in find_quotations(sentence) if one.text != described.title]
        if quotations:
            described = replace(described, quotes=tuple(_sentence_quotes(sentence, quotations, described)))
    return reference if described == _NOTHING else replace(reference, description=described)


def _clause_before(text: str, low: int, start: int) -> tuple[int, bool]:
    """Where the clause begins that leads to the link at `start`, and whether an open bracket begins it.

    Such a bracket holds the citation: the words before it are the letter's own.
    """
    cut = low
    for match in _BODY_BREAK.finditer(text, low, start):
        cut = match.end()
    bracket = max(text.rfind("(", cut, start), text.rfind("（", cut, start))
    bracketed = bracket >= 0 and not any(closer in text[bracket:start] for closer in ")）")
    return (bracket + 1 if bracketed else cut), bracketed
