"""Pages about which the live web and the archive together say more than either alone; see `tests.web.captures`."""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.model import Page, Site, Truth
from tests.web.sites.bots import CHALLENGE_PAGE, MITIGATED
from tests.web.sites.making import gone, good, text

BRIDGE = "Who paid for the bridge at Haldenau"
ATTESTED = "https://cf-attested.example/strike/1926"
STALE = "https://cf-stale.example/strike/1926"
CONTRADICTED = "https://contradicted.example/bridge"
KEPT = "https://kept-once.example/bridge"
KEPT_BADLY = "https://kept-badly.example/bridge"
STRIKE = "The dock strike and after"
DRIFTED = "https://drifted.example/tides/tables"
DRIFTED_HOME = "https://drifted-home.example/"
STANDS = "https://drifted-quoted.example/tides/speech"
MISQUOTED = "https://misquoted.example/tides/minutes"
STEADILY_GONE = "https://steadily-gone.example/bridge"
TIDES = "Notice on the tide tables of Haldenau"
PILOTS = "the tables were printed without the names of the pilots"

SITE = Site(
    pages=(
        Page(
            ATTESTED,
            Answer(CHALLENGE_PAGE, 403, MITIGATED),
            Truth("bot_wall", "ok", STRIKE, "walled, but a capture ten days old has the page under its title"),
        ),
        Page(
            STALE,
            Answer(CHALLENGE_PAGE, 403, MITIGATED),
            Truth("bot_wall", "review", STRIKE, "walled, and the last capture is older than a month"),
        ),
        Page(
            CONTRADICTED,
            None,
            Truth("not_found", "review", BRIDGE, "404 today, but captured in good order three weeks ago"),
        ),
        Page(
            DRIFTED,
            text(TIDES, "tides today"),
            Truth("ok", "review", TIDES, "the title stands over another text than the copy has"),
        ),
        good(DRIFTED_HOME, None, "a home page changes every day", text(TIDES, "home today")),
        Page(
            STANDS,
            text(TIDES, "speech today", quote=f"He said that {PILOTS}."),
            Truth("ok", "ok", TIDES, "the text was rewritten around the words that the letter quotes", quote=PILOTS),
        ),
        Page(
            MISQUOTED,
            text(TIDES, MISQUOTED),
            Truth("ok", "review", TIDES, "the quoted words are neither on the page nor in its copy", quote=PILOTS),
        ),
        gone(STEADILY_GONE, BRIDGE, "404 today, and captured as 404 three weeks ago"),
        gone(KEPT, BRIDGE, "404, and a good copy from the year of the letter"),
        gone(KEPT_BADLY, BRIDGE, "404, and every copy is an error too"),
    ),
)
