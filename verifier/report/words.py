"""The words of the reports, in one place: what each verdict, outcome and action is called, and dates in words."""

from __future__ import annotations

from datetime import date, datetime

from verifier.model.citation import Confirmation, EditKind, Kind, RepairStatus
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, Drift, Found, LiveOutcome
from verifier.model.report import ActionKind, Network, Verdict

PROVES_NOTHING = "A working link proves no claim: whether the page says what the letter says is for a reader to judge."

NOT_LOOKED_UP = "Nothing was looked up: these are the citations as the letter gives them."

NOTHING_CHECKED = "nothing was checked"
NOTHING_LOOKED_UP = "nothing was looked up"

_TOO_MANY = "There are too many citations to show everything"
LEFT_OUT = (
    "",
    f"{_TOO_MANY}: those that ask for nothing are shown without their evidence, which the JSON report holds.",
    f"{_TOO_MANY}: the evidence is in the JSON report.",
    f"{_TOO_MANY}: sentences and evidence are in the JSON report.",
)
"""What a page leaves out to stay light, by detail."""

SYMBOL = {
    Verdict.BROKEN: "✗",
    Verdict.FIX: "✎",
    Verdict.REVIEW: "?",
    Verdict.SKIPPED: "–",
    Verdict.OK: "✓",
}

URGENCY = {verdict: rank for rank, verdict in enumerate(SYMBOL)}
"""Rank of a verdict by what needs doing first, 0 the most urgent."""

VERDICT = {
    Verdict.BROKEN: "replace or drop",
    Verdict.FIX: "correct the link",
    Verdict.REVIEW: "look by hand",
    Verdict.SKIPPED: "not checked",
    Verdict.OK: "in order",
}

KIND = {
    Kind.DOI: "DOI",
    Kind.ARXIV: "arXiv",
    Kind.ISBN: "ISBN",
    Kind.PMID: "PMID",
    Kind.HANDLE: "handle",
    Kind.URN: "URN",
    Kind.UN_SYMBOL: "UN symbol",
    Kind.ECLI: "ECLI",
}
"""What a citation is that is no link."""

_NUMBERED = {Kind.DOI: "doi:", Kind.ARXIV: "arXiv:", Kind.ISBN: "ISBN ", Kind.PMID: "PMID ", Kind.HANDLE: "hdl:"}
"""What stands before an identifier that is hard to know by itself."""


def numbered(kind: str, value: str) -> str:
    """A link as it is, an identifier with what it is the number of: "arXiv:1706.03762"."""
    sign = next((sign for known, sign in _NUMBERED.items() if known == kind), "")
    return value if value.casefold().startswith(sign.strip().casefold()) else sign + value


LIVE = {
    LiveOutcome.NOT_CHECKABLE: "cannot be checked",
    LiveOutcome.SKIPPED: "was not asked",
    LiveOutcome.BOT_WALL: "shut to programs; a reader probably sees the page",
    LiveOutcome.ACCESS_WALL: "behind a sign-in, payment or consent gate",
    LiveOutcome.RATE_LIMITED: "the host asked us to slow down",
    LiveOutcome.NOT_FOUND: "the page is not found",
    LiveOutcome.DOMAIN_GONE: "the domain no longer exists",
    LiveOutcome.PARKED: "the domain is parked or for sale",
    LiveOutcome.SOFT_404: "an error page served as if it were the page",
    LiveOutcome.REDIRECTED_HOME: "sent on to a home page or section",
    LiveOutcome.REDIRECTED_ELSEWHERE: "sent on to another page",
    LiveOutcome.MOVED: "moved for good to another address",
    LiveOutcome.UNRENDERED: "shows hardly any text without a browser",
    LiveOutcome.OK: "answers",
    LiveOutcome.TLS_ERROR: "its certificate is not valid",
    LiveOutcome.REDIRECT_LOOP: "redirects without end",
    LiveOutcome.ACCESS_DENIED: "access was refused",
    LiveOutcome.SERVER_ERROR: "the server failed",
    LiveOutcome.TIMEOUT: "no answer in time",
    LiveOutcome.UNREACHABLE: "could not be reached",
}

ARCHIVE = {
    ArchiveOutcome.ARCHIVED: "a copy from about when it was cited",
    ArchiveOutcome.ARCHIVED_FAR: "a copy, but from another time",
    ArchiveOutcome.ARCHIVED_BAD: "copies exist, none of them good",
    ArchiveOutcome.NONE_FOUND: "no copy is known",
    ArchiveOutcome.EXCLUDED: "excluded from the archive",
    ArchiveOutcome.UNKNOWN: "the archive did not tell",
    ArchiveOutcome.IS_ARCHIVE: "the link is itself an archived copy",
}

