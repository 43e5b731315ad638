"""The same letters in every format that can be written: outside the links, every byte stays."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from pathlib import Path

import pytest

from tests.documents.word_files import docx, odt, p, r
from verifier.documents import Source, SourceKind
from verifier.model.change import Letter
from verifier.model.citation import RepairStatus
from verifier.pipeline.desk import Options
from verifier.pipeline.extracted import as_extracted
from verifier.pipeline.fix import fix
from verifier.pipeline.plan import plan

TESTS = Path(__file__).parent.parent
FOUNDING = TESTS.parent.parent / "shared" / "letters" / "uyghur-230-organisations.txt"
BREAKS = {
    "michelle-bachelet -after-official": "michelle-bachelet-after-official",
    "fundamental-freed oms-china": "fundamental-freedoms-china",
    "nations-human-r ights": "nations-human-rights",
    "her-v isit-to-china": "her-visit-to-china",
}
"""What is broken in the founding letter and in its twin."""

SITES = ("example.org", "harbour.example", "lake.example", "office.example")
NOTES = 150


def long_letter() -> tuple[str, dict[str, str]]:
    """A letter of 150 notes and 750 paragraphs, every third link broken, with what is broken and what is meant."""
    breaks = {}
    body, notes = [], []
    for number in range(1, NOTES + 1):
        title = f"Statement {number} on the fundamental freedoms of those who live by the lake"
        place = f"https://{SITES[number % len(SITES)]}/en/news/{2000 + number % 23}/statement-{number}"
        meant = f"{place}-on-the-fundamental-freedoms-of-those-who-live-by-the-lake"
        written = meant
        if number % 3 == 0:
            written = meant.replace("freedoms-of", "freed oms-of" if number % 2 else "freedoms -of")
            breaks[written] = meant
        body += [f"They said so [{number}] & more, “quoted” <not> — as everybody knows.", *("Words. " * 20,) * 4]
        notes.append(f"[{number}] Lake Office, ‘{title}’, 28 May 2022: {written}")
    return "\n\n".join(["An open letter", *body, "Notes", *notes, "Yours, all of us"]) + "\n", breaks


def twin() -> tuple[str, dict[str, str]]:
    return (TESTS / "letters" / "twin.txt").read_text("utf-8"), BREAKS


def founding() -> tuple[str, dict[str, str]]:
    if not FOUNDING.exists():
        pytest.skip("the founding letters are not in this checkout")
    return FOUNDING.read_text("utf-8"), BREAKS


LETTERS = {"founding": founding, "twin": twin, "long": long_letter}


def in_runs(line: str) -> str:
    """A line in runs of 37 characters, every other one in bold, so that links are cut anywhere."""
    pieces = [line[at : at + 37] for at in range(0, len(line), 37)] or [""]
    return p(*(r(escape(piece), "<w:b/>" if number % 2 else "") for number, piece in enumerate(pieces)))


def as_docx(text: str) -> bytes:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return docx("".join(in_runs(line) for line in text.split("\n")), styles=styles, more={"custom.bin": b"\0\1\2" * 99})


def as_odt(text: str) -> bytes:
    lines = (f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return odt("".join(lines), meta="<dc:title>A letter</dc:title>", more={"Pictures/x.png": b"\x89PNG" * 99})


def as_html(text: str) -> bytes:
    lines = "\r\n".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)
    return f"<!DOCTYPE html>\r\n<html><body><!-- kept -->\r\n{lines}</body></html>".encode()


FORMATS = {"txt": str.encode, "md": str.encode, "html": as_html, "odt": as_odt, "docx": as_docx}


def fixed(path: Path) -> Letter:
    (one,) = plan([Source(path.name, SourceKind.FILE, path)], keep=True)
    return fix(one, as_extracted(one, Options(offline=True)))


def parts(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def mended(source: bytes, breaks: dict[str, str]) -> bytes:
    for written, meant in breaks.items():
        old = escape(written).encode()
        assert source.count(old) == 1, written
        source = source.replace(old, escape(meant).encode())
    return source


def text_and_tags(xml: bytes) -> tuple[str, list[str]]:
    """The text of a part apart from its markup: a link that lies over several runs moves into the first of them."""
    return re.sub(r"<[^>]*>", "", xml.decode()), re.findall(r"<[^>]*>", xml.decode())


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", LETTERS)
def test_outside_the_links_every_byte_stays(tmp_path: Path, name: str, suffix: str) -> None:
    text, breaks = LETTERS[name]()
    path = tmp_path / f"letter.{suffix}"
    path.write_bytes(FORMATS[suffix](text))
    letter = fixed(path)
    assert letter.error is None
    assert len(letter.changes) == len(breaks), [one.why for one in letter.left]
    old, new = parts(letter.old), parts(letter.new)
    assert list(old) == list(new), "the parts keep their order"
    for part, before in old.items():
        if part not in ("", "content.xml", "word/document.xml"):
            assert new[part] == before
        elif suffix != "docx":
            assert new[part] == mended(before, breaks)
        else:
            (was, was_tags), (now, now_tags) = text_and_tags(before), text_and_tags(new[part])
            assert now.encode() == mended(was.encode(), breaks)
            assert now_tags == was_tags
    again = tmp_path / f"again.{suffix}"
    again.write_bytes(letter.new)
    assert fixed(again).new == letter.new
    (planned,) = plan([Source(again.name, SourceKind.FILE, again)])
    assert [one.as_written for one in planned.found.citations if one.repair.status is RepairStatus.MENDED] == []
