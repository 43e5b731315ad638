"""The gold file's pages as documents with references: what the bench and the training of repair both read."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Any

from verifier.citations import find
from verifier.citations.urls import plain_end
from verifier.documents import read
from verifier.model.citation import Kind, Proposal, Reference, RepairStatus
from verifier.model.document import Document, Part
from verifier.model.errors import SourceError
from verifier.repair.propose import propose_with
from verifier.repair.ranker import Ranker

Case = dict[str, Any]


class Layer(Enum):
    """Whose text layer."""

    PDFIUM = "text_pdfium"
    POPPLER = "text_poppler"


def read_cases(path: Path) -> list[Case]:
    """All cases of a gold file."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def source_of(pdf: str) -> str:
    """The Debian package or repository that a PDF came from: pages of one source are alike."""
    return "/".join(pdf.split("/")[:2])


def group_of(pdf: str, folds: int) -> int:
    """The fold of a PDF's source."""
    return int(hashlib.sha256(source_of(pdf).encode()).hexdigest()[:8], 16) % folds


_BROKEN_SCHEME = re.compile(r"(?<![A-Za-z])https?\s?:\s{0,99}/\s{0,99}/\s{0,99}(?=\w)")
"""Links whose scheme is broken by an indented line end or by spaces, whatever follows: more than the finder takes."""


def document_of(case: Case, layer: Layer, *, broad: bool = False) -> tuple[Document, list[Reference]]:
    """One page as bare text, read as `verify extract` reads a text file, and the links found in it.

    `broad` adds every link with a broken scheme, for training and to measure repair apart from the finder.
    """
    try:
        document = read(case[layer.value].encode(), f"{case['id']}.txt", "text/plain")
    except SourceError:  # some pages have no text in one of the layers
        document = Document(case["id"], "text/plain", "")
    found = [one for one in find(document).references if one.kind is Kind.URL]
    return document, _with_broken(document.text, found) if broad else found


def _with_broken(text: str, found: list[Reference]) -> list[Reference]:
    taken = [(one.start, max(one.end, one.start + 1)) for one in found]
    references = list(found)
    for match in _BROKEN_SCHEME.finditer(text):
        over = [one for one in found if match.start() <= one.start < match.end() + 1]
        if any(start <= match.start() < end for start, end in taken):
            continue
        references = [one for one in references if one not in over]
        end = plain_end(text, match.start(), match.end(), len(text))
        value = re.sub(r"\s", "", match[0]) + text[match.end() : end]
        references.append(Reference(Kind.URL, match.start(), end, len(text), value, Part.BODY))
    references.sort(key=lambda one: one.start)
    following = [one.start for one in references[1:]] + [len(text)]
    return [
        replace(one, reach=min(max(one.reach, one.end), max(limit, one.end)))
        for one, limit in zip(references, following, strict=False)
    ]


def proposals(case: Case, layer: Layer, ranker: Ranker, *, broad: bool = False) -> list[Proposal]:
    """What repair makes of one page; a bare host that is the rest of a mended link is no link of its own."""
    document, references = document_of(case, layer, broad=broad)
    kept: list[Proposal] = []
    for one in propose_with(document, references, ranker):
        if not kept or one.start >= kept[-1].end or kept[-1].repair.status is not RepairStatus.MENDED:
            kept.append(one)
    return kept
