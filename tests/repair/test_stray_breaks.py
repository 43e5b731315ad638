"""Links as they come out of web pages, mails and word processors: one stray break each, and what must stay whole.

Most rows were written before the rules that mend them were looked at. Each row is read as a text file, finder and all.
"""

# ruff: noqa: E501 - rows of a table read better on one line

import pytest

from verifier.citations import find
from verifier.documents import read as read_document
from verifier.repair import propose

MENDED = [
    ("3. Lakes, https://example.org/doc/N12/345/67/PDF/N1234567.pdf?\nOpenElement, p. 4", "https://example.org/doc/N12/345/67/PDF/N1234567.pdf?OpenElement", "behind the question mark, before a server's command"),
    ("3. Lakes (https://example.org/lakes.nsf/0/1a2b3c4d?\nOpenDocument).", "https://example.org/lakes.nsf/0/1a2b3c4d?OpenDocument", "the same, another command"),
    ("4. “Minutes of the harbour council”, \\<https://example.org/minutes-of-the-harbour-coun cil\\>.", "https://example.org/minutes-of-the-harbour-council", "the backslash that Markdown sets before a bracket is no part of it"),
    ("8. Snow, https://snow.example.org/pages/ Depth_of_snow_(winter), p. 4", "https://snow.example.org/pages/Depth_of_snow_(winter)", "behind a slash, before words that underscores join"),
    ("8. Snow, https://snow.example.org/depth/story20881 .ece (accessed 3 May 2021).", "https://snow.example.org/depth/story20881.ece", "before a newspaper's extension"),
    ("8. Snow, https://snow.example.org/Depth_(disambi guation), p. 4", "https://snow.example.org/Depth_(disambiguation)", "in a bracket that opens within the link"),
    ("8. Snow, https://snow.example.org/depth-in-winter /#table-2, p. 4", "https://snow.example.org/depth-in-winter/#table-2", "before the final slash, and a part of the page"),
    ("8. Snow, https://snow.example.org/depth-in-winter /?year=2019", "https://snow.example.org/depth-in-winter/?year=2019", "the same, and a query"),
    ("6. Rain, https://rain.example.org / Query/DownLoadFile?gId=19876, p. 4", "https://rain.example.org/Query/DownLoadFile?gId=19876", "around the slash behind a host, once; a query follows"),
    ("6. Rain, https://rain.example.org / tables/2020/spring (accessed 3 May 2021).", "https://rain.example.org/tables/2020/spring", "the same, with a path of several parts"),
    ("5. “Harvest of self-made bread”, https://fields.example.org/har- vest-of-self-made-bread.html", "https://fields.example.org/harvest-of-self-made-bread.html", "behind a hyphen that is none of the title's"),
    ("5. “Harvest of self-made bread”, https://fields.example.org/harvest-of-self- made-bread.html", "https://fields.example.org/harvest-of-self-made-bread.html", "behind one that is"),
    ("2. Harvest, https://fields.example.org/cr ops/oa ts/. Der Verband schweigt dazu.", "https://fields.example.org/crops/oats/", "twice, and a sentence that begins with a capital behind a full stop"),
    ("3. Harvest, https://fields . example . org / crops / oats. Nobody has replied.", "https://fields.example.org/crops/oats", "throughout, and such a sentence"),
    ("3. Types, https://docs . example . org / api / System. Windows. Forms", "https://docs.example.org/api/System.Windows.Forms", "throughout, names with capitals among its parts"),
    ("4. Wheat, https://www.fields .co. uk / news/ wheat-prices-61561086. The reply is on file.", "https://www.fields.co.uk/news/wheat-prices-61561086", "around the dots of a host that seems whole before its last name"),
    ("4. Wheat, https://grain. fields.org. uk/ news-of-the-year/wheat (accessed 3 May 2021).", "https://grain.fields.org.uk/news-of-the-year/wheat", "the same, with the slash"),
    ("1. Trips, https://marfa. example.com/20 21/04/02/tri ps, Accessed 3 May 2021.", "https://marfa.example.com/2021/04/02/trips", "twice, and a comma that is the sentence's"),
    ("Article, https://proxy.example.edu/login?url=ht tps://journal.example.org/article/44.", "https://proxy.example.edu/login?url=https://journal.example.org/article/44", "in the scheme of an address that a query carries"),
    ("Article, https://proxy.example.edu/login?url= https://journal.example.org/article/44 (accessed 3 May 2021).", "https://proxy.example.edu/login?url=https://journal.example.org/article/44", "before it"),
    ("2. Report, https://port . example .org/tenders/2022/31 (accessed 3 May 2021).", "https://port.example.org/tenders/2022/31", "around the dots of a host that is none without them"),
    ("2. Report, https://press.ac tion.example/rapporten/77/def.pdf.", "https://press.action.example/rapporten/77/def.pdf", "in a host that seems whole, since a host and a path follow"),
    ("Copy, https://copies.example.net/2019 0304/http://mine.example.org/answer.", "https://copies.example.net/20190304/http://mine.example.org/answer", "in the date of another archive"),
    ("Report, https://web.archive.org/web/2019 0513102030/https://example.org/a/b (accessed 3 May 2021).", "https://web.archive.org/web/20190513102030/https://example.org/a/b", "in the date of an archived copy"),
    ("Report, https://web.archive.org/web /20190513102030/http://example.org/a?b=1.", "https://web.archive.org/web/20190513102030/http://example.org/a?b=1", "before the date of an archived copy"),
    ("Report, https://web.archive.org/web/2019/htt ps://example.org/a/b.", "https://web.archive.org/web/2019/https://example.org/a/b", "in the scheme of the page that an archive holds"),
    ("Report, https://web.archive.org/web/20190513102030/https: //www.example.org/a/b.", "https://web.archive.org/web/20190513102030/https://www.example.org/a/b", "before the slashes of that page's address"),
    ("Report, https://archive.ph/20190513102030/https:// example.org/a/b.", "https://archive.ph/20190513102030/https://example.org/a/b", "behind them, in another archive"),
    ("Report, https://keeper.example/all/20190513102030/https://har bour.example/a/b.", "https://keeper.example/all/20190513102030/https://harbour.example/a/b", "in that page's host"),
    ("Report, https://perma.cc/AB 12-CD34.", "https://perma.cc/AB12-CD34", "in the code of a copy"),
    ("Report, https://perma.cc/AB12-\nCD34 (3 May 2021).", "https://perma.cc/AB12-CD34", "in the middle of the code"),
    ("1. Report, https://web.archive.org\n/web/20190513102030/https://example.org/a/b (accessed 3 May 2021).", "https://web.archive.org/web/20190513102030/https://example.org/a/b", "a line that begins with the path"),
    ("1. Report, http://archive.\nexample/2011.10.16-640858/https://example.org/a/b (accessed 3 May 2021).", "http://archive.example/2011.10.16-640858/https://example.org/a/b", "a date with dots, in the archive's name"),
    ("1. Report, http://archive.example/2011.10.16-640858/\nhttps://example.org/a/b-and-c.html (accessed 3 May 2021).", "http://archive.example/2011.10.16-640858/https://example.org/a/b-and-c.html", "behind a date with dots"),
    ("> Report, https://web.archive.org/web/20190513\n> 102030/https://example.org/a/b (accessed 3 May 2021).", "https://web.archive.org/web/20190513102030/https://example.org/a/b", "in the date of a copy, in quoted mail"),
    ("1. Minutes, https://www.example.org\n/minutes/2021/report.pdf (accessed 3 May 2021).", "https://www.example.org/minutes/2021/report.pdf", "the same, and words behind it"),
    ("‘Experts alarmed by mass detention’, 3 May 2021: https://www.example.org/en/news/2021/05/experts-alarmed-mass-deten tion",
     "https://www.example.org/en/news/2021/05/experts-alarmed-mass-detention", "in the last word, which the title has"),
    ("[2] See https://example.org/files/annual-rep ort-2019.pdf, p. 12.", "https://example.org/files/annual-report-2019.pdf", "in a word of a file's name"),
    ("[3] “Report on prisons”, https://example.org/rep ort", "https://example.org/report", "the piece is but the end of a title's word"),
    ("https://example.org/wp-content/uploads/2021/07/Submission to the Committee.pdf",
     "https://example.org/wp-content/uploads/2021/07/Submission%20to%20the%20Committee.pdf", "a file's name with spaces"),
    ("https://example.org/a b c.pdf", "https://example.org/a%20b%20c.pdf", "a short one"),
    ("See http:// example.org for the list.", "http://example.org", "after the scheme"),
    ("Visit www. example. org for more.", "https://www.example.org", "after each dot of a host"),
    ("Visit www. example. org/press/2021 for more.", "https://www.example.org/press/2021", "the path is tight, and a word follows"),
    ("Visit www .example.org/press today.", "https://www.example.org/press", "before the dot after www"),
    ("https://example .org/press/statement-12", "https://example.org/press/statement-12", "before the top-level name"),
    ("https://example. org/press/statement-12", "https://example.org/press/statement-12", "after the last dot of the host"),
    ("https://www.example.org/press/ statement-on-water", "https://www.example.org/press/statement-on-water", "after a slash, hyphens follow"),
    ("https://www.example.org/press/ 2021/05/12/statement", "https://www.example.org/press/2021/05/12/statement", "after a slash, a path follows"),
    ("https://www.example.org /press/2021/statement", "https://www.example.org/press/2021/statement", "between host and path"),
    ("https://www.example.org/doc.aspx? id=4411&lang=en", "https://www.example.org/doc.aspx?id=4411&lang=en", "after ?"),
    ("https://www.example.org/doc.aspx?id= 4411", "https://www.example.org/doc.aspx?id=4411", "after ="),
    ("https://www.example.org/doc.aspx?id=4411& lang=en", "https://www.example.org/doc.aspx?id=4411&lang=en", "after &"),
    ("https://www.example.org/doc.aspx?id=4411 &lang=en", "https://www.example.org/doc.aspx?id=4411&lang=en", "before &"),
    ("https://www.example.org/report_ final_2020.pdf", "https://www.example.org/report_final_2020.pdf", "after _"),
    ("https://www.example.org/report. pdf", "https://www.example.org/report.pdf", "before a file's extension"),
    ("https://www.example.org/report.p df", "https://www.example.org/report.pdf", "within a file's extension"),
    ("https://www.example.org/%D0%B4% D0%BE%D0%BC", "https://www.example.org/%D0%B4%D0%BE%D0%BC", "after a percent sign"),
    ("https://www.example.org/caf%C3 %A9-menu", "https://www.example.org/caf%C3%A9-menu", "between the escapes of one character"),
    ("https:/ /www.example.org/minutes/14", "https://www.example.org/minutes/14", "between the slashes"),
    ("h ttps://www.example.org/minutes/14", "https://www.example.org/minutes/14", "within the scheme"),
    ("> The text is at https://www.example.org/archive/2020/\n> the-long-title-of-the-page.html\n> and I like it.",
     "https://www.example.org/archive/2020/the-long-title-of-the-page.html", "quoted mail, after a slash"),
    ("> > please read https://www.example.org/archive/2020/the-long-\n> > title-of-the-page.html before Monday",
     "https://www.example.org/archive/2020/the-long-title-of-the-page.html", "mail quoted twice, after a hyphen"),
    ("The form is here: https://forms.example.org/submit?session=2021&committee=\nwater&lang=en. Please fill it in by Friday, and send it to the secretary.",
     "https://forms.example.org/submit?session=2021&committee=water&lang=en", "at a line's end, after ="),
    ("The form is here: https://forms.example.org/submit?session=2021&\ncommittee=water&lang=en. Please fill it in by Friday, and send it.",
     "https://forms.example.org/submit?session=2021&committee=water&lang=en", "at a line's end, after &"),
    ("The form that you all need is to be found here: https://forms.example.org/submit\n?session=2021&committee=water. Please fill it in by Friday, and send it to me.",
     "https://forms.example.org/submit?session=2021&committee=water", "at a line's end, before ?"),
    ("as explained at length in the handbook (https://www.example.org/handbook/chap\nter-7/section-3.html), which every member of staff has read since it came out.",
     "https://www.example.org/handbook/chapter-7/section-3.html", "at a line's end, within a word"),
    ("as explained at length in the handbook, see https://www.example.org/hand%2\n0book/chapter.html, which every member of staff has read since it came out now.",
     "https://www.example.org/hand%20book/chapter.html", "at a line's end, within an escape"),
    ("as explained at length in the handbook, see https://www.example.org/handbook.\nhtml, which every member of staff has read since it came out a few years ago.",
     "https://www.example.org/handbook.html", "at a line's end, before an extension"),
    ("as explained at length, see https://code.example.org/commit/648d16d1cc8185ed3704373e\n43c84a6ab4315498 for the change that was made.",
     "https://code.example.org/commit/648d16d1cc8185ed3704373e43c84a6ab4315498", "at a line's end, the pieces make a hash"),
    ("The vector is explained, at length, at https://calc.example.org/v3?vector=AV:N/AC:L/PR:N/UI:N/S:\nU/C:N/I:N/A:H&version=3.1 by its makers.",
     "https://calc.example.org/v3?vector=AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H&version=3.1", "at a line's end, after one colon of many"),
    ("The whole of the list that was read out is to be found at http://www.example.org/index.\nphp?c=content&a=list for all who ask.",
     "http://www.example.org/index.php?c=content&a=list", "at a line's end, before an extension with a query"),
    ("https://news.example.com/stories/2020/12/ 1081302", "https://news.example.com/stories/2020/12/1081302", "after a slash, a long number"),
    ("https://docs.example.org/Pages/Display News.aspx?NewsID=26006&LangID=E", "https://docs.example.org/Pages/DisplayNews.aspx?NewsID=26006&LangID=E",
     "before a capital, and a query follows"),
    ("https://example.org/article/city- loses-22gb-data", "https://example.org/article/city-loses-22gb-data", "after a hyphen, before a word"),
    ("The specification stands at https://example.org/id/9001c8de\ufffec19e-41a0-87d3-5be4297e4d4c/specification.pdf for all.",
     "https://example.org/id/9001c8de-c19e-41a0-87d3-5be4297e4d4c/specification.pdf", "at a line's end, the hyphen is a UUID's own"),
    ("The statement (https://exam\u00adple.org/state\u00adments/2021/a-long-title) was read aloud.", "https://example.org/statements/2021/a-long-title", "soft hyphens"),
    ("The statement https://example.org/\u200bstatements/\u200b2021/\u200ba-long-title was read.", "https://example.org/statements/2021/a-long-title", "zero-width spaces"),
    ("https://example.org/statements\u00a0/2021/water", "https://example.org/statements/2021/water", "a no-break space"),
    ("https://example.org/statements /2021 /water /index.html", "https://example.org/statements/2021/water/index.html", "before each slash"),
    ("https://example.org/ statements/ 2021/ water.html", "https://example.org/statements/2021/water.html", "after each slash"),
    ("https://example.org/un-committee-concerned-about-minori ties-in-the-north",
     "https://example.org/un-committee-concerned-about-minorities-in-the-north", "in a word, and the slug goes on"),
    ("‘A city under siege’, https://news.example.com/2022/03/a-city-under-si ege/", "https://news.example.com/2022/03/a-city-under-siege/", "in the last word, before a slash"),
    ("https://news.example.com/world-asia- 61524508", "https://news.example.com/world-asia-61524508", "after a hyphen, before a number"),
    ("https://news.example.com/world-asia -61524508", "https://news.example.com/world-asia-61524508", "before a hyphen and a number"),
    ("https://docs.example.org/Home/Mobile?FinalSymbol=A%2FHRC%2F49%2F2&Language=E &DeviceType=Desktop",
     "https://docs.example.org/Home/Mobile?FinalSymbol=A%2FHRC%2F49%2F2&Language=E&DeviceType=Desktop", "before & in a long query"),
    ("https://video.example.com/watch?v=dQ w4w9WgXcQ", "https://video.example.com/watch?v=dQw4w9WgXcQ", "within an identifier"),
    ("https://example.org/idt-8df450b3-5d6d- 4ed8-bdcc-bd99137eadc3", "https://example.org/idt-8df450b3-5d6d-4ed8-bdcc-bd99137eadc3", "within a UUID"),
    ("https://doi.org/10. 1145/2931037.2931047", "https://doi.org/10.1145/2931037.2931047", "within a DOI's prefix"),
    ("See https://doi.org/10.1145/\n2931037.2931047 and others.", "https://doi.org/10.1145/2931037.2931047", "a DOI's prefix at a line's end"),
    ("Source: [http://www.example.org/report.htm]™", "http://www.example.org/report.htm", "a bracket and a trade mark behind"),
]  # fmt: skip

