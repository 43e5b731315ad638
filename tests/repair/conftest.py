import re

import pytest

from verifier.model.citation import Description, Kind, Reference
from verifier.model.document import Document, Part
from verifier.repair import propose

_SCHEME = re.compile(r"(?:h ?t ?t ?ps? ?:|hxxps?:|ttps?:|https?//|www\.)\s{0,3}(?:/ ?/)?\s{0,90}\S*", re.IGNORECASE)


def reference_at(text, start, end, *, title=None, href=None, kind=Kind.URL, value=None):
    plain = value or re.sub(r"\s", "", text[start:end])
    if kind is Kind.URL and "://" not in plain:
        plain = "https://" + plain
    return Reference(
        kind, start, end, len(text), href if value == href and href else plain, Part.NOTE, href=href,
        description=Description(title),
    )  # fmt: skip


def references_in(text, title=None):
    found = []
    for match in _SCHEME.finditer(text):
        end = match.start() + len(match[0].rstrip(".,;:)!?]'\"»”>"))
        if not found or match.start() >= found[-1].end:
            found.append(reference_at(text, match.start(), end, title=title))
    return found


@pytest.fixture(scope="session")
def read():
    """The proposals for all links of a text, found by a finder as plain as can be."""

    def _read(text, title=None, references=None):
        chosen = references_in(text, title) if references is None else references
        return propose(Document("letter.txt", "text/plain", text), chosen)

    return _read


@pytest.fixture(scope="session")
def reference():
    return reference_at


@pytest.fixture(scope="session")
def applied():
    """The text as written with the edits done, as the report shows them."""

    def _applied(as_written, edits):
        out, last = [], 0
        for edit in edits:
            assert edit.at >= last, "edits overlap"
            assert as_written[edit.at : edit.at + len(edit.removed)] == edit.removed
            out += (as_written[last : edit.at], edit.inserted)
            last = edit.at + len(edit.removed)
        return "".join(out) + as_written[last:]

    return _applied
