"""Finding and mending together, as a letter's reader meets them: what must come out of a text, and nothing else."""

# ruff: noqa: E501 - rows of a table read better on one line

import pytest

from verifier import citations, documents, repair
from verifier.model.citation import EditKind, RepairStatus


def values_in(text):
    document = documents.read(text.encode(), "letter.txt", "text/plain")
    found = citations.find(document)
    extract = citations.assemble(document, found, repair.propose(document, found.references))
    return [each.value for each in extract.citations]


CITED = [
    ("See beispiel.xn--p1ai/page for more.", ["https://beispiel.xn--p1ai/page"], "a top-level domain in its ASCII form"),
    ("See hxxps://press[.]example[.]com/a today.", ["https://press.example.com/a"], "defanged dots"),
    ("See hxxp://press(.)example(.)com/a today.", ["http://press.example.com/a"], "defanged with round brackets"),
    ("See https[:]//press.example[dot]com/a.", ["https://press.example.com/a"], "a defanged colon, a dot in letters"),
    ("See https://example.org/wiki/Dot_(a).", ["https://example.org/wiki/Dot_(a)"], "brackets of the link's own"),
    ("A paper, arXiv:math.OC/\n0310194 and more.", ["math.OC/0310194"], "an identifier is never cut at its slash"),
    ("A paper, arXiv:hep-th/\n9901001.", ["hep-th/9901001"], "nor this one"),
    ("See http:\n      //www.example.org/report/2020.", ["http://www.example.org/report/2020"], "an indent within the scheme"),
    ("See https\n://example.org/report/2020 for more.", ["https://example.org/report/2020"], "a line end before the colon"),
    ("See ht\ntps://example.org/report.html here.", ["https://example.org/report.html"], "a line end within the scheme's letters"),
    ("See https :// dev. example. org/ a/ report.pdf", ["https://dev.example.org/a/report.pdf"], "a host set with spaces"),
    ("See http :// html 5 sec. example. org/ upload", ["http://html5sec.example.org/upload"], "spaces at a host's digits"),
    ("http://www.dept.\nexample.org/software/x.html and", ["http://www.dept.example.org/software/x.html"], "the rest of the host is no link of its own"),
    ("Ora si trova al sito www.\n   example.org e si scarica", ["https://www.example.org"], "a line end after www."),
    ("> see https:\n> //www.example.org/a/b.html for more", ["https://www.example.org/a/b.html"], "quoted mail, within the scheme"),
    ("> (https://www.example.org/reports/2024/03/water-levels-in-th\n> e-northern-basin.html) says", ["https://www.example.org/reports/2024/03/water-levels-in-the-northern-basin.html"], "quoted mail, within a word"),
    ("Report <https://www.example.org/dokumente/lehre_\n   materialien/c8_raum.pdf> (June 2015)", ["https://www.example.org/dokumente/lehre_materialien/c8_raum.pdf"], "angle brackets bound it"),
    ("Siehe https://zeitung-für-alle.example/lokales/brücke.", ["https://zeitung-für-alle.example/lokales/brücke"], "a host with an umlaut inside"),
    ("Siehe https://bücher-mühle.example/ und weiter", ["https://bücher-mühle.example/"], "a host with hyphen and umlauts"),
    ("См. https://пример.test/путь/доклад и далее", ["https://пример.test/путь/доклад"], "Cyrillic"),
    ("देखें https://उदाहरण.परीक्षा/पथ और", ["https://उदाहरण.परीक्षा/पथ"], "Devanagari, whose vowel signs are no letters to `re`"),
    ("doi:10.1000/\nxyz123 says so", ["10.1000/xyz123"], "a DOI broken after its prefix"),
    ("doi:10.1234/jw.2019.\n12.3 (2020)", ["10.1234/jw.2019.12.3"], "a DOI broken after a full stop"),
    ("“Über die Wasserstände”, https://example.org/ueber-die-wasser staende", ["https://example.org/ueber-die-wasserstaende"], "umlauts spelt out in the address"),
    ("« Élèves privés d’école », https://example.org/eleves-pri ves-decole", ["https://example.org/eleves-prives-decole"], "accents dropped in the address"),
    ("«Доклад о правах человека», https://example.org/doklad-o-prav akh", ["https://example.org/doklad-o-pravakh"], "a Russian title in Latin letters"),
    ("«Η έκθεση για το νερό», https://example.org/ekthesi-gia-to-ne ro", ["https://example.org/ekthesi-gia-to-nero"], "a Greek title in Latin letters"),
    ("انظر https://example.org/ar/levels، و https://example.org/b؛ ثم", ["https://example.org/ar/levels", "https://example.org/b"], "Arabic comma and semicolon"),
    ("देखें https://example.org/hi/a। और", ["https://example.org/hi/a"], "a danda"),
    ("See TD/B/EX(70)/2, S/PV.9000, ICCD/COP(15)/23/Add.1 and UNEP/EA.5/Res.14.", ["TD/B/EX(70)/2", "S/PV.9000", "ICCD/COP(15)/23/Add.1", "UNEP/EA.5/Res.14"], "sessions in brackets, meetings, further organs"),
    ("Our site:\n   lakes.example.com\nThe rest follows", ["https://lakes.example.com"], "a host on a line of its own"),
]  # fmt: skip

