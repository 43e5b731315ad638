"""The gold file's pages as documents with references: what the bench and the training of repair both read."""

from __future__ import annotations

import hashlib
import json
import re
from enum import Enum
from pathlib import Path
from typing import Any

from verifier.citations import urls as citation_urls
from verifier.citations.domains import find_domains
from verifier.model.citation import Kind, Proposal, Reference
from verifier.model.document import Document, Part
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


_INDENTED_SCHEME = re.compile(r"(?<![A-Za-z])https?\s?:\s{0,99}/\s{0,99}/\s{0,99}(?=\w)")


def document_of(case: Case, layer: Layer) -> tuple[Document, list[Reference]]:
    """One page as bare text, and where its links begin."""
    text = case[layer.value]
    spots = {
        spot.start: (spot.end, spot.value, spot.bare) for spot in [*citation_urls.find_urls(text), *find_domains(text)]
    }
    for match in _INDENTED_SCHEME.finditer(text):
        if match.start() not in spots:
            end = citation_urls.plain_end(text, match.start(), match.end(), len(text))
            if end > match.end():
                spots[match.start()] = (end, re.sub(r"\s", "", match[0]) + text[match.end() : end], False)
    kept: list[tuple[int, int, str, bool]] = []
    for start in sorted(spots):
        end, value, bare = spots[start]
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, value, bare))
    references = []
    for at, (start, end, value, _) in enumerate(kept):
        following = [other for other, _, _, bare in kept[at + 1 :] if not bare]
        references.append(
            Reference(Kind.URL, start, end, max(end, following[0] if following else len(text)), value, Part.BODY)
        )
    return Document(case["id"], "text/plain", text), references


def proposals(case: Case, layer: Layer, ranker: Ranker) -> list[Proposal]:
    """What repair makes of one page; a bare host that is the rest of a mended link is no link of its own."""
    document, references = document_of(case, layer)
    found = propose_with(document, references, ranker)
    kept: list[Proposal] = []
    for one in found:
        if kept and one.start < kept[-1].end and one.start > kept[-1].start and kept[-1].repair.edits:
            continue
        kept.append(one)
    return kept
