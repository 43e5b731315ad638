"""A copy from before a page was published is not offered as the copy of it: the publication date is a lower bound."""

from __future__ import annotations

import pytest

from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.archive_fetcher import on_counted_time
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, ArchiveResult

PAGE = "https://example.org/news/harbour-wall"
TITLE = "The harbour wall was rebuilt"
DAY = PartialDate(2022, 6, 8)
SOON = "Coming soon"
GOOD, FAR, BAD = ArchiveOutcome.ARCHIVED, ArchiveOutcome.ARCHIVED_FAR, ArchiveOutcome.ARCHIVED_BAD


def ask(
    captures: list[Captured], published: str, *, title: str = TITLE, faults: tuple[Fault, ...] = ()
) -> tuple[ArchiveResult, SimulatedArchive]:
    archive = SimulatedArchive(captures, faults)
    day = PartialDate.parse(published)
    check, _ = on_counted_time(archive, lambda wayback: wayback.check(PAGE, DAY, title=title, published=day))
    return check.result, archive


@pytest.mark.parametrize(
    ("published", "kept", "outcome", "chosen", "why"),
    [
        ("2022-06-06", {"0604": SOON, "0628": TITLE}, GOOD, "0628", "the nearest is older, and of something else"),
        ("2022-06-06", {"0604": TITLE, "0628": TITLE}, GOOD, "0628", "the title alone does not make it younger"),
        ("2022-06-06", {"0604": SOON, "0628": "Our wall"}, GOOD, "0628", "a younger one may have a title of its own"),
        ("2022-06-06", {"0604": SOON}, BAD, "0604", "there is no other"),
        ("2022-06-06", {"0604": TITLE}, GOOD, "0604", "it bears the title: the date may be of a later version"),
        ("2022-06-06", {"0530": TITLE, "0604": SOON}, BAD, "0604", "of older ones, one is looked at"),
        ("2022-06-06", {"0605": SOON}, GOOD, "0605", "the evening before, in the time of the archive"),
        ("2022-06", {"0601": "Our wall", "0630": TITLE}, GOOD, "0601", "within the month nobody knows"),
        ("2022-06", {"0530": "Our wall", "0630": TITLE}, GOOD, "0630", "before the month"),
        ("2022", {"0201": "Our wall"}, FAR, "0201", "within the year nobody knows"),
        ("2022-07-01", {"0604": "Our wall", "0702": TITLE}, GOOD, "0604", "no page is cited before it is published"),
    ],
)
def test_a_copy_from_before_the_page(
    published: str, kept: dict[str, str], outcome: ArchiveOutcome, chosen: str, why: str
) -> None:
    captures = [Captured(PAGE, f"2022{day}120000", title=title) for day, title in kept.items()]
    result, _ = ask(captures, published)
    assert result.snapshot is not None
    assert (result.outcome, result.snapshot.timestamp) == (outcome, f"2022{chosen}120000"), why


def test_it_is_told_why_a_copy_is_no_use() -> None:
    result, archive = ask([Captured(PAGE, "20220604120000", title=SOON)], "2022-06-06")
    assert "is no use: it is older than the page, which is dated 2022-06-06" in "\n".join(result.evidence)
    assert len(archive.log) == 3, "found, read, and the index asked for others"


def test_without_a_title_nothing_but_the_date_speaks_against_a_copy() -> None:
    result, _ = ask([Captured(PAGE, "20220604120000", title=SOON)], "2022-06-06", title="")
    assert result.outcome is GOOD
    assert "no good copy is known from after the page was published (2022-06-06)" in result.evidence


def test_a_younger_copy_is_found_behind_many_older_ones() -> None:
    older = [Captured(PAGE, f"202206{day:02}120000", text=f"As of {day} June.") for day in range(1, 7)]
    older += [Captured(PAGE, f"202205{day:02}120000", text=f"As of {day} May.") for day in range(10, 31)]
    result, archive = ask([*older, Captured(PAGE, "20220801120000", title=TITLE)], "2022-06-08")
    assert result.snapshot is not None
    assert result.snapshot.timestamp == "20220801120000"
    assert len(archive.requests("playback")) == 3, "none of the older ones but the nearest is read"


def test_a_silent_index_takes_nothing_away() -> None:
    captures = [Captured(PAGE, "20220604120000", title=TITLE), Captured(PAGE, "20220628120000", title=TITLE)]
    result, _ = ask(captures, "2022-06-06", faults=(Fault("503", pool="index"),))
    assert result.snapshot is not None
    assert (result.outcome, result.snapshot.timestamp) == (GOOD, "20220604120000")
