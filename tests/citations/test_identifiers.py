"""Identifiers and UN symbols, row by row with the reason."""

from __future__ import annotations

import pytest

from verifier.citations.identifiers import find_identifiers, from_url, isbn_digits, url_of, wrong_isbns
from verifier.citations.un_symbols import find_symbols
from verifier.model.citation import Kind

IDENTIFIERS = [
    ("doi: prefix", "doi:10.5555/ab(c)d.", [("doi", "doi:10.5555/ab(c)d", "10.5555/ab(c)d")]),
    (
        "DOI and a space",
        "DOI 10.5555/S0140-6736(20)3;",
        [("doi", "DOI 10.5555/S0140-6736(20)3", "10.5555/S0140-6736(20)3")],
    ),
    (
        "in the words of a link of Markdown",
        "[doi:10.5555/eau1](https://example.org/eau1)",
        [("doi", "doi:10.5555/eau1", "10.5555/eau1")],
    ),
    ("bare DOI", "10.5555/eau.2022.014, p. 3", [("doi", "10.5555/eau.2022.014", "10.5555/eau.2022.014")]),
    ("a month and a year are none", "since 10.2019/5", []),
    ("arXiv with version", "arXiv:2101.00001v2.", [("arxiv", "arXiv:2101.00001v2", "2101.00001v2")]),
    ("old arXiv", "arXiv:math.GT/0309136", [("arxiv", "arXiv:math.GT/0309136", "math.GT/0309136")]),
    ("PMID", "PMID: 12345678.", [("pmid", "PMID: 12345678", "12345678")]),
    ("ISBN-13", "ISBN 978-3-16-148410-0, 2", [("isbn", "ISBN 978-3-16-148410-0", "9783161484100")]),
    ("ISBN over a line's end", "ISBN 978-3-16-\n148410-0", [("isbn", "ISBN 978-3-16-\n148410-0", "9783161484100")]),
    (
        "a second ISBN without its name",
        "ISBN 978-3-16-148410-0 (print), 978-1-4028-9462-6",
        [("isbn", "ISBN 978-3-16-148410-0", "9783161484100"), ("isbn", "978-1-4028-9462-6", "9781402894626")],
    ),
    ("no second one, by its check digit", "no ISBN, but 978-1-4028-9462-5", []),
    ("ISBN-10", "ISBN 0-306-40615-2", [("isbn", "ISBN 0-306-40615-2", "0306406152")]),
    ("wrong check digit", "ISBN 978-3-16-148410-1", []),
    ("Handle", "hdl:2027/mdp.39015", [("handle", "hdl:2027/mdp.39015", "2027/mdp.39015")]),
    ("URN", "urn:nbn:de:101:1-2.", [("urn", "urn:nbn:de:101:1-2", "urn:nbn:de:101:1-2")]),
    ("a line ends after the slash", "doi:10.5555/\nxyz1 and", [("doi", "doi:10.5555/", "10.5555/")]),
    ("the same without a word before it", "in 10.5555/\nxyz1", []),
    ("a name plainly follows", "in 10.5555/\nalt.tn.0031.v2; see", [("doi", "10.5555/", "10.5555/")]),
    ("a name follows in quoted mail", "10.5555/\n> j.eau-2022.14 p. 3", [("doi", "10.5555/", "10.5555/")]),
    ("a month, a year and a word", "depuis 10.2019/\njusqu'à présent", []),
    ("a month, a year and another", "von 10.2019/\n11.2019 an", []),
    (
        "SICI",
        "10.5555/(SICI)1097-4628(2001)12:3<201::AID-OW7>3.0.CO;2-K.",
        [("doi",) + ("10.5555/(SICI)1097-4628(2001)12:3<201::AID-OW7>3.0.CO;2-K",) * 2],
    ),
    ("a tag is no SICI", "10.5555/ab12<b>bold</b>", [("doi", "10.5555/ab12", "10.5555/ab12")]),
    ("in angle brackets", "in <10.5555/ab12>", [("doi", "10.5555/ab12", "10.5555/ab12")]),
    ("arXiv at a line's end", "arXiv:math.OC/\n0310194", [("arxiv", "arXiv:math.OC/", "math.OC/")]),
    ("Chinese words before it", "见arXiv:2101.00001。", [("arxiv", "arXiv:2101.00001", "2101.00001")]),
    ("letters before it", "xarXiv:2101.00001", []),
    ("ECLI", "ECLI:EU:C:2014:317.", [("ecli", "ECLI:EU:C:2014:317", "ECLI:EU:C:2014:317")]),
]


