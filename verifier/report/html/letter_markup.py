"""A letter -> its text in HTML: each citation marked where it stands, its note and what was found of it beside it.

In: the document, its cards. Out: the HTML, and for each citation the id of the place that bears it. A long letter is
shown by the passages that cite, and says so; a passage of extreme length is cut around what it cites.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

from verifier.model.citation import Note
from verifier.model.report import DocumentReport
from verifier.report import escapes, words
from verifier.report.html import passages
from verifier.report.html.card_markup import badge, decided, steps
from verifier.report.html.cards import Card
from verifier.report.html.passages import Passage, PassageKind, Place, PlaceKind
from verifier.report.html.strings import text

_WHOLE = 400_000
"""Characters; of a longer letter only the passages that cite are shown."""
_LONGEST = 6_000
"""Characters of a passage without anything to mark; what is longer is cut."""
_NEAR = 1_500
"""Characters shown on either side of a place in a passage that is cut."""
_NOTE = 400
_URGENT = {verdict.value: rank for verdict, rank in words.URGENCY.items()} | {"found": len(words.URGENCY)}
_CONTAINERS = {
    PassageKind.HEADING: "h3",
    PassageKind.QUOTED: "blockquote",
    PassageKind.CODE: "pre",
}


@dataclass(frozen=True, slots=True)
class LetterText:
    """The letter's text: its HTML ("" when there is none to show), and where each citation (by id) stands in it."""

    html: str = ""
    seats: Mapping[str, str] = field(default_factory=dict)
    citing_only: bool = False


def letter_text(document: DocumentReport, cards: Sequence[Card], number: int, *, citing_only: bool) -> LetterText:
    """The text of the document that is `number` in the report; `citing_only`: no more than the passages that cite."""
    if not document.text.strip():
        return LetterText()
    citing_only = citing_only or len(document.text) > _WHOLE
    view = _View(document, cards, number)
    shown = "".join(view.parts(passages.passages(document), citing_only=citing_only))
    return LetterText(shown, view.seats, citing_only)


