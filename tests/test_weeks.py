"""Ten weekly runs over two hundred letters, through the real program, with links that die, come back, flap and move.

The clock is a test's (`clients.clock` of the wiring), the web is simulated, all else is what a scheduled run does. What
each week must tell is worked out here from the script alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.web.archive import Captured, SimulatedArchive
from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.catalogue import Catalogue
from tests.web.model import Page, Site
from tests.web.pages import article, error_page
from tests.web.server import SimulatedWeb
from verifier.cli import main
from verifier.pipeline import Clock
from verifier.wiring import clients

WEEKS, LETTERS, PER_LETTER = 10, 200, 3
BEGUN = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)

# One letter for each week: . there, x not found, > moved for good, ! the server fails; A: captured from that week on.
SCRIPT = {
    **dict.fromkeys(("died-1", "died-2", "died-3", "died-4"), "...xxxxxxx"),
    **dict.fromkeys(("died-5", "died-6", "died-7"), "......xxxx"),
    "died-8": "........xx",
    "dead-all-along": "xxxxxxxxxx",
    **dict.fromkeys(("moved-1", "moved-2"), "...>>>>>>>"),
    "moved-and-died": "...>>>xxxx",
    "came-back": "...xxx....",
    "flapping": "...x..x..x",
    "failed-once": "......!...",
    **dict.fromkeys(("kept-later-1", "kept-later-2"), "......A..."),
    **{f"steady-{number}": "." * WEEKS for number in range(23)},
}
QUIET = {1, 2, 5}
"""The weeks in which nothing happens."""
LINKS = {name: f"https://{name.partition('-')[0]}.example/{name}.html" for name in SCRIPT}


def title(name: str) -> str:
    return f"What the harbour board decided about {name.replace('-', ' ')}"


TOLD = {
    ".x": "newly_broken",
    ">x": "newly_broken",
    "x.": "recovered",
    ".>": "changed",
    ".!": "changed",
    "!.": "changed",
    ".A": "newly_archived",
}


class Scripted(Catalogue):
    """The web of the present week."""

    week: int

    def find(self, scheme: str, host: str, target: str) -> Behaviour:
        name = target.removeprefix("/").removesuffix(".html")
        if host != f"{name.partition('-')[0]}.example" or name not in SCRIPT:
            return super().find(scheme, host, target)
        match SCRIPT[name][self.week]:
            case "x":
                return Answer(error_page("404 Not Found", "The requested URL was not found on this server."), 404)
            case ">":
                return Redirect(f"https://new.example/{name}.html", 301)
            case "!":
                return Answer(error_page("500 Internal Server Error", "Something went wrong."), 500)
            case _:
                return Answer(article(title(name), seed=name))


@dataclass
class Time:
    """The test's clock: the day stands still during a run, and pauses are over at once."""

    day: datetime = BEGUN
    seconds: float = 0.0

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.day, lambda: self.seconds, self.sleep)


@dataclass
class Week:
    """What one run came to."""

    code: int
    text: str
    report: dict
    asked: list[str]
    asked_of_archive: list[str]

    def told(self) -> list[tuple[str, str, str]]:
        """Every change that it told: kind, letter, link."""
        return [(one["kind"], one["source"], one["link"]) for one in self.report["changes"]["transitions"]]

    def alerts(self) -> set[str]:
        """The links for which the run failed."""
        return {
            citation["url"]
            for document in self.report["documents"]
            for citation in document["citations"]
            if citation["new"] and citation["verdict"] in {"broken", "fix"}
        }


def cited(letter: int) -> list[str]:
    names = [*SCRIPT]
    return [names[(letter * 7 + number * 13) % len(names)] for number in range(PER_LETTER)]


def write_letters(folder: Path) -> None:
    folder.mkdir()
    for letter in range(LETTERS):
        names = cited(letter)
        body = "\n\n".join(f"The board has known of matter {n} for some time [{n}]." for n in range(1, len(names) + 1))
        notes = "\n\n".join(
            f"[{n}] The harbour society, “{title(name)}”, 3 March 2022: {LINKS[name]}"
            for n, name in enumerate(names, 1)
        )
        text = f"Open letter number {letter}\n\n8 June 2022\n\n{body}\n\nNotes\n\n{notes}\n"
        (folder / f"letter-{letter:03}.txt").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("weeks")


@pytest.fixture
def history(folder: Path) -> Path:
    return folder / ".verify" / "history.sqlite"


@pytest.fixture(scope="module")
def weeks(folder: Path) -> dict[float, Week]:
    """The runs by week; that of 9.5 is a second one on the last day."""
    write_letters(folder / "letters")
    archive = SimulatedArchive(copy(name, "20220601120000") for name in SCRIPT if not name.startswith("kept"))
    catalogue = Scripted.of(
        [Site(pages=tuple(Page(f"https://new.example/{name}.html", article_of(name)) for name in SCRIPT))]
    )
    time = Time()
    runs: dict[float, Week] = {}
    with pytest.MonkeyPatch.context() as patch, SimulatedWeb(catalogue=catalogue, archive=archive) as web:
        patch.setattr(clients, "clock", time.clock)
        patch.chdir(folder)
        patch.setenv("COLUMNS", "100")  # the summary is as many lines anywhere
        for week in [*range(WEEKS), WEEKS - 0.5]:
            catalogue.week = int(week)
            time.day = BEGUN + timedelta(weeks=int(week), hours=12 * (week % 1))
            archive.captures += [
                copy(name, f"{time.day:%Y%m%d}000000") for name, all_of in SCRIPT.items() if all_of[int(week)] == "A"
            ]
            web.reset_log()
            runs[week] = weekly(folder, web)
    return runs


