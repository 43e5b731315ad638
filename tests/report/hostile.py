"""A letter whose writer aims at the browser that will show its report: markup, script, style, controls, sheer size.

`letter()` is truly read from such a text; `report()` adds what only pages that were fetched can bring (titles, final
addresses, what archives said), ids that clash with the page's own, and decisions.
"""

from __future__ import annotations

from dataclasses import replace

from tests.builders import NOON, a_citation, a_document, a_finding, a_note, a_report
from tests.report.examples import judged, read
from verifier.model.citation import Candidate, Description, Edit, EditKind, Quote, QuoteWhere, Repair, RepairStatus
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Found,
    Hop,
    LiveOutcome,
    LiveResult,
    QuoteResult,
    Snapshot,
)
from verifier.model.report import Action, ActionKind, DocumentReport, Finding, Report, Review, RuleHit, Verdict
from verifier.model.transition import Changes, Transition, TransitionKind

WEAPONS = (
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "</title><script>document.title='owned'</script>",
    "<!--<script>",
    "--><img src=x onerror=\"document.title='owned'\">",
    "<img src=https://spy.example/pixel.png>",
    "<svg/onload=document.title='owned'>",
    "<a href=javascript:document.title='owned'>click</a>",
    '\'" autofocus onfocus="document.title=\'owned\'" x="',
    "</style><style>*{display:none}</style>",
    "}*{background:url(https://spy.example/css)}",
    "<base href=https://spy.example/>",
    "<meta http-equiv=refresh content=0;url=https://spy.example/>",
    "<iframe src=https://spy.example/></iframe>",
    "<form action=https://spy.example/><button>go</button></form>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "\u202egnp.exe\u2066\u202c\u200f",
    "nul\x00 esc\x1b[2J bell\x07 c1\x9b",
    "<details open ontoggle=\"document.title='owned'\">",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "]]> <![CDATA[",
)
WEAPON = " ".join(WEAPONS)
BIG = "a long note with many words " * 37_000
"""A megabyte."""

HIJACKED = "https://hijacked.example/page"
"""Plain to look at, and its domain is parked or gone."""

URLS = (
    "javascript:document.title='owned'",
    "JaVaScRiPt://example.org/%0adocument.title='owned'",
    "data:text/html,<script>document.title='owned'</script>",
    "vbscript:msgbox(1)",
    HIJACKED,
    "file:///etc/passwd",
    "//spy.example/",
    "https://user:pass@spy.example/",
    "https://example.org/\u202egnp.exe",
    "https://example.org/\"onmouseover=\"document.title='owned'",
    "https://example.org/'><script>document.title='owned'</script>",
    "https://example.org/" + "a" * 9000,
    "http://[::1",
    "https://example.org/\ud800",
)
IDS = ("q", "n", "list", "data", "keys", "letter", "sheet", "numbers", "__proto__", "constructor", '"><b>', "1")
"""Ids that a page may use itself, that mean something to script, or that break out."""


def letter() -> DocumentReport:
    """The letter in its own words, as the program reads it."""
    notes = [
        f"[{number}] {weapon}, ‘{weapon}’ 2021: {URLS[number % len(URLS)]}" for number, weapon in enumerate(WEAPONS, 1)
    ]
    notes.append(f"[{len(notes) + 1}] {BIG} https://example.org/big")
    body = [f"They said “{weapon}” [{number}]." for number, weapon in enumerate(WEAPONS, 1)]
    text = f"{WEAPONS[0]}\n\n" + "\n\n".join(body) + "\n\nNotes\n\n" + "\n\n".join(notes) + "\n"
    return read(text.replace("\x00", ""), f"letters/{WEAPONS[0]}.txt")  # with NUL it would not count as text


def report() -> Report:
    """The letter, looked up on pages that are hostile, too; and a second one made of the worst values."""
    first = judged(letter()).documents[0]
    findings = tuple(_spoilt(number, url) for number, url in enumerate(URLS * 2))
    clashing = tuple(
        a_finding(
            citation=a_citation(id=one, note_index=None), verdict=Verdict.REVIEW, rules=(RuleHit("VFY001", WEAPON),)
        )
        for one in IDS
    )
    second = replace(
        a_document(*findings, *clashing, source=WEAPON, title=WEAPON),
        notes=(a_note(text=BIG + WEAPON, label=WEAPON[:80]),),
        remarks=(WEAPON, BIG),
        text=f"{WEAPON}\n\n{BIG}",
        language='en" onload="document.title=1',
    )
    transition = Transition(TransitionKind.NEWLY_BROKEN, "q", WEAPON, WEAPON, URLS[0], WEAPON, WEAPON)
    made = a_report(first, second, vantage=WEAPON, remarks=(WEAPON,), options={WEAPON: WEAPON})
    return replace(made, changes=Changes(NOON, (transition,)))


def _spoilt(number: int, url: str) -> Finding:
    edits = (Edit(EditKind.JOIN, 3, WEAPON), Edit(EditKind.TRIM, -5, "\ud800", WEAPON))
    status = list(RepairStatus)[number % len(RepairStatus)]
    citation = a_citation(
        id=f"{number:016x}",
        as_written=url,
        value=url,
        url=url,
        href=URLS[-number % len(URLS)],
        description=Description(WEAPON, WEAPON, WEAPON, quotes=(Quote(WEAPON, QuoteWhere.NOTE, True),)),
        repair=Repair(status, 0.5, edits, (Candidate(url, 0, 0.5, edits, (WEAPON,)), Candidate(URLS[0], 0, 0.4))),
    )
    outcome = [LiveOutcome.PARKED, LiveOutcome.MOVED, LiveOutcome.DOMAIN_GONE, LiveOutcome.OK][number % 4]
    live = LiveResult(outcome, NOON, (WEAPON,), True, 200, url, (Hop(url, 301),), WEAPON, (WEAPON,), WEAPON)
    snapshot = Snapshot("\"'><script>", f"https://web.archive.org/web/2022/{url}", 200, 10**9)
    archive = ArchiveResult(ArchiveOutcome.ARCHIVED, WEAPON, NOON, snapshot, True, (WEAPON, BIG), True, WEAPON)
    return Finding(
        citation,
        live,
        (archive,),
        ContentResult(0.5, 0.5, quotes=(QuoteResult(WEAPON, Found.NO, WEAPON),)),
        list(Verdict)[number % len(Verdict)],
        actions=(Action(ActionKind.USE_URL, url), Action(ActionKind.USE_ARCHIVE, url)),
        rules=(RuleHit("VFY001", WEAPON),),
        review=Review("replace", WEAPON, None, WEAPON, url),
    )
