"""How fast PDFs are read, beside pdfium's bare text of the same pages.

Usage: python -m tests.bench.pdf_speed FOLDER [--most 60] [--rounds 3]

FOLDER holds PDFs (any, at any depth; /usr/share/doc of a Debian machine, or the cache of gold_pdfs.py). All are read in
four ways, each in a process of its own, in turn, so that a noisy machine disturbs all alike; the best round counts.
Told are pages per second of the clock, and the processor's time that all processes together took. The bar: at least
half of the bare pages per second.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from verifier.documents.pdf.bounds import Bounds
from verifier.documents.pdf.process import read_pdf_apart
from verifier.documents.pdf.reader import read_pdf
from verifier.model.errors import SourceError

MOST_PAGES = 300
"""Longer files are left out, so that one manual doesn't outweigh all others."""


def bare(data: bytes) -> None:
    """The text of each page, as the library gives it."""
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()


READERS: dict[str, Callable[[bytes], object]] = {
    "bare": bare,
    "read": lambda data: read_pdf(data, "x.pdf"),
    "apart": lambda data: read_pdf_apart(data, "x.pdf"),
}
WAYS = {
    "bare": "bare pdfium text",
    "read": "this reader",
    "apart": "this reader, in its own process",
    "extract": "verify extract --format json",
}


class Spent(NamedTuple):
    """Seconds of the clock, and of the processor in all processes."""

    clock: float
    processor: float


def run(way: str, files: Sequence[Path]) -> Spent:
    """Read all files in one way, in a process of its own, and wait for it."""
    own = [sys.executable, "-m", "tests.bench.pdf_speed", "--as", way]
    command = [sys.executable, "-m", "verifier", "extract", "--format", "json"] if way == "extract" else own
    before, start = os.times(), time.perf_counter()
    subprocess.run([*command, *map(str, files)], check=True, stdout=subprocess.DEVNULL)
    after, clock = os.times(), time.perf_counter() - start
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(clock, spent)


def chosen(folder: Path, most: int) -> tuple[list[Path], int]:
    """Files from all over the folder that can be read, and how many pages they have."""
    readable: list[tuple[Path, int]] = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            read_pdf(path.read_bytes(), path.name, bounds=Bounds(pages=1))
            with pypdfium2.PdfDocument(path) as document:
                pages = len(document)
        except (SourceError, pypdfium2.PdfiumError) as error:
            print(f"left out: {path.name}: {error}")
            continue
        if pages <= MOST_PAGES:
            readable.append((path, pages))
    some = readable[:: max(len(readable) // most, 1)][:most]
    return [path for path, _ in some], sum(pages for _, pages in some)


def compare(files: Sequence[Path], pages: int, rounds: int) -> None:
    """Print what each way takes."""
    print(f"{len(files)} files, {pages} pages")
    best: dict[str, Spent] = {}
    for _ in range(rounds):
        for way in WAYS:
            spent = run(way, files)
            known = best.get(way, spent)
            best[way] = Spent(min(known.clock, spent.clock), min(known.processor, spent.processor))
    for way, name in WAYS.items():
        clock, processor = best[way]
        print(
            f"{name:34}{pages / clock:7.0f} pages/s{best['bare'].clock / clock:6.2f} of bare"
            f"{1000 * processor / pages:9.2f} ms of processor a page{best['bare'].processor / processor:6.2f} of bare"
        )


def main() -> None:
    """Choose files and compare, or, as one of the compared processes, read them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--as", dest="way", choices=READERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        for path in options.paths:
            READERS[options.way](path.read_bytes())
    else:
        compare(*chosen(options.paths[0], options.most), options.rounds)


if __name__ == "__main__":
    main()
