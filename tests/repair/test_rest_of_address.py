"""Behind one stray space stands what can only be the rest of an address: it is mended, or told as one of two readings.

Rows were written before the rules. Each is read as a text file, finder and all.
"""

# ruff: noqa: E501 - rows of a table read better on one line

from __future__ import annotations

import pytest

from verifier.citations import find
from verifier.documents import read as read_document
from verifier.model.citation import RepairStatus
from verifier.repair import propose

SURE = [
    ("Grain Office, https://grain.example.org/tables.php?year=2020 &port=north.", "https://grain.example.org/tables.php?year=2020&port=north", "a parameter before its sign"),
    ("Siehe https://amt.example.org/suche?wort=wasser &seite=4 &ort=alle (abgerufen am 2. Mai 2022).", "https://amt.example.org/suche?wort=wasser&seite=4&ort=alle", "two of them"),
    ("Grain Office, https://grain.example.org/tables.php? year=2021&port=north.", "https://grain.example.org/tables.php?year=2021&port=north", "a query behind its question mark"),
    ("См. https://sud.example.org/delo? nomer=118, с. 4.", "https://sud.example.org/delo?nomer=118", "a query of one parameter"),
    ("Ver https://datos.example.org/series ?anio=2020&zona=R-7, consultado el 2 de mayo.", "https://datos.example.org/series?anio=2020&zona=R-7", "a query before its question mark"),
    ("https://vesilab.example.org/118?suure=kiintoa ine&yksikko=mg (luettu 2.5.2022)", "https://vesilab.example.org/118?suure=kiintoaine&yksikko=mg", "within a value, a parameter follows"),
    ("https://atlas.example.org/map?layer=flood_1 00yr&zoom=12.", "https://atlas.example.org/map?layer=flood_100yr&zoom=12", "within a value of digits"),
    ("https://school.example.org/our%20walk%2 0to%20the%20quay.pdf.", "https://school.example.org/our%20walk%20to%20the%20quay.pdf", "within an escape"),
    ("https://school.example.org/our% 20walk%20to%20the%20quay.pdf.", "https://school.example.org/our%20walk%20to%20the%20quay.pdf", "within an escape, behind its sign"),
    ("https://example.org/report.pdf #page=12.", "https://example.org/report.pdf#page=12", "a fragment with a sign that no tag has"),
    ("https://quays.example.org/how-walls-fail.html #cracks-and-settlement.", "https://quays.example.org/how-walls-fail.html#cracks-and-settlement", "a fragment of several words"),
    ("Amt, https://amt.example.org/dokumente/anlage-2b .pdf (abgerufen 2021).", "https://amt.example.org/dokumente/anlage-2b.pdf", "before the dot of an extension"),
    ("voir https://amt.example.org/b ?x=1.", "https://amt.example.org/b?x=1", "a short query before its question mark"),
    ("Tenants, https://lease.example .org/zh/full.html.", "https://lease.example.org/zh/full.html", "before the top-level name, the host seems whole"),
    ("Sagen, https://council.example. org/ar/minutes/17 (besøgt 2. maj).", "https://council.example.org/ar/minutes/17", "after the dot before it"),
    ("BBR, https://news.example.co .uk/2022/fence.", "https://news.example.co.uk/2022/fence", "before a country's name"),
    ("Sagen, https://council.example. org/minutter (besøgt 2. maj).", "https://council.example.org/minutter", "a path of one word"),
    ("Canal, https://canal.example.co m/tariffs/2022, p. 4.", "https://canal.example.com/tariffs/2022", "within a top-level name, the host seems whole"),
    ("Tāme, https://dzirnavas.example.net/tame/nojauksana. xlsx (skatīts 2. maijā).", "https://dzirnavas.example.net/tame/nojauksana.xlsx", "behind the dot of an extension"),
    ("Tāme, https://dzirnavas.example.net/tame/nojauksana.xl sx.", "https://dzirnavas.example.net/tame/nojauksana.xlsx", "within an extension"),
    ("Tenants, https://www.lease.example .org.", "https://www.lease.example.org", "before the top-level name, without a path"),
    ("voir https://lois.example.org/TXT/?ur i=COM%3A2021&lang=fr.", "https://lois.example.org/TXT/?uri=COM%3A2021&lang=fr", "within a parameter's name"),
    ("https://sea.example.org/find?of=tide+gauge+ levels&from=2010-09-07&page=16.", "https://sea.example.org/find?of=tide+gauge+levels&from=2010-09-07&page=16", "behind a plus sign"),
    ("https://sea.example.org/find?page=4&of=t ide+gauge+levels.", "https://sea.example.org/find?page=4&of=tide+gauge+levels", "before words that plus signs join"),
    ("https://sea.example.org/index.php?view=article&id=61108: tides-and-gauges&catid=52, p. 4.", "https://sea.example.org/index.php?view=article&id=61108:tides-and-gauges&catid=52", "behind the colon of a value"),
    ("https://sea.example.org/treaties/Download.asp x?symbol=A%2FRES%2F39&Lang=en", "https://sea.example.org/treaties/Download.aspx?symbol=A%2FRES%2F39&Lang=en", "before the rest of a name and its query"),
    ("https://sea.example.org/go?to=https%3A%2F%2Fport.example .org%2Fquays, p. 4.", "https://sea.example.org/go?to=https%3A%2F%2Fport.example.org%2Fquays", "before the top-level name of an address in escapes"),
    ("https://web.archive.org/web/20120625257548/https://www.quaywatch .org/assets/Gas-Import-2015.pdf", "https://web.archive.org/web/20120625257548/https://www.quaywatch.org/assets/Gas-Import-2015.pdf", "before the top-level name of an archived address"),
    ("https://web.archive.org/web/20050803502850/https ://sea.example.org/pages/tides.aspx?id=8, p. 4.", "https://web.archive.org/web/20050803502850/https://sea.example.org/pages/tides.aspx?id=8", "behind the scheme of an archived address"),
    ("https://quay.example.org/assets/quay-walls/ Repair-Plan-Funding-2013.pdf#page=13", "https://quay.example.org/assets/quay-walls/Repair-Plan-Funding-2013.pdf#page=13", "a file and its page behind a slash"),
    ("https://quay.example.org/assets/Repair-Plan-2013 .pdf#page=85 (last visited 2 April).", "https://quay.example.org/assets/Repair-Plan-2013.pdf#page=85", "an extension and a page"),
    ("https://quay.example.org/quays/repair. html (last visited 2 April).", "https://quay.example.org/quays/repair.html", "an extension behind its dot, and a bracket"),
    ("https://doi.org/10.1371/journal .pone.5441978 and others.", "https://doi.org/10.1371/journal.pone.5441978", "in a DOI, before its dot"),
    ("https://doi.org/10.1080/80 219891.2017.7375742. According to them", "https://doi.org/10.1080/80219891.2017.7375742", "in the numbers of a DOI"),
    ("https://tools.example.org/html/rfc39 86#section-3.2.2, sec. 3", "https://tools.example.org/html/rfc3986#section-3.2.2", "within a number, a part of the page follows"),
]  # fmt: skip