@pytest.mark.parametrize(("reason", "text", "found"), IDENTIFIERS, ids=[row[0] for row in IDENTIFIERS])
def test_identifiers_are_found_with_their_canonical_values(
    reason: str, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert [(spot.kind.value, text[spot.start : spot.end], spot.value) for spot in find_identifiers(text)] == found


SYMBOLS = [
    ("spoken", "General Assembly resolution 48/141, the", ["A/RES/48/141"]),
    ("spoken with symbol", "General Assembly resolution A/RES/48/141", ["A/RES/48/141", "A/RES/48/141"]),
    ("list", "Security Council resolutions 1325 (2000) and 1820 (2008)", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
    ("Roman session", "resolution 2758 (XXVI) of the General Assembly", ["A/RES/2758(XXVI)"]),
    ("part before the session", "General Assembly resolution 217 A (III)", ["A/RES/217(III)"]),
    ("Human Rights Council", "Human Rights Council resolution 49/1", ["A/HRC/RES/49/1"]),
    ("decision", "Human Rights Council decision 2/102", ["A/HRC/DEC/2/102"]),
    ("ECOSOC", "ECOSOC resolution 1996/31", ["E/RES/1996/31"]),
    ("Commission", "Commission on Human Rights resolution 2005/80", ["E/CN.4/RES/2005/80"]),
    ("French", "la résolution 48/141 de l’Assemblée générale", ["A/RES/48/141"]),
    ("Spanish", "la resolución 1325 (2000) del Consejo de Seguridad", ["S/RES/1325(2000)"]),
    ("Chinese", "联合国大会第64/292号决议", ["A/RES/64/292"]),
    ("French, body first", "Conseil de sécurité, résolution 1325 (2000), et", ["S/RES/1325(2000)"]),
    ("Spanish, body first", "Consejo de Seguridad, resolución 1325 (2000)", ["S/RES/1325(2000)"]),
    ("German, body first", "UN-Sicherheitsrat, Resolution 1325 (2000)", ["S/RES/1325(2000)"]),
    ("German, body last", "Resolution 48/141 der Generalversammlung", ["A/RES/48/141"]),
    (
        "German genitive",
        "Resolutionen 1325 (2000) und 1820 (2008) des Sicherheitsrates",
        ["S/RES/1325(2000)", "S/RES/1820(2008)"],
    ),
    ("body first, in its resolution", "the Human Rights Council, in its resolution 49/1,", ["A/HRC/RES/49/1"]),
    ("Italian", "la risoluzione 1325 (2000) del Consiglio di Sicurezza", ["S/RES/1325(2000)"]),
    ("Portuguese", "a resolução 48/141 da Assembleia Geral", ["A/RES/48/141"]),
    ("Russian", "резолюция 1325 (2000) Совета Безопасности", ["S/RES/1325(2000)"]),
    ("a year behind other symbols is a date", "A/HRC/RES/49/1 (2022)", ["A/HRC/RES/49/1"]),
    ("a year behind the Council's is not", "S/RES/1325 (2000)", ["S/RES/1325(2000)"]),
    ("Chinese word before it", "见A/HRC/49/2号", ["A/HRC/49/2"]),
    ("UNSCR", "UNSCR 1325 (2000)", ["S/RES/1325(2000)"]),
    ("nobody's resolution", "the resolution 48/141 was", []),
    ("an Assembly resolution needs a session", "General Assembly resolution 48", []),
    ("written", "UN Doc. A/HRC/49/2.", ["A/HRC/49/2"]),
    ("written with year", "S/RES/1325 (2000), and", ["S/RES/1325(2000)"]),
    ("treaty bodies", "CCPR/C/GC/34 and CAT/C/CHN/CO/5", ["CCPR/C/GC/34", "CAT/C/CHN/CO/5"]),
    ("modifiers", "E/CN.4/2005/10/Add.1", ["E/CN.4/2005/10/Add.1"]),
    ("paper sizes and alternatives", "A/4, A/B, and/or, S/he", []),
]


SYMBOLS += [
    ("broken after a slash", "A/HRC/49/53 and A/HRC/49/\n53/Add.1.", ["A/HRC/49/53", "A/HRC/49/53/Add.1"]),
    ("broken before a slash", "see A/HRC/49\n/53, para. 2", ["A/HRC/49/53"]),
    ("broken after the first slash", "see A/\nHRC/49/53 and S/\n2019/7", ["A/HRC/49/53", "S/2019/7"]),
    ("the same of a treaty's body, in quoted mail", "voir CCPR/\n> C/CHL/CO/6.", ["CCPR/C/CHL/CO/6"]),
    ("broken behind the first body's dot", "see E/CN.\n4/2001/72, para. 2", ["E/CN.4/2001/72"]),
    ("an alternative at a line's end", "paper A/\nB and C/\nD/e", []),
    ("before any number", "Документ E/CN.4/\n    2005/6/Add.4", ["E/CN.4/2005/6/Add.4"]),
    ("in quoted mail", "voir A/RES/\n> > 76/300.", ["A/RES/76/300"]),
    ("after the dot of an addendum", "véase A/HRC/49/53/Add.\n1, párr. 4", ["A/HRC/49/53/Add.1"]),
    ("twice", "A/HRC/\n49/\n53", ["A/HRC/49/53"]),
    ("a special session", "A/HRC/S-\n33/1", ["A/HRC/S-33/1"]),
    ("a year follows the number", "S/RES/\n2417 (2018), operative", ["S/RES/2417(2018)"]),
    ("a space after the slash", "CCPR/C/ 136/D/2806 and", ["CCPR/C/136/D/2806"]),
    ("a sentence ends", "as in A/HRC/49/53.\n2 The Council", ["A/HRC/49/53"]),
    ("a note begins below", "see A/HRC/49/53\n2 Report", ["A/HRC/49/53"]),
    ("another symbol below", "A/HRC/49/53\nA/HRC/49/54", ["A/HRC/49/53", "A/HRC/49/54"]),
    ("what follows is no part, the rest is lost", "see A/HRC/49/\nThe Council", []),
    ("a paragraph ends", "see A/HRC/49/\n\n53 states", []),
    ("two that share their beginning", "A/HRC/49/53 / 54", ["A/HRC/49/53"]),
]


@pytest.mark.parametrize(("reason", "text", "symbols"), SYMBOLS, ids=[row[0] for row in SYMBOLS])
def test_symbols_written_and_spoken_are_found(reason: str, text: str, symbols: list[str]) -> None:
    assert [spot.value for spot in find_symbols(text)] == symbols


URLS = [
    (Kind.DOI, "10.5555/a", "https://doi.org/10.5555/a"),
    (Kind.ARXIV, "2101.00001", "https://arxiv.org/abs/2101.00001"),
    (Kind.UN_SYMBOL, "A/RES/48/141", "https://docs.un.org/en/A/RES/48/141"),
    (Kind.UN_SYMBOL, "S/RES/1325", None),
    (Kind.HANDLE, "2027/a", "https://hdl.handle.net/2027/a"),
    (Kind.PMID, "12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
    (Kind.ISBN, "9783161484100", None),
    (Kind.URN, "urn:isbn:0451450523", None),
    (Kind.URN, "urn:nbn:de:101:1-2", "https://nbn-resolving.org/urn:nbn:de:101:1-2"),
    (Kind.URL, "https://example.org/", "https://example.org/"),
]


@pytest.mark.parametrize(("kind", "value", "url"), URLS)
def test_where_a_reader_is_sent(kind: Kind, value: str, url: str | None) -> None:
    assert url_of(kind, value) == url


RESOLVERS = [
    ("https://doi.org/10.5555/a%2Fb", (Kind.DOI, "10.5555/a/b")),
    ("http://dx.doi.org/10.5555/a", (Kind.DOI, "10.5555/a")),
    ("https://arxiv.org/abs/2101.00001v2", (Kind.ARXIV, "2101.00001v2")),
    ("https://hdl.handle.net/2027/a", (Kind.HANDLE, "2027/a")),
    ("https://doi.org/", None),
    ("https://example.org/10.5555/a", None),
]


@pytest.mark.parametrize(("url", "identifier"), RESOLVERS)
def test_what_a_resolvers_link_stands_for(url: str, identifier: tuple[Kind, str] | None) -> None:
    assert from_url(url) == identifier


def test_a_sici_is_read_from_its_resolver_and_sent_to_it() -> None:
    name = "10.5555/(SICI)1097-4628(2001)12:3<201::AID-OW7>3.0.CO;2-K"
    assert from_url(f"https://doi.org/{name}") == (Kind.DOI, name)
    assert url_of(Kind.DOI, name) == "https://doi.org/10.5555/(SICI)1097-4628(2001)12:3%3C201::AID-OW7%3E3.0.CO;2-K"


def test_a_wrong_check_digit_is_told() -> None:
    assert wrong_isbns("ISBN 978-3-16-148410-1 and ISBN 0-306-40615-2, ISBN 12345") == ["ISBN 978-3-16-148410-1"]


def test_isbn_stops_at_its_own_end() -> None:
    assert isbn_digits("0-306-40615-2 99") == ("0306406152", 13)