REPAIR = {
    RepairStatus.INTACT: "as printed",
    RepairStatus.MENDED: "mended",
    RepairStatus.AMBIGUOUS: "may be read in several ways",
    RepairStatus.UNMENDABLE: "cannot be mended",
}

EDIT = {
    EditKind.JOIN: "white space taken out",
    EditKind.UNHYPHENATE: "line-end hyphen taken out",
    EditKind.KEEP_HYPHEN: "joined after a hyphen that belongs to it",
    EditKind.SPLIT: "cut from what it was glued to",
    EditKind.UNWRAP: "taken out of a redirecting wrapper",
    EditKind.TRIM: "punctuation taken off its end",
    EditKind.UNESCAPE: "escapes and invisible characters undone",
    EditKind.SCHEME: "https:// added or mended",
}

CONFIRMED = {
    Confirmation.ANNOTATION: "the document links there itself",
    Confirmation.TITLE_WORDS: "the cited title is in the address",
    Confirmation.PAGE_TITLE: "the page there has the cited title",
    Confirmation.LIVE: "the page there answers",
    Confirmation.ARCHIVE: "an archive knows this address",
}

DRIFT = {
    Drift.SAME: "reads as the archived copy does",
    Drift.EDITED: "edited since the archived copy",
    Drift.DRIFTED: "much changed since the archived copy",
    Drift.UNMEASURED: "not compared with the archived copy",
}

FOUND = {
    Found.LIVE: "found in the page",
    Found.ARCHIVE: "found in the archived copy",
    Found.BOTH: "found in the page and in the archived copy",
    Found.NO: "not found in the text that was read",
    Found.UNMEASURED: "not looked for",
}

ACTION = {
    ActionKind.USE_URL: "Put this link in its place",
    ActionKind.USE_ARCHIVE: "Cite the archived copy",
    ActionKind.SAVE_NOW: "Have this page archived (`verify save`); no good copy is kept",
    ActionKind.LOOK: "Open it and look",
}

USE_MENDED = "Put the mended link in its place"

NETWORK = {
    Network.ONLINE: "online",
    Network.OFFLINE: "offline: nothing was looked up",
    Network.DOWN: "down: no host answered, so no page was judged",
}
DOWN_REMEMBERING = "down: no host answered, so no page was judged anew"
"""Where some of the findings are judged by what earlier runs saw."""

STATE = {
    "unread": "The letter could not be read.",
    "down": "The network was down, so no page was judged.",
    "partial": "incomplete",
    "part": "a part of the letter",
}
"""Why a run over a letter came to no verdicts, or not to all."""

NO_CITATION = "No citation was found in this letter."

DECISION = {
    "accept": "accepted",
    "ignore": "ignored",
    "replace": "to be replaced, decided",
    "opened": "seen in a browser",
}

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def outcome(name: str | None) -> str:
    """A live outcome as the history keeps it, in words; its name when it is one of another version."""
    if name is None:
        return "not looked at"
    try:
        return LIVE[LiveOutcome(name)]
    except ValueError:
        return name


def standing(verdict: str | None, name: str | None) -> str:
    """How a link of the history stands: its outcome, and that it was mended where that is why it is to be corrected."""
    mended = verdict == Verdict.FIX and name != LiveOutcome.MOVED
    return f"broken as printed and mended; {outcome(name)}" if mended else outcome(name)


def day(value: date | PartialDate) -> str:
    """A date in words: "28 May 2022", "September 2017" or "2021"."""
    words = [str(value.day)] if value.day else []
    words += [_MONTHS[value.month - 1]] if value.month else []
    return " ".join([*words, str(value.year)])


def moment(value: datetime) -> str:
    """A moment in words, to the minute: "21 November 2026, 23:01 UTC"."""
    return f"{day(value)}, {value:%H:%M} UTC"


def capture_day(timestamp: str) -> str:
    """The day of a 14-digit capture timestamp in words; the timestamp itself when it is not one."""
    try:
        return day(date.fromisoformat(timestamp[:8]))
    except ValueError:
        return timestamp


def distance(days: int | None, *, dated: bool) -> str:
    """How far a copy is from the citation's date: "3 days before it was cited"; "" when unknown.

    Without any date of citation the distance is from today, and says so.
    """
    if days is None:
        return ""
    if days == 0:
        return "when it was cited" if dated else "of today"
    return f"{count(abs(days), 'day')} {'before' if days < 0 else 'after'} {'it was cited' if dated else 'today'}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 note", "10,000 notes" """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
