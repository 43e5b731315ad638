"""How fast PDFs are read, beside pdfium's bare text of the same pages, in one run.

Usage: python -m tests.bench.pdf_speed FOLDER [--most 60]

FOLDER holds PDFs (any, at any depth; /usr/share/doc of a Debian machine, or the cache of gold_pdfs.py). Each is read in
turn both ways, so that a noisy machine disturbs both alike. The bar: at least half of the bare pages per second.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from verifier.documents.pdf import read_pdf
from verifier.documents.pdf_bounds import Bounds
from verifier.documents.pdf_process import read_pdf_apart
from verifier.model.errors import SourceError

PAGES = 300
"""Pages of one file that count, so that one manual doesn't outweigh all others."""


def bare(data: bytes) -> int:
    """The text of each page, as the library gives it."""
    with pypdfium2.PdfDocument(data) as document:
        pages = min(len(document), PAGES)
        for number in range(pages):
            page = document[number]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
    return pages


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Read every file three ways and print pages per second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=60)
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.pdf"))
    files = files[:: max(len(files) // options.most, 1)][: options.most]
    pages = 0
    spent = {"bare pdfium text": 0.0, "this reader": 0.0, "this reader, in its own process": 0.0}
    for path in files:
        data = path.read_bytes()
        try:
            read_pdf(data, path.name, bounds=Bounds(pages=1))
        except (SourceError, pypdfium2.PdfiumError) as error:
            print(f"left out: {path.name}: {error}")
            continue
        pages += bare(data)
        spent["bare pdfium text"] += seconds(lambda data=data: bare(data))
        spent["this reader"] += seconds(lambda data=data: read_pdf(data, "x.pdf", bounds=Bounds(pages=PAGES)))
        apart = seconds(lambda data=data: read_pdf_apart(data, "x.pdf", bounds=Bounds(pages=PAGES)))
        spent["this reader, in its own process"] += apart
    best = pages / spent["bare pdfium text"]
    for name, time_spent in spent.items():
        print(f"{name:34}{pages / time_spent:8.0f} pages/s{pages / time_spent / best:8.2f} of bare")


if __name__ == "__main__":
    main()