MENDED = [
    ("Law, https://laws.example.org/act/44# s3, in force.", "https://laws.example.org/act/44#s3", "a part of the page behind its sign"),
    ("Slides, https://meeting.example.org/2022/all? v=final, p. 4", "https://meeting.example.org/2022/all?v=final", "a query with a name of one letter"),
    ("https://quay.example.net/photographs/2022-05-0 3/ (accessed 2 May).", "https://quay.example.net/photographs/2022-05-03/", "within a date"),
    ("ver https://actas.example.org/diario/20 21-05-01.", "https://actas.example.org/diario/2021-05-01", "within the year of a date"),
    ("https://log.example.org/1993/0 2/03.", "https://log.example.org/1993/02/03", "within a date of slashes"),
    ("https://lake.example.org/exceptions/201 9.xlsx; see also the annex.", "https://lake.example.org/exceptions/2019.xlsx", "within a name that is a year"),
    ("https://bridges.example.org/minutes/202 2-05-10.pdf, p. 4.", "https://bridges.example.org/minutes/2022-05-10.pdf", "within a name that is a date"),
    ("https://board.example.org/2021/03/04.htm l; see also the annex.", "https://board.example.org/2021/03/04.html", "within an extension that seems whole"),
    ("https://ferry.example.com/winter_2021-22_valid-fr om-12-dec ember.pdf.", "https://ferry.example.com/winter_2021-22_valid-from-12-december.pdf", "two spaces in one name"),
    ("https://archive.example.net/surgeon/journal_p11 2-hires.jpg", "https://archive.example.net/surgeon/journal_p112-hires.jpg", "between two digits of a file's name"),
    ("https://arquivo.example.net/atas/ata-202 2-05-03.pdf.", "https://arquivo.example.net/atas/ata-2022-05-03.pdf", "between two digits of a date in a name"),
    ("https://quay.example.org/assets/repair_plan. pdf?dl=0 ; see also", "https://quay.example.org/assets/repair_plan.pdf?dl=0", "an extension and a query behind its dot"),
    ("https://laws.example.org/TXT/?uri=CELEX:32 017R8949.", "https://laws.example.org/TXT/?uri=CELEX:32017R8949", "digits with a capital between them"),
    ("https://keeper.example.org/7D HI-AZ4P, p. 4.", "https://keeper.example.org/7DHI-AZ4P", "a code of two times four"),
    ("https://doi.org/10.5281/z enodo.5562478 [7 November 2023].", "https://doi.org/10.5281/zenodo.5562478", "in the name within a DOI"),
    ("https://docs.example.org/UNDOC/GEN/PDF/G855173 6.pdf?OpenElement, 2 April 2020).", "https://docs.example.org/UNDOC/GEN/PDF/G8551736.pdf?OpenElement", "in a file's name with a query"),
    ("https://files.example.org/2021-09/Security%20 Treaty%20Heritage.pdf, p. 67.", "https://files.example.org/2021-09/Security%20Treaty%20Heritage.pdf", "behind an escaped space"),
    ("See https://example.org/find?tide=high& page=6 5&of=b . We go on.", "https://example.org/find?tide=high&page=65&of=b", "a full stop set off, and a sentence, behind a link in pieces"),
    ("See https://example.org/2006/% E8%A5%BF%E8% A5%BF/ and the sources there.", "https://example.org/2006/%E8%A5%BF%E8%A5%BF/", "a word of the sentence, behind a link in pieces"),
    ("https://scan.example.org/box7/IMG_20190 612.jpg (dostęp: 4.05.2022)", "https://scan.example.org/box7/IMG_20190612.jpg", "a name of digits"),
]  # fmt: skip

