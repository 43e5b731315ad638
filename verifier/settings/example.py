"""The file that `verify init` writes: every setting with its meaning, and its default or an example, commented out."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One setting: its name, the TOML value shown, and what it means. `default` when the value is the default."""

    key: str
    value: str
    meaning: str
    default: bool = True


_HEAD = """\
# Settings of `verify` for the letters in this folder. Options on the command line and VERIFY_… variables win over them.
# Every line is commented out: take away the # before a name to set it. `verify config show --origin` shows what holds.
"""

SECTIONS: dict[str, tuple[Line, ...]] = {
    "Reports": (
        Line("format", '["text", "json=reports/report.json"]', "Formats, one at most to standard output", False),
        Line("share", "false", "Leave out of them the letter's own words, folders, reviewers and secret links"),
        Line("show_secrets", "false", "Show secrets in links in every report, not in the HTML report alone"),
        Line("output_dir", '"reports"', "Where the HTML report goes"),
        Line("no_report", "false", "Write no HTML report"),
        Line("quiet", "false", "No progress and no hints on standard error"),
        Line("verbose", "false", "In text, every finding in full, those in order too"),
        Line("vantage", '"an office in Bern"', "Where this computer looks from, for the report", False),
    ),
    "When a run fails": (
        Line("fail_on", '["fix"]', "broken, fix (broken or fix), review, new (only what is new), never"),
        Line("min_decided", "0.8", "Exit 3 when a smaller share (0 to 1) could be decided", False),
    ),
    "What is kept": (
        Line("history", '".verify/history.sqlite"', "The file that remembers what earlier runs saw"),
        Line("no_history", "false", "Neither use nor keep it"),
        Line("reviews", '"verify.reviews.toml"', "The decisions kept beside the letters"),
        Line("max_age", '"1d"', "How long good results are remembered"),
        Line("refresh", "false", "Ask everything again, whatever the history knows"),
    ),
    "What is checked": (
        Line("letter_date", '"2022-05-28"', "When the letters were written: YYYY, YYYY-MM or YYYY-MM-DD", False),
        Line("note", '["3", "4"]', "Only these notes", False),
        Line("include", "['^https://']", "Only links that match one of these regular expressions", False),
        Line("exclude", "['^https://intranet\\.example/']", "No links that match one of these", False),
    ),
    "Who is asked": (
        Line("offline", "false", "Nobody: judge from the text alone"),
        Line("private", "false", "Archives only, never the cited hosts"),
        Line("plan", "false", "Only say who would learn what, and send nothing"),
        Line("no_archive", "false", "No archive"),
        Line("archive", '["wayback"]', "These archives, by name or address", False),
    ),
    "How they are asked": (
        Line("timeout", '"20s"', "Longest wait for one request"),
        Line("deadline", '"2h"', "Longest time for the whole run", False),
        Line("concurrency", "64", "Requests under way at once"),
        Line("host_concurrency", "2", "The same for one host"),
        Line("host_interval", '"250ms"', "Shortest time between two requests to one host"),
        Line("user_agent", '"example-checker/1.0"', "The name to send instead of this tool's own", False),
        Line("contact", '"letters@example.org"', "How to reach you, added to the name that is sent", False),
    ),
    "The network": (
        Line("proxy", '"http://proxy.example:3128"', "http, https or socks5h proxy for all requests", False),
        Line("ca_bundle", '"authorities.pem"', "Further certificate authorities to trust", False),
        Line("allow_network", '["10.1.0.0/16"]', "Private ranges that may be asked", False),
        Line("resolve", '["example.org:443:127.0.0.1:8443"]', "Look hosts up as these addresses, for tests", False),
    ),
}

HOSTS = """\
# One table for each host that needs its own manners. ${NAME} is taken from the environment: no secret stands here.
# [hosts."example.org"]
# interval = "2s"
# concurrency = 1
# headers = { Authorization = "${EXAMPLE_TOKEN}" }
# accept = [403]
"""


def text() -> str:
    """The file that `verify init` writes."""
    parts = [_HEAD]
    for title, lines in SECTIONS.items():
        parts.append(f"\n# {title}\n")
        for line in lines:
            note = "" if line.default else " (an example)"
            parts.append(f"\n# {line.meaning}{note}:\n# {line.key} = {line.value}\n")
    return "".join([*parts, "\n", HOSTS])
