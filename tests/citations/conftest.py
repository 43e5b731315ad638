"""Documents made by hand, and what `find` says of them in a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from verifier.model.citation import INTACT, Proposal, RawExtract
from verifier.model.document import Document, line_anchors


@pytest.fixture
def a_document() -> Callable[..., Document]:
    def make(text: str, **fields: Any) -> Document:
        return Document("letter.txt", "text/plain", text, anchors=line_anchors(text), **fields)

    return make


@pytest.fixture
def unrepaired() -> Callable[[RawExtract], list[Proposal]]:
    """Proposals that leave every reference as it was read plainly."""

    def propose(found: RawExtract) -> list[Proposal]:
        return [Proposal(INTACT, one.start, one.end, one.href or one.value) for one in found.references]

    return propose
