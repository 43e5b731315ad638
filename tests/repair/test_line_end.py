"""The first piece of the next line can only be the link's, or hardly can. Each row is read as a text file."""

# ruff: noqa: E501 - rows of a table read better on one line

from __future__ import annotations

import pytest

from verifier.citations import find
from verifier.documents import read as read_document
from verifier.model.citation import Kind, Reference, RepairStatus
from verifier.model.document import Document, Part
from verifier.repair import propose

JOINED = [
    ("[1] Gauges, https://gauges.example.org/map?zoom=\n12 (seen on 9 June).", "https://gauges.example.org/map?zoom=12", "a parameter without its value"),
    ("[1] Office, https://office.example.org/list?area=\nlower_valley", "https://office.example.org/list?area=lower_valley", "a word for a value, and the citation ends"),
    ("[1] Court, https://court.example.org/Review/\n7112044", "https://court.example.org/Review/7112044", "a number longer than years and labels"),
    ("[1] Portal, https://portal.example.org/cases/2021/\n00448; see also the annex.", "https://portal.example.org/cases/2021/00448", "a number that begins with 0"),
    ("[1] Council, https://council.example.org/news/\n1182, p. 12.", "https://council.example.org/news/1182", "a number that no year is, and a comma"),
    ("The decision (https://portal.example.org/decisions/44/\n2) was sent.", "https://portal.example.org/decisions/44/2", "a number, and the bracket that opened before the link"),
    ("[1] Press, https://press.example.org/list/\n12، ص ٣.", "https://press.example.org/list/12", "a number, and a comma of another script"),
    ("See https://planning.example.org/details.do?keyVal=QK7\nX3ZNV0AB00 for it.", "https://planning.example.org/details.do?keyVal=QK7X3ZNV0AB00", "capitals and digits of a code"),
    ("[1] Water, https://water.example.org/measure-\nments/2019/wells.csv", "https://water.example.org/measurements/2019/wells.csv", "the ending of a word behind a hyphen put in"),
    ("[1] Museum, https://museum.example.org/govern-\nance/accounts/2020", "https://museum.example.org/governance/accounts/2020", "another ending"),
    ("The code: https://code.example.org/tree/src/read.c#L372-L\n378", "https://code.example.org/tree/src/read.c#L372-L378", "a range of lines needs its end"),
    ("The code: https://code.example.org/tree/src/read.c#L37-\nL41", "https://code.example.org/tree/src/read.c#L37-L41", "the same, cut before the letter"),
    ("Scored as https://scores.example.org/calc#AV:L/AC:L/PR:N/\nUI:R\nWeakness: see below.", "https://scores.example.org/calc#AV:L/AC:L/PR:N/UI:R", "pairs of names and values go on"),
    ("Tables: https://data.example.org/area=12/level=3/\nyear=2020/all", "https://data.example.org/area=12/level=3/year=2020/all", "the same with numbers"),
    ("[1] Mode. url: https://mirror.example.org/\nold / info / maths / mode.pdf (cit. on p. 1).", "https://mirror.example.org/old/info/maths/mode.pdf", "the next line is spaced out like a path"),
    ("[1] Photos. url: https:\n/ / www . library . example / pictures / item /\n2017877479/ (cit. on p. 2).", "https://www.library.example/pictures/item/2017877479/", "spaced out, and parts end in slashes"),
    ("[2] Ports, https://court.example.org/case#{%22number%22:\n[%22004-771%22]} (seen 9 June).", "https://court.example.org/case#{%22number%22:[%22004-771%22]}", "a list within braces that are still open"),
    ("[2] Ports, https://court.example.org/\ncase#{%22number%22:[%22004-771%22]}.", "https://court.example.org/case#{%22number%22:[%22004-771%22]}", "the braces and what they hold"),
    ("O porto: https://porto.example.org/avisos-\n-de-mar e rios", "https://porto.example.org/avisos-de-mar", "the hyphen is printed on both lines"),
    ("[2] Ports, https://port\u2212side.example.org/ships\u2212\nand-boats/list, p. 3", "https://port-side.example.org/ships-and-boats/list", "hyphens are printed as minus signs"),
    ("[2] Ports, https://port.example.org/ships/tide2061.\nece, p. 3", "https://port.example.org/ships/tide2061.ece", "a file's extension alone behind its dot"),
    ("The tides (https://port.example.org/ships/\ntide2061.ece) are known.", "https://port.example.org/ships/tide2061.ece", "a file's name behind a slash"),
    ("The tides are in https://port.example.org/ships/\n2061755 and in the annex.", "https://port.example.org/ships/2061755", "a long number, and the sentence goes on"),
    ("[2] Ports, https://docs.example.org/en/A/HRC/84/16/Add.\n1, accessed 28 May 2022. ; See the annex", "https://docs.example.org/en/A/HRC/84/16/Add.1", "a UN symbol goes on with a number"),
    ("[2] Ports, https://port.example.org/2017/07/2\n7/tides-and-gauges Between 1997 and 2019", "https://port.example.org/2017/07/27/tides-and-gauges", "together the pieces make a date"),
    ("[2] Ports, https://keeper.example.org/\nRDB1-S9PY. The ports", "https://keeper.example.org/RDB1-S9PY", "a code of two times four"),
    ("[2] Ports, https://keeper.example.org/70YL-\nHPTP, accessed 2 April 2020.", "https://keeper.example.org/70YL-HPTP", "a code of two times four, cut behind its hyphen"),
    ("[2] Ports, https://port.example.org/2009/%D0%B7_\n%D0%B0%D1%8F", "https://port.example.org/2009/%D0%B7_%D0%B0%D1%8F", "the next line begins with an escape"),
    ("[2] Ports, https://port.example.org/list.aspx?id=69493&Lang\nID=E and the sources there.", "https://port.example.org/list.aspx?id=69493&LangID=E", "within a parameter's name"),
    ("[2] Ports, https://port.example.org/rates.cgi?doc=942664;\nlang=en;section=37 (last visited in May).", "https://port.example.org/rates.cgi?doc=942664;lang=en;section=37", "parameters that semicolons part"),
    ("[2] Ports, https://port.example.org/portal/-\n/library/view/5322636?to=quay ; and others", "https://port.example.org/portal/-/library/view/5322636?to=quay", "a hyphen between two slashes"),
    ("> [2] Ports, http://archive.example/2013.02.03-666464/https://\n>    www.port.example.org/list/23676993", "http://archive.example/2013.02.03-666464/https://www.port.example.org/list/23676993", "quoted mail, behind the scheme of a copy's address"),
    ("[2] Ports, https://port.example.org/%D0%9\nF (seen 9 June).", "https://port.example.org/%D0%9F", "the rest of an escape, and nothing more"),
]  # fmt: skip

