"""HTML notes of every maker: each row a small page of our own in the maker's shape, with what must come out."""

from __future__ import annotations

import pytest

from verifier.citations import find
from verifier.documents import read
from verifier.model.document import Document


def a_page(html: str) -> Document:
    return read(f"<html><body>{html}</body></html>".encode(), "page.html")


PAGES = [
    (
        "Tufte's margin, whose numbers are in the style sheet",
        (
            '<p>The lake is low<label for="a" class="sidenote-number"></label><input type="checkbox" id="a"/><span '
            'class="sidenote">Board, “Lake”, https://example.org/a</span>. So is the river<sup>7</sup>'
            '<span class="marginnote">See also https://example.org/b</span>.</p>'
        ),
        [("1", 1), ("7", 1)],
    ),
    (
        "papers made from LaTeX, whose notes repeat their numbers",
        "".join(
            f'<p>Low<span class="ltx_note"><sup class="ltx_note_mark">{n}</sup><span class="ltx_note_outer"><span '
            f'class="ltx_note_content"><sup class="ltx_note_mark">{n}</sup><span class="ltx_tag">{n}</span>{words}'
            "</span></span></span>.</p>"
            for n, words in (("1", "Board, https://example.org/a"), ("12", "River, 2020, https://example.org/b"))
        ),
        [("1", 1), ("12", 1)],
    ),
    (
        "shown on touch, by a style sheet's own means",
        (
            '<p>The lake is low<span class="tooltip"><sup>1</sup><span class="tooltiptext">Board, https://example.org/a'
            '</span></span>. So is the river<sup>2</sup><span class="popover-body">River, 2019</span>.</p>'
        ),
        [("1", 1), ("2", 1)],
    ),
    (
        "a plugin whose note is hidden until its number is touched",
        (
            '<p>Low<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)">1</a></sup>'
            '<span class="modern-footnotes-footnote__note" data-mfn="1">Board, https://example.org/a</span>.</p>'
        ),
        [("1", 1)],
    ),
    (
        "a journal: the number, then the target, then the words",
        (
            '<p>The lake is low [<a href="#r1">1</a>,<a href="#r2">2</a>].</p><h2>References</h2><ol>'
            '<li><span>1. </span><a id="r1" class="link-target"></a>Board, “Lake”, https://example.org/a</li>'
            '<li><span>2. </span><a id="r2"></a>See also https://example.org/b</li></ol>'
        ),
        [("1", 1), ("2", 1)],
    ),
    (
        "demands before the notes, in a list of their own",
        (
            '<p>The lake is low<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> and cold<sup><a href="#ftnt2" '
            'id="ftnt_ref2">[2]</a></sup>.</p><ol><li>Open it.</li><li>Warm it.</li></ol><div><p><a href="#ftnt_ref1" '
            'id="ftnt1">[1]</a> Board, “Lake”, https://example.org/a</p></div><div><p>'
            '<a href="#ftnt_ref2" id="ftnt2">[2]</a> See also https://example.org/b</p></div>'
        ),
        [("1", 1), ("2", 1)],
    ),
    (
        "one of two linked",
        (
            '<h1>Letter</h1><p>The lake is low<sup><a id="r1" href="#fn1">1</a></sup>. The river too.<sup>'
            '2</sup></p><h2>Notes</h2><ol><li id="fn1">Board, “Lake”, https://example.org/a <a href="#r1">'
            '↩</a></li><li id="fn2">See also https://example.org/b</li></ol>'
        ),
        [("1", 1), ("2", 0)],
    ),
    (
        "Wikipedia, two links back",
        (
            '<p>The lake is low<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1"><span>'
            '[</span>1<span>]</span></a></sup>. It was high.<sup id="cite_ref-a_1-1"><a '
            'href="#cite_note-a-1">[1]</a></sup> And <sup id="cite_ref-2"><a href="#cite_note-2">[2]</a>'
            '</sup></p><h2>References</h2><div class="reflist"><ol class="references"><li id="cite_note-a-1">'
            '^ <a href="#cite_ref-a_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-a_1-1"><sup><i><b>'
            'b</b></i></sup></a> <span class="reference-text"><cite>Board (2021). <a '
            'href="https://example.org/a">"Low water"</a>. Lake Press.</cite></span></li><li '
            'id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> <span class="reference-text">River, <a '
            'href="https://example.org/b">B</a></span></li></ol></div>'
        ),
        [("1", 2), ("2", 1)],
    ),
    (
        "Substack, saved from an address that is not known",
        (
            '<p>The lake is low<a class="footnote-anchor" id="footnote-anchor-1-9" '
            'href="https://lake.example/p/letter#footnote-1-9">1</a> and has been so.</p><div class="footnote"><a '
            'id="footnote-1-9" href="#footnote-anchor-1-9" class="footnote-number">1</a><div '
            'class="footnote-content"><p>Board, <a href="https://example.org/a">Lake</a></p></div></div>'
        ),
        [("1", 1)],
    ),
    (
        "Modern Footnotes: each note behind its marker, shown on touch",
        (
            '<p>Low<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)" role="button">1'
            '</a></sup><span id="mfn-content-0-1" role="tooltip" class="modern-footnotes-footnote__note" tabindex="0">'
            'Board, <a href="https://example.org/a">Lake</a></span> and dry<sup class="modern-footnotes-footnote" '
            'data-mfn="2"><a href="javascript:void(0)" role="button">2</a></sup><span id="mfn-content-0-2" '
            'role="tooltip" class="modern-footnotes-footnote__note">River, https://example.org/b</span>.</p>'
        ),
        [("1", 1), ("2", 1)],
    ),
    (
        "WordPress block",
        (
            '<p>Low<sup data-fn="8f1" class="fn"><a href="#8f1" id="8f1-link">1</a></sup> and dry<sup '
            'data-fn="9a2" class="fn"><a href="#9a2" id="9a2-link">2</a></sup>.</p><ol '
            'class="wp-block-footnotes"><li id="8f1">Board, https://example.org/a <a href="#8f1-link" '
            'aria-label="Jump to footnote reference 1">↩︎</a></li><li id="9a2">River, https://example.org/b '
            '<a href="#9a2-link">↩︎</a></li></ol>'
        ),
        [("1", 1), ("2", 1)],
    ),
    (
        "Easy Footnotes",
        (
            '<p>Low<span id="easy-footnote-1-55" class="easy-footnote-margin-adjust"></span><span '
            'class="easy-footnote"><a href="#easy-footnote-bottom-1-55" title="Board"><sup>1</sup></a></span>'
            '.</p><ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span '
            'id="easy-footnote-bottom-1-55" class="easy-footnote-margin-adjust"></span>Board, '
            'https://example.org/a<a class="easy-footnote-to-top" href="#easy-footnote-1-55"></a></li></ol>'
        ),
        [("1", 1)],
    ),
    (
        "Substack",
        (
            '<p>Low<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" '
            'id="footnote-anchor-1-99" href="#footnote-1-99" target="_self" rel="">1</a>.</p><div '
            'class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1-99" '
            'href="#footnote-anchor-1-99" class="footnote-number" contenteditable="false" target="_self">'
            '1</a><div class="footnote-content"><p>Board, https://example.org/a</p></div></div>'
        ),
        [("1", 1)],
    ),
    (
        "Hugo",
        (
            '<p>Low<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>.</p>'
            '<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>Board, '
            'https://example.org/a <a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a></p>'
            "</li></ol></div>"
        ),
        [("1", 1)],
    ),
    (
        "SPIP",
        (
            '<p>Low <span class="spip_note_ref">[<a href="#nb1" class="spip_note" rel="appendix" '
            'title="Board" id="nh1">1</a>]</span>.</p><div class="notes"><div id="nb1"><p><span '
            'class="spip_note_ref">[<a href="#nh1" class="spip_note" title="Notes 1" rev="appendix">1</a>] '
            "</span>Board, https://example.org/a</p></div></div>"
        ),
        [("1", 1)],
    ),
    (
        "a journal, numbers and an author-date link",
        (
            '<p>Low [<a href="#ref-CR1" id="ref-link-1" title="Board">1</a>, <a href="#ref-CR2">2</a>] and '
            '(<a href="#ref-CR2">River 2020</a>).</p><h2>References</h2><ol class="c-article-references"><li '
            'class="c-article-references__item" data-counter="1."><p class="c-article-references__text" '
            'id="ref-CR1">Board. Low water. 2021. https://example.org/a</p></li><li data-counter="2."><p '
            'id="ref-CR2">River. Dry. 2020. https://example.org/b</p></li></ol>'
        ),
        [("1", 1), ("2", 2)],
    ),
    (
        "Word",
        (
            '<p>Low<a href="#_ftn1" name="_ftnref1" title=""><sup><span>[1]</span></sup></a>.</p><div><br '
            'clear=all><hr><div id="ftn1"><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title="">'
            "<sup>[1]</sup></a> Board, https://example.org/a</p></div></div>"
        ),
        [("1", 1)],
    ),
    (
        "LibreOffice endnotes",
        (
            '<p>Low<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p>'
            '<div id="sdendnote1"><p><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>'
            "Board, https://example.org/a</p></div>"
        ),
        [("i", 1)],
    ),
    (
        "Pandoc, two paragraphs",
        (
            '<p>Low<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>'
            '<aside id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr/><ol>'
            '<li id="fn1"><p>Board, https://example.org/a</p><p>Second paragraph https://example.org/a2<a '
            'href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></aside>'
        ),
        [("1", 1)],
    ),
    (
        "markdown-it, as in Ghost",
        (
            '<p>Low<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>.</p><hr '
            'class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" '
            'class="footnote-item"><p>Board, https://example.org/a <a href="#fnref1" '
            'class="footnote-backref">↩︎</a></p></li></ol></section>'
        ),
        [("1", 1)],
    ),
    (
        "definition list",
        (
            '<p>Low<a href="#d1" id="m1"><sup>1</sup></a></p><dl><dt id="d1">1</dt><dd>Board, '
            "https://example.org/a</dd></dl>"
        ),
        [("1", 1)],
    ),
    (
        "keys of a standard",
        (
            '<p>Low, says [<cite><a href="#bib-LAKE-2">LAKE-2</a></cite>].</p><dl><dt id="bib-LAKE-2">[LAKE-2]</dt>\n'
            "<dd>Board, https://example.org/a</dd></dl>"
        ),
        [("LAKE-2", 1)],
    ),
    (
        "underscored ids",
        '<p>Low<a href="#_note_1">[1]</a></p><p id="_note_1">[1] Board, https://example.org/a</p>',
        [("1", 1)],
    ),
    (
        "a plugin that links to a part of the item",
        (
            '<p>Low<sup class="modern-footnotes-footnote"><a href="#mfn1">1</a></sup></p><ul '
            'class="modern-footnotes-list"><li><span>1</span><div id="mfn1">Board, '
            "https://example.org/a</div></li></ul>"
        ),
        [("1", 1)],
    ),
]