WHOLE = [
    ("See https://rain.example.org / Facebook, 3 May", "a slash between spaces that parts two names"),
    ("Online: https://rain.example.org / and/or by post", "a slash between an address and alternatives"),
    ("See https://example.org/search?q= or https://example.com/b for it.", "a function word behind an empty parameter"),
    ("We read https://example.org/doc?id=\nand the answer that came in the end.", "the same at a line's end"),
    ("Web: https://example.org/\nexample.com/verein", "a host below a link that ends in a slash"),
    ("Web: https://example.org/kontakt\nexample.com/verein", "a host below a link with a path"),
    ("[1] Results, https://example.org/search?q= https://example.com/b", "a link behind an empty search"),
    ("See https://example.org/report A/HRC/49/2, para. 3", "the symbol of a document"),
    ("See https://example.org/report E/CN.4/2005/6/Add.4", "a symbol with small letters in it"),
    ("See https://example.org/report 12/05/2021", "a date"),
    ("See https://example.org/report and/or the annex", "two alternatives"),
    ("See https://example.org/report Smith/Jones 2020", "two names"),
    ("See https://example.org/report 24/7 service", "numbers with a slash"),
    ("See https://example.org/human-rights well-being day", "a word with a hyphen"),
    ("See https://example.org/report COVID-19 in prisons", "a name with a number"),
    ("See https://example.org/report 3rd edition", "an ordinal"),
    ("See https://example.org/report pp. 12-14", "pages"),
    ("See https://example.org/report and annex.pdf", "a file that the sentence speaks of"),
    ("See https://example.org/report Report of the Committee.pdf", "a file's name as title"),
    ("See https://example.org/docs docs/config.yaml is the file", "a path that begins a word of its own"),
    ("See https://example.org/ state-of-the-art", "a phrase with hyphens after a bare host"),
    ("See https://example.org/rights ights", "the same letters again are no rest"),
    ("See https://example.org/en/about us", "a short word"),
    ("See https://example.org/report\nmailto:press@example.org", "a mail link below"),
    ("For details see http://www.example.org/\n.\nGenerated by a program", "a lone full stop below"),
    ("The page (https://www.example.org/reports/tr46/\n) says so.", "a lone bracket below"),
    ("as provided, among them https://www.example.org/docs/\n(Revision 1), and the report of an audit.", "a bracket opens below"),
    ("It says so in the report 1\n1 https://www.example.org/docs/guidelines/\nExample Audits, Berlin · 05/11/16 10/13", "a page's foot below"),
]  # fmt: skip


