"""The processes that read PDFs: the same document comes back, and hostile files end them, not the run."""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from signal import SIGTERM
from threading import Thread

import pytest

from tests.documents.pdf_writer import Page, a_pdf, a_stream
from tests.documents.test_pdf import a_page_with_notes
from verifier.documents import Source, SourceKind, read, read_ahead
from verifier.documents.pdf import process as pdf_process
from verifier.documents.pdf.bounds import Bounds
from verifier.documents.pdf.process import pack, read_frame, read_pdf_apart, unpack, write_frame
from verifier.documents.pdf.reader import read_pdf
from verifier.documents.pdf.worker import serve
from verifier.model.errors import SourceError
from verifier.pipeline import plan

FONT = b"/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Courier>>>>"
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>" + FONT.decode() + ">>"
DEEP = b"BT /F 10 Tf 10 10 Td (deep) Tj ET"
IN_A_SECOND = Bounds(seconds=1)


def raw_pdf(*objects: tuple[int, bytes]) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in ((1, b"<</Type/Catalog/Pages 2 0 R>>"), *objects))
    return b"%PDF-1.7\n" + body + b"trailer <</Root 1 0 R/Size 100>>\n%%EOF\n"


def one_page(content: bytes, resources: bytes = FONT, *more: tuple[int, bytes], times: int = 1) -> bytes:
    return raw_pdf(
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources <<%s>>/Contents 4 0 R>>" % resources),
        (4, a_stream(content, times=times)),
        *more,
    )


LOOP = one_page(b"/X Do " * 50, b"/XObject<</X 5 0 R>>", (5, a_stream(b"/X Do /X Do " + DEEP, FORM % 5)))
"""Forms that hold themselves twice: reading them never ends."""


def a_letter() -> bytes:
    page = Page().lines("see https://example.org/a/\nb").link(74, 700, 22 * 6, "https://example.org/a/b")
    return a_pdf(a_page_with_notes(1), a_page_with_notes(3), page, info="/CreationDate (D:20220608000000)")


def test_what_comes_back_is_what_was_read() -> None:
    document = read_pdf(a_letter(), "letter.pdf", ("A remark.",))
    assert document.links
    assert document.note_spans
    assert document.line_ends
    assert document.regions
    assert document.date
    assert unpack(json.loads(json.dumps(pack(document)))) == document
    assert read_pdf_apart(a_letter(), "letter.pdf", ("A remark.",)) == document


def test_errors_come_back_too() -> None:
    with pytest.raises(SourceError) as refused:
        read(b"%PDF-1.7\n", "letter.pdf")
    assert refused.value.message == "letter.pdf is a damaged PDF: its pages cannot be found"
    assert refused.value.hint


def test_requests_are_served_until_they_end() -> None:
    requests, answers = io.BytesIO(), io.BytesIO()
    ask = {"source": "x.pdf", "remarks": [], "bounds": [10, 1000, 9]}
    for data in (a_pdf(Page().lines("One.")), b"%PDF-", a_pdf(Page().lines("Two."))):
        write_frame(requests, json.dumps(ask).encode())
        write_frame(requests, data)
    write_frame(requests, json.dumps(ask | {"bounds": ["no number", 1, 1]}).encode())
    write_frame(requests, a_pdf(Page().lines("Three.")))
    requests.write(b"cut")
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    found = [json.loads(frame) for _ in range(4) if (frame := read_frame(answers)) is not None]
    assert [one.get("text") for one in found] == ["One.", None, "Two.", None]
    assert "damaged" in found[1]["error"][0]
    assert "fault of the program" in found[3]["error"][1]
    assert read_frame(answers) is None