@pytest.mark.parametrize(("maker", "html", "notes"), PAGES, ids=[row[0] for row in PAGES])
def test_notes_and_their_markers(maker: str, html: str, notes: list[tuple[str, int]]) -> None:
    document = a_page(html)
    keys = [span.key for span in document.marker_spans]
    assert [(span.label, keys.count(span.key)) for span in document.note_spans] == notes
    for span in document.note_spans:
        start = span.start if span.body is None else span.body
        assert document.text[start : span.end].startswith(("Board", "River", "See also"))


@pytest.mark.parametrize(("maker", "html", "notes"), PAGES, ids=[row[0] for row in PAGES])
def test_all_that_is_cited_is_cited_in_a_note_with_a_marker(
    maker: str, html: str, notes: list[tuple[str, int]]
) -> None:
    found = find(a_page(html))
    assert [reference.note_index is not None for reference in found.references] == [True] * len(found.references)
    assert all(note.markers and note.text.startswith(("Board", "River", "See also")) for note in found.notes)
    assert found.remarks == ()
    for note in found.notes:
        for marker in note.markers:
            assert not any(sign in marker.sentence for sign in "[]12")


UNLINKED = [
    (
        "raised numbers alone",
        (
            "<p>The lake is low.<sup>1</sup> It was high.<sup>2</sup></p><p><b>Notes</b></p>"
            "<p><sup>1</sup> Board, https://example.org/a</p><p><sup>2</sup> River, https://example.org/b</p>"
        ),
    ),
    (
        "lines under a rule",
        (
            "<p>The lake is low.<sup>1</sup> It was high.<sup>2</sup></p><hr>"
            "<p>1. Board, “Low”, https://example.org/a<br>2. River, “High”, https://example.org/b</p>"
        ),
    ),
    (
        "a table with arrows",
        (
            "<p>The lake is low.<sup>[1]</sup> It was high.<sup>[2]</sup></p><h3>References</h3><table>"
            "<tr><th>↑1</th><td>Board, https://example.org/a</td></tr>"
            "<tr><th>↑2</th><td>River, https://example.org/b</td></tr></table>"
        ),
    ),
]


