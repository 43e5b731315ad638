"""One proposal per reference: the link read in all probable ways, and what became of it.

In: a document and the references found in it. Out: for each, the ranked candidates, the chosen reading and its status.
Three kinds of reference come here: a link that the text shows, words that the format links, and an identifier (DOI).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.model.citation import INTACT, Candidate, Kind, Proposal, Reference
from verifier.model.patterns import compile_late
from verifier.repair import syntax
from verifier.repair.annotations import OWN_LINK, align
from verifier.repair.enclosed import enclosed
from verifier.repair.filename import SPACE, with_file_name
from verifier.repair.glue import find_tail, unglue
from verifier.repair.head import DEFAULT_SCHEME, find_head, may_be_in_scheme, scheme_added
from verifier.repair.hrefs import read_href
from verifier.repair.lost_hyphens import with_lost_hyphens
from verifier.repair.lost_line_end import by_title
from verifier.repair.page import Page
from verifier.repair.proposals import FAINT, as_candidate, doubted, of_href, of_identifier, of_link, of_undamaged
from verifier.repair.ranker import Ranker
from verifier.repair.reading import Reading, search
from verifier.repair.spare import READ_ON, WITHOUT_HYPHEN, WITHOUT_SPACES, spare
from verifier.repair.titles import Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.model.document import Document

_BREAK = compile_late(rf"[\s{syntax.SOFT_HYPHENS}]")
"""What ends the plain reading of a link that the format marks, breaks and all."""
_SHOWS_A_LINK = re.compile(r"(?:https?|hxxps?|ftp|ttps?)\s{0,3}:|www\.|\w\.\w{2,}/", re.IGNORECASE)
_HYPHENED = re.compile(r"h(?:t(?:tp?)?)?[\u2010\u00ad-]\s")
"""A scheme that a hyphen parts at a line's end: nothing can be read from there on."""
_ELLIPSES = ("…", "...", "…]", "...]")
_UNDAMAGED = re.compile(
    r"(?:https?://)?(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,9}[A-Za-z0-9]{1,18}(?::\d{1,5})?)"
    r"(?:/[\w./~+-]*)?(?:\?[\w./~+=&]*)?(?:#[\w./~+-]*)?",
    re.ASCII,
)
"""What nothing could be mended in: no escape, no query that may carry another address."""
_CLOSERS = frozenset(("", *"<>()[]{}|^`\"“”„‟‘’'«»‹›…"))
"""Behind a plain reading: the end of the text, and what no link goes on beyond."""
_PLAIN_END = compile_late(rf"[.,:;]?(?:[^\S\n]{{1,9}}(?=\S)|(?P<line>[^\S\n]{{0,9}}[\n{syntax.SOFT_HYPHENS}]))")
"""After a plain reading: a space, or a line's end."""
MOST_JUDGED = 6000
"""Breaks weighed in one document, about two seconds' work. Printed pages need two per link: 3,000 links or more."""
_GOES_ON = compile_late(r"(?<=\w=)[^\S\n]{0,9}\n\s{0,9}\w")
_UNSURE = 0.5
_PAGE = "text/html"
"""Archives of mail and programs for mail make links of what looks like an address, up to its line's end."""
_LIKELY = 0.5
"""A reading by evidence that is likelier than this needs no rule's word."""
_PLAINLY = "read as it stands: the document has too many breaks to weigh them all"
_RESOLVERS = {Kind.DOI: "https://doi.org/", Kind.ARXIV: "https://arxiv.org/abs/"}


def propose(document: Document, references: Sequence[Reference]) -> tuple[Proposal, ...]:
    """Read every reference: where the link as written stands, its most probable URL, and what was mended.

    Same order and number as `references`. `repair.edits` turn `document.text[start:end]` into `url`; for words that the
    format links, the edits' offsets count in the href instead. Raises nothing: what cannot be read is `unmendable`.
    """
    return propose_with(document, references, Ranker())