FILES_ALONE = [
    ("3 Court of Audit, Report on Leases, 2018, p. 31, https://audit.example.org/reports/2018/\n\n          8\n\nThe Price of the Quay          Canal Society\n\nleases-and-tenders.pdf.\n4 Letters of 3 May and 9 July 2019.",
     "https://audit.example.org/reports/2018/leases-and-tenders.pdf", "a file's name alone on a line behind a page's foot and head"),
    ("3 Rechnungshof, Bericht über die Pachten des Jahres 2018, S. 31, https://rh.example.org/berichte/2018/\n\n          – 8 –\n\npachten_und_gebote.html\n\n4 Briefe vom 3. Mai und vom 9. Juli 2019.",
     "https://rh.example.org/berichte/2018/pachten_und_gebote.html", "behind a page's number"),
]  # fmt: skip

TWO_READINGS = [
    ("https://lease.example.org/zh/ful l.html.", "https://lease.example.org/zh/full.html", "letters of a file's name"),
    ("https://example.org/files .pdf and .docx are there.", "https://example.org/files.pdf", "extensions that the sentence speaks of"),
    ("Amt, https://amt.example.org/suche?wort=hoch wasser&jahr=2021.", "https://amt.example.org/suche?wort=hochwasser&jahr=2021", "a value of two words, or a broken one"),
    ("Amt, https://amt.example.org/foto/bild_3 4.jpg und weitere.", "https://amt.example.org/foto/bild_34.jpg", "a number in a name, the sentence goes on"),
    ("https://codes.example.org/article/LEGIARTI000012345678/ 2023-03-01.", "https://codes.example.org/article/LEGIARTI000012345678/2023-03-01", "a date behind a slash: the link's, or the author's visit"),
    ("[1] https://one.example.org/a/b c/d-e-f.html, p. 4.\n[2] https://two.example.org/find?o=1 &p=2, p. 5.\n[3] https://three.example.org/act/section/1 2\n", "https://three.example.org/act/section/12", "digits, where two other links are broken by spaces"),
    ("https://doi.org/10.18356/a8f688e 6-en", "https://doi.org/10.18356/a8f688e6-en", "letters and digits of a DOI"),
    ("[1] https://one.example.org/a/b c/d-e-f.html, p. 4.\n[2] https://two.example.org/find?o=1 &p=2, p. 5.\n[3] https://three.example.org/9366/ce232 a7134, p. 5\n", "https://three.example.org/9366/ce232a7134", "a code, where two other links are broken by spaces"),
    ("https://gallery.example.org/press-photos_2019 banner.jpg", "https://gallery.example.org/press-photos_2019banner.jpg", "a name of its own, or the rest of one"),
    ("https://codes.example.org/loi-sur-l-eau.html #definitions.", "https://codes.example.org/loi-sur-l-eau.html#definitions", "a fragment, or a tag"),
]  # fmt: skip

