"""Small PDFs for the tests, written by hand: text at places, link annotations, metadata, and whatever raw objects."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

FONTS = {"mono": "Courier", "bold": "Courier-Bold", "sans": "Helvetica"}


@dataclass
class Page:
    """One page of 600 by 800 points; y counts upwards."""

    content: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    extra: str = ""

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "mono", colour: str = "0 0 0") -> Page:
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.content.append(f"BT {colour} rg /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET")
        return self

    def lines(self, words: str, x: float = 50, y: float = 700, size: float = 10, step: float = 12) -> Page:
        """Several lines, one below the other."""
        for at, line in enumerate(words.split("\n")):
            self.text(x, y - at * step, line, size)
        return self

    def link(self, x: float, y: float, width: float, uri: str, height: float = 10, quads: str = "") -> Page:
        """A link annotation over a line whose baseline is at `y`."""
        points = f"/QuadPoints [{quads}]" if quads else ""
        escaped = uri.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.annotations.append(
            f"<</Type/Annot/Subtype/Link/Rect [{x} {y - 3} {x + width} {y + height}] {points}"
            f"/A <</S/URI/URI ({escaped})>>>>"
        )
        return self

    def picture(self) -> Page:
        """A picture of one pixel over the whole page, as a scanner leaves it."""
        self.content.append("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 7 EI Q")
        return self


def quads_over(x: float, y: float, width: float, height: float = 10) -> str:
    """One quadrilateral, in the order that viewers expect."""
    left, right, bottom, top = x, x + width, y - 3, y + height
    return f"{left} {top} {right} {top} {left} {bottom} {right} {bottom} "


def a_pdf(*pages: Page, info: str = "", catalog: str = "", trailer: str = "", objects: str = "") -> bytes:
    """The bytes of a PDF with these pages. `objects` are more objects, numbered from 1000 on by their author."""
    fonts = " ".join(
        f"/{name} <</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>" for name, base in FONTS.items()
    )
    parts: list[tuple[int, bytes]] = []
    kids = []
    for at, page in enumerate(pages):
        number = 10 + 2 * at
        kids.append(f"{number} 0 R")
        head = (
            f"<</Type/Page/Parent 2 0 R/MediaBox [0 0 600 800]/Resources <</Font <<{fonts}>>>>"
            f"/Contents {number + 1} 0 R/Annots [{' '.join(page.annotations)}] {page.extra}>>"
        )
        parts += [(number, head.encode("latin-1")), (number + 1, a_stream("\n".join(page.content).encode("cp1252")))]
    parts = [
        (1, f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode()),
        (2, f"<</Type/Pages/Kids [{' '.join(kids)}]/Count {len(kids)}>>".encode()),
        (3, f"<<{info}>>".encode("latin-1")),
        *parts,
    ]
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % part for part in parts) + objects.encode("latin-1")
    return body + f"trailer <</Root 1 0 R/Info 3 0 R/Size {10 + 2 * len(pages)} {trailer}>>\n%%EOF\n".encode()


def a_stream(data: bytes, entries: str = "", times: int = 1) -> bytes:
    """A compressed stream object, packed `times` over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = "/FlateDecode " * times
    return b"<</Length %d/Filter [%s]%s>>\nstream\n%s\nendstream" % (
        len(data),
        filters.encode(),
        entries.encode(),
        data,
    )