def article_of(name: str) -> Answer:
    return Answer(article(title(name), seed=name))


def copy(name: str, timestamp: str) -> Captured:
    return Captured(LINKS[name], timestamp, body=article(title(name), seed=name).encode())


def weekly(folder: Path, web: SimulatedWeb) -> Week:
    arguments = ["letters", "--fail-on", "new", "--no-report", "-f", "json=report.json", "--host-interval", "1ms"]
    done = CliRunner().invoke(main, [*arguments, *web.options])
    assert done.exit_code in {0, 1}, done.output
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    asked = [entry.url for entry in web.log if entry.host != "web.archive.org"]
    return Week(done.exit_code, done.stdout, report, asked, [entry.url for entry in web.archive.log])


def test_every_change_is_told_once_and_on_its_day(weeks: dict[float, Week]) -> None:
    citing = [(f"letters/letter-{letter:03}.txt", name) for letter in range(LETTERS) for name in cited(letter)]
    for week in range(1, WEEKS):
        expected = [
            (TOLD[SCRIPT[name][week - 1 : week + 1]], source, LINKS[name])
            for source, name in citing
            if SCRIPT[name][week - 1 : week + 1] in TOLD
        ]
        assert sorted(weeks[week].told()) == sorted(expected), f"week {week}"
    assert weeks[WEEKS - 0.5].told() == []


def test_quiet_weeks_say_nothing_beyond_the_summary(weeks: dict[float, Week]) -> None:
    for week in QUIET:
        lines = weeks[week].text.splitlines()
        assert (weeks[week].code, weeks[week].told()) == (0, []), f"week {week}"
        assert lines[0].startswith("200 documents · 600 citations"), f"week {week}: {lines[:3]}"
        assert len(lines) <= 6, f"week {week}: {lines}"
    assert "died-1.html" in weeks[3].text


def test_a_week_with_news_shows_them_alone(weeks: dict[float, Week]) -> None:
    lines = weeks[8].text.splitlines()
    assert lines[0] == "Since the run of 23 February 2026"
    assert sum("newly broken" in line for line in lines) == 1, "one link, however many letters cite it"
    assert "died-8.html" in lines[1]
    assert "died-1.html" not in weeks[8].text, "what was told before is in the reports, not in the news"


def test_nine_alerts_in_ten_lead_to_an_edit(weeks: dict[float, Week]) -> None:
    """An alert is a link for which a run fails; it leads to an edit if the link is still no good two weeks later."""
    weekly = {week: weeks[week].alerts() for week in range(1, WEEKS)}
    alerts = [(week, name) for week in weekly for name in SCRIPT if LINKS[name] in weekly[week]]
    lasting = [(week, name) for week, name in alerts if "." not in SCRIPT[name][week : week + 3]]
    assert {week for week in weekly if weekly[week]} == {week for week in weekly if weeks[week].code == 1}
    assert len(lasting) / len(alerts) >= 0.9, sorted(set(alerts) - set(lasting))
    changed = {name for name, states in SCRIPT.items() if "x" in states[1:] or ">" in states[1:]} - {"dead-all-along"}
    assert {name for _, name in alerts} == changed, "and nothing that broke goes without one"


def test_a_flapping_link_is_told_each_time_and_alerts_once(weeks: dict[float, Week]) -> None:
    told = {
        week: {
            (one["kind"], one["flapping"])
            for one in weeks[week].report["changes"]["transitions"]
            if "flapping" in one["link"]
        }
        for week in range(1, WEEKS)
    }
    assert {week: kinds for week, kinds in told.items() if kinds} == {
        3: {("newly_broken", False)},
        4: {("recovered", False)},
        6: {("newly_broken", True)},
        7: {("recovered", True)},
        9: {("newly_broken", True)},
    }
    assert [week for week in told if LINKS["flapping"] in weeks[week].alerts()] == [3]
    assert "and comes and goes" in weeks[6].text


def test_the_second_run_of_a_day_asks_again_for_nothing_that_was_good(weeks: dict[float, Week]) -> None:
    good = {LINKS[name] for name, states in SCRIPT.items() if states[-1] in ".>A"}
    last = weeks[WEEKS - 0.5]
    asked = [*last.asked, *last.asked_of_archive]
    assert not [url for url in asked if url in good or url.startswith("https://new.example/")]
    assert {url for url in asked if url.startswith("https://d")} == {
        LINKS[name] for name in SCRIPT if name.startswith("d") and SCRIPT[name][-1] == "x"
    }


def test_letters_share_one_check_of_one_link(weeks: dict[float, Week]) -> None:
    asked = [url for url in weeks[0].asked if url in LINKS.values()]
    assert sorted(asked) == sorted({*asked})


def test_the_history_stays_small(weeks: dict[float, Week], history: Path) -> None:
    assert history.stat().st_size / (LETTERS * PER_LETTER) < 2000