def _best(text):
    document = read_document(text.encode(), "letter.txt", "text/plain")
    return [one.url for one in propose(document, find(document).references) if one.url]


@pytest.mark.parametrize(("text", "url", "reason"), MENDED, ids=[row[2] for row in MENDED])
def test_a_stray_break_is_mended(text, url, reason):
    assert _best(text) == [url]


@pytest.mark.parametrize(("text", "reason"), WHOLE, ids=[row[1] for row in WHOLE])
def test_what_follows_a_link_is_not_joined_to_it(text, reason):
    url = next(word for word in text.replace("(", " ").split() if word.startswith("http"))
    assert url in _best(text)


def test_an_address_that_is_spaced_out_holds_that_of_its_archived_copy() -> None:
    text = "7. Rain, https://web. archive. org/ web/20200817135634 / http: //www . rain . example . net/index. php?option=com_content&view=article, p. 4"
    document = read_document(text.encode(), "letter.txt")
    first, *_ = propose(document, find(document).references)
    assert first.url == (
        "https://web.archive.org/web/20200817135634/http://www.rain.example.net/index.php?option=com_content&view=article"
    )


@pytest.mark.parametrize(
    ("written", "value", "reason"),
    [
        ("10.5555/jlr\u00ad2021.4711", "10.5555/jlr-2021.4711", "between a letter and a number it was a hyphen"),
        ("10.5555/lake\u00adlevels.4711", "10.5555/lakelevels.4711", "between letters it may be none"),
    ],
)
def test_a_doi_at_whose_hyphen_a_printed_line_ends(written: str, value: str, reason: str) -> None:
    document = read_document(f"4. Lakes, doi:{written} (accessed 3 May 2021).".encode(), "letter.txt")
    (proposal,) = propose(document, find(document).references)
    assert proposal.url == value, reason


@pytest.mark.parametrize("question", ["Opening the lock was wrong.", "YouTube has it, too."])
def test_a_question_about_a_link_is_no_query(question: str) -> None:
    assert _best(f"Have you read https://example.org/lakes.pdf?\n{question}") == ["https://example.org/lakes.pdf"]
