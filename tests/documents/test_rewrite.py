"""Letters written again: the changed pieces change, no other byte does, in any encoding and with any line ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.documents import read
from verifier.documents.rewrite.rewriting import rewrite
from verifier.documents.rewrite.splices import RefusedError, Splice, apply, keep_apart, splice_bytes
from verifier.model.change import Change, ChangeKind
from verifier.model.document import Document, Position
from verifier.model.errors import SourceError

OLD = "https://example.org/old"
NEW = "https://example.org/new?a=1&b=2"
COPY = f"https://web.archive.org/web/20220601120000/{OLD}"


def a_change(document: Document, written: str = OLD, shown: str | None = NEW, **more) -> Change:
    """A change of the first `written` in the document's text."""
    start = document.text.index(written)
    link = next((one for one in document.links if one.start <= start < one.end), None)
    facts = {
        "kind": ChangeKind.MOVED,
        "url": NEW,
        "meant": OLD,
        "position": Position(1, 1),
        "why": "it moved",
        "href": link.url if link else None,
    }
    return Change(start=start, end=start + len(written), written=written, shown=shown, **(facts | more))


def rewritten(name: str, source: str, *, written: str = OLD, shown: str | None = NEW, **more) -> str:
    data = source.encode()
    document = read(data, name)
    result = rewrite(data, document, [a_change(document, written, shown, **more)])
    assert result.left == (), result.left
    return result.data.decode()


def refusal(name: str, source: str, **more) -> str:
    data = source.encode()
    document = read(data, name)
    result = rewrite(data, document, [a_change(document, **more)])
    assert result.data == data
    assert result.changes == ()
    return result.left[0].why


# --- bytes

ENCODINGS = {
    "utf-8": st.characters(exclude_categories=["Cs"]),
    "utf-16-le": st.characters(exclude_categories=["Cs"]),
    "utf-16-be": st.characters(exclude_categories=["Cs"]),
    "utf-32-le": st.characters(exclude_categories=["Cs"]),
    "cp1252": st.characters(codec="cp1252"),
    "koi8_r": st.characters(codec="koi8_r"),
    "gb18030": st.characters(exclude_categories=["Cs"]),
    "cp932": st.sampled_from("湖の水がﾐｽﾞ①abc.,;\n "),
    "euc_jp": st.sampled_from("湖の水がかれているabc.,;\n "),
    "iso2022_jp": st.sampled_from("湖の水がかれているabc.,;\n "),
    "big5hkscs": st.sampled_from("湖水正在乾涸abc，。\n "),
}


@st.composite
def files(draw) -> tuple[str, bytes, str, bytes]:
    """An encoding, a mark, and a text before and after a link, with line ends of all kinds."""
    encoding = draw(st.sampled_from(sorted(ENCODINGS)))
    ending = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = st.text(ENCODINGS[encoding], max_size=60).map(lambda one: one.replace("\r", "\n").replace("\ufeff", ""))
    before, after = (draw(text).replace("\n", ending) for _ in range(2))
    if ending != "\n" and draw(st.booleans()):
        after += "\n"
    mark = b"\xef\xbb\xbf" if encoding == "utf-8" and draw(st.booleans()) else b""
    return encoding, mark, before, after


@given(files(), st.sampled_from([NEW, "", "x"]))
@settings(max_examples=400, deadline=None)
def test_no_byte_outside_the_changed_piece_changes(file: tuple[str, bytes, str, str], new: str) -> None:
    encoding, mark, before, after = file
    # The encoder of a stateful encoding must see the whole text, or it would end each piece with a shift of its own.
    old = mark + f"{before}{OLD}{after}".encode(encoding)
    text = f"{before}{OLD}{after}".replace("\r\n", "\n").replace("\r", "\n")
    head = mark + before.encode(encoding)
    start = len(before.replace("\r\n", "\n"))
    try:
        made = splice_bytes(old, encoding, [Splice(start, start + len(OLD), new)])
    except RefusedError:
        assert encoding == "iso2022_jp"  # whose shift sequences may stand so that no cut is clean
        return
    wanted = OLD.encode(encoding)
    place = old.index(wanted, max(len(head) - 4, 0))
    assert made == old[:place] + new.encode(encoding) + old[place + len(wanted) :]
    assert text[start : start + len(OLD)] == OLD