NO_REST = [
    ("See https://example.co is/was the first.", "alternatives behind a country's host"),
    ("See https://example.org/tame. Xlsx is the format.", "a sentence begins"),
    ("See https://example.org. net/gross figures are there.", "alternatives behind a full stop"),
    ("See https://example.org/minutes/2 2022-05-03 or later.", "a number and a date"),
    ("See https://example.org/a?print x=5 and so on.", "a formula behind a query without a value"),
    ("See https://example.org/code issue#12 for it.", "an issue's number"),
    ("See https://example.org/a.htm x and y.", "a letter behind an extension"),
    ("See https://example.org/gallery photo.jpg.", "a file of another name"),
    ("See https://example.org/report #ClimateJustice now", "a tag"),
    ("Read https://example.org/a? Yes, x=5 is what it says.", "a word, and a formula"),
    ("Did you see https://example.org/rate? x=5 is wrong.", "a formula of one letter"),
    ("https://example.org/photographs/2022-05-03/ 44 pictures, of which 12 are dated.", "a number, and a word"),
    ("https://example.org/register/entry-114 to entry-120.", "a span"),
    ("https://example.org/research R&D=costs, they say", "what is no parameter, behind no query"),
    ("https://example.org/tables?year=2020 AT&T figures", "a firm's name"),
    ("https://example.org/sheet-12 2 photographs, one map", "a count"),
    ("https://example.org/report-2020 2021.", "a year"),
    ("https://example.org/report.html 12-hires.jpg and others", "the address has its file's name already"),
    ("https://example.org/reports/annual-report_2020 figure-3.png shows it.", "a file that the sentence speaks of"),
    ("https://example.org/law?section=4 section=5 is different.", "an equation behind a query"),
    ("https://example.org/ 2023-03-01", "a date behind a bare host"),
    ("See https://example.org/act/section/1 2 of them are gone.", "a number, and the sentence goes on"),
    ("See https://example.org/yearbook/2019 10/2020 and later.", "a month"),
    ("See https://example.org/prices 5%20 was meant.", "a share that is spelt oddly"),
    ("See https://doi.org/10.1080/8021989 2017.", "a year behind a DOI"),
    ("See https://example.org/report.pdf x", "a letter behind a whole name, and the citation ends"),
]  # fmt: skip


