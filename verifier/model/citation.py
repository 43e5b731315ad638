"""What a letter cites: notes, markers, citations, and the mending of broken links."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verifier.model.dates import PartialDate
from verifier.model.document import NoteKind, Part, Position
from verifier.model.words import word_count

_TELLING_WORDS = 5


class Kind(StrEnum):
    """What names the cited thing."""

    URL = "url"
    DOI = "doi"
    ARXIV = "arxiv"
    ISBN = "isbn"
    PMID = "pmid"
    HANDLE = "handle"
    URN = "urn"
    UN_SYMBOL = "un_symbol"
    ECLI = "ecli"


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote marker in the text, and the sentence that bears it (without the marker itself).

    `start` to `end` is where it stands in the document's text; 0 to 0 when that is not known.
    """

    position: Position
    sentence: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """One note: `label` without brackets (may repeat when numbering restarts), `index` unique, from 0."""

    index: int
    label: str
    kind: NoteKind
    text: str
    position: Position
    start: int
    end: int
    markers: tuple[Marker, ...] = ()


class QuoteWhere(StrEnum):
    """Where a quotation stands."""

    SENTENCE = "sentence"
    NOTE = "note"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the letter gives as a quotation; `attributed` when it gives them to the cited source."""

    text: str
    where: QuoteWhere
    attributed: bool

    @property
    def telling(self) -> bool:
        """Whether the source can be expected to hold it: given to that source, and in more words than a phrase."""
        return self.attributed and word_count(self.text) >= _TELLING_WORDS


@dataclass(frozen=True, slots=True)
class Description:
    """What a citation's own part of its note says of the cited thing; nothing is inherited."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: PartialDate | None = None
    accessed: PartialDate | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation as found, before repair: where its plain reading stands and how far a broken one may reach.

    `start`/`end` delimit the plain, unbroken reading in the document's text; `reach` (exclusive, >= end) is
    where the next citation, the note's end or the paragraph's end forbids any continuation. `value` is the canonical
    identifier (for a URL: the plain reading with a scheme). `href` is what the format itself links to, if it does.
    """

    kind: Kind
    start: int
    end: int
    reach: int
    value: str
    part: Part
    note_index: int | None = None
    href: str | None = None
    description: Description = Description()
    repeats: int | None = None
    """The index (among all references) of the one that this only repeats: `Ibid.`, `supra note 3`."""


class RepairStatus(StrEnum):
    """What became of the link as written."""

    INTACT = "intact"
    MENDED = "mended"
    AMBIGUOUS = "ambiguous"
    UNMENDABLE = "unmendable"


SURE = 0.9
"""The confidence from which a reading is used without asking a person."""


class EditKind(StrEnum):
    """What was done to the characters of a link as written."""

    JOIN = "join"  # white space taken out
    UNHYPHENATE = "unhyphenate"  # an inserted line-end hyphen taken out, with the break
    KEEP_HYPHEN = "keep_hyphen"  # the break taken out after a hyphen that belongs to the URL
    SPLIT = "split"  # cut from a neighbour it was glued to
    UNWRAP = "unwrap"  # taken out of a mail gateway's or search engine's wrapper
    TRIM = "trim"  # punctuation that is not the URL's taken off
    UNESCAPE = "unescape"  # &amp;, %20 inside a host, Markdown backslashes, zero-width characters …
    SCHEME = "scheme"  # a scheme added or mended (www.…, hxxp, https:/ /)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: at offset `at` of `as_written`, `removed` gave way to `inserted`."""

    kind: EditKind
    at: int
    removed: str
    inserted: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a link: the URL, the end of its text (offset into the document), its score and the reasons.

    `score` is the probability, 0 to 1, that this reading is the right one.
    """

    url: str
    end: int
    score: float
    edits: tuple[Edit, ...] = ()
    why: tuple[str, ...] = ()


class Confirmation(StrEnum):
    """What kind of evidence settled the reading."""

    ANNOTATION = "annotation"
    TITLE_WORDS = "title_words"
    PAGE_TITLE = "page_title"
    LIVE = "live"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Repair:
    """How a link was read: candidates best first, the chosen one among them (`edits` are its edits)."""

    status: RepairStatus
    confidence: float = 1.0
    edits: tuple[Edit, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    confirmed_by: Confirmation | None = None


INTACT = Repair(RepairStatus.INTACT)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Repair's answer to one reference: how it was read, where the link as written stands, and its URL.

    `start`/`end` delimit the whole link as written, broken pieces included; `url` is the chosen reading (None when
    unmendable). `plainly`: read as it stands, without looking for breaks, since the document has too many of them.
    `spare`: a further reading that the text alone does not make likely, for when the chosen one leads astray.
    """

    repair: Repair
    start: int
    end: int
    url: str | None
    plainly: bool = False
    spare: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation, ready to be checked. `url` is where a reader is sent; None when nothing can be asked."""

    id: str
    part: Part
    note: str | None
    note_index: int | None
    kind: Kind
    as_written: str
    value: str
    url: str | None
    position: Position
    start: int
    end: int
    description: Description
    repair: Repair
    href: str | None = None
    """What the format links to, when that differs from what the text shows."""
    spare: Candidate | None = None
    """A further reading that the text alone does not make likely, for when the chosen one leads astray."""


@dataclass(frozen=True, slots=True)
class RawExtract:
    """What a document was found to hold before repair, in the order of the text; `remarks` as in `Extract`."""

    notes: tuple[Note, ...] = ()
    references: tuple[Reference, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """All that was found in one document, in the order of the text."""

    notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    remarks: tuple[str, ...] = ()
    """Markers without a note, and the like, in words for the report."""