ENDED = [
    ("The code: https://code.example.org/tree/src/read.c#L372\n378 lines follow.", "https://code.example.org/tree/src/read.c#L372", "no range has begun"),
    ("Scored as https://scores.example.org/calc#AV:L/AC:L/PR:N/\nWeakness: see below.", "https://scores.example.org/calc#AV:L/AC:L/PR:N/", "a label, not a pair"),
    ("From https://firm.example.org/about-us/\nThis report - known as NV-03 - tells the scope - and more.", "https://firm.example.org/about-us/", "dashes are no path"),
    ("The manual: https://manual.example.org/publishers/\ncontact:\n● office@example.org", "https://manual.example.org/publishers/", "a label alone on its line"),
    ("[3] Wells, “Water in spring”, https://wells.example.org/water-in-spring-2019\npdf\n\n[4] Springs", "https://wells.example.org/water-in-spring-2019", "the name of a format, which is a remark"),
    ("[3] Wells, “Water in spring”, https://wells.example.org/water/#section-8\nPDF, 2 MB", "https://wells.example.org/water/#section-8", "the same behind a fragment, in capitals"),
    ("Format: https://www.example.org/doc/manuals/list-format/1.0/\nUpstream-Name: wells", "https://www.example.org/doc/manuals/list-format/1.0/", "the next field of a list of fields"),
    ("Quelle: https://www.example.org/archiv/brunnen/bild-liste/2.0/\nBild-Archiv: brunnen", "https://www.example.org/archiv/brunnen/bild-liste/2.0/", "the same in another language"),
    ("# From: https://wells.example.org\n# Until: May", "https://wells.example.org", "a line with the same mark before it"),
    ("The form (https://wells.example.org/water/2019\n%.12g) is known.", "https://wells.example.org/water/2019", "a per cent sign that begins no escape"),
    ("The list: https://wells.example.org/\n\n\n--part_5A1c--\n", "https://wells.example.org/", "the end of a mail's part"),
    ("Voyez https://wells.example.org/eau\n: tout y est.", "https://wells.example.org/eau", "a colon set off, as in French"),
    ("See https://wells.example.org/water\\ \nfirst of all.", "https://wells.example.org/water", "a backslash before the break, as in reStructuredText"),
    ("The rules (https://rules.example.org/2020/12/eli\nas amended) are unclear.", "https://rules.example.org/2020/12/eli", "a word that sentences go on with"),
    ("We looked at https://births.example.org/lists/\n1951 to 1999, which is all there is.", "https://births.example.org/lists/", "a year that the sentence goes on with"),
    ("The other is https://data.example.org/q?x=2D . Write a = b, not a =b = c.", "https://data.example.org/q?x=2D", "a full stop set off by a space"),
    ("url: https://vault.example.org/front-matter\n---\n# Letter", "https://vault.example.org/front-matter", "a line drawn below"),
    ("[1] Towers, https://archive.example.org/towers\n(12.3.2020), p. 4.", "https://archive.example.org/towers", "a date in brackets below"),
    ("Seen: https://port.example.org/ships;\nzie ook de bijlage.", "https://port.example.org/ships", "a semicolon, and words"),
    ("The list: https://port.example.org/list?to=https%3A%2F%2Fquay.example.org%2Frelease\n. According to the council, it is whole.", "https://port.example.org/list?to=https%3A%2F%2Fquay.example.org%2Frelease", "a full stop that wrapping put below, and a sentence"),
    ("See https://pics.example.org/p/Zhc6La/?key=gDKKIQvK7GbGMUa6==\nIn its response the ministry said so.", "https://pics.example.org/p/Zhc6La/?key=gDKKIQvK7GbGMUa6==", "the padding of a coded value"),
    ("See https://lists.example.org/cases/\n2. Publish the list.", "https://lists.example.org/cases/", "the label of the next item"),
]  # fmt: skip


