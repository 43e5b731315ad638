"""Files that are damaged, protected or built to do harm: each is refused in words, in bounded memory and time."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.documents.word_files import docx, fodt, odt, p, word_part, zipped
from verifier.documents import read
from verifier.documents.office import package
from verifier.documents.office.package import Package, parse_xml
from verifier.model.errors import SourceError

MAIN = "word/document.xml"
ENCRYPTED = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
    'm:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
)


@contextmanager
def bounded(seconds: float = 2.0, megabytes: int = 120) -> Iterator[None]:
    """What is done within must be over in time and keep its memory small (Python's own; lxml's is bounded by tags)."""
    tracemalloc.start()
    began = time.thread_time()
    yield
    elapsed = time.thread_time() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert elapsed < seconds
    assert peak < megabytes * 1_000_000


def refused(data: bytes, match: str, name: str = "a.docx") -> SourceError:
    with bounded(), pytest.raises(SourceError, match=match) as caught:
        read(data, name)
    assert caught.value.hint
    return caught.value


def with_document(content: str | bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    return zipped({MAIN: content}, compression)


def body(content: str) -> str:
    return word_part("document", f"<w:body>{content}</w:body>")


def test_a_part_that_grows_a_thousandfold_is_refused() -> None:
    data = with_document(body(f"<w:p>{' ' * 40_000_000}</w:p>"))
    assert len(data) < 100_000
    refused(data, "grows more than 400 times")


def test_a_part_that_lies_about_its_size_is_read_no_further_than_it_says() -> None:
    data = with_document(body(f"<w:p>{' ' * 40_000_000}</w:p>"))
    small = struct.pack("<L", 900_000)
    size = struct.pack("<L", zipfile.ZipFile(io.BytesIO(data)).getinfo(MAIN).file_size)
    refused(data.replace(size, small), "cannot be unpacked|no well-formed XML")


def test_parts_that_are_large_without_growing_much_are_refused_by_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 5_000_000)
    refused(with_document(body(" " * 6_000_000), zipfile.ZIP_STORED), "larger than 5 MB")


def test_many_large_parts_are_refused_by_their_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TOTAL", 3_000_000)
    styles = f"<w:style/>{' ' * 2_500_000}"
    data = docx(p("text") + " " * 1_000_000, styles=styles)
    refused(data, "larger than|grows more")


def test_a_bomb_within_the_file_is_never_opened() -> None:
    bomb = zipped({"a": b"\0" * 50_000_000})
    data = docx(p("The letter."), more={"word/embeddings/bomb.zip": bomb})
    with bounded():
        assert read(data, "a.docx").text == "The letter."


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(10_050):
            archive.writestr(str(number), b"")
        archive.writestr(MAIN, body(p("x")))
    refused(stream.getvalue(), "lists more than 10,000 parts")


def test_a_long_list_that_claims_to_be_short_is_refused() -> None:
    data = bytearray(with_document(body(p("x"))))
    data[-10:-6] = struct.pack("<L", 3_000_000)
    refused(bytes(data), "lists more than")


def test_a_container_for_huge_files_is_refused() -> None:
    data = with_document(body(p("x")))
    refused(data[:-22] + b"PK\x06\x07" + b"\0" * 16 + data[-22:], "more than 4 GB")


@pytest.mark.parametrize(
    ("prolog", "reason"),
    [
        ('<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>', "entities that grow"),
        ('<!DOCTYPE w:document SYSTEM "file:///etc/passwd">', "a document type of another file"),
        ('<!DOCTYPE w:document [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]>', "one of another host"),
        ("<!-- a comment first --><!DOCTYPE w:document []>", "hidden behind a comment"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(prolog: str, reason: str, encoding: str) -> None:
    content = body(p("&b;")).partition("\n")[2]
    refused(with_document((prolog + content).encode(encoding)), "document type")
    assert reason


def test_quadratic_entities_in_a_flat_file_are_refused() -> None:
    flat = fodt("<text:p>&a;&a;</text:p>").replace(b"?>\n", b'?>\n<!DOCTYPE d [<!ENTITY a "%s">]>' % (b"a" * 1_000_000))
    refused(flat, "document type|binary|no flat", "a.fodt")


def test_nesting_without_end_is_refused() -> None:
    refused(with_document(body("<w:sdt>" * 100_000)), "no well-formed XML")


def test_deep_nesting_within_the_bounds_is_read() -> None:
    depth = 120
    nested = "<w:smartTag>" * depth + "<w:r><w:t>deep</w:t></w:r>" + "</w:smartTag>" * depth
    assert read(docx(f"<w:p>{nested}</w:p>"), "a.docx").text == "deep"


def test_tables_within_tables_are_read() -> None:
    depth = 60
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("deep") + "</w:tc></w:tr></w:tbl>" * depth
    assert read(docx(nested), "a.docx").text == "deep"


def test_too_many_tags_are_refused() -> None:
    with bounded(5.0), pytest.raises(SourceError, match="2,000,000 tags"):
        parse_xml(b"<a>" + b"<b/>" * 2_000_001 + b"</a>", "x.xml", "a.docx")


def test_attributes_without_number_are_survived() -> None:
    many = " ".join(f'a{number}="x"' for number in range(100_000))
    data = docx(f"<w:p {many}>{'<w:r><w:t>text</w:t></w:r>'}</w:p>")
    with bounded():
        assert read(data, "a.docx").text == "text"


def test_names_that_climb_lead_nowhere() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="../../../../etc/passwd"/></Relationships>'
    )
    refused(zipped({"_rels/.rels": relations, MAIN: body(p("x"))}), "etc/passwd is missing")


def test_parts_are_found_whatever_the_case_and_slashes_of_their_names() -> None:
    data = zipped({"WORD\\Document.XML": body(p("The letter."))})
    assert read(data, "a.docx").text == "The letter."


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(MAIN, body(p("one")))
        archive.writestr(MAIN.upper(), body(p("another")))
    refused(stream.getvalue(), "two parts named")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(compression: int) -> None:
    refused(with_document(body(p("x")), compression), "packed in a way")


def test_an_encrypted_part_is_said_to_be_protected() -> None:
    data = bytearray(with_document(body(p("x"))))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    assert "password" in refused(bytes(data), "protected").hint


@pytest.mark.parametrize(
    ("data", "match", "reason"),
    [
        (b"PK\x03\x04" + b"word/" * 100, "has no end", "only the beginning was saved"),
        (zipped({"word/other.xml": "x"}), "word/document.xml is missing", "no main part"),
        (zipped({"readme.txt": "x"}), "word/document.xml is missing", "any ZIP that is named .docx"),
        (with_document("not XML"), "no well-formed XML", "text where XML should be"),
        (with_document(b"\xff\xfe<\x00w"), "UTF-16|well-formed", "half a UTF-16 letter"),
        (
            with_document(b'<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>'),
            "windows-1252",
            "another encoding",
        ),
        (with_document(word_part("document", "")), "holds no body", "an empty document"),
        (with_document(word_part("other", "")), "<other> where a Word document", "another root"),
        (with_document('<workbook xmlns="x"/>'), "an Excel workbook", "a renamed workbook"),
        (with_document(body("")), "holds no text", "nothing in it"),
    ],
)
def test_damaged_files_are_told_in_words(data: bytes, match: str, reason: str) -> None:
    refused(data, match)
    assert reason


def test_a_main_part_of_another_type_is_refused() -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    refused(docx(p("x"), more={"[Content_Types].xml": types}), "declared as .*spreadsheetml")


def test_a_list_of_parts_that_is_garbled_is_refused() -> None:
    data = docx(p("The letter."))
    refused(data.replace(b"PK\x01\x02", b"PK\x01\x09"), "ZIP container cannot be read")


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_refused(cut: float) -> None:
    data = docx(p("The letter."), footnotes="<w:footnote/>")
    refused(data[: int(len(data) * cut)], "no end|cannot be read|missing")


@pytest.mark.parametrize(
    ("data", "match", "reason"),
    [
        (odt("", more={"META-INF/manifest.xml": ENCRYPTED}), "protected with a password", "each part encrypted"),
        (odt("", more={"encrypted-package": b"x"}), "protected with a password", "the whole encrypted"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "content.xml is missing", "no content"),
        (odt("<text:p>x</text:p>", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "declared as|no text",
         "a spreadsheet"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "no text document",
         "content of another kind"),
    ],
)  # fmt: skip
def test_odt_files_that_cannot_be_read_are_told_in_words(data: bytes, match: str, reason: str) -> None:
    refused(data, match, "a.odt")
    assert reason


def test_a_missing_part_is_none() -> None:
    opened = Package(zipped({"a": "x"}), "a.docx")
    assert opened.read("b") is None
    assert opened.xml("b") is None
    assert "A" in opened


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_every_encoding_of_the_formats_is_read(encoding: str) -> None:
    content = body(p("Žluťoučký 中文")).replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8")
    assert read(with_document(content.encode(encoding)), "a.docx").text == "Žluťoučký 中文"