@pytest.mark.parametrize(("maker", "html"), UNLINKED, ids=[row[0] for row in UNLINKED])
def test_notes_without_any_link(maker: str, html: str) -> None:
    notes = find(a_page(html)).notes
    assert [(note.label, [marker.sentence for marker in note.markers]) for note in notes] == [
        ("1", ["The lake is low."]),
        ("2", ["It was high."]),
    ]


def test_notes_shown_on_touch_and_listed_again_are_read_once() -> None:
    notes = ("Board, “Low water”, https://example.org/a", "River Office, “High water”, https://example.org/b")
    text = "".join(
        f'<p>Words{n}.<sup class="plugin_tooltip_text">[{n}]</sup><span class="footnote_tooltip">{note}</span></p>'
        for n, note in enumerate(notes, 1)
    )
    rows = "".join(f"<tr><th>↑{n}</th><td>{note}</td></tr>" for n, note in enumerate(notes, 1))
    found = find(a_page(f"{text}<h2>References</h2><table>{rows}</table>"))
    assert [(note.text, len(note.markers)) for note in found.notes] == [(note, 1) for note in notes]
    assert len(found.references) == len(notes)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<p>Low<sup>1</sup><span class="note-text"> , </span>and so on.</p>', "no words in it"),
        ('<p><sup>1</sup><span class="note-text">Board, 2020</span></p>', "a label, and the words of the note below"),
        ('<p>Low<sup>1</sup></p><div class="footnote-content">Board, 2020</div>', "a block behind the paragraph"),
        ('<p>Low<sup>1</sup> and <span class="tooltip">dry</span></p>', "words between"),
        ('<p>Low<span class="tooltip">dry</span></p>', "no number"),
    ],
)
def test_what_stands_behind_a_number_and_is_no_note(html: str, reason: str) -> None:
    assert a_page(html).note_spans == (), reason