class _View:
    """One letter while it is written out."""

    def __init__(self, document: DocumentReport, cards: Sequence[Card], number: int) -> None:
        self.seats: dict[str, str] = {}
        self._document, self._number = document, number
        self._by_finding = {card.index: card for card in cards}
        self._notes = {note.index: note for note in document.notes}
        self._of_note: dict[int, list[Card]] = defaultdict(list)
        for card in sorted(cards, key=lambda one: one.index):
            if card.note_index is not None:
                self._of_note[card.note_index].append(card)
        self._told: set[int] = set()
        self._markers: set[int] = set()

    def parts(self, found: Sequence[Passage], *, citing_only: bool) -> Iterator[str]:
        """The passages one after the other; what stands around the letter folded away, what is left out told."""
        page, left, around = None, [0, 0], []
        for passage in [*found, None]:
            if passage is not None and citing_only and not passage.places and passage.kind is not PassageKind.HEADING:
                left = [left[0] + 1, left[1] + passage.end - passage.start]
                continue
            if left[0]:
                yield f'<p class="gap">… {text("letter.left", left[0], characters=f"{left[1]:,}")} …</p>'
                left = [0, 0]
            if passage is not None and passage.kind is PassageKind.AROUND:
                around.append(self._row(passage))
                continue
            if around:
                told = text("letter.around", len(around))
                yield f'<details class="fold"><summary>{told}</summary>{"".join(around)}</details>'
                around = []
            if passage is None:
                return
            if passage.page is not None and passage.page != page:
                page = passage.page
                yield f'<p class="page">{text("letter.page", page)}</p>'
            yield self._row(passage)

    def _row(self, passage: Passage) -> str:
        tag = _CONTAINERS.get(passage.kind, "p")
        seat = f' id="n-{self._number}-{passage.note}"' if passage.note is not None else ""
        kind = f' class="{passage.kind.value}"' if tag == "p" and passage.kind is PassageKind.NOTE else ""
        told = "".join(self._text(passage))
        beside = "".join(self._beside(passage))
        aside = f'<div class="by">{beside}</div>' if beside else ""
        return f'<div class="row"><{tag}{kind}{seat} dir="auto">{told}</{tag}>{aside}</div>'

    def _text(self, passage: Passage) -> Iterator[str]:
        """The passage's text with its places marked; claims lie around markers, so that their spans nest."""
        whole = passages.lines(self._document.text[passage.start : passage.end])
        events: list[tuple[int, int, Place | None]] = [(place.start, 1, place) for place in passage.places]
        events += [(start, 0, None) for start, _ in passage.claims]
        events += [(end, 2, None) for _, end in passage.claims]
        events.sort(key=lambda event: event[:2])
        at = first = len(whole) - len(passages.heading(whole)) if passage.kind is PassageKind.HEADING else 0
        for offset, order, place in events:
            if place is not None and offset - passage.start < at:
                continue
            reached = max(offset - passage.start, at)
            yield _shown(whole[at:reached], head=at == first)
            at = reached
            if place is None:
                yield "<span class=claim>" if order == 0 else "</span>"
                continue
            yield self._marker(place) if place.kind is PlaceKind.MARKER else self._citation(place)
            at = place.end - passage.start
        yield _shown(whole[at:], head=at == first, tail=True)

    def _marker(self, place: Place) -> str:
        note = place.note if place.note is not None else -1
        cards = self._of_note.get(note, [])
        spelled = self._document.text[place.start : place.end]
        told: str = escape(escapes.flow(spelled))
        told = f"<sup>{told}</sup>" if spelled.isalnum() and spelled.isascii() else told
        seat = ""
        if note not in self._markers:
            self._markers.add(note)
            seat = f' id="m-{self._number}-{note}"'
            for card in cards:
                self.seats[card.id] = f"m-{self._number}-{note}"
        worst = min(cards, key=lambda card: _URGENT.get(card.verdict, 9), default=None)
        mark = badge(worst) if worst else ""
        kind = f" {worst.verdict}" if worst else ""
        return f'<a class="m{kind}"{seat} href="#n-{self._number}-{note}">{told}{mark}</a>'

    def _citation(self, place: Place) -> str:
        card = self._by_finding.get(place.finding if place.finding is not None else -1)
        told = escape(escapes.link(self._document.text[place.start : place.end]))
        if card is None:
            return str(told)
        seat = f"s-{card.id}"
        self.seats.setdefault(card.id, seat)
        return f'<a class="x {card.verdict}" id="{seat}" href="#c-{escape(card.id)}">{told}{badge(card)}</a>'

    def _beside(self, passage: Passage) -> Iterator[str]:
        """The notes that the passage calls, each with its findings; in a note, the way back to the text."""
        if passage.note is not None and passage.note in self._markers:
            yield f'<a class="up" href="#m-{self._number}-{passage.note}">↑ {text("letter.back")}</a>'
        for place in passage.places:
            if place.kind is PlaceKind.MARKER and place.note in self._notes:
                yield self._note(self._notes[place.note])
            elif place.finding is not None and place.finding in self._by_finding:
                card = self._by_finding[place.finding]
                if card.note_index is None or card.note_index not in self._told:
                    yield _finding(card)

    def _note(self, note: Note) -> str:
        label = text("letter.note", label=escapes.prose(note.label, 40))
        if note.index in self._told:
            return f'<p class="again">{escape(label)}: {text("letter.above")}</p>'
        self._told.add(note.index)
        cards = self._of_note.get(note.index, [])
        found = "".join(_finding(card, named=len(cards) > 1) for card in cards)
        said = escape(escapes.prose(note.text, _NOTE))
        nothing = "" if cards else f"<p>{text('letter.cites nothing')}</p>"
        return f'<p class="n"><b>{escape(label)}</b> <bdi>{said}</bdi></p>{nothing}{found}'


def _finding(card: Card, *, named: bool = False) -> str:
    """A finding in a few lines: verdict, why, what to do, and the way to all of its evidence.

    `named`: what it is about is told too, since several stand together.
    """
    why = f"<p>{escape(card.why)}</p>" if card.why else ""
    link = f'<a href="#c-{escape(card.id)}">{badge(card)} {text("letter.details")}</a> '
    name = f"<p><b>{escape(escapes.prose(card.name, 100))}</b></p>" if named else ""
    left = f"<div class=told>{steps(card)}</div>" if card.steps else ""
    return f'<div class="fd {card.verdict}" data-c="{escape(card.id)}">{link}{name}{why}{left}{decided(card)}</div>'


def _shown(stretch: str, *, head: bool = False, tail: bool = False) -> str:
    """A stretch of running text, its own line ends kept; cut where it is of extreme length."""
    if len(stretch) > _LONGEST:
        before = "" if head and not tail else stretch[:_NEAR]
        after = "" if tail else stretch[-_NEAR:]
        cut = text("letter.left", 1, characters=f"{len(stretch) - len(before) - len(after):,}")
        return f"{_lines(before)} <i class=gap>… {cut} …</i> {_lines(after)}"
    return _lines(stretch)


def _lines(stretch: str) -> str:
    return escape("\n".join(escapes.flow(line) for line in stretch.split("\n")))
