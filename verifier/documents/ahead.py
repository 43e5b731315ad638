"""Begins to read the next sources while the last one is looked through.

In: a source. Out: nothing; `read` is faster when it comes to it. For PDFs only, which are read in processes of their
own: of a folder of them, two are read while the citations of another are found.
"""

from __future__ import annotations

from verifier.documents.formats import LIMITS, NAMES, Format
from verifier.documents.signatures import name_of_binary
from verifier.documents.sources import Source, SourceKind, load
from verifier.model.errors import SourceError


def read_ahead(source: Source) -> None:
    """Begin to read `source` if it is a PDF by its name and its bytes; whatever is wrong with it, `read` will tell."""
    if source.kind is not SourceKind.FILE or source.path is None or source.path.suffix.lower() != ".pdf":
        return
    try:
        data = load(source)
    except SourceError:
        return
    if name_of_binary(data) == NAMES[Format.PDF] and len(data) <= LIMITS[Format.PDF]:
        from verifier.documents.pdf.process import begin_pdf

        begin_pdf(data, source.name)