@given(
    st.text(st.sampled_from("ab é湖\r\n\u00a0 "), max_size=30),
    st.lists(st.sampled_from(["", " ", "\r\n", "\n", "é", "湖\r"]), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-16-le", "gb18030"]),
)
@settings(max_examples=300, deadline=None)
def test_many_pieces_at_once(head: str, between: list[str], encoding: str) -> None:
    raw = head + "".join(f"{OLD}{piece}" for piece in between)
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    splices = []
    at = text.find(OLD)
    while at != -1:
        splices.append(Splice(at, at + len(OLD), NEW))
        at = text.find(OLD, at + 1)
    made = splice_bytes(raw.encode(encoding), encoding, splices)
    assert made == raw.replace(OLD, NEW).encode(encoding)


def test_damaged_bytes_around_a_link_stay() -> None:
    data = b"x\xff\xfe\xe4\xb8 " + OLD.encode() + b" \xc3\r\n\x80"
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    start = text.index(OLD)
    assert splice_bytes(data, "utf-8", [Splice(start, start + len(OLD), "x")]) == data.replace(OLD.encode(), b"x")


def test_a_mark_that_is_decoded_with_the_text_stays() -> None:
    data = f"\ufeff\ufeffé {OLD}".encode("utf-16-le")
    start = f"\ufeffé {OLD}".index(OLD)
    assert splice_bytes(data, "utf-16-le", [Splice(start, start + len(OLD), "x")])[:4] == data[:4]


def test_what_the_encoding_has_not_is_refused() -> None:
    data = f"Der See trocknet aus: {OLD} – schön für niemanden.\n".encode("cp1252")
    document = read(data, "brief.txt")
    result = rewrite(data, document, [a_change(document, shown="https://example.org/湖")])
    assert result.data == data
    assert "U+6E56" in result.left[0].why


def test_splices() -> None:
    assert apply("abcdef", [Splice(4, 5, "X"), Splice(1, 2, ""), Splice(2, 2, "+")]) == "a+cdXf"
    keep_apart([Splice(1, 2, "x"), Splice(5, 6, "y")], [Splice(2, 5, "z")])
    for wanted in (Splice(0, 2, ""), Splice(1, 1, ""), Splice(5, 9, ""), Splice(0, 9, "")):
        with pytest.raises(RefusedError):
            keep_apart([Splice(1, 2, "x"), Splice(5, 6, "y")], [wanted])


def test_large_files_with_many_changes_are_quick() -> None:
    line = f"words and more words before the link {OLD} and é after it\r\n"
    data = (line * 40_000).encode()
    width = len(line) - 1
    start = line.index(OLD)
    splices = [Splice(n * width + start, n * width + start + len(OLD), NEW) for n in range(0, 40_000, 40)]
    with at_most(5):
        assert splice_bytes(data, "utf-8", splices).count(NEW.encode()) == 1000


def test_a_printed_letter_cannot_be_written_again() -> None:
    with pytest.raises(SourceError, match="PDF cannot be changed"):
        rewrite(b"", Document("letter.pdf", "application/pdf", "text"), [])


def test_two_changes_that_lie_over_each_other() -> None:
    data = f"See {OLD} today and tomorrow.\n".encode()
    document = read(data, "a.txt")
    both = [a_change(document), a_change(document, OLD[8:], "x")]
    result = rewrite(data, document, both)
    assert result.data.decode() == f"See {NEW} today and tomorrow.\n"
    assert [one.why for one in result.left] == ["another change lies over it"]


# --- Markdown

MARKDOWN = {
    "a bare link": (f"See {OLD}, and more.\n", f"See {NEW}, and more.\n", OLD, NEW),
    "a link in angle brackets": (f"See <{OLD}>.\n", f"See <{NEW}>.\n", OLD, NEW),
    "a target, found as text": (f"See [it]({OLD}).\n", f"See [it]({NEW}).\n", OLD, NEW),
    "a target with a title, through its words": (
        f'See [it]({OLD} "title") now.\n', f'See [it]({NEW} "title") now.\n', "it", None,
    ),
    "a target in angle brackets, through its words": (f"See [it](<{OLD}>).\n", f"See [it](<{NEW}>).\n", "it", None),
    "a target by reference": (f"See [it][1].\n\n[1]: {OLD}\n", f"See [it][1].\n\n[1]: {NEW}\n", "it", None),
    "a target in HTML": (
        f'See <a class="x" href="{OLD}">it</a>.\n',
        f'See <a class="x" href="{NEW.replace("&", "&amp;")}">it</a>.\n',
        "it",
        None,
    ),
    "brackets that do not pair are escaped in a target": (
        f"See [it]({OLD}).\n", "See [it](https://example.org/a\\)b).\n", "it", None,
    ),
    "a comment stays": (f"<!-- x -->See {OLD}<!-- y -->\n", f"<!-- x -->See {NEW}<!-- y -->\n", OLD, NEW),
}  # fmt: skip


@pytest.mark.parametrize("row", MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(row: tuple[str, str, str, str | None]) -> None:
    source, wanted, written, shown = row
    url = "https://example.org/a)b" if "\\)" in wanted else NEW
    assert (
        rewritten("a.md", f"# A letter\n\n{source}", written=written, shown=shown, url=url) == f"# A letter\n\n{wanted}"
    )


# --- HTML

NEW_IN_HTML = NEW.replace("&", "&amp;")
ROBUST = f'data-originalurl="{OLD}" data-versionurl="{COPY}" data-versiondate="2022-06-01"'
HTML = {
    "text and target": (f'<a href="{OLD}">{OLD}</a>', f'<a href="{NEW_IN_HTML}">{NEW_IN_HTML}</a>'),
    "single quotes": (f"<a href='{OLD}'>{OLD}</a>", f"<a href='{NEW_IN_HTML}'>{NEW_IN_HTML}</a>"),
    "no quotes get some": (f"<a href={OLD} id=x>{OLD}</a>", f'<a href="{NEW_IN_HTML}" id=x>{NEW_IN_HTML}</a>'),
    "no link at all": (f"<b>{OLD}</b>", f"<b>{NEW_IN_HTML}</b>"),
    "upper case, odd spaces": (f'<A\nHREF = "{OLD}" >{OLD}</A>', f'<A\nHREF = "{NEW_IN_HTML}" >{NEW_IN_HTML}</A>'),
    "the first href counts": (
        f'<a href="{OLD}" href="{OLD}">{OLD}</a>', f'<a href="{NEW_IN_HTML}" href="{OLD}">{NEW_IN_HTML}</a>',
    ),
    "entities in the text": ("https&#58;//example.org/old", NEW_IN_HTML),
    "tags inside stay, breaks go": (
        f'<a href="{OLD}">https://<i>example.org</i>/<wbr>old</a>', f'<a href="{NEW_IN_HTML}">{NEW_IN_HTML}<i></i></a>',
    ),
    "a target elsewhere stays": (
        f'<a href="https://example.net/other">{OLD}</a>', f'<a href="https://example.net/other">{NEW_IN_HTML}</a>',
    ),
    "a target that was cut short": (
        f'<a href="https://example.org/o">{OLD}</a>', f'<a href="{NEW_IN_HTML}">{NEW_IN_HTML}</a>',
    ),
}  # fmt: skip


def a_page(body: str) -> str:
    words = "Words of a letter that is long enough to be read as one, about a lake and those who live by it. "
    return f"<!DOCTYPE html>\r\n<html><body>\r\n<p>{words * 3}</p><p>See {body} now.</p>\r\n<!-- end --></body></html>"


@pytest.mark.parametrize("row", HTML.values(), ids=HTML)
def test_html(row: tuple[str, str]) -> None:
    assert rewritten("a.html", a_page(row[0])) == a_page(row[1])


def test_html_words_keep_and_only_their_target_changes() -> None:
    source = a_page(f'<a href="{OLD}">the <b>whole</b> statement</a>')
    assert rewritten("a.html", source, written="the whole statement", shown=None) == source.replace(OLD, NEW_IN_HTML)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<a href="{OLD}">{OLD}</a>', f'<a href="{COPY}" {ROBUST}>{COPY}</a>'),
        (f"<a href={OLD}>{OLD}</a>", f'<a href="{COPY}" {ROBUST}>{COPY}</a>'),
        (
            f'<a href="{OLD}" data-versiondate="2020-01-01">{OLD}</a>',
            f'<a href="{COPY}" {ROBUST.rpartition(" ")[0]} data-versiondate="2022-06-01">{COPY}</a>',
        ),
        (OLD, f'<a href="{COPY}" {ROBUST}>{COPY}</a>'),
        ("https&#58;//example.org/<wbr>old", f'<a href="{COPY}" {ROBUST}>{COPY}</a>'),
        (f"<a name=x></a><i>{OLD}</i>", f'<a name=x></a><i><a href="{COPY}" {ROBUST}>{COPY}</a></i>'),
        (f"<button>Go to {OLD}</button>", f"<button>Go to {COPY}</button>"),
        (f"<a name=x>{OLD}</a>", f"<a name=x>{COPY}</a>"),
    ],
    ids=[
        "new",
        "without quotes",
        "marked up before",
        "plain text",
        "plain text in pieces",
        "beside an anchor",
        "no link may stand there",
        "an anchor is no link",
    ],
)
def test_html_dead_links_become_robust_links(before: str, after: str) -> None:
    more = {"kind": ChangeKind.DEAD, "url": COPY, "captured": "2022-06-01"}
    assert rewritten("a.html", a_page(before), shown=COPY, **more) == a_page(after)


