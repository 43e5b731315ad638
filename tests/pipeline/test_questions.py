"""What is asked, of whom, for which date."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_citation
from verifier.documents import Source, SourceKind
from verifier.model.citation import Candidate, Citation, Description, Extract, Note, NoteKind, Repair, RepairStatus
from verifier.model.dates import PartialDate
from verifier.model.document import Document, Position
from verifier.model.errors import UsageError
from verifier.model.report import SourceFailure
from verifier.pipeline.desk import Options
from verifier.pipeline.disclosure import disclosure
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import (
    cited_on,
    first_readings,
    host_of,
    left_out,
    other_readings,
    refuse_unknown_notes,
)

LONG = Candidate("https://example.org/long", 10, 0.6)
SHORT = Candidate("https://example.org/lo", 8, 0.4)


def planned(*citations: Citation, date: str | None = None) -> Planned:
    document = Document("letter.txt", "text/plain", "words", date=PartialDate.parse(date) if date else None)
    return Planned(Source("letter.txt", SourceKind.FILE), document, Extract((), citations))


def with_readings(status: RepairStatus) -> Citation:
    return a_citation(url=LONG.url, repair=Repair(status, 0.6, (), (LONG, SHORT)))


def test_an_open_link_is_asked_for_in_every_reading_a_settled_one_once() -> None:
    asked = [question.url for question in first_readings([planned(with_readings(RepairStatus.AMBIGUOUS))], Options())]
    assert asked == [LONG.url, SHORT.url]
    asked = [question.url for question in first_readings([planned(with_readings(RepairStatus.MENDED))], Options())]
    assert asked == [LONG.url]


@pytest.mark.parametrize("status", [RepairStatus.AMBIGUOUS, RepairStatus.MENDED])
@pytest.mark.parametrize(("pattern", "asked"), [("lo$", [LONG.url]), ("long$", []), ("other", [LONG.url, SHORT.url])])
def test_what_is_excluded_is_asked_for_in_no_reading(status: RepairStatus, pattern: str, asked: list[str]) -> None:
    sources, options = [planned(with_readings(status))], Options(exclude=(pattern,))
    questions = [
        *first_readings(sources, options),
        *other_readings(sources, options, lambda citation: citation.repair.candidates),
    ]
    assert list(dict.fromkeys(question.url for question in questions)) == asked


def test_further_readings_are_asked_for_but_not_the_one_that_was() -> None:
    sources = [planned(with_readings(RepairStatus.MENDED))]

    def further(citation: Citation) -> tuple[Candidate, ...]:
        return citation.repair.candidates

    assert [question.url for question in other_readings(sources, Options(), further)] == [SHORT.url]
    assert list(other_readings(sources, Options(exclude=("example",)), further)) == []
    assert list(other_readings([planned(a_citation())], Options(), further)) == []


@pytest.mark.parametrize(
    ("accessed", "letter", "option", "expected"),
    [
        ("2022-05-20", "2022-06-08", "2022-07-01", "2022-05-20"),  # what the author says comes first
        (None, "2022-06-08", "2022-07-01", "2022-07-01"),  # then what the user says of the letter
        (None, "2022-06-08", None, "2022-06-08"),  # then the letter
        (None, None, None, None),  # today
    ],
)
def test_the_date_of_a_citation(accessed, letter, option, expected) -> None:
    citation = a_citation(description=Description(accessed=PartialDate.parse(accessed) if accessed else None))
    options = Options(letter_date=PartialDate.parse(option) if option else None)
    assert cited_on(citation, planned(citation, date=letter), options) == (
        PartialDate.parse(expected) if expected else None
    )


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (Options(), None),
        (Options(offline=True), "offline"),
        (Options(notes=("2",)), "only note 2"),
        (Options(notes=("1",)), None),
        (Options(exclude=("example",)), "--exclude example"),
        (Options(include=("other",)), "--include"),
        (Options(include=("statement",)), None),
    ],
)
def test_what_is_left_out_says_why(options: Options, reason: str | None) -> None:
    told = left_out(a_citation(), options)
    assert (reason in (told or "")) if reason else told is None


def test_a_plan_names_hosts_archives_and_what_is_kept_from_them() -> None:
    secret = a_citation(url="https://example.net/a?access_token=abcdef123456")
    ftp = a_citation(url="ftp://example.org/a")
    words = disclosure([planned(a_citation(), secret, ftp)], Options(), ["web.archive.org"])
    assert "2 hosts would be asked for 2 addresses" in words
    assert "web.archive.org would learn of 1 address." in words
    assert "never sent to an archive, since it carries a secret" in words
    assert "ftp://example.org/a (not a web address)" in words
    private = disclosure([planned(a_citation())], Options(private=True), ["web.archive.org"])
    assert private == f"web.archive.org would learn of 1 address:\n    {a_citation().url}\nNothing was sent.\n"


@pytest.mark.parametrize(
    ("options", "archives"),
    [
        (Options(offline=True), ["web.archive.org"]),
        (Options(private=True), []),
        (Options(exclude=(".",)), ["a.example"]),
    ],
    ids=["offline", "no archive either", "all left out"],
)
def test_a_plan_in_which_nobody_is_asked_says_so(options: Options, archives: list[str]) -> None:
    told = disclosure([planned(a_citation())], options, archives)
    assert told.startswith("Nobody would be asked for anything.\n")
    assert "would learn" not in told
    assert "DNS" not in told


def test_a_plan_names_no_address_that_is_never_connected_to() -> None:
    sources = [planned(a_citation(), a_citation(url="http://192.168.3.4/minutes.html"))]
    words = disclosure(sources, Options(), ["web.archive.org"])
    assert "1 host would be asked for 1 address:" in words
    assert "not asked for: http://192.168.3.4/minutes.html (192.168.3.4 is a private address)" in words
    assert "2 hosts would be asked" in disclosure(sources, Options(), [], ["192.168.0.0/16"])


def test_a_plan_shows_nothing_that_steers_a_terminal() -> None:
    hostile = a_citation(url="http://a.example/\x1b[31m\u202egpj")
    ftp = a_citation(url=None, value="ftp://\x9b", as_written="ftp://\x9b\nNothing was sent.")
    words = disclosure([planned(hostile), planned(ftp)], Options(), [])
    assert "http://a.example/‹U+001B›[31m‹U+202E›gpj" in words
    assert not set(words) & set("\x1b\x9b\u202e")
    assert words.count("\nNothing was sent.") == 1


def test_only_a_proxy_would_be_told_of_the_tor_network() -> None:
    sources = [planned(a_citation(url="http://exampleonionaddress.onion/a"))]
    assert "not asked for: http://exampleonionaddress.onion/a (it is in the Tor network" in disclosure(
        sources, Options(), []
    )
    assert "1 host would be asked" in disclosure(sources, Options(), [], proxied=True)


def test_a_note_that_is_in_no_letter_is_a_mistake() -> None:
    notes = tuple(Note(n, str(n + 1), NoteKind.ENDNOTE, "Somewhere.", Position(9, 1), 0, 9) for n in range(2))
    noted = replace(planned(), found=Extract(notes))
    refuse_unknown_notes([noted], Options(notes=("2",)))
    with pytest.raises(UsageError, match="--note 9: there is no such note") as refused:
        refuse_unknown_notes([noted], Options(notes=("2", "9")))
    assert refused.value.hint == "The notes found are 1, 2."
    with pytest.raises(UsageError) as refused:
        refuse_unknown_notes([planned()], Options(notes=("9",)))
    assert refused.value.hint == "No note was found at all."
    unread = replace(noted, error=SourceFailure("cannot be read"))
    refuse_unknown_notes([noted, unread], Options(notes=("9",)))  # it may be in that one


@given(st.text(alphabet="aZ1.-:/?#@[]\\%\t\n é", max_size=12), st.sampled_from(("http://", "https://", "HTTP://", "")))
def test_a_host_read_at_a_glance_is_the_one_that_splitting_finds(rest, scheme):
    try:
        host = urlsplit(scheme + rest).hostname or ""
    except ValueError:
        host = ""
    assert host_of(scheme + rest) == host
