"""DOCX and ODT written again: the link's text and target change, formatting and every other part stay."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.word_files import docx, field, note, p, r, reference, word_part, zipped
from verifier.documents import read
from verifier.documents.rewrite.package import replace_members
from verifier.documents.rewrite.rewriting import Rewritten, rewrite
from verifier.model.change import Change, ChangeKind
from verifier.model.document import Document, Position

OLD = "https://example.org/old?a=1&b=2"
NEW = "https://example.org/new?c=3&d=4"
OLD_XML, NEW_XML = OLD.replace("&", "&amp;"), NEW.replace("&", "&amp;")


def a_change(document: Document, written: str = OLD, shown: str | None = NEW, at: int = 0, url: str = NEW) -> Change:
    start = -1
    for _ in range(at + 1):
        start = document.text.index(written, start + 1)
    link = next((one for one in document.links if one.start <= start < one.end), None)
    return Change(
        ChangeKind.MOVED, start, start + len(written), written, shown, url, OLD, Position(start, 1), "it moved",
        href=link.url if link else None,
    )  # fmt: skip


def rewritten(data: bytes, name: str, **more) -> Rewritten:
    document = read(data, name)
    return rewrite(data, document, [a_change(document, **more)])


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


BODIES = {
    "one run": (p(f"See {OLD_XML} now."), p(f"See {NEW_XML} now.")),
    "three runs": (
        p(r("See https://exam"), r("ple.org/", "<w:b/>"), r("old?a=1&amp;b=2 now.")),
        p(r(f"See {NEW_XML}"), r("", "<w:b/>"), r(" now.")),
    ),
    "entities by number": (p("See https&#58;//example.org/old?a=1&#x26;b=2 now."), p(f"See {NEW_XML} now.")),
    "a field code": (
        p("See ", field(f' HYPERLINK "{OLD_XML}" ', OLD_XML), " now."),
        p("See ", field(f' HYPERLINK "{NEW_XML}" ', NEW_XML), " now."),
    ),
    "a field code over three runs": (
        p(
            "See ",
            field(
                r('<w:instrText xml:space="preserve"> HYPERLINK "https://exam</w:instrText>')
                + r("<w:instrText>ple.org/old?a=1&amp;</w:instrText>")
                + r('<w:instrText xml:space="preserve">b=2" \\o "tip"</w:instrText>'),
                OLD_XML,
            ),
        ),
        p(
            "See ",
            field(
                r(f'<w:instrText xml:space="preserve"> HYPERLINK "{NEW_XML}</w:instrText>')
                + r("<w:instrText></w:instrText>")
                + r('<w:instrText xml:space="preserve">" \\o "tip"</w:instrText>'),
                NEW_XML,
            ),
        ),
    ),
    "a field code without quotes": (
        p("See ", field(f" HYPERLINK {OLD_XML} \\h ", OLD_XML), " now."),
        p("See ", field(f" HYPERLINK {NEW_XML} \\h ", NEW_XML), " now."),
    ),
    "a field inside another one's code": (
        p(
            "See ",
            field(
                r('<w:fldChar w:fldCharType="begin"/>')
                + r("<w:instrText> DATE </w:instrText>")
                + r('<w:fldChar w:fldCharType="end"/>')
                + r(f'<w:instrText> HYPERLINK "{OLD_XML}" </w:instrText>'),
                OLD_XML,
            ),
        ),
        p(
            "See ",
            field(
                r('<w:fldChar w:fldCharType="begin"/>')
                + r("<w:instrText> DATE </w:instrText>")
                + r('<w:fldChar w:fldCharType="end"/>')
                + r(f'<w:instrText> HYPERLINK "{NEW_XML}" </w:instrText>'),
                NEW_XML,
            ),
        ),
    ),
    "a soft hyphen as a sign": (
        p(r("See https://exam"), r('<w:softHyphen/><w:t xml:space="preserve">ple.org/old?a=1&amp;b=2 now.</w:t>')),
        p(r(f"See {NEW_XML}"), r('<w:t xml:space="preserve"> now.</w:t>')),
    ),
    "a soft hyphen as a character": (
        p("See https://exam\u00adple.org/old?a=1&amp;b=2 now."),
        p(f"See {NEW_XML} now."),
    ),
    "a simple field": (
        p(f"<w:fldSimple w:instr=' HYPERLINK \"{OLD_XML}\" '>{r(OLD_XML)}</w:fldSimple>"),
        p(f"<w:fldSimple w:instr=' HYPERLINK &quot;{NEW_XML}&quot; '>{r(NEW_XML)}</w:fldSimple>"),
    ),
}


@pytest.mark.parametrize("row", BODIES.values(), ids=BODIES)
def test_the_text_of_a_paragraph(row: tuple[str, str]) -> None:
    result = rewritten(docx(row[0]), "a.docx")
    assert result.left == ()
    assert parts(result.data) == parts(docx(row[1]))


def test_a_break_inside_a_link_goes() -> None:
    body = p(r("See https://example.org/<!-- -->old-"), r("<w:br/><w:t>report</w:t>"), r(" now."))
    result = rewritten(docx(body), "a.docx", written="https://example.org/old-\nreport")
    assert result.left == ()
    assert "<w:br/>" not in parts(result.data)["word/document.xml"]
    assert NEW_XML in parts(result.data)["word/document.xml"]


def test_a_relationship_and_the_text_over_it() -> None:
    def letter(url: str) -> bytes:
        link = f'<w:hyperlink r:id="l">{r(url)}</w:hyperlink>'
        return docx(
            p("Words", reference(1)),
            footnotes=note(1, p("See ", link)),
            footnote_links={"l": url, "m": "https://a.test/"},
        )

    result = rewritten(letter(OLD_XML), "a.docx")
    assert result.left == ()
    assert parts(result.data) == parts(letter(NEW_XML))


def test_words_keep_and_their_target_changes() -> None:
    def letter(url: str) -> bytes:
        return docx(p("See ", f'<w:hyperlink r:id="l">{r("the report")}</w:hyperlink>'), links={"l": url})

    result = rewritten(letter(OLD_XML), "a.docx", written="the report", shown=None)
    assert parts(result.data) == parts(letter(NEW_XML))


def test_a_fragment_that_word_keeps_apart_stays() -> None:
    def letter(url: str) -> bytes:
        link = f'<w:hyperlink r:id="l" w:anchor="part">{r("the report")}</w:hyperlink>'
        return docx(p("See ", link), links={"l": url})

    more = {"written": "the report", "shown": None, "url": f"{NEW}#part"}
    assert parts(rewritten(letter(OLD_XML), "a.docx", **more).data) == parts(letter(NEW_XML))


def test_of_two_equal_links_only_the_one_that_is_meant_changes() -> None:
    data = docx(p(f"First see {OLD_XML} here.") + p(f"Then see {OLD_XML} there."))
    result = rewritten(data, "a.docx", at=1)
    assert result.left == ()
    text = parts(result.data)["word/document.xml"]
    assert f"First see {OLD_XML} here." in text
    assert f"Then see {NEW_XML} there." in text


def test_deleted_text_is_never_what_changes() -> None:
    deleted = f'<w:del w:id="1"><w:r><w:delText>{OLD_XML}</w:delText></w:r></w:del>'
    result = rewritten(docx(p("See ", deleted, r(OLD_XML))), "a.docx")
    assert f"<w:delText>{OLD_XML}</w:delText>" in parts(result.data)["word/document.xml"]


def test_a_link_over_two_paragraphs_is_left() -> None:
    data = docx(p("See https://example.org/") + p("old now."))
    result = rewritten(data, "a.docx", written="https://example.org/\n\nold")
    assert result.data == data
    assert "one piece" in result.left[0].why


def test_a_target_that_no_part_holds_is_told() -> None:
    data = docx(p("See ", field(' HYPERLINK "https:\\/\\/example.org\\/old" ', "the report"), " now."))
    result = rewritten(data, "a.docx", written="the report", shown=None)
    assert result.data == data
    assert "target was not found" in result.left[0].why


ODF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document{kind} '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>{body}</office:text>'
    "</office:body></office:document{kind}>"
)


def odf_body(url: str, shown: str) -> str:
    note_ = (
        '<text:note text:id="f" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f'<text:p>See <text:a xlink:href="{url}" xlink:type="simple">{shown}</text:a> now.</text:p>'
        "</text:note-body></text:note>"
    )
    return f"<text:p>Words{note_} and more words.</text:p>"


PIECES = (
    '<text:span text:style-name="T1">https://example.org/</text:span>  '
    "<text:s/><text:span>old<text:line-break/></text:span>-report"
)


@pytest.mark.parametrize("flat", [True, False])
def test_odt_text_and_target(flat: bool) -> None:
    written = "https://example.org/  old\n-report"
    kind = "" if flat else "-content"
    sources = [
        ODF.format(kind=kind, body=odf_body(OLD_XML, PIECES)).encode(),
        ODF.format(
            kind=kind,
            body=odf_body(NEW_XML, f'<text:span text:style-name="T1">{NEW_XML}</text:span><text:span></text:span>'),
        ).encode(),
    ]
    if not flat:
        mime = {"mimetype": "application/vnd.oasis.opendocument.text"}
        sources = [zipped({**mime, "content.xml": source, "Pictures/a.png": b"\x89PNG"}) for source in sources]
    data, wanted = sources
    document = read(data, "a.fodt" if flat else "a.odt")
    result = rewrite(data, document, [a_change(document, written)])
    assert result.left == ()
    if flat:
        assert result.data == wanted
    else:
        with zipfile.ZipFile(io.BytesIO(result.data)) as new, zipfile.ZipFile(io.BytesIO(wanted)) as meant:
            assert {name: new.read(name) for name in new.namelist()} == {n: meant.read(n) for n in meant.namelist()}


# --- the package


def test_members_keep_their_bytes_their_order_and_what_is_said_of_them() -> None:
    stream = io.BytesIO()
    stream.write(b"before")
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b"a comment"
        stored = zipfile.ZipInfo("mimetype", (2001, 2, 3, 4, 5, 6))
        archive.writestr(stored, b"application/x")
        packed = zipfile.ZipInfo("word/a.xml", (2010, 1, 1, 0, 0, 0))
        packed.compress_type, packed.extra, packed.comment = zipfile.ZIP_DEFLATED, b"\x99\x99\x02\x00ab", b"note"
        packed.external_attr = 0o644 << 16
        archive.writestr(packed, b"old " * 100)
        archive.writestr("last", b"x" * 1000, zipfile.ZIP_DEFLATED)
    old = stream.getvalue()
    new = replace_members(old, {"word/a.xml": b"new " * 50, "mimetype": b"application/y"})
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.testzip() is None
        assert (after.comment, after.namelist()) == (before.comment, before.namelist())
        assert [after.read(name) for name in after.namelist()] == [b"application/y", b"new " * 50, b"x" * 1000]
        for one, other in zip(before.infolist(), after.infolist(), strict=True):
            facts = ("date_time", "compress_type", "extra", "comment", "external_attr", "create_system")
            assert [getattr(one, fact) for fact in facts] == [getattr(other, fact) for fact in facts]
    assert new.startswith(b"before")


class _Unseekable(io.RawIOBase):
    """Makes zipfile write sizes after the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += bytes(data)
        return len(data)


