"""Title, publisher, author and dates from a citation's own words."""

from __future__ import annotations

import pytest

from tests.timing import at_most
from verifier.citations.metadata import Own, describe, describe_in_prose

ROWS = [
    (
        "curly single",
        "OHCHR, ‘ Statement after visit’ 28 May 2022:",
        "",
        ("Statement after visit", "OHCHR", None, "2022-05-28", None),
    ),
    (
        "nested quotation",
        "OHCHR, ‘Expert: a “dark stain on us”’ 27 April 2022:",
        "",
        ("Expert: a “dark stain on us”", "OHCHR", None, "2022-04-27", None),
    ),
    (
        "mismatched closer",
        "Coalition, ‘Over 220 groups postpone her visit‘ 5 May 2022: ",
        "",
        ("Over 220 groups postpone her visit", "Coalition", None, "2022-05-05", None),
    ),
    (
        "apostrophes close nothing",
        "HRW, ‘China’s Interference in Workers’ Rights’ September 2017: ",
        "",
        ("China’s Interference in Workers’ Rights", "HRW", None, "2017-09", None),
    ),
    (
        "lead-in and page",
        "For example, see School Institute, “Far From Home,” 2021, pg. 24, available at: ",
        "",
        ("Far From Home", "School Institute", None, "2021", None),
    ),
    ("name alone", " OHCHR, ", "", (None, "OHCHR", None, None, None)),
    ("nothing", " ", "", (None, None, None, None, None)),
    ("the same author", " ders., ", "", (None, None, None, None, None)),
    ("the same author, and a title", "Týž, „Lípy v parku“, ", "", ("Lípy v parku", None, None, None, None)),
    (
        "the same author, nothing quoted",
        "Idem, The Limes of the Park, ",
        "",
        ("The Limes of the Park", None, None, None, None),
    ),
    (
        "author and publisher",
        "Jane Doe, BBC, “A title”, 3 May 2021, ",
        "",
        ("A title", "BBC", "Jane Doe", "2021-05-03", None),
    ),
    (
        "publisher behind",
        'J. Roe, "Third thing," Journal of Lakes, May 2018. Available: ',
        "",
        ("Third thing", "Journal of Lakes", "J. Roe", "2018-05", None),
    ),
    (
        "APA",
        "Smith, J. (2020). The lakes of the north. Lake Press. ",
        "",
        ("The lakes of the north", "Lake Press", "Smith, J", "2020", None),
    ),
    (
        "unquoted",
        "Human Rights Watch, The Costs of Advocacy, September 2017: ",
        "",
        ("The Costs of Advocacy", "Human Rights Watch", None, "2017-09", None),
    ),
    ("accessed behind", "BBC, “T t”, ", " (accessed 5 May 2022).", ("T t", "BBC", None, None, "2022-05-05")),
    ("abgerufen", "BBC, „T t“, ", " (abgerufen am 4. April 2022)", ("T t", "BBC", None, None, "2022-04-04")),
    ("consulté", "BBC, « T t », 2021, ", ", consulté le 3 avril 2022.", ("T t", "BBC", None, "2021", "2022-04-03")),
    ("visitado", "BBC, «T t», ", " (visitado el 3 de abril de 2022)", ("T t", "BBC", None, None, "2022-04-03")),
    ("bezocht", "BBC, ‘T t’, ", " (laatst bezocht op 3 april 2022)", ("T t", "BBC", None, None, "2022-04-03")),
    ("eingesehen", "BBC, „T t“, ", " (eingesehen am 3.4.2022)", ("T t", "BBC", None, None, "2022-04-03")),
    ("достъп", "BBC, „T t“, ", " (достъп на 3.04.2022)", ("T t", "BBC", None, None, "2022-04-03")),
    ("Korean, date first", "", " (2022년 4월 3일 접속)", (None, None, None, None, "2022-04-03")),
    ("visitors", "BBC, ‘Visitors of 2021’, 3 April 2022, ", "", ("Visitors of 2021", "BBC", None, "2022-04-03", None)),
    ("Chinese, date first", "", "（2022年4月4日访问）", (None, None, None, None, "2022-04-04")),
    (
        "Chinese marks",
        "《示例报》：“湖水水位下降”，2022年5月28日，",
        "",
        ("湖水水位下降", "示例报", None, "2022-05-28", None),
    ),
    (
        "a passage that began before this part",
        "; the office names the person and the assembly agrees.” ",
        "",
        (None, None, None, None, None),
    ),
    (
        "a title behind such a passage",
        " as it was agreed.” Example Office, “A statement”, 2021, ",
        "",
        ("A statement", "Example Office", None, "2021", None),
    ),
    (
        "marks that are the same at both ends",
        "Example Office, ”A statement”, ",
        "",
        ("A statement", "Example Office", None, None, None),
    ),
    (
        "a passage is no title",
        "“This is a sentence that goes on for quite a while and ends, as sentences do, with a full stop.” ",
        "",
        (None, None, None, None, None),
    ),
    (
        "nor is a part of a sentence",
        "“the lake was let down by a yard on a Sunday”, Lake Board, ",
        "",
        (None, "Lake Board", None, None, None),
    ),
    (
        "a title in lower case is short",
        "Lake Board, “how the lake fell”, ",
        "",
        ("how the lake fell", "Lake Board", None, None, None),
    ),
    ("UN Doc. is no publisher", "UN Doc. ", " (2022)", (None, None, None, "2022", None)),
    (
        "a title that ends in documents",
        "Rules on access to documents, ",
        "",
        (None, "Rules on access to documents", None, None, None),
    ),
    ("a body and its document", "OHCHR document ", "", (None, "OHCHR", None, None, None)),
    ("a body of two words", "United Nations document ", "", (None, "United Nations", None, None, None)),
    ("the same, es", "Naciones Unidas documento ", "", (None, "Naciones Unidas", None, None, None)),
    ("documents of a body", "Rules on UN documents, ", "", (None, "Rules on UN documents", None, None, None)),
    (
        "a body before UN Doc",
        "Human Rights Council, UN Doc. ",
        ", 3 May 2021",
        (None, "Human Rights Council", None, "2021-05-03", None),
    ),
    (
        "a resolution's year is no date",
        "Lake Board, resolution 1325 (2000), ",
        "",
        (None, "Lake Board", None, None, None),
    ),
    (
        "a page behind the year is no title",
        "Commission of Inquiry, Final Report (1978), p. 3: ",
        "",
        ("Final Report", "Commission of Inquiry", None, "1978", None),
    ),
    (
        "what a source is publishes nothing",
        "Lake Watch, “Low water”, Press release 14/2023, 3 May 2023, ",
        "",
        ("Low water", "Lake Watch", None, "2023-05-03", None),
    ),
    (
        "nor does its number",
        "Lake Commission, “Low water”, INF/21/3440, ",
        "",
        ("Low water", "Lake Commission", None, None, None),
    ),
    (
        "lawyers' brackets",
        "Ministry of Lakes, ‘Low water’ (White Paper, 4 May 1999) <",
        ">",
        ("Low water", "Ministry of Lakes", None, "1999-05-04", None),
    ),
    (
        "lawyers' journals",
        "Olga Fennimore, ‘Low water’ (2001) 12 Coast Review 33, 35 <",
        ">",
        ("Low water", "Coast Review", "Olga Fennimore", "2001", None),
    ),
    (
        "the same in America",
        "Olga Fennimore, “Low water”, 12 Coast L. Rev. 33 (2001), ",
        "",
        ("Low water", "Coast L. Rev.", "Olga Fennimore", "2001", None),
    ),
    (
        "a day between commas is no volume",
        "Lake Watch, “Low water”, 4 May 1999, ",
        "",
        ("Low water", "Lake Watch", None, "1999-05-04", None),
    ),
    (
        "Vancouver, one author",
        "Fennimore O. Filters at school. Air. 2019;4:7. Available from: ",
        "",
        ("Filters at school", "Air", "Fennimore O", "2019", None),
    ),
    (
        "Vancouver, et al.",
        "Fennimore O, van der Quay PP, et al. Cheap filters. PMID: ",
        "",
        ("Cheap filters", None, "Fennimore O, van der Quay PP, et al", None, None),
    ),
    (
        "a year that the title ends with",
        "Lake Levels Since 1950. ",
        "",
        ("Lake Levels Since 1950", None, None, "1950", None),
    ),
    (
        "a span of years",
        "Lake Board, Lake Plan 2022–2026, p. 12, ",
        "",
        ("Lake Plan 2022–2026", "Lake Board", None, "2026", None),
    ),
    (
        "the volume of a journal",
        "R. Bose, “Low water,” Water Law Review, vol. 12, 2021, doi: ",
        "",
        ("Low water", "Water Law Review", "R. Bose", "2021", None),
    ),
    ("a full stop behind a number", "Lake Board, “Answer 44.” ", "", ("Answer 44", "Lake Board", None, None, None)),
    (
        "APA, a question",
        "Hale, M. A. (2015, May 4). Does it help? The Lake. ",
        "",
        ("Does it help?", "The Lake", "Hale, M. A", "2015-05-04", None),
    ),
    (
        "APA, pages of a journal",
        "Orr, T. (2020). What they know. Journal of Lakes, 12(3), 44–60. ",
        "",
        ("What they know", "Journal of Lakes", "Orr, T", "2020", None),
    ),
    (
        "APA, the form of the work",
        "Lake Board. (2018a). Lake policy [Policy paper]. ",
        "",
        ("Lake policy", None, "Lake Board", "2018", None),
    ),
    (
        "the number of a paper is the second choice",
        "Lake Inquiry, Final Volume, Drucksache 19/4321, 4 May 2021, ",
        "",
        ("Final Volume", "Lake Inquiry", None, "2021-05-04", None),
    ),
    (
        "a book and its house",
        "Olga Fennimore, Reading in a village, Valley Presses, 1998, ISBN ",
        "",
        ("Reading in a village", "Valley Presses", "Olga Fennimore", "1998", None),
    ),
    ("italics", "BBC, *Low Water*, 2021, ", "", ("Low Water", "BBC", None, "2021", None)),
]


