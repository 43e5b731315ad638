"""What calls of pdfium write into, and the calls that are made most: made once for a file, not once a page.

In: pypdfium2's raw module. Out: `Calls`, for the pages of one file, which are read one after the other.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from _ctypes import CFuncPtr
    from types import ModuleType

LONGEST_URI = 4096
LONGEST_NAME = 100
"""Bytes of a font's name."""


class Style(NamedTuple):
    """How a character is set: font name, height of the type in points (rounded to halves), colour."""

    font: bytes
    size: float
    colour: tuple[int, int, int]


class Calls:
    """What the calls of one file share."""

    def __init__(self, raw: ModuleType) -> None:
        self.raw = raw
        self.rectangle = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()
        self.quad = raw.FS_QUADPOINTSF()
        self.font = ctypes.create_string_buffer(LONGEST_NAME)
        self.flags = ctypes.c_int()
        self.colour = [ctypes.c_uint() for _ in range(4)]
        self.uri = ctypes.create_string_buffer(LONGEST_URI)
        address, number = ctypes.c_void_p, ctypes.c_int
        self.loose_box = _by_address(raw.FPDFText_GetLooseCharBox, address, number, address)
        self.ink_box = _by_address(raw.FPDFText_GetCharBox, address, number, address, address, address, address)
        self.origin = _by_address(raw.FPDFText_GetCharOrigin, address, number, address, address)
        self._ink = (ctypes.c_double * 6)()
        self._at_ink = [ctypes.addressof(self._ink) + 8 * at for at in range(6)]
        self.get_text = _by_address(raw.FPDFText_GetText, address, number, number, address)
        self.enumerate_links = _by_address(raw.FPDFLink_Enumerate, address, address, address)
        self.action_of = _by_address(raw.FPDFLink_GetAction, address, gives=address)
        self.kind_of = _by_address(raw.FPDFAction_GetType, address, gives=ctypes.c_ulong)
        self.get_uri = _by_address(
            raw.FPDFAction_GetURIPath, address, address, address, ctypes.c_ulong, gives=ctypes.c_ulong
        )
        self.count_quads = _by_address(raw.FPDFLink_CountQuadPoints, address)
        self.get_quad = _by_address(raw.FPDFLink_GetQuadPoints, address, number, address)
        self.get_rectangle = _by_address(raw.FPDFLink_GetAnnotRect, address, address)
        self._room = ctypes.create_string_buffer(65536)

    def ink_above(self, text: int, index: int, other: int) -> float:
        """How far above the base line of character `other` the ink of another one begins; 0 when that is not known.

        `text`: the address of the page's text.
        """
        known = self.ink_box(text, index, *self._at_ink[:4]) and self.origin(text, other, *self._at_ink[4:])
        _left, _right, bottom, _top, _x, line = self._ink
        return bottom - line if known else 0.0

    def room(self, size: int) -> ctypes.Array[ctypes.c_char]:
        """At least `size` bytes to write into; the next call may give the same."""
        if size > len(self._room):
            self._room = ctypes.create_string_buffer(2 * size)
        return self._room


def _by_address(known: CFuncPtr, *takes: type, gives: type = ctypes.c_int) -> CFuncPtr:
    """The same function, but taking plain addresses: checking the types of pointers takes half of a call's time."""
    function = type(known)(ctypes.cast(known, ctypes.c_void_p).value or 0)
    function.argtypes, function.restype = takes, gives
    return function
