"""Whole letters through the public functions of the reading half: what must come out, letter by letter.

`tests/letters/README.md` tells what each letter is for and how its expectations are written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from verifier import citations, documents, repair
from verifier.model.citation import Citation, Extract
from verifier.model.document import Part

HERE = Path(__file__).parent
LETTERS = HERE / "letters"
FOUNDING = HERE.parent.parent / "shared" / "letters"

OURS = sorted(path for path in LETTERS.iterdir() if path.suffix in {".txt", ".html", ".md"} and path.stem != "README")


@cache
def extracted(path: Path) -> Extract:
    document = documents.read(path.read_bytes(), path.name)
    found = citations.find(document)
    return citations.assemble(document, found, repair.propose(document, found.references))


@dataclass(frozen=True)
class Outcome:
    """What came out of a letter, in the shape of its expectations."""

    notes: list[tuple[str, int, list[list[str]]]]
    body: list[list[str]]
    surroundings: list[str]


def named(citation: Citation) -> list[str]:
    return [citation.kind.value, citation.value]


def without_scheme(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def outcome_of(extract: Extract) -> Outcome:
    return Outcome(
        notes=[
            (
                note.label,
                len(note.markers),
                [named(each) for each in extract.citations if each.part is Part.NOTE and each.note_index == note.index],
            )
            for note in extract.notes
        ],
        body=[named(each) for each in extract.citations if each.part is Part.BODY],
        surroundings=[without_scheme(each.value) for each in extract.citations if each.part is Part.SURROUNDINGS],
    )


def expected_of(path: Path) -> dict[str, Any]:
    return json.loads(path.with_name(path.name + ".expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_letter(path: Path) -> None:
    expected = expected_of(path)
    outcome = outcome_of(extracted(path))
    assert outcome.notes == [
        (note["label"], note["markers"], [cited[:2] for cited in note["citations"]]) for note in expected["notes"]
    ]
    assert outcome.body == [cited[:2] for cited in expected["body"]]
    if expected["surroundings"] is not None:
        assert outcome.surroundings == [without_scheme(value) for _, value in expected["surroundings"]]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_each_citation_is_described_by_its_own_words(path: Path) -> None:
    by_note = {}
    for each in extracted(path).citations:
        by_note.setdefault(each.note_index, []).append(each)
    for index, note in enumerate(expected_of(path)["notes"]):
        for citation, cited in zip(by_note.get(index, []), note["citations"], strict=True):
            wanted = cited[2] if len(cited) > 2 else {}
            said = {name: getattr(citation.description, name) for name in wanted}
            assert {name: str(value) if value else None for name, value in said.items()} == wanted, cited[1]


def test_every_letter_has_expectations_and_every_expectation_a_letter() -> None:
    assert {path.name for path in LETTERS.glob("*.expected.json")} == {f"{path.name}.expected.json" for path in OURS}


needs_founding = pytest.mark.skipif(not FOUNDING.is_dir(), reason="the founding letters are not ours to publish")

FOUNDING_URLS = """
https://documents-dds-ny.un.org/doc/UNDOC/GEN/N94/012/56/PDF/N9401256.pdf?OpenElement
https://www.ohchr.org/en/statements/2022/05/statement-un-high-commissioner-human-rights-michelle-bachelet-after-official
https://www.ohchr.org/en/press-releases/2020/06/un-experts-call-decisive-measures-protect-fundamental-freedoms-china?LangID=E&NewsID=26006
https://www.ohchr.org/en/stories/2022/04/expert-sustained-detention-dark-stain-our-collective-conscience
https://spcommreports.ohchr.org/TMResultsBase/DownLoadPublicCommunicationFile?gId=24845
https://www.bbc.co.uk/news/resources/idt-8df450b3-5d6d-4ed8-bdcc-bd99137eadc3
https://www.xinjiangpolicefiles.org/
https://s7712.pcdn.co/wp-content/uploads/2022/01/2021_ColonialBoardingSchoolReport_Digital.pdf
https://hkdc.us/political-prisoners-research-report/
https://www.hrw.org/report/2017/09/05/costs-international-advocacy/chinas-interference-united-nations-human-rights
https://tibetadvocacy.org/over-220-groups-urgently-demand-un-high-commissioner-immediately-postpone-her-visit-to-china/
"""


@needs_founding
def test_the_founding_letter() -> None:
    extract = extracted(FOUNDING / "uyghur-230-organisations.txt")
    assert [note.label for note in extract.notes] == [str(number) for number in range(1, 11)]
    assert [len(note.markers) for note in extract.notes] == [1] * 10
    in_notes = [each for each in extract.citations if each.part is Part.NOTE]
    assert [each.value for each in in_notes if each.kind == "url"] == FOUNDING_URLS.split()
    assert [named(each) for each in in_notes if each.kind != "url"] == [["un_symbol", "A/RES/48/141"]]
    assert [each for each in extract.citations if each.part is Part.BODY] == []


@needs_founding
def test_the_founding_letter_without_citations() -> None:
    extract = extracted(FOUNDING / "xizang-73-organisations.txt")
    assert (extract.notes, extract.citations) == ((), ())