def propose_with(document: Document, references: Sequence[Reference], ranker: Ranker) -> tuple[Proposal, ...]:
    """`propose` with a ranker of one's own, for measuring."""
    page = Page(document, references)
    return tuple(_propose(page, at, ranker) for at in range(len(references)))


def _read_plainly(page: Page, reference: Reference) -> Proposal:
    """The link as it stands, for the references that a document has beyond all measure."""
    if reference.kind is not Kind.URL:
        return Proposal(INTACT, reference.start, reference.end, reference.value)
    if _is_undamaged(page.text, reference):
        return of_undamaged(reference, _whole_unweighed(page.text, reference.end, reference.value), (_PLAINLY,))
    first = first_reading(page, reference)
    sure = _whole_unweighed(page.text, first.end, first.url)
    return of_link(page.text, first, [first._replace(why=(_PLAINLY,))], href=None, most=sure)


def _shows_a_link(text: str, reference: Reference) -> bool:
    """Whether a link's words show an address, and the whole of it: pages cut long ones short with an ellipsis."""
    whole = not text.endswith(_ELLIPSES, reference.start, reference.end)
    if _HYPHENED.match(text, reference.start):
        return False
    return whole and _SHOWS_A_LINK.search(text, reference.start, reference.end) is not None


def _is_undamaged(text: str, reference: Reference) -> bool:
    """Whether nothing can be mended in a link but its end, and the scheme that it may go without; most are such."""
    start, end, url = reference.start, reference.end, reference.value
    plain = _UNDAMAGED.fullmatch(text, start, end)
    if plain is None or not syntax.host_is_possible(plain["host"]):
        return False
    if plain[0] == url:
        return True
    return DEFAULT_SCHEME + plain[0] == url and not may_be_in_scheme(text, start)


def _is_closed(text: str, reference: Reference) -> bool:
    """Whether nothing goes on behind a link, told at a glance, nor is a sentence glued to its end."""
    return text[reference.end : reference.end + 1] in _CLOSERS and find_tail(reference.value) is None


def _lacks_value(text: str, reference: Reference) -> bool:
    """Whether a line's end parts a parameter from its value, be the next line a page's number to all appearance."""
    return reference.value[-1] == "=" and reference.href is None and _GOES_ON.match(text, reference.end) is not None


def _plain_reading(text: str, reference: Reference) -> Reading:
    """The reading of an undamaged link as it stands."""
    start = reference.start
    return Reading(start, reference.end, reference.value, scheme_added(reference, start), title=Title(text, reference))


def _whole_unweighed(text: str, end: int, url: str) -> float:
    """How many links are whole whose plain reading ends so, on the pages that repair was trained on."""
    ended = _PLAIN_END.match(text, end)
    if ended is None:
        return 1.0
    if url[-1] in "-_=&%":
        return 0.05
    if ended["line"] is None:
        return 0.85
    return 0.5 if url[-1] == "/" else 0.75


def _propose(page: Page, index: int, ranker: Ranker) -> Proposal:
    reference, text = page.references[index], page.text
    if reference.kind is Kind.URL and reference.href is not None and not _shows_a_link(text, reference):
        return of_href(reference, read_href(reference.href))
    if page.judged >= MOST_JUDGED:
        return replace(_read_plainly(page, reference), plainly=True)
    if reference.kind in _RESOLVERS and reference.href is None:
        return _propose_identifier(page, reference, ranker)
    if reference.kind is not Kind.URL:
        return Proposal(INTACT, reference.start, reference.end, reference.value)
    undamaged = _is_undamaged(text, reference)
    agreed = undamaged and reference.href in {None, reference.value}
    why = () if reference.href is None else (OWN_LINK,)
    if agreed and _is_closed(text, reference) and not page.run_together:
        return of_undamaged(reference, 1.0, why)
    first = _plain_reading(text, reference) if undamaged else first_reading(page, reference)
    href = None
    readings: list[Reading] = []
    if reference.href is not None:
        href = read_href(reference.href)[0].url
        aligned = align(text, first, href, max(reference.reach, first.end))
        readings = [aligned] if aligned and aligned.end > first.end else []
        first = first._replace(href=href)
    alone = len(readings) + 1
    readings += search(page, first, max(page.limit(index), first.end), ranker)
    readings = with_lost_hyphens(page, _with_others(text, first, readings))
    if agreed and len(readings) == alone:
        proposal = of_undamaged(reference, _UNSURE if _lacks_value(text, reference) else 1.0, (*why, *readings[-1].why))
    else:
        proposal = of_link(text, first, readings, href, autolinked=page.document.media_type == _PAGE)
    proposal = doubted(text, proposal)
    spared = _other(page, proposal, readings, _until_next(page, index))
    return proposal if spared is None else replace(proposal, spare=spared)


