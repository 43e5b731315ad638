"""A PDF's bytes -> open pages that answer questions about their characters: the only module that calls pdfium.

In: the bytes. Out: `PdfFile`, `PdfPage`, both closed deterministically. pdfium is not thread-safe and cannot be
interrupted, so one lock is held while a file is open, and what may be hostile is bounded by the callers. Coordinates
are those of the page as shown, in points, y upwards.
"""

from __future__ import annotations

import ctypes
import math
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, NamedTuple, Protocol

from verifier.documents.pdf.box import NOWHERE, Box, box_of
from verifier.documents.pdf.calls import LONGEST_NAME, LONGEST_URI, Calls, Style
from verifier.model.errors import SourceError

if TYPE_CHECKING:
    from types import ModuleType

    from pypdfium2 import PdfDocument

_LOCK = threading.Lock()
_MOST_LINKS = 5000
"""Link annotations of one page; more is no letter."""
_FARTHEST = 1e6
"""No page is wider; files may say anything, infinity included."""
_RECTANGLE = struct.Struct("4f")
"""FS_RECTF: left, top, right, bottom."""
_CHECK_HINT = "Check that it opens in a PDF viewer; if it does, print it to a new PDF and check that."


class Annotation(NamedTuple):
    """A link annotation: its rectangles and its URI as the file has it."""

    boxes: tuple[Box, ...]
    uri: str


@contextmanager
def open_pdf(data: bytes, source: str) -> Iterator[PdfFile]:
    """Open a PDF for reading. Raises SourceError when it is encrypted or damaged."""
    import pypdfium2
    from pypdfium2 import raw

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refusal(source, error.err_code == raw.FPDF_ERR_PASSWORD) from error
        try:
            yield PdfFile(document, raw)
        finally:
            document.close()


def _refusal(source: str, encrypted: bool) -> SourceError:
    if encrypted:
        hint = "Save a copy without the password, and check that."
        return SourceError(f"{source} is encrypted: it opens only with a password", hint)
    return SourceError(f"{source} is a damaged PDF: its pages cannot be found", _CHECK_HINT)