def test_html_text_over_two_blocks_is_left() -> None:
    why = refusal("a.html", a_page("https://example.org/</p><p>old"), written="https://example.org/\n\nold")
    assert "more than one block" in why


def test_html_a_link_cut_in_two_becomes_one() -> None:
    source = a_page(f'<a href="{OLD}">https://example.org/</a><br><a href="{OLD}">old</a>')
    made = rewritten("a.html", source, written="https://example.org/\nold")
    assert made == a_page(f'<a href="{NEW_IN_HTML}">{NEW_IN_HTML}</a>')


@given(
    st.text(st.sampled_from("<>&;\"' \n\tab=/!-"), max_size=40), st.text(st.sampled_from("<>&;\"' \nab=/"), max_size=20)
)
@settings(max_examples=200, deadline=None)
def test_html_whatever_stands_around_a_link_stays(before: str, after: str) -> None:
    source = f"<p>{'words ' * 60}</p>{before}<p>See {OLD} now.</p>{after}"
    data = source.encode()
    document = read(data, "a.html")
    if document.text.count(OLD) != 1:
        return
    result = rewrite(data, document, [a_change(document)])
    assert result.data in (
        data,
        data.replace(OLD.encode(), NEW_IN_HTML.encode()),
        data.replace(OLD.encode(), NEW.encode()),
    )
    assert (result.data == data) is bool(result.left)


def test_a_change_that_does_not_read_as_meant_is_left_and_the_others_are_made() -> None:
    data = f"First {OLD} and then {OLD}x today.\n".encode()
    document = read(data, "a.txt")
    result = rewrite(data, document, [a_change(document, shown="a\rb"), a_change(document, f"{OLD}x")])
    assert result.data.decode() == f"First {OLD} and then {NEW} today.\n"
    assert [one.why for one in result.left] == ["the changed letter would not read as it should"]


def test_text_cannot_change_a_target_that_it_does_not_have() -> None:
    assert "does not spell" in refusal("a.txt", f"See {OLD} today.\n", shown=None)


def test_markdown_without_the_target_in_its_source_is_left() -> None:
    assert "target was not found" in refusal("a.md", f"See {OLD} today.\n", shown=None)