def _proposals(text):
    document = read_document(text.encode(), "letter.txt", "text/plain")
    return [one for one in propose(document, find(document).references) if one.url and "://" in one.url]


@pytest.mark.parametrize(("text", "url", "reason"), SURE, ids=[row[2] for row in SURE])
def test_what_can_only_be_the_rest_is_joined_for_certain(text, url, reason):
    (one,) = _proposals(text)
    assert (one.url, one.repair.status) == (url, RepairStatus.MENDED)
    assert one.repair.confidence >= 0.9


@pytest.mark.parametrize(("text", "url", "reason"), FILES_ALONE, ids=[row[2] for row in FILES_ALONE])
def test_a_files_name_alone_below_is_the_rest_of_a_folder(text, url, reason):
    (one,) = _proposals(text)
    assert (one.url, one.repair.status) == (url, RepairStatus.MENDED)


@pytest.mark.parametrize(("text", "url", "reason"), MENDED, ids=[row[2] for row in MENDED])
def test_what_hardly_is_anything_else_is_joined(text, url, reason):
    (one,) = _proposals(text)
    assert (one.url, one.repair.status) == (url, RepairStatus.MENDED)


@pytest.mark.parametrize(("text", "url", "reason"), TWO_READINGS, ids=[row[2] for row in TWO_READINGS])
def test_what_may_be_the_rest_is_told_as_one_of_two(text, url, reason):
    *_, one = _proposals(text)
    assert one.repair.status is RepairStatus.AMBIGUOUS
    assert url in {candidate.url for candidate in one.repair.candidates}


@pytest.mark.parametrize(("text", "reason"), NO_REST, ids=[row[1] for row in NO_REST])
def test_what_is_something_else_is_left_alone(text, reason):
    (one,) = _proposals(text)
    plain = next(word for word in text.split() if word.startswith("http")).rstrip("?.")
    assert (one.url, one.repair.status) == (plain, RepairStatus.INTACT)


@pytest.mark.parametrize(
    "first", ["example.org", "www.example.com", "example.org.au", "example.co.uk", "example.net:8080", "verein.de"]
)
def test_a_host_behind_one_that_is_whole_is_another_link(first):
    there = _proposals(f"Web: https://{first} facing.example.net/harbour, and so on.")
    assert [(one.url, one.repair.status) for one in there] == [
        (f"https://{first}", RepairStatus.INTACT),
        ("https://facing.example.net/harbour", RepairStatus.INTACT),
    ]


LINE_ENDS = [
    ("Peta Teluk Batu yang diterbitkan, https://peta.example.net/teluk-batu/#12/-\n5.14/119.40, diakses 2 Mei 2021 oleh kami semua.",
     "https://peta.example.net/teluk-batu/#12/-5.14/119.40", "the sign of a latitude"),
    ("Mapa de la cuenca alta y de sus afluentes, https://mapas.example.org/cuenca?lat=-\n33.4489&lon=-70.6693&zoom=9 (consulta: 2-7-2022).",
     "https://mapas.example.org/cuenca?lat=-33.4489&lon=-70.6693&zoom=9", "behind an equals sign"),
    ("The map of the reef, as the survey printed it: https://maps.example.org/@-16.92,-\n145.77,12z, seen on 2 May and again in June.",
     "https://maps.example.org/@-16.92,-145.77,12z", "behind a comma"),
    ("the levels of the plain as they stand in the table https://survey.example.net/levels.php?\n\n                 Open letter – page 2 of 4\n\nMerrow Well Owners and others\nbasin=merrow&from=2012&to=2022#table-4 (accessed 2 November 2023).",
     "https://survey.example.net/levels.php?basin=merrow&from=2012&to=2022#table-4", "a query behind a page's foot and head"),
    ("die Stände aller Brunnen seit 2012 nach der Tabelle https://amt.example.org/pegel.php?\n\n                 Seite 2/4\n\nbrunnen=12&von=2012&bis=2022 (abgerufen am 2. November 2023).",
     "https://amt.example.org/pegel.php?brunnen=12&von=2012&bis=2022", "a query behind a page's foot"),
]  # fmt: skip

