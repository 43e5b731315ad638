"""A process of its own that reads one PDF: bytes on stdin, JSON on stdout. Standard library and pypdfium2 only.

Run by path, never imported by the program: a cited file may be made to crash, hang or swell its reader, and must not
take the run with it. Out: the title that the file declares, its words, and whether these are all.
"""

from __future__ import annotations

import json
import sys
import time

MOST_PAGES = 80
_MOST_CHARACTERS = 600_000
_SECONDS = 6.0
_MEMORY = 1 << 30


def read(data: bytes, *, seconds: float = _SECONDS) -> dict[str, object]:
    """Title, text and completeness of the first pages; raises pypdfium2's error for a damaged or locked file."""
    import pypdfium2

    until = time.monotonic() + seconds
    document = pypdfium2.PdfDocument(data)
    try:
        title = document.get_metadata_dict(skip_empty=True).get("Title", "")
        pages, characters = [], 0
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            layer = page.get_textpage()
            pages.append(layer.get_text_range(0, min(layer.count_chars(), _MOST_CHARACTERS)))
            layer.close()
            page.close()
            characters += len(pages[-1])
            if characters > _MOST_CHARACTERS or time.monotonic() > until:
                break
        return {"title": title[:500], "pages": pages, "complete": len(pages) == len(document)}
    finally:
        document.close()


def _bound() -> None:
    """Limits on memory and time, where the system knows them."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(_SECONDS) + 2, int(_SECONDS) + 2))


if __name__ == "__main__":
    _bound()
    sys.stdout.write(json.dumps(read(sys.stdin.buffer.read())))