def _read(text: str):
    document = read_document(text.encode(), "letter.txt")
    return propose(document, find(document).references)


@pytest.mark.parametrize(("text", "url", "reason"), JOINED, ids=[reason for *_, reason in JOINED])
def test_it_goes_on(text: str, url: str, reason: str) -> None:
    (proposal,) = _read(text)
    assert (proposal.url, proposal.repair.status) == (url, RepairStatus.MENDED)


@pytest.mark.parametrize(("text", "url", "reason"), ENDED, ids=[reason for *_, reason in ENDED])
def test_it_has_ended(text: str, url: str, reason: str) -> None:
    (proposal,) = _read(text)
    assert proposal.url == url


@pytest.mark.parametrize("quote", ["", "> "])
def test_an_identifier_may_be_the_value_of_a_parameter(quote: str) -> None:
    text = f"{quote}[2] Ports, https://find.example.org/resolve?id=\n{quote}urn:nbn:fi:tk-77, p. 3"
    assert _read(text)[0].url == "https://find.example.org/resolve?id=urn:nbn:fi:tk-77"


@pytest.mark.parametrize("foot", ["\n\n4\n\f", "\n\f", "\n4\n"])
def test_a_link_that_may_go_on_upon_the_next_page_is_less_sure(foot: str) -> None:
    text = f"[2] Ports, https://port.example.org/ships/{foot}the ministry said so, and the council heard it."
    (proposal,) = _read(text)
    assert proposal.url == "https://port.example.org/ships/"
    assert proposal.repair.confidence <= 0.85
    assert proposal.repair.candidates[0].score == proposal.repair.confidence