NO_QUERY = [
    ("All reports stand at https://example.org/reports/2018/\n\nThe files are\n\nleases.pdf\ntenders.pdf\n\nin that order.", "https://example.org/reports/2018/", "a list of files"),
    ("Have you read all of it at https://example.org/levels.php?\n\n1. Yes.\n\nThen x=5&y=6 will not surprise you, nor anyone.", "https://example.org/levels.php", "a formula within a sentence"),
    ("Wer kennt die Seite https://example.org/karte?\n\nName=Wert steht dort nicht.", "https://example.org/karte", "one equation, a paragraph on"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "reason"), LINE_ENDS, ids=[row[2] for row in LINE_ENDS])
def test_a_line_ends_before_what_can_only_be_the_rest(text, url, reason):
    (one,) = _proposals(text)
    assert (one.url, one.repair.status) == (url, RepairStatus.MENDED)
    assert one.repair.confidence >= 0.9


@pytest.mark.parametrize(("text", "url", "reason"), NO_QUERY, ids=[row[2] for row in NO_QUERY])
def test_what_begins_a_line_further_down_is_left_alone(text, url, reason):
    assert [one.url for one in _proposals(text)] == [url]


NOTE = "It was so.[1]\n\nNotes\n\n[1] {}\n[2] Another one.\n"
IN_NOTES = [
    ("Gazette, https://gazette.example.com/he/ closed", "https://gazette.example.com/he/closed", "a word, and the note ends"),
    ("Gazette, https://gazette.example.com/n/ 1182, p. 4", "https://gazette.example.com/n/1182", "a number, and a comma"),
    ("Gazette, https://gazette.example.com/ closed (seen on 3 May)", "https://gazette.example.com/closed", "a word, and a bracket"),
]  # fmt: skip
NOT_IN_NOTES = [
    ("Gazette, https://gazette.example.com/he/ passim", "what is said of the link"),
    ("Gazette, https://gazette.example.com/he/ p. 4", "a page"),
    ("Gazette, https://gazette.example.com/he/ Closed", "a name"),
    ("Gazette, https://gazette.example.com/he/ closed on 3 May", "its sentence goes on"),
]


@pytest.mark.parametrize(("note", "url", "reason"), IN_NOTES, ids=[row[2] for row in IN_NOTES])
def test_a_word_behind_a_slash_that_ends_a_note_is_told_as_one_of_two(note, url, reason):
    (one,) = _proposals(NOTE.format(note))
    assert one.repair.status is RepairStatus.AMBIGUOUS
    assert url in {candidate.url for candidate in one.repair.candidates}


@pytest.mark.parametrize(("note", "reason"), NOT_IN_NOTES, ids=[row[1] for row in NOT_IN_NOTES])
def test_what_is_said_behind_a_slash_in_a_note_is_left_alone(note, reason):
    (one,) = _proposals(NOTE.format(note))
    assert (one.url, one.repair.status) == ("https://gazette.example.com/he/", RepairStatus.INTACT)


def test_a_query_behind_a_space_that_carries_another_address_is_joined():
    url = "https://proxy.example.edu/login?url=https://journal.example.org/article/44"
    first, *_ = _proposals(f"Journal, {url.replace('/login', '/ login')}.")
    assert (first.url, first.repair.status) == (url, RepairStatus.MENDED)
