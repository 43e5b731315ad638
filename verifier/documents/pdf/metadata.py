"""What a PDF says of itself -> its title and date, as far as they can be believed (pure).

In: the document information, and what the pages show. Out: a title; a date with the reason to believe it. Programs fill
both in by themselves: file names as titles, the day of printing as the date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from verifier.documents.saved_on import saved_on

if TYPE_CHECKING:
    from verifier.documents.pdf.lines import Line
    from verifier.model.dates import PartialDate

_MADE_BY_PROGRAM = re.compile(
    r"(?i:^(?:microsoft (?:word|powerpoint|excel)|untitled|document\d*|unnamed|no title|slide 1|title|about:)\b"
    r"|^\((?:anonymous|unspecified|untitled|none)\)$"
    r"|\.(?:docx?|odt|tex|dvi|indd|rtf|html?|pdf|qxp|pages|ps|txt|wpd|pub)$|^https?://|^file:)|^\W*$|^[\w-]*_[\w-]*$"
)
_PRINTERS = re.compile(r"skia|chrom|firefox|cairo|ghostscript|distiller.*print|pdf ?printer|cups|scan", re.IGNORECASE)
"""Programs that turn something older into a PDF: their date is the day of printing."""
_LARGER = 1.15
_LONGEST = 250
_WITHIN = 40


def title_from(metadata: Mapping[str, str], lines: Sequence[Line], size: float) -> str | None:
    """The title: as the file says it, if a person may have written that; else the largest type on the first page."""
    said = " ".join(metadata.get("Title", "").split())
    if 3 < len(said) <= _LONGEST and not _MADE_BY_PROGRAM.search(said):
        return said
    return _largest(lines[:_WITHIN], size)


def _largest(lines: Sequence[Line], size: float) -> str | None:
    largest = max((line.size for line in lines if _is_words(line)), default=0.0)
    if not largest or largest < _LARGER * size:
        return None
    first = next(at for at, line in enumerate(lines) if line.size == largest and _is_words(line))
    words = []
    for line in lines[first : first + 4]:
        if line.size != largest:
            break
        words.append(line.text)
    title = " ".join(" ".join(words).split())
    return title if len(title) <= _LONGEST else None


def _is_words(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) > 3


def made_on(metadata: Mapping[str, str]) -> PartialDate | None:
    """The day the file says it was saved; None when it is silent, not to be believed, or tells when it was printed."""
    if _PRINTERS.search(f"{metadata.get('Producer', '')} {metadata.get('Creator', '')}"):
        return None
    return saved_on(metadata.get("CreationDate"))
