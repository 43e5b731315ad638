"""What the simulated Wayback Machine holds: captures of the simulated web's pages, as plain data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.web.archive import Captured, SimulatedArchive
from tests.web.pages import article, page
from tests.web.sites import contested as c
from tests.web.sites import founding as f

PDF = "application/pdf"


def _page(url: str, timestamp: str, title: str, site: str) -> Captured:
    return Captured(url, timestamp, body=article(title, site=site, seed=url).encode())


def _paper(url: str, timestamp: str, title: str, *first: str) -> Captured:
    return Captured(url, timestamp, mimetype=PDF, body=f.paper(title, url, *first))


def days_ago(days: int) -> str:
    """The timestamp of noon so many days ago."""
    return (datetime.now(UTC) - timedelta(days)).strftime("%Y%m%d120000")


FOUNDING: tuple[Captured, ...] = (
    _paper(f.DDS, "20220519081502", "A/RES/48/141: " + f.RESOLUTION, f.MANDATE, f.TWINS_MANDATE),
    _paper(f.DDS, "20220611170311", "A/RES/48/141: " + f.RESOLUTION, f.MANDATE, f.TWINS_MANDATE),
    Captured(
        f.DOCS, "20231004101500", body=article("A/RES/48/141: " + f.RESOLUTION, seed=f.DOCS, quote=f.MANDATE).encode()
    ),
    _page(f.STATEMENT_URL, "20220528131045", f.STATEMENT, "OHCHR"),
    _page(f.STATEMENT_URL, "20220607220951", f.STATEMENT, "OHCHR"),
    _page(f.MEASURES_URL, "20220531044120", f.MEASURES, "OHCHR"),
    _page(f.STAIN_URL, "20220427173800", f.STAIN, "OHCHR"),
    _page(f.STAIN_URL, "20220602091233", f.STAIN, "OHCHR"),
    _paper(f.COMMUNICATION, "20220214030405", "Communication to the Government"),
    _page(f.CAMP_URL, "20220524050012", f.CAMP, "BBC News"),
    _page(f.CAMP_URL, "20220608120102", f.CAMP, "BBC News"),
    Captured(f.FILES_URL, "20220524061133", body=article("The files", site="Xinjiang Police Files").encode()),
    Captured(f.FILES_URL, "20220609101010", body=article("The files", site="Xinjiang Police Files").encode()),
    _paper(f.SCHOOLS_URL, "20220118190210", f.SCHOOLS),
    _paper(f.SCHOOLS_URL, "20220601155959", f.SCHOOLS),
    Captured(f.SCHOOLS_URL, "20240312080000", 404, body=b"<title>404 Not Found</title><h1>404 Not Found</h1>nginx"),
    _page(f.MILESTONE_URL, "20220522180533", f.MILESTONE, "HKDC"),
    Captured(f.MILESTONE_URL, "20241101000102", 301, location=f.MILESTONE_NEW),
    _page(f.MILESTONE_NEW, "20241101000103", f.MILESTONE, "HKDC"),
    _page(f.COSTS_URL, "20171003070809", f.COSTS, "Human Rights Watch"),
    _page(f.COSTS_URL, "20220603111213", f.COSTS, "Human Rights Watch"),
    _page(f.GROUPS_URL, "20220505150607", f.GROUPS, "Tibet Advocacy Coalition"),
    _page(f.GROUPS_URL, "20220530010203", f.GROUPS, "Tibet Advocacy Coalition"),
)

CONTESTED: tuple[Captured, ...] = (
    _page(c.ATTESTED, days_ago(10), c.STRIKE, "Gazette"),
    _page(c.STALE, days_ago(200), c.STRIKE, "Gazette"),
    _page(c.CONTRADICTED, "20220601120000", c.BRIDGE, "Gazette"),
    _page(c.CONTRADICTED, days_ago(21), c.BRIDGE, "Gazette"),
    Captured(c.DRIFTED, days_ago(400), body=article(c.TIDES, seed="tides then").encode()),
    Captured(c.DRIFTED_HOME, days_ago(3), body=article(c.TIDES, seed="home then").encode()),
    Captured(c.STANDS, days_ago(3), body=article(c.TIDES, seed="speech then", quote=f"He said: {c.PILOTS}.").encode()),
    Captured(c.MISQUOTED, days_ago(3), body=article(c.TIDES, seed=c.MISQUOTED).encode()),
    _page(c.STEADILY_GONE, "20220601120000", c.BRIDGE, "Gazette"),
    Captured(c.STEADILY_GONE, days_ago(21), 404, body=page("404 Not Found", "<h1>404 Not Found</h1>").encode()),
    _page(c.KEPT, "20220601120000", c.BRIDGE, "Gazette"),
    Captured(c.KEPT_BADLY, "20220601120000", 404, body=page("404 Not Found", "<h1>404 Not Found</h1>").encode()),
    Captured(c.KEPT_BADLY, "20230601120000", 301, location="https://kept-badly.example/"),
)

CAPTURES = FOUNDING + CONTESTED


def simulated_archive() -> SimulatedArchive:
    """The Wayback Machine of the simulated web, with all these captures and no faults."""
    return SimulatedArchive(CAPTURES)