NOT_CITED = [
    ("the http:// prefix. In the beginning", "a scheme before prose"),
    ("the www. It is old", "www before prose"),
    ("We wrote to office@\nexample.com\nin May", "the rest of an e-mail address"),
    ("Files:\nREADME.md\nmain.py\nnode.js\nself.id\nv1.2\n", "file names and fields, one a line"),
    ("e.g.\nU.N.\nLtd.Co\ni.e.\n", "abbreviations, one a line"),
    ("as example.com says", "a name in running prose"),
]

GLUED = [
    ("https://example.org/page.See also", "https://example.org/page", "https://example.org/page.See"),
    ("https://example.org/the-page.Next one", "https://example.org/the-page", "https://example.org/the-page.Next"),
    ("https://example.org/a.html.The end", "https://example.org/a.html", "https://example.org/a.html.The"),
    ("https://example.org.The end", "https://example.org", "https://example.org.The"),
    ("https://example.org/wiki/St.Petersburg is", "https://example.org/wiki/St.Petersburg", "https://example.org/wiki/St"),
    ("https://example.org/doc/System.Text for", "https://example.org/doc/System.Text", "https://example.org/doc/System"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "reason"), CITED, ids=[row[2] for row in CITED])
def test_cited(text, values, reason):
    assert values_in(text) == values


@pytest.mark.parametrize(("text", "reason"), NOT_CITED, ids=[row[1] for row in NOT_CITED])
def test_not_cited(text, reason):
    assert values_in(text) == []


@pytest.mark.parametrize(("text", "likely", "other"), GLUED, ids=[row[0] for row in GLUED])
def test_both_readings_of_a_glued_sentence_are_kept(read, text, likely, other):
    (proposal,) = read(text)
    assert proposal.url == likely
    assert proposal.end == len(likely)
    assert other in [one.url for one in proposal.repair.candidates]


@pytest.mark.parametrize("text", ["https://example.org/setup.R for", "https://example.org/Report.Pdf for"])
def test_nothing_is_glued(read, text):
    assert read(text)[0].url == text.split()[0]


def test_another_citation_between_two_columns_is_kept():
    left, right = "https://www.example.org/reports/", "see https://example.com/other.pdf here"
    text = f"{left:44}{right}\n{'2020/annual-report.pdf':44}and more prose of the column\n"
    assert "https://example.com/other.pdf" in values_in(text)


def test_an_intact_link_has_no_edit_but_the_scheme_it_goes_without(read):
    for text in ("See www.example.org/a here", "See https://example.org/a here"):
        (proposal,) = read(text)
        assert proposal.repair.status is RepairStatus.INTACT
        assert all(edit.kind is EditKind.SCHEME and not edit.removed for edit in proposal.repair.edits)