@pytest.mark.parametrize(
    "cut",
    [
        "https://port.example.org/a/%E6%8A%A5%E5%91%8\n\nGazette, a list",
        "https://cs.savanna.\n386 families heard it.",
    ],
)
def test_a_link_that_hardly_ends_so_is_not_called_intact(cut: str) -> None:
    (proposal,) = _read(f"[2] Ports, {cut}")
    assert proposal.repair.status is RepairStatus.AMBIGUOUS


@pytest.mark.parametrize("cut", ["GLFU-", "harbour_", "list?page=2&"])
def test_a_link_that_ends_in_what_joins_is_unsure_where_it_may_not_go_on(cut: str) -> None:
    text = f"https://keeper.example.org/{cut}\n\n8RHA is told elsewhere."
    end = text.index("\n")
    reference = Reference(Kind.URL, 0, end, end, text[:end], Part.NOTE)
    (proposal,) = propose(Document("letter.txt", "text/plain", text), [reference])
    assert proposal.repair.status is RepairStatus.AMBIGUOUS


def test_a_link_that_ends_in_the_word_of_another_one_goes_on() -> None:
    text = "See https://rules.example.org/port/2020/12/eli\nor https://rules.example.org/port/2021/3/\neli for it."
    _, second = _read(text)
    assert (second.url, second.repair.status) == ("https://rules.example.org/port/2021/3/eli", RepairStatus.MENDED)


@pytest.mark.parametrize(("rest", "status"), [("\n7\n", RepairStatus.AMBIGUOUS), ("\n", RepairStatus.INTACT)])
def test_a_parameter_without_its_value_is_told_where_something_follows(rest: str, status: RepairStatus) -> None:
    text = f"https://list.example.org/find?page={rest}"
    end = text.index("\n")
    reference = Reference(Kind.URL, 0, end, end, text[:end], Part.NOTE)  # what follows looks like a page's number
    (proposal,) = propose(Document("letter.txt", "text/plain", text), [reference])
    assert proposal.repair.status == status


def test_a_link_built_like_another_one_goes_on_or_is_told() -> None:
    text = "Pages: https://offices.example.org/north, https://offices.example.org/\nsouth, and so on; there are nine."
    _, second = _read(text)
    assert (second.url, second.repair.status) == ("https://offices.example.org/south", RepairStatus.AMBIGUOUS)


PRE = '<pre>[1] Bog Office, <a href="{0}">{0}</a>\n    {1}\n[2] Bog Post, 1974</pre>'


@pytest.mark.parametrize(
    ("link", "below", "url", "status"),
    [
        ("https://bog.example.org/1951/", "report-of-1951.html", "https://bog.example.org/1951/report-of-1951.html", RepairStatus.AMBIGUOUS),
        ("https://bog.example.org/1951/", "Reading room only.", "https://bog.example.org/1951/", RepairStatus.INTACT),
    ],
    ids=["the rest of a path below", "a sentence below"],
)  # fmt: skip
def test_a_link_that_an_archive_of_mail_made_may_be_cut_short(
    link: str, below: str, url: str, status: RepairStatus
) -> None:
    document = read_document(f"<html><body>{PRE.format(link, below)}</body></html>".encode(), "mail.html")
    (proposal,) = propose(document, find(document).references)
    assert (proposal.url, proposal.repair.status) == (url, status)


@pytest.mark.parametrize("first", ["https://society.de", "www.harbour.example.org", "https://example.com:8080"])
@pytest.mark.parametrize("second", ["social.example.net/harbour", "example.net/@harbour"])
def test_a_host_below_a_whole_one_is_another_link(first: str, second: str) -> None:
    there = _read(f"Contact:\n{first}\n{second}\n")
    whole = first if "://" in first else f"https://{first}"
    assert [(one.url, one.repair.status) for one in there] == [
        (whole, RepairStatus.INTACT),
        (f"https://{second}", RepairStatus.INTACT),
    ]
