"""The line-break model and the evidence go together: all that it asks for is measured, and nothing that nobody asks."""

import re
from pathlib import Path

import pytest

import verifier.repair
from verifier.model.citation import Kind, Reference
from verifier.model.document import Document, Part
from verifier.repair.breaks import Way, continuations
from verifier.repair.evidence import measure
from verifier.repair.page import Page
from verifier.repair.reading import Reading
from verifier.repair.trees import load_trees

ROOM = Path(verifier.repair.__file__).parent
URL = "https://example.org/annual-"
TEXT = f"See the annual report, {URL}\nreport/2020/index.html and more of the same.\nOther words follow.\n"


@pytest.fixture(scope="module")
def measured() -> set[str]:
    """The names of all that is measured of a link that a line's end breaks at a hyphen."""
    start = TEXT.index(URL)
    end = start + len(URL) - 1
    reference = Reference(Kind.URL, start, end, len(TEXT), URL[:-1], Part.BODY)
    page = Page(Document("a.txt", "text/plain", TEXT), [reference])
    reading = Reading(start, end, URL[:-1])
    ways = [way for way in continuations(page, end, len(TEXT), reading.url) if way.way is Way.LINE]
    return {name for way in ways for name in measure(page, reading, way)}


def test_all_that_the_trees_ask_for_is_measured(measured: set[str]) -> None:
    # A name that is not found counts as 0, so that a renamed one would never be missed.
    assert {question.name for question in load_trees().questions} <= measured


def test_all_that_is_measured_is_asked_for(measured: set[str]) -> None:
    rules = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    read = set(re.findall(r'found\["(\w+)"\](?! =)', rules))
    assert measured <= read | {question.name for question in load_trees().questions}