@given(
    st.lists(st.tuples(st.text("abc/é.", min_size=1, max_size=8), st.binary(max_size=200)), min_size=1, max_size=5,
             unique_by=lambda row: row[0]),
    st.binary(max_size=300),
    st.booleans(),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_package(members: list[tuple[str, bytes]], content: bytes, streamed: bool, method: int) -> None:
    stream = _Unseekable() if streamed else io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    old = bytes(stream.data) if isinstance(stream, _Unseekable) else stream.getvalue()
    assert replace_members(old, {}) == old
    changed = members[len(members) // 2][0]
    new = replace_members(old, {changed: content})
    with zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.testzip() is None
        assert {name: after.read(name) for name in after.namelist()} == dict(members) | {changed: content}
        assert after.namelist() == [name for name, _ in members]


def test_parts_that_a_letter_does_not_show_are_not_even_unpacked() -> None:
    bomb = b"0" * 40_000_000
    data = docx(p(f"See {OLD_XML} now."), more={"word/embeddings/x.xml": bomb, "customXml/item1.xml": b"<a"})
    assert rewritten(data, "a.docx").left == ()


def test_a_part_that_is_not_well_formed_ends_it() -> None:
    from verifier.model.errors import SourceError

    data = docx(p(f"See {OLD_XML} now."), more={"word/header7.xml": word_part("hdr", "<w:p>")})
    with pytest.raises(SourceError, match="well-formed"):
        rewritten(data, "a.docx")
