"""What the stories of one DOCX file share: styles, lists, note numbers, the text so far, and what to tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from verifier.documents.docx.lists import Lists
from verifier.documents.docx.notes import NoteNumbers
from verifier.documents.docx.styles import Styles
from verifier.documents.office.word_letter import count
from verifier.documents.paragraphs import Paragraphs, Stretch
from verifier.model.document import NoteKind


@dataclass(slots=True)
class Tally:
    """What is told of the file as a whole, counted over its stories."""

    changes: int = 0
    hidden: int = 0
    """Characters of hidden text."""
    comments: int = 0
    embedded: int = 0
    """Files that Word shows as part of the letter (w:altChunk)."""
    orphans: int = 0
    """Notes that nothing refers to."""


@dataclass(frozen=True, slots=True)
class Call:
    """A note that was called for: its kind, its id in the file, the label that its marker shows."""

    kind: NoteKind
    id: str
    label: str

    @property
    def key(self) -> str:
        """What ties markers to the note."""
        return f"{self.kind.value} {self.id}"


@dataclass(slots=True)
class Letter:
    """The state of reading one file."""

    styles: Styles
    lists: Lists
    numbers: dict[NoteKind, NoteNumbers]
    out: Paragraphs = field(default_factory=Paragraphs)
    tally: Tally = field(default_factory=Tally)
    calls: list[Call] = field(default_factory=list)
    titles: list[Stretch] = field(default_factory=list)
    bookmarks: dict[str, str] = field(default_factory=dict)
    """Keys of notes by the bookmarks around their markers."""
    references: list[tuple[str, Stretch]] = field(default_factory=list)
    """What fields repeat of the marks of notes, by bookmark."""
    rendered_pages: bool = False
    """Whether Word noted in the file where its pages ended."""
    section: int = 0
    page: int = 0

    def break_page(self) -> None:
        """Count a page break that the author made, where Word did not note all of them."""
        if not self.rendered_pages:
            self.page += 1

    def call(self, kind: NoteKind, identity: str, custom: str | None) -> Call:
        """Number the note that is called for here; `custom` is the mark that the author chose for it."""
        label = self.numbers[kind].following(self.section, self.page) if custom is None else custom
        call = Call(kind, identity, label)
        self.calls.append(call)
        return call

    def tie_references(self) -> None:
        """Fields that repeat a note's mark are further markers of that note."""
        for bookmark, stretch in self.references:
            key = self.bookmarks.get(bookmark)
            if key and stretch.end > stretch.start:
                self.out.mark(key, stretch.start, stretch.end)

    def remarks(self) -> Iterator[str]:
        """What was left out or guessed."""
        tally = self.tally
        if tally.changes:
            yield f"{count(tally.changes, 'tracked change')}: what was inserted is read, what was deleted is not."
        if tally.hidden:
            yield f"Hidden text was left out ({count(tally.hidden, 'character')})."
        if tally.comments:
            yield f"{count(tally.comments, 'comment')} in the margin: not read."
        if tally.embedded:
            yield f"{count(tally.embedded, 'file')} embedded in the letter: not read."
        if tally.orphans:
            yield f"{count(tally.orphans, 'note')} without a reference in the text, which Word does not show: left out."
        if any(numbers.guessed for numbers in self.numbers.values()):
            pages = "as last laid out by Word" if self.rendered_pages else "guessed from its page breaks"
            yield f"Notes are numbered anew on every page; the pages are {pages}."