IN_PROSE = [
    (
        "a title directly before",
        "reported the BBC, “Low water”, 3 May 2021, ",
        False,
        ("Low water", None, "2021-05-03"),
    ),
    ("with its publisher", "BBC, “Low water” (2021): ", False, ("Low water", "BBC", "2021")),
    ("a running sentence", "As the lake fell in 2021 we wrote at ", False, (None, None, None)),
    (
        "a quotation farther off",
        "It was “low water” when the board met and wrote it down at ",
        False,
        (None, None, None),
    ),
    ("a bracket that dates", "BBC, 3 May 2021, ", True, ("BBC", None, "2021-05-03")),
    ("a bracket that says little", "see ", True, (None, None, None)),
]


@pytest.mark.parametrize(("reason", "before", "bracketed", "said"), IN_PROSE, ids=[row[0] for row in IN_PROSE])
def test_what_prose_before_a_link_says_of_it(
    reason: str, before: str, bracketed: bool, said: tuple[str | None, ...]
) -> None:
    description = describe_in_prose(Own(before, "."), bracketed=bracketed)
    date = str(description.date) if description.date else None
    assert (description.title, description.publisher, date) == said


@pytest.mark.parametrize(("reason", "before", "after", "said"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_citations_own_words_say_of_it(
    reason: str, before: str, after: str, said: tuple[str | None, ...]
) -> None:
    description = describe(Own(before, after))
    date, accessed = description.date, description.accessed
    assert (
        description.title,
        description.publisher,
        description.author,
        str(date) if date else None,
        str(accessed) if accessed else None,
    ) == said


OTHER_LANGUAGES = [
    (
        "水务委员会：《年度报告》，第14页，",
        "，2024年3月2日查阅",
        ("年度报告", "水务委员会", None, None, "2024-03-02"),
    ),
    (
        "لجنة المياه، «التقرير»، ص 14، 3 مايو 2021، ",
        "، تاريخ الاطلاع 2 فبراير 2024.",
        ("التقرير", "لجنة المياه", None, "2021-05-03", "2024-02-02"),
    ),
    ("Лига, «Доклад», 3 мая 2021 г., с. 14, ", "", ("Доклад", "Лига", None, "2021-05-03", None)),
    ("Rada Wody, „Raport”, 3 maja 2021, ", "", ("Raport", "Rada Wody", None, "2021-05-03", None)),
    ("Müller, K. (2020a). „Der See“. ", "", ("Der See", None, "Müller, K", "2020", None)),
    ("Lake Friends Society, Levels (2021), ", "", ("Levels", "Lake Friends Society", None, "2021", None)),
    ("R. Sample et al. Water levels (1994). ", "", ("Water levels", None, "R. Sample et al", "1994", None)),
    ("المعهد الوطني للمياه، تقرير السنة، 2023، ", "", ("تقرير السنة", "المعهد الوطني للمياه", None, "2023", None)),
    ("የውሃ ተቋም፣ ዓመታዊ ሪፖርት፣ ", "", ("ዓመታዊ ሪፖርት", "የውሃ ተቋም", None, None, None)),
    (
        "Seeverband Mitte e. V.: „Der See“, Pressemitteilung vom 17.03.2023, ",
        "",
        ("Der See", "Seeverband Mitte e. V", None, "2023-03-17", None),
    ),
    (
        "Stadt Moosheim, Vorlage 14/2023, 3. Februar 2023, ",
        "",
        ("Vorlage 14/2023", "Stadt Moosheim", None, "2023-02-03", None),
    ),
    (
        "مركز المياه، تقرير القرى، 2021، ",
        "، تاريخ الدخول 7 تموز 2021",
        ("تقرير القرى", "مركز المياه", None, "2021", "2021-07-07"),
    ),
    (
        "Göl Odası. (2022). Göl raporu. ",
        " adresinden 20.03.2023 tarihinde erişildi.",
        ("Göl raporu", None, "Göl Odası", "2022", "2023-03-20"),
    ),
    ("Servicio de Lagos, Informe técnico, 2021, ", "", ("Informe técnico", "Servicio de Lagos", None, "2021", None)),
    ("Göl Derneği, Körfez Raporu 2021, s. 12, ", "", ("Körfez Raporu 2021", "Göl Derneği", None, "2021", None)),
    ("Фонд «Река», Полный доклад, 2022, ", "", ("Полный доклад", "Фонд «Река»", None, "2022", None)),
    ("Совет о «новой реке», 2022, ", "", ("новой реке", "Совет о", None, "2022", None)),
    (
        "Préfecture du Val, arrêté n° 44, 8 mars 2021, ",
        "",
        ("arrêté n° 44", "Préfecture du Val", None, "2021-03-08", None),
    ),
    ("Фонд «Река», «Доклад», 2 июля 2022 г., ", "", ("Доклад", "Фонд «Река»", None, "2022-07-02", None)),
    ("Voir Dupont, J., « L’eau », 2019, ", "", ("L’eau", None, "Dupont, J", "2019", None)),
]


@pytest.mark.parametrize(("before", "after", "said"), OTHER_LANGUAGES, ids=[row[0] for row in OTHER_LANGUAGES])
def test_describe_in_other_languages(before: str, after: str, said: tuple[str | None, ...]) -> None:
    found = describe(Own(before, after))
    dates = [None if one is None else str(one) for one in (found.date, found.accessed)]
    assert (found.title, found.publisher, found.author, *dates) == said


SIGNALS = [
    ("另见人权观察，《报告》，2021年3月，", "人权观察"),
    ("另見：聯合國，《報告》，", "聯合國"),
    ("又见环保署：《报告》，", "环保署"),
    ("另见《报告》，", None),
    ("见证者报，《报告》，", "见证者报"),  # a name that begins with the same sign
    ("См. также: Лига, «Доклад», 2020, ", "Лига"),
    ("Voir également Conseil de l’eau, « Rapport », 2020, ", "Conseil de l’eau"),
    ("Vgl. dazu Seenamt, „Bericht“, 2020, ", "Seenamt"),
    ("انظر أيضا منظمة المياه، «تقرير»، 2020، ", "منظمة المياه"),
    ("But see Lake Watch, “Report”, 2020, ", "Lake Watch"),
    ("Cfr. Ufficio Laghi, «Rapporto», 2020, ", "Ufficio Laghi"),
    ("참조: 물위원회, “보고서”, 2020, ", "물위원회"),
    ("V. anche Ufficio Laghi, «Rapporto», 2020, ", "Ufficio Laghi"),
    (" v. anche ", None),
    (" e ", None),  # what only joins two sources names none
    (" und ", None),
]


@pytest.mark.parametrize(("before", "publisher"), SIGNALS, ids=[before for before, _ in SIGNALS])
def test_words_that_only_point_to_a_source_are_not_its_publisher(before: str, publisher: str | None) -> None:
    assert describe(Own(before, "")).publisher == publisher


@pytest.mark.parametrize("run", [" ", ". ", ".", "-", "(", ",", " .,;:([–-", "\n", "p. ", "1 ", "第"])
def test_long_runs_of_signs_are_read_in_time(run: str) -> None:
    """Dotted leaders, rules and worse: twenty such citations were once a minute's work."""
    with at_most(3):
        for _ in range(20):
            describe(Own(f"Council report{run * 1200}"[:1200] + "x", ""))