@pytest.mark.parametrize("label", ["<sup>1</sup> ", "<sup>1</sup>. ", "<sup>1</sup>) ", "<sup>1</sup>1. ", ""])
def test_a_label_that_a_note_shown_on_touch_repeats_is_none_of_its_words(label: str) -> None:
    page = a_page(f'<p>Low water.<sup>1</sup><span class="note-text">{label}Board, 2020</span> and more.</p>')
    assert [note.text for note in find(page).notes] == ["Board, 2020"]


def test_words_are_looked_for_in_what_is_shown_on_touch_alone() -> None:
    empty = '<sup>1</sup><span class="popup">7 <span class="popup">8</span></span>'
    note = '<sup>2</sup><span class="popup"><span class="popup">9 </span>Board, 2020</span>'
    page = a_page(f"<p>Low{empty} and dry{note} all year.</p>")
    assert [(span.label, page.text[span.start : span.end]) for span in page.note_spans] == [("2", "9 Board, 2020")]


def test_a_list_of_which_no_item_is_a_note_is_none() -> None:
    page = a_page("<p>Low<a href=#fn1>1</a>.</p><p id=fn1>1 See the list.</p><ol><li>one<li>two</ol>")
    assert [span.label for span in page.note_spans] == ["1"]


def test_an_author_date_link_needs_a_note_at_its_end() -> None:
    assert a_page("<p>(<a href=#part>Smith 2020</a>)</p><p id=part>Chapter</p>").note_spans == ()


def test_a_link_to_another_pages_note_leads_there_though_the_id_stands_here_too() -> None:
    document = a_page(
        '<p>The lake is low<sup><a id="r1" href="#fn1">1</a></sup>, see <a href="https://lake.example/other#fn1">'
        'note 1</a>.</p><ol><li id="fn1">Board, https://example.org/a <a href="#r1">↩</a></li></ol>'
    )
    assert [link.url for link in document.links] == ["https://lake.example/other#fn1"]
    assert [note.label for note in document.note_spans] == ["1"]