@pytest.mark.parametrize("cut", [0, 3, 8, 10])
def test_a_frame_that_ends_early_is_no_frame(cut: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, b"content")
    assert read_frame(io.BytesIO(stream.getvalue()[:cut])) is None


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The watchdog waits no 15 seconds longer than the bounds."""
    monkeypatch.setattr(pdf_process, "_GRACE", 1.5)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_hangs_the_reader_is_refused_and_the_next_is_read() -> None:
    start = time.monotonic()
    with pytest.raises(SourceError, match="too much time or memory") as refused:
        read_pdf_apart(LOOP, "loop.pdf", bounds=IN_A_SECOND)
    assert refused.value.hint
    assert time.monotonic() - start < 10
    assert read(a_pdf(Page().lines("The next letter.")), "next.pdf").text == "The next letter."


@pytest.mark.usefixtures("impatient")
def test_forms_within_forms_are_refused_in_bounded_memory() -> None:
    forms = [(10 + at, a_stream(b"/X Do " * 10, FORM % (11 + at))) for at in range(9)]
    deepest = (19, a_stream(DEEP, FORM % 99))
    data = one_page(b"/X Do", b"/XObject<</X 10 0 R>>", *forms, deepest)
    with pytest.raises(SourceError, match="too much time or memory"):
        read_pdf_apart(data, "x.pdf", bounds=IN_A_SECOND)


EVIL = {
    "a page tree that holds itself": raw_pdf((2, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>")),
    "a length that is the stream itself": raw_pdf(
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"),
        (4, b"<</Length 5 0 R>>\nstream\nabc\nendstream"),
        (5, b"4 0 R"),
    ),
    "arrays in arrays": one_page(b"[" * 1_000_000),
    "states in states": one_page(b"q " * 500_000),
    "spaces packed three times": one_page(b" " * 50_000_000, times=3),
}


@pytest.mark.parametrize("name", EVIL)
def test_evil_files_are_refused_in_time(name: str) -> None:
    start = time.monotonic()
    with pytest.raises(SourceError):
        read(EVIL[name], "x.pdf")
    assert time.monotonic() - start < 10


def test_a_file_that_lies_about_its_pages_is_read_as_far_as_it_goes() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources <<%s>>/Contents 4 0 R>>" % FONT
    text = a_stream(b"BT /F 10 Tf 50 50 Td (All there is.) Tj ET")
    lie = raw_pdf((2, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"), (3, page), (4, text))
    assert read(lie, "x.pdf").text == "All there is."
    many = raw_pdf((2, b"<</Type/Pages/Kids[%s]/Count 9000>>" % (b"3 0 R " * 9000)), (3, page), (4, text))
    document = read_pdf(many, "x.pdf", bounds=Bounds(pages=50))
    assert document.remarks[-1] == "Only the first 50 of 9000 pages were read."


def test_one_string_of_a_million_signs() -> None:
    start = time.monotonic()
    document = read(one_page(b"BT /F 10 Tf (" + b"http://" * 150_000 + b") Tj ET"), "x.pdf")
    assert document.text.startswith("http://")
    assert time.monotonic() - start < 10


class TestReadingAhead:
    def a_file(self, path: Path, data: bytes) -> Source:
        path.write_bytes(data)
        return Source(path.name, SourceKind.FILE, path)

    def test_what_was_begun_is_taken(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        read_ahead(self.a_file(tmp_path / "letter.pdf", a_letter()))
        asked: list[bytes] = []
        monkeypatch.setattr(pdf_process, "_READERS", RecordingReader(asked))
        assert read(a_letter(), "letter.pdf") == read_pdf(a_letter(), "letter.pdf")
        assert not asked

    def test_two_are_begun_and_both_are_taken(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        pages = [a_pdf(Page().lines(words)) for words in ("One.", "Two.")]
        for at, data in enumerate(pages):
            read_ahead(self.a_file(tmp_path / f"{at}.pdf", data))
        asked: list[bytes] = []
        monkeypatch.setattr(pdf_process, "_READERS", RecordingReader(asked))
        assert [read(data, f"{at}.pdf").text for at, data in enumerate(pages)] == ["One.", "Two."]
        assert not asked
        assert not pdf_process._AHEAD

    def test_what_is_passed_over_makes_room(self, tmp_path: Path) -> None:
        pages = [a_pdf(Page().lines(words)) for words in ("One.", "Two.", "Three.", "Four.")]
        for at, data in enumerate(pages):
            read_ahead(self.a_file(tmp_path / f"{at}.pdf", data))
        assert len(pdf_process._AHEAD) == 3
        assert read(pages[3], "3.pdf").text == "Four."
        assert not pdf_process._AHEAD
        assert read(pages[0], "0.pdf").text == "One."

    @pytest.mark.parametrize("name", ["letter.pdf", "other.pdf"])
    def test_another_file_is_read_though_one_was_begun(self, tmp_path: Path, name: str) -> None:
        read_ahead(self.a_file(tmp_path / "letter.pdf", a_letter()))
        assert read(a_pdf(Page().lines("Another.")), name).text == "Another."
        assert read(a_letter(), "letter.pdf") == read_pdf(a_letter(), "letter.pdf")

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("letter.txt", b"%PDF-1.7 as a text", "only PDFs are read apart"),
            ("letter.pdf", b"A text.", "named as what it is not: the reader's own remark is wanted"),
            ("letter.pdf", b"", "empty"),
        ],
    )
    def test_what_is_not_begun(self, tmp_path: Path, name: str, data: bytes, reason: str) -> None:
        read_ahead(self.a_file(tmp_path / name, data))
        assert not pdf_process._AHEAD, reason

    def test_what_cannot_be_opened_is_left_to_reading(self, tmp_path: Path) -> None:
        read_ahead(Source("gone.pdf", SourceKind.FILE, tmp_path / "gone.pdf"))
        read_ahead(Source("https://example.org/letter.pdf", SourceKind.URL))
        assert not pdf_process._AHEAD

    def test_a_folder_comes_out_as_each_of_its_files_does(self, tmp_path: Path) -> None:
        letters = [a_letter(), b"%PDF-1.7\n", a_pdf(Page().lines("One.")), a_letter()]
        sources = [self.a_file(tmp_path / f"{at}.pdf", letter) for at, letter in enumerate(letters)]
        gone = Source("gone.pdf", SourceKind.FILE, tmp_path / "gone.pdf")
        first, damaged, second, missing, last = plan([*sources[:3], gone, sources[3]])
        assert missing.error
        assert first.document == read_pdf(letters[0], "0.pdf")
        assert damaged.error
        assert second.document == read_pdf(letters[2], "2.pdf")
        assert last.document == read_pdf(letters[3], "3.pdf")

    def test_refusals_come_when_the_file_is_read(self, tmp_path: Path) -> None:
        read_ahead(self.a_file(tmp_path / "letter.pdf", b"%PDF-1.7\n"))
        with pytest.raises(SourceError, match="damaged PDF"):
            read(b"%PDF-1.7\n", "letter.pdf")

    @pytest.mark.usefixtures("impatient")
    def test_one_that_hangs_is_refused_and_the_next_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pdf_process, "Bounds", lambda: IN_A_SECOND)
        read_ahead(self.a_file(tmp_path / "loop.pdf", LOOP))
        with pytest.raises(SourceError, match="too much time or memory"):
            read(LOOP, "loop.pdf")
        assert read(a_pdf(Page().lines("The next letter.")), "next.pdf").text == "The next letter."


class TestReaders:
    @pytest.fixture
    def readers(self) -> Iterator[pdf_process._Readers]:
        readers = pdf_process._Readers(2)
        yield readers
        readers.close()

    def asked(self, readers: pdf_process._Readers, data: bytes, seconds: float = 60) -> dict[str, object]:
        request = json.dumps({"source": "x.pdf", "remarks": [], "bounds": [10, 1000, 60]}).encode()
        answer = readers.ask(request, data, seconds)
        return {} if answer is None else json.loads(answer)

    def running(self, readers: pdf_process._Readers) -> list[int]:
        return [reader._process.pid for reader in readers._all if reader._process and reader._process.poll() is None]

    def test_one_serves_while_nothing_else_waits(self, readers: pdf_process._Readers) -> None:
        for words in ("One.", "Two."):
            assert self.asked(readers, a_pdf(Page().lines(words)))["text"] == words
            assert len(self.running(readers)) == 1

    def test_a_second_serves_while_the_first_hangs(self, readers: pdf_process._Readers) -> None:
        found: list[dict[str, object]] = []
        hanging = Thread(target=lambda: found.append(self.asked(readers, LOOP)))
        hanging.start()
        while not self.running(readers):
            time.sleep(0.01)
        (hung,) = self.running(readers)
        assert self.asked(readers, a_pdf(Page().lines("Beside.")))["text"] == "Beside."
        assert hanging.is_alive()
        assert len(self.running(readers)) == 2
        os.kill(hung, SIGTERM)
        hanging.join(20)
        assert found == [{}]
        assert self.asked(readers, a_pdf(Page().lines("Next.")))["text"] == "Next."

    def test_one_that_died_between_files_is_replaced(self, readers: pdf_process._Readers) -> None:
        assert self.asked(readers, a_letter())
        os.kill(self.running(readers)[0], SIGTERM)
        while self.running(readers):
            time.sleep(0.01)
        assert self.asked(readers, a_pdf(Page().lines("Next.")))["text"] == "Next."

    def test_the_end_waits_for_none_and_starts_none(self) -> None:
        readers = pdf_process._Readers(1)
        found: list[dict[str, object]] = []
        waiting = [Thread(target=lambda: found.append(self.asked(readers, LOOP))) for _ in range(2)]
        for thread in waiting:
            thread.start()
        while not self.running(readers):
            time.sleep(0.01)
        readers.close()
        for thread in waiting:
            thread.join(20)
        assert found == [{}, {}]
        assert not self.running(readers)


class RecordingReader:
    """Stands where the processes would be asked."""

    def __init__(self, asked: list[bytes]) -> None:
        self.ask = lambda request, _data, _seconds: asked.append(request)
