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
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

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
_LONGEST_URI = 4096
_LONGEST_NAME = 100
_CHECK_HINT = "Check that it opens in a PDF viewer; if it does, print it to a new PDF and check that."


class Box(NamedTuple):
    """A rectangle on the page as shown: points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Style(NamedTuple):
    """How a character is set: font name, height of the type in points (rounded to halves), colour."""

    font: bytes
    size: float
    colour: tuple[int, int, int]


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
        self.pages: int = len(document)
        self._sizes: dict[tuple[float, float], float] = {}

    @contextmanager
    def page(self, number: int) -> Iterator[PdfPage | None]:
        """Page `number`, from 1; None when it is damaged."""
        raw = self._raw
        page = raw.FPDF_LoadPage(self._document.raw, number - 1)
        text = raw.FPDFText_LoadPage(page) if page else None
        try:
            yield PdfPage(self._document.raw, page, text, raw, self._sizes) if text else None
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


class PdfPage:
    """An open page: its text, and geometry by character index. Only what is asked for is worked out."""

    def __init__(
        self, document: object, page: object, text: object, raw: ModuleType, sizes: dict[tuple[float, float], float]
    ) -> None:
        self.sizes = sizes
        """Type sizes by the heights of a line's first and last character, as far as they were asked for in the file."""
        self._document = document
        self._page = page
        self._text = text
        self._raw = raw
        self._rectangle = raw.FS_RECTF()
        self._at_rectangle = ctypes.byref(self._rectangle)
        self._matrix = raw.FS_MATRIX()
        self._at_matrix = ctypes.byref(self._matrix)
        self._font = ctypes.create_string_buffer(_LONGEST_NAME)
        self._at_flags = ctypes.byref(ctypes.c_int())
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._at_colour = [ctypes.byref(part) for part in self._colour]
        self._turn = int(raw.FPDFPage_GetRotation(page)) % 4
        self.width = float(raw.FPDF_GetPageWidthF(page))
        self.height = float(raw.FPDF_GetPageHeightF(page))
        self._indices: list[int] | None = None
        self._loose_box = raw.FPDFText_GetLooseCharBox  # asked so often that looking it up each time would tell

    def read(self, most: int) -> str:
        """The page's text as pdfium orders it, at most `most` characters. Further questions use offsets into it."""
        raw = self._raw
        count = min(raw.FPDFText_CountChars(self._text), most)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) != count:
            to_index = raw.FPDFText_GetCharIndexFromTextIndex
            units = accumulate((1 + (character > "\uffff") for character in text), initial=0)  # pdfium counts in UTF-16
            self._indices = [to_index(self._text, unit) for unit, _ in zip(units, text, strict=False)]
        return text

    def box(self, offset: int) -> Box | None:
        """The box of a character, as wide as it moves the pen and as high as its font; None when it has none."""
        index = offset if self._indices is None else self._indices[offset]
        if not self._loose_box(self._text, index, self._at_rectangle):
            return None
        left, top, right, bottom = _RECTANGLE.unpack_from(self._rectangle)
        if not (bottom < top and left > -_FARTHEST and right < _FARTHEST and bottom > -_FARTHEST and top < _FARTHEST):
            return None
        return self._shown(left, bottom, right, top) if self._turn else Box(left, bottom, right, top)

    def ends(self, first: int, last: int) -> tuple[Box, tuple[float, float]] | None:
        """The box around two characters of an upright page, and how high each is; None where `box` has to be asked.

        Asked for every line: this spares half of the time that two calls of `box` take.
        """
        if self._turn or self._indices is not None or not self._loose_box(self._text, first, self._at_rectangle):
            return None
        left, top, right, bottom = _RECTANGLE.unpack_from(self._rectangle)
        if not self._loose_box(self._text, last, self._at_rectangle):
            return None
        left_2, top_2, right_2, bottom_2 = _RECTANGLE.unpack_from(self._rectangle)
        if not (bottom < top and bottom_2 < top_2 and 0 <= left <= right_2 < _FARTHEST and left <= left_2):
            return None
        box = Box(left, min(bottom_2, bottom), right_2, max(top_2, top))
        if box.top > _FARTHEST or box.bottom < -_FARTHEST or right > right_2:
            return None
        return box, (round(top - bottom, 1), round(top_2 - bottom_2, 1))

    def size(self, offset: int) -> float:
        """The height of a character's type in points, rounded to halves; 0 when unknown."""
        raw = self._raw
        index = offset if self._indices is None else self._indices[offset]
        size = raw.FPDFText_GetFontSize(self._text, index)
        if not raw.FPDFText_GetMatrix(self._text, index, self._at_matrix):
            return 0.0
        scale = math.hypot(self._matrix.c, self._matrix.d)
        points = abs(size * scale)
        return round(points * 2) / 2 if points < 10_000 else 0.0

    def style(self, offset: int) -> Style:
        """Font, size and colour of a character."""
        raw = self._raw
        index = offset if self._indices is None else self._indices[offset]
        named = raw.FPDFText_GetFontInfo(self._text, index, self._font, _LONGEST_NAME, self._at_flags)
        filled = raw.FPDFText_GetFillColor(self._text, index, *self._at_colour)
        red, green, blue, _ = self._colour
        colour = (red.value, green.value, blue.value) if filled else (0, 0, 0)
        return Style(self._font.value if named else b"", self.size(offset), colour)

    def links(self) -> Iterator[Annotation]:
        """The link annotations that lead to a URI, in the order of the file."""
        raw = self._raw
        link = raw.FPDF_LINK()
        position = ctypes.c_int(0)
        for _ in range(_MOST_LINKS):
            if not raw.FPDFLink_Enumerate(self._page, ctypes.byref(position), ctypes.byref(link)):
                return
            uri = self._uri(link)
            if uri:
                yield Annotation(self._boxes_of(link), uri)

    def has_pictures(self) -> bool:
        """Whether the page shows a picture (among its first objects)."""
        raw = self._raw
        count = min(raw.FPDFPage_CountObjects(self._page), 100)
        kinds = {raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(self._page, at)) for at in range(count)}
        return bool(kinds & {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM})

    def _uri(self, link: object) -> str | None:
        raw = self._raw
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            return None
        size = raw.FPDFAction_GetURIPath(self._document, action, None, 0)
        if not 1 < size <= _LONGEST_URI:
            return None
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(self._document, action, buffer, size)
        found = buffer.raw[: size - 1]
        try:
            return found.decode("utf-8").strip("\0 ")
        except UnicodeDecodeError:
            return found.decode("latin-1").strip("\0 ")

    def _boxes_of(self, link: object) -> tuple[Box, ...]:
        raw = self._raw
        boxes = []
        quad = raw.FS_QUADPOINTSF()
        for at in range(min(raw.FPDFLink_CountQuadPoints(link), 100)):
            if raw.FPDFLink_GetQuadPoints(link, at, ctypes.byref(quad)):
                xs = (quad.x1, quad.x2, quad.x3, quad.x4)
                ys = (quad.y1, quad.y2, quad.y3, quad.y4)
                boxes.append(self._shown(min(xs), min(ys), max(xs), max(ys)))
        if not boxes and raw.FPDFLink_GetAnnotRect(link, self._at_rectangle):
            found = self._rectangle
            boxes.append(self._shown(found.left, found.bottom, found.right, found.top))
        return tuple(boxes)

    def _shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file's coordinates on the page as it is turned for reading."""
        if left > right:
            left, right = right, left
        if bottom > top:
            bottom, top = top, bottom
        if not self._turn:
            return Box(left, bottom, right, top)
        if self._turn == 1:
            return Box(bottom, self.height - right, top, self.height - left)
        if self._turn == 2:
            return Box(self.width - right, self.height - top, self.width - left, self.height - bottom)
        return Box(self.width - top, left, self.width - bottom, right)