class PdfFile:
    """An open PDF."""

    def __init__(self, document: PdfDocument, raw: ModuleType) -> None:
        self._document = document
        self._raw = raw
        self._calls = Calls(raw)
        self.pages: int = len(document)
        self._sizes: dict[tuple[float, float], float] = {}

    @contextmanager
    def page(self, number: int) -> Iterator[PdfPage | None]:
        """Page `number`, from 1; None when it is damaged."""
        raw = self._raw
        page = raw.FPDF_LoadPage(self._document.raw, number - 1)
        text = raw.FPDFText_LoadPage(page) if page else None
        try:
            yield PdfPage(self._document.raw, page, text, self._calls, self._sizes) if text else None
        finally:
            if text:
                raw.FPDFText_ClosePage(text)
            if page:
                raw.FPDF_ClosePage(page)

    def metadata(self) -> dict[str, str]:
        """The document information: Title, CreationDate, Producer, Creator …"""
        return dict(self._document.get_metadata_dict(skip_empty=True))

    def language(self) -> str | None:
        """The language that the file declares, as two letters."""
        raw = self._raw
        ask = getattr(raw, "FPDFCatalog_GetLanguage", None)
        if ask is None:
            return None
        size = ask(self._document.raw, None, 0)
        if not 4 < size < 100:
            return None
        buffer = ctypes.create_string_buffer(size)
        ask(self._document.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
        code = buffer.raw[: size - 2].decode("utf-16-le", "ignore").split("-")[0].lower()
        return code if len(code) == 2 and code.isascii() and code.isalpha() else None


class _Handle(Protocol):
    """A pointer that pdfium gave."""

    @property
    def contents(self) -> ctypes.Structure: ...


class PdfPage:
    """An open page: its text, and geometry by character index. Only what is asked for is worked out."""

    def __init__(
        self, document: _Handle, page: _Handle, text: _Handle, calls: Calls, sizes: dict[tuple[float, float], float]
    ) -> None:
        self.sizes = sizes
        """Type sizes by the heights of a line's first and last character, as far as they were asked for in the file."""
        self._page = page
        self._text = text
        self._at_document, self._at_page, self._at_text = (
            ctypes.addressof(one.contents) for one in (document, page, text)
        )
        self._calls = calls
        self._raw = raw = calls.raw
        self._at_rectangle = ctypes.addressof(calls.rectangle)
        self._turn = int(raw.FPDFPage_GetRotation(page)) % 4
        self.width = float(raw.FPDF_GetPageWidthF(page))
        self.height = float(raw.FPDF_GetPageHeightF(page))
        self._indices: list[int] | None = None
        self.mirrored = False
        """Whether it is read from right to left, and answers in a mirror."""

    def read(self, most: int) -> str:
        """The page's text as pdfium orders it, at most `most` characters. Further questions use offsets into it."""
        raw = self._raw
        count = min(raw.FPDFText_CountChars(self._text), most)
        if count <= 0:
            return ""
        buffer = self._calls.room(2 * (count + 1))
        written = self._calls.get_text(self._at_text, 0, count, ctypes.addressof(buffer))
        text = ctypes.string_at(buffer, 2 * max(written - 1, 0)).decode("utf-16-le", "replace")
        text = text.replace("\u2217", "*")  # as TeX sets the asterisk that calls for a note
        if len(text) != count:
            to_index = raw.FPDFText_GetCharIndexFromTextIndex
            units = accumulate((1 + (character > "\uffff") for character in text), initial=0)  # pdfium counts in UTF-16
            self._indices = [to_index(self._text, unit) for unit, _ in zip(units, text, strict=False)]
        return text

    def reorder(self, offsets: Sequence[int]) -> None:
        """Answer in a mirror from now on, and by another order of the text: these offsets, -1 for what has no place."""
        self._indices = [-1 if at < 0 else at if self._indices is None else self._indices[at] for at in offsets]
        self.mirrored = True

    def box(self, offset: int) -> Box | None:
        """The box of a character, as wide as it moves the pen and as high as its font; None when it has none."""
        index = offset if self._indices is None else self._indices[offset]
        if not self._calls.loose_box(self._at_text, index, self._at_rectangle):
            return None
        left, top, right, bottom = _RECTANGLE.unpack_from(self._calls.rectangle)
        if not (bottom < top and left > -_FARTHEST and right < _FARTHEST and bottom > -_FARTHEST and top < _FARTHEST):
            return None
        return self._shown(left, bottom, right, top) if self._is_turned else box_of((left, bottom, right, top))

    @property
    def _is_turned(self) -> bool:
        """Whether places on the page as shown are others than in the file."""
        return bool(self._turn) or self.mirrored

    def boxes(self, offsets: Sequence[int]) -> list[Box | None]:
        """As `box`, for many characters: asked together, each takes a third of the time."""
        values, known = self._corners(offsets)
        if self._is_turned or 0 in known:
            return [self.box(offset) for offset in offsets]
        found: list[Box | None] = []
        for left, top, right, bottom in zip(*[iter(values)] * 4, strict=True):
            sound = bottom < top < _FARTHEST and left > -_FARTHEST and right < _FARTHEST and bottom > -_FARTHEST
            found.append(box_of((left, bottom, right, top)) if sound else None)
        return found

    def _corners(self, offsets: Sequence[int]) -> tuple[list[float], list[int]]:
        """Left, top, right, bottom of each character's box, one after the other; and 0 for each that has none."""
        indices = offsets if self._indices is None else [self._indices[offset] for offset in offsets]
        size = _RECTANGLE.size * len(offsets)
        corners = self._calls.room(size)
        start = ctypes.addressof(corners)
        addresses = range(start, start + size, _RECTANGLE.size)
        known = list(map(self._calls.loose_box, repeat(self._at_text), indices, addresses))
        values: list[float] = memoryview(corners).cast("B")[:size].cast("f").tolist()  # type: ignore[assignment]
        return values, known

    def ends(self, places: Sequence[int]) -> list[tuple[Box, tuple[float, float], float]]:
        """For each pair of characters, the box around both, how high each is in tenths of a point, and the first fully.

        `places` holds the pairs one after the other: the first and last characters of all lines of a page. They are
        asked for together, because the calls are what takes the time.
        """
        corners, known = self._corners(places)
        if self._is_turned or 0 in known:
            return [self._ends_of(first, last) for first, last in zip(places[::2], places[1::2], strict=True)]
        found = []
        pairs = zip(places[::2], places[1::2], *[iter(corners)] * 8, strict=True)
        for first, last, left, top, right, bottom, left_2, top_2, right_2, bottom_2 in pairs:
            lowest = bottom if bottom < bottom_2 else bottom_2  # noqa: FURB136 - once a line: min() takes thrice as long
            highest = top if top > top_2 else top_2  # noqa: FURB136
            if not (
                bottom < top
                and bottom_2 < top_2
                and 0 <= left <= left_2
                and right <= right_2 < _FARTHEST
                and lowest > -_FARTHEST
                and highest < _FARTHEST
            ):
                found.append(self._ends_of(first, last))
                continue
            box = box_of((left, lowest, right_2, highest))
            found.append((box, (round(top - bottom, 1), round(top_2 - bottom_2, 1)), top - bottom))
        return found

    def _ends_of(self, first: int, last: int) -> tuple[Box, tuple[float, float], float]:
        """As `ends`, for one pair, whatever is strange about it."""
        left = self.box(first) or NOWHERE
        right = self.box(last) or left
        height = left.top - left.bottom
        box = left.around(right)
        if self.mirrored:  # a line may end in the midst of it, with a link that goes the other way
            box = reduce(Box.around, filter(None, map(self.box, range(first + 1, last))), box)
        return box, (round(height, 1), round(right.top - right.bottom, 1)), height

    def size(self, offset: int) -> float:
        """The height of a character's type in points, rounded to halves; 0 when unknown."""
        raw = self._raw
        index = offset if self._indices is None else self._indices[offset]
        size = raw.FPDFText_GetFontSize(self._text, index)
        matrix = self._calls.matrix
        if not raw.FPDFText_GetMatrix(self._text, index, ctypes.byref(matrix)):
            return 0.0
        scale = math.hypot(matrix.c, matrix.d)
        points = abs(size * scale)
        return round(points * 2) / 2 if points < 10_000 else 0.0

    def ink_above(self, offset: int, beside: int) -> float:
        """How far above the line of another character the ink of one begins, in points; 0 when that is not known."""
        index, other = (at if self._indices is None else self._indices[at] for at in (offset, beside))
        return 0.0 if self._is_turned else self._calls.ink_above(self._at_text, index, other)

    def style(self, offset: int) -> Style:
        """Font, size and colour of a character."""
        raw = self._raw
        index = offset if self._indices is None else self._indices[offset]
        calls = self._calls
        named = raw.FPDFText_GetFontInfo(self._text, index, calls.font, LONGEST_NAME, ctypes.byref(calls.flags))
        filled = raw.FPDFText_GetFillColor(self._text, index, *map(ctypes.byref, calls.colour))
        red, green, blue, _ = calls.colour
        colour = (red.value, green.value, blue.value) if filled else (0, 0, 0)
        return Style(calls.font.value if named else b"", self.size(offset), colour)

    def links(self) -> Iterator[Annotation]:
        """The link annotations that lead to a URI, in the order of the file."""
        enumerate_links, action_of = self._calls.enumerate_links, self._calls.action_of
        link, position = ctypes.c_void_p(), ctypes.c_int(0)
        at_position, at_link = ctypes.addressof(position), ctypes.addressof(link)
        for _ in range(_MOST_LINKS):
            if not enumerate_links(self._at_page, at_position, at_link):
                return
            action = action_of(link)
            uri = self._uri(action) if action else None
            if uri:
                yield Annotation(self._boxes_of(link), uri)

    def has_pictures(self) -> bool:
        """Whether the page shows a picture (among its first objects)."""
        raw = self._raw
        count = min(raw.FPDFPage_CountObjects(self._page), 100)
        kinds = {raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(self._page, at)) for at in range(count)}
        return bool(kinds & {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM})

    def _uri(self, action: int) -> str | None:
        if self._calls.kind_of(action) != self._raw.PDFACTION_URI:
            return None
        buffer = self._calls.uri
        size = self._calls.get_uri(self._at_document, action, ctypes.addressof(buffer), LONGEST_URI)
        if not 1 < size <= LONGEST_URI:  # a longer one is not written
            return None
        found = ctypes.string_at(buffer, size - 1)
        try:
            return found.decode("utf-8").strip("\0 ")
        except UnicodeDecodeError:
            return found.decode("latin-1").strip("\0 ")

    def _boxes_of(self, link: ctypes.c_void_p) -> tuple[Box, ...]:
        calls = self._calls
        boxes = []
        quad = calls.quad
        for at in range(min(calls.count_quads(link), 100)):
            if calls.get_quad(link, at, ctypes.addressof(quad)):
                xs = (quad.x1, quad.x2, quad.x3, quad.x4)
                ys = (quad.y1, quad.y2, quad.y3, quad.y4)
                boxes.append(self._shown(min(xs), min(ys), max(xs), max(ys)))
        found = calls.rectangle
        if not boxes and calls.get_rectangle(link, self._at_rectangle):
            boxes.append(self._shown(found.left, found.bottom, found.right, found.top))
        return tuple(boxes)

    def _shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file's coordinates on the page as it is turned for reading, or seen in a mirror."""
        box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        turned = box.turned(self._turn, self.width, self.height)
        return turned.mirrored(self.width) if self.mirrored else turned
