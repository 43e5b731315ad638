"""Which reader gets the bytes, and what is said when none can."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tests.documents.word_files import docx, fodt, p
from verifier.documents import formats, read
from verifier.model.errors import SourceError


def a_zip(member: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "media_type", "expected", "reason"),
    [
        (b"text", "a.txt", None, "text/plain", "by extension"),
        (b"text", "a.MD", None, "text/markdown", "extensions have no case"),
        (b"text", "-", None, "text/plain", "nothing known: text"),
        (b"<!DOCTYPE html><p>x", "-", None, "text/html", "a page through a pipe"),
        (b"\n<!-- c --><html><p>x", "a.txt", None, "text/html", "a page saved as .txt"),
        (
            b"# text",
            "https://example.org/a.md?x=1",
            "text/plain; charset=utf-8",
            "text/markdown",
            "servers send Markdown as text",
        ),
        (b"text", "https://example.org/a", "text/html", "text/html", "the server's word counts"),
        (b"<p>x", "a.xhtml", None, "text/html", "XHTML"),
        (b"text", "a.txt", "application/octet-stream", "text/plain", "a media type that says nothing"),
        ("<html><p>x".encode("utf-16"), "a.txt", None, "text/html", "a page in UTF-16"),
        (b"a <html> tag in prose", "a.txt", None, "text/plain", "a tag in the middle makes no page"),
    ],
)
def test_the_reader_chosen(data: bytes, name: str, media_type: str | None, expected: str, reason: str) -> None:
    assert read(data, name, media_type).media_type == expected, reason


def test_a_page_named_as_text_is_told() -> None:
    assert "HTML" in read(b"<!doctype html><p>x", "a.txt").remarks[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "nothing but white space"),
        ("\ufeff\u200b \u3000".encode(), "holds no text"),
        (b"%PDF-1.7 ...", "damaged PDF"),
        (a_zip("word/document.xml"), "no well-formed XML"),
        (a_zip("content.xml"), "ZIP"),
        (gzip.compress(b"x", mtime=0), "gzip"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"RIFF....WAVE", "RIFF"),
        (b"From: <Saved>\nContent-Type: multipart/related;\n", "MHTML"),
        (b"\x01\x02\x03\x04" * 30, "binary"),
        (b"<html><body><script>x</script></body></html>", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read(data, "letter.txt")
    assert caught.value.hint


def test_a_media_type_without_a_reader_is_named() -> None:
    with pytest.raises(SourceError, match="EPUB") as caught:
        read(b"anything", "https://example.org/x", "application/epub+zip")
    assert "text, Markdown, HTML" in caught.value.hint


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "words", "advice"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "Word .before 2007", "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password-protected", "without one"),
        (OLE + b"\0" * 100, "a.xls", "Office .before 2007", "save or export"),
        (b"{\\rtf1 text}", "a.rtf", "RTF", "save it as .docx"),
        (a_zip("Index/Document.iwa"), "a.pages", "Apple Pages", "export it as Word"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>',
            "a.xml",
            "Word XML",
            "save it as .docx",
        ),
        (b"plain words", "a.docx", "is no Word .DOCX. file", "Check that"),
        (b"plain words", "a.fodt", "is no flat OpenDocument", "Check that"),
        (a_zip("other"), "a.odt", "content.xml is missing", "word processor"),
        (a_zip("other"), "a", "looks like a ZIP", "save or export"),
    ],
)
def test_what_to_do_about_other_formats(data: bytes, name: str, words: str, advice: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read(data, name)
    assert advice in caught.value.hint


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_a_page_named_as_a_letter_of_a_word_processor_is_read_and_told(name: str) -> None:
    document = read(b"<!doctype html><p>The letter.", name)
    assert document.text == "The letter."
    assert "HTML" in document.remarks[0]


@pytest.mark.parametrize(
    ("name", "media_type", "told"),
    [
        ("a.docx", None, False),
        ("a", None, False),
        ("https://example.org/a", "application/octet-stream", False),
        ("a.odt", None, True),
        ("https://example.org/a.docx", "application/zip", False),
        ("https://example.org/a.docx", "text/plain", True),
    ],
)
def test_a_letter_of_a_word_processor_is_known_by_its_bytes(name: str, media_type: str | None, told: bool) -> None:
    document = read(docx(p("The letter.")), name, media_type)
    assert document.media_type == formats.Format.DOCX
    assert bool(document.remarks) == told


FLAT = fodt("<text:p>The letter.</text:p>")


@pytest.mark.parametrize("data", [FLAT, b"\xef\xbb\xbf" + FLAT, b"\n" + FLAT.partition(b"\n")[2]])
def test_a_flat_letter_is_known_by_its_bytes(data: bytes) -> None:
    assert read(data, "-").media_type == formats.Format.FLAT_ODT


def test_the_limit_holds_for_what_was_fetched_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.LIMITS, formats.Format.HTML, 10)
    with pytest.raises(SourceError, match="most that is read of a HTML source"):
        read(b"<p>more than ten bytes", "a.html")


def test_a_crash_of_a_reader_becomes_a_source_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("verifier.documents.text.read_text", crash)
    with pytest.raises(SourceError, match="RecursionError: too deep"):
        read(b"text", "a.txt")


def test_the_transports_charset_is_used() -> None:
    assert read("Да".encode("koi8-r"), "-", 'text/plain; charset="KOI8-R"').text == "Да"