def _until_next(page: Page, index: int) -> int:
    """How far a link may be read on: short of the next citation."""
    return min([page.limit(index), *(one.start for one in page.references[index + 1 : index + 2])])


def _other(page: Page, proposal: Proposal, readings: Sequence[Reading], limit: int) -> Candidate | None:
    """The spare reading of a link whose chosen one is `proposal`, if it is none of the candidates."""
    chosen = next((one for one in readings if (one.end, one.url) == (proposal.end, proposal.url)), None)
    other = spare(page, chosen, max(limit, chosen.end)) if chosen else None
    if chosen is None or other is None:
        return None
    if any(other.url == candidate.url for candidate in proposal.repair.candidates):
        return None
    spaces = chosen.url.count(SPACE) > other.url.count(SPACE)
    why = READ_ON if other.end > chosen.end else WITHOUT_SPACES if spaces else WITHOUT_HYPHEN
    return as_candidate(other._replace(why=(*other.why, why)), proposal.start, FAINT)


def _with_others(text: str, first: Reading, readings: list[Reading]) -> list[Reading]:
    """With the readings that no join of pieces gives: cut before a glued sentence, on to a bracket's end."""
    within = enclosed(text, first)
    if any(one.end == whole.end and one.probability > _LIKELY for one in readings for whole, _ in within):
        within = []
    for other in (unglue(text, first), with_file_name(text, first), by_title(text, readings), *reversed(within)):
        if other is not None:
            reading, probability = other
            rest = [one._replace(probability=one.probability * (1.0 - probability)) for one in readings]
            readings = [reading._replace(probability=probability), *rest]
    return readings


def first_reading(page: Page, reference: Reference) -> Reading:
    """The plain reading, its scheme mended and its characters cleaned: where the search begins."""
    text = page.text
    default = syntax.split(reference.value)[0] or DEFAULT_SCHEME
    head = find_head(text, reference.start, reference.end, default)
    end = reference.end
    if end <= head.body:
        token = syntax.TOKEN.match(text, head.body)
        end = head.body + len(syntax.cut(token[0])) if token else head.body
    broken = _BREAK.search(text, head.body, end)
    end = broken.start() if broken else end
    body, unescaped = syntax.clean(text[head.body : end], head.body)
    edits = (*(replace(edit, at=edit.at + head.start) for edit in head.edits), *unescaped)
    url = head.scheme + body
    return Reading(head.start, end, url, edits, head_spaced=head.spaced, title=Title(text, reference))


def _propose_identifier(page: Page, reference: Reference, ranker: Ranker) -> Proposal:
    """A DOI or arXiv identifier is broken like a URL; it is read as the path of its resolver's."""
    prefix = _RESOLVERS[reference.kind]
    value, end = reference.value, reference.end
    broken = _BREAK.search(value)
    if broken and page.text.endswith(value, reference.start, end):
        value, end = value[: broken.start()], end - len(value) + broken.start()
    first = Reading(reference.start, end, prefix + value, title=Title(page.text, reference))
    readings = with_lost_hyphens(page, search(page, first, max(reference.reach, first.end), ranker))
    return of_identifier(reference, readings, prefix)
