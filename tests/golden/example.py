"""One fixed report with something of everything, for the golden files and the pictures; hostile text included."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.builders import NOON, a_citation, a_note, a_report
from verifier.model.citation import (
    Candidate,
    Citation,
    Confirmation,
    Description,
    Edit,
    EditKind,
    Kind,
    Marker,
    Note,
    Quote,
    QuoteWhere,
    Repair,
    RepairStatus,
)
from verifier.model.dates import PartialDate
from verifier.model.document import Part, Position, Region, Role, line_anchors
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    Found,
    Hop,
    Listed,
    LiveOutcome,
    LiveResult,
    Provenance,
    QuoteResult,
    Snapshot,
)
from verifier.model.report import (
    Action,
    ActionKind,
    Attestation,
    DocumentReport,
    Finding,
    Report,
    Review,
    RuleHit,
    SourceFailure,
    Verdict,
)

HOSTILE = "<script>alert(1)</script> \x1b[31mred\x00 \u202etxt.exe\u2066 & \"quoted\" 'so' ]]> | *star* =1+1 \ud800"

_SENTENCES = {
    "1": "The mandate of the office comes from resolution 48/141.",
    "2": "After the visit, the High Commissioner said that “the work of rebuilding trust has only begun”.",
    "3": "Experts had called for decisive measures two years earlier.",
    "4": "One expert spoke of “a dark stain on our collective conscience”.",
    "5": "The files were published by a consortium of newsrooms.",
    "6": "Boarding schools are described in a report of 2021.",
    "7": "The region is understood as three historical provinces.",
    "8": "A thousand political prisoners were counted in May 2022.",
    "9": "The costs of advocacy were set out in 2017.",
    "10": "联合国人权事务高级专员办事处发表声明，呼吁各国政府立即采取措施。",
    "11": "وقد أصدر المكتب بيانا في مايو 2022 يدعو إلى التحقيق.",
    "12": HOSTILE,
}


def _note(index: int, label: str, text: str) -> Note:
    sentence = _SENTENCES[label]
    markers = (Marker(Position(index * 4 + 6, 60), sentence),)
    return a_note(index=index, label=label, text=text, position=Position(100 + index * 2, 1), markers=markers)


NOTES = (
    _note(0, "1", "General Assembly resolution A/RES/48/141, ‘High Commissioner for the promotion of human rights’."),
    _note(
        1,
        "2",
        "Office of the Commissioner, ‘Statement after official visit’ 28 May 2022: https://office.example.org/en/"
        "statements/2022/05/statement-high-commissioner -after-official-visit",
    ),
    _note(2, "3", "Office, ‘Experts call for decisive measures’ 26 June 2020: https://www.example.net/press/26006"),
    _note(
        3,
        "4",
        "Office, ‘A dark stain’ 27 April 2022: https://stories.example.org/dark-stain ; and https://gone.example/x",
    ),
    _note(
        4, "5", "Newsroom, ‘The Files: Inside a camp’ 24 May 2022: https://news.example.com/resources/idt-8df450b3 5d6d"
    ),
    _note(
        5,
        "6",
        "Action Institute, “Separated From Their Families,” 2021, pg. 24, https://cdn.example.com/2021_Report.pdf",
    ),
    _note(6, "7", "‘Region’ refers to the three historical provinces, as divided in the 1960s."),
    _note(7, "8", "Democracy Council, “A Grim Milestone,” 22 May 2022: https://council.example.org/prisoners/"),
    _note(8, "9", "Watch, ‘The Costs of Advocacy’ September 2017, ISBN 978-92-1-130000-0; doi:10.1000/182"),
    _note(9, "10", "联合国人权事务高级专员办事处，《关于访问的声明》，2022年5月28日，https://zh.example.org/声明"),
    _note(10, "11", "المكتب، «بيان بعد الزيارة»، 28 مايو 2022: https://ar.example.org/statement"),
    _note(11, "12", HOSTILE + " https://evil.example/\u202egnp.exe"),
)


def _citation(number: int, index: int | None, link: str, **changes: object) -> Citation:
    citation = a_citation(
        id=f"{number:016x}",
        note=NOTES[index].label if index is not None else None,
        note_index=index,
        part=Part.NOTE if index is not None else Part.BODY,
        as_written=link,
        value=link,
        url=link,
        position=Position(100 + 2 * index if index is not None else 12, 40),
        start=number * 200,
        end=number * 200 + len(link),
        description=Description(),
    )
    return replace(citation, **changes)


def _live(outcome: LiveOutcome, url: str, **changes: object) -> LiveResult:
    live = LiveResult(
        outcome,
        NOON,
        evidence=(f"GET {url} was asked",),
        status_code=200,
        final_url=url,
        media_type="text/html",
        body_sha256="0" * 64,
        elapsed_ms=180,
        requests=1,
        answered=True,
    )
    return replace(live, **changes)


def _kept(timestamp: str, url: str, days: int, outcome: ArchiveOutcome = ArchiveOutcome.ARCHIVED) -> ArchiveResult:
    snapshot = Snapshot(timestamp, f"https://web.archive.example/web/{timestamp}/{url}", 200, days)
    captures = (Listed("20220311", 200), Listed(timestamp[:8], 200), Listed("20231001", 404))
    near = ("3 captures near the date",)
    return ArchiveResult(outcome, "wayback", NOON, snapshot, True, near, answered=True, captures=captures)


def _not_kept(outcome: ArchiveOutcome, evidence: str) -> ArchiveResult:
    return ArchiveResult(outcome, "wayback", NOON, evidence=(evidence,), answered=outcome is not ArchiveOutcome.UNKNOWN)


def _looked_up(citation: Citation, live: LiveResult, archive: ArchiveResult, **changes: object) -> Finding:
    finding = Finding(
        citation,
        live,
        (archive,),
        ContentResult(),
        since=datetime(2026, 11, 21, 12, 0, tzinfo=UTC),
        seen=1,
    )
    return replace(finding, **changes)


def _in_order() -> tuple[Finding, ...]:
    un = "https://docs.un.org/en/A/RES/48/141"
    symbol = _citation(1, 0, "A/RES/48/141", kind=Kind.UN_SYMBOL, url=un)
    zh = "https://zh.example.org/声明"
    said = Description("关于访问的声明", "联合国人权事务高级专员办事处", date=PartialDate(2022, 5, 28))
    ar = "https://ar.example.org/statement"
    arabic = Description("بيان بعد الزيارة", "المكتب", date=PartialDate(2022, 5))
    return (
        _looked_up(
            symbol,
            _live(LiveOutcome.OK, un, title="A/RES/48/141 - E", provenance=Provenance.REMEMBERED),
            _kept("20220520101500", un, -8),
            verdict=Verdict.OK,
            attested_by=Attestation.LIVE,
            rules=(RuleHit("VFY001", "The page answers."),),
        ),
        _looked_up(
            _citation(12, 9, zh, description=said),
            _live(LiveOutcome.OK, zh, title="关于访问的声明"),
            _not_kept(ArchiveOutcome.NONE_FOUND, "web.archive.example was asked on 21 November 2026 and knew nothing"),
            content=ContentResult(1.0, None),
            verdict=Verdict.OK,
            attested_by=Attestation.LIVE,
            actions=(Action(ActionKind.SAVE_NOW, zh),),
            rules=(RuleHit("VFY001", "The page answers, and its title is the cited one."),),
        ),
        _looked_up(
            _citation(13, 10, ar, description=arabic),
            _live(LiveOutcome.OK, ar, title="بيان بعد الزيارة"),
            _kept("20220528000000", ar, 0),
            content=ContentResult(1.0, 0.95, Drift.SAME),
            verdict=Verdict.OK,
            attested_by=Attestation.LIVE,
            rules=(RuleHit("VFY001", "The page answers, and its title is the cited one."),),
        ),
    )


def _mended() -> Finding:
    url = "https://office.example.org/en/statements/2022/05/statement-high-commissioner-after-official-visit"
    printed = url.replace("-after", " -after")
    edits = (Edit(EditKind.JOIN, printed.index(" "), " "),)
    best = Candidate(url, 520, 0.98, edits, ("the next word begins with a hyphen", "the title is in the address"))
    cut = Candidate(printed.split(maxsplit=1)[0], 500, 0.02, (), ("as printed up to the space",))
    words = "the work of rebuilding trust has only begun"
    said = Description(
        "Statement after official visit",
        "Office of the Commissioner",
        date=PartialDate(2022, 5, 28),
        quotes=(Quote(words, QuoteWhere.SENTENCE, True),),
    )
    repair = Repair(RepairStatus.MENDED, 0.98, edits, (best, cut), Confirmation.PAGE_TITLE)
    return _looked_up(
        _citation(2, 1, printed, value=url, url=url, repair=repair, description=said),
        _live(LiveOutcome.OK, url, title="Statement after official visit | Office"),
        _kept("20220530081500", url, 2),
        content=ContentResult(
            0.97, 0.93, Drift.SAME, (QuoteResult(words, Found.BOTH, f"She said that “{words}”, and left it at that."),)
        ),
        verdict=Verdict.FIX,
        actions=(Action(ActionKind.USE_URL, url),),
        rules=(RuleHit("VFY010", "The link as printed is broken by a space; without it, the cited page answers."),),
    )


def _moved() -> Finding:
    old, new = "https://www.example.net/press/26006", "https://www.example.net/en/press-releases/2020/06/experts-call"
    hops = (Hop("http://www.example.net/press/26006", 301), Hop(old, 301))
    return _looked_up(
        _citation(3, 2, old, description=Description("Experts call for decisive measures", "Office")),
        _live(LiveOutcome.MOVED, old, final_url=new, redirects=hops, title="Experts call for decisive measures"),
        _kept("20200701000000", old, -707, ArchiveOutcome.ARCHIVED_FAR),
        content=ContentResult(1.0, 0.61, Drift.EDITED),
        verdict=Verdict.FIX,
        actions=(Action(ActionKind.USE_URL, new),),
        rules=(RuleHit("VFY011", "The page has moved for good, and the page there has the cited title."),),
    )


def _broken() -> tuple[Finding, ...]:
    stain, gone = "https://stories.example.org/dark-stain", "https://gone.example/x"
    quoted = "a dark stain on our collective conscience"
    said = Description("A dark stain", "Office", quotes=(Quote(quoted, QuoteWhere.SENTENCE, True),))
    old = "https://old.example.org/page"
    return (
        _looked_up(
            _citation(4, 3, stain, description=said),
            _live(LiveOutcome.NOT_FOUND, stain, status_code=404, confirmed=True),
            _kept("20220427120000", stain, -42),
            content=ContentResult(quotes=(QuoteResult(quoted, Found.ARCHIVE, f"It is {quoted}, the office wrote."),)),
            verdict=Verdict.BROKEN,
            actions=(Action(ActionKind.USE_ARCHIVE, f"https://web.archive.example/web/20220427120000/{stain}"),),
            rules=(RuleHit("VFY020", "The server says that there is no such page (404), on two days."),),
            since=datetime(2026, 10, 3, 4, 17, tzinfo=UTC),
            seen=7,
        ),
        _looked_up(
            _citation(5, 3, gone),
            _live(LiveOutcome.DOMAIN_GONE, gone, status_code=None, final_url=None, answered=False),
            _not_kept(ArchiveOutcome.NONE_FOUND, "web.archive.example was asked on 21 November 2026 and knew nothing"),
            verdict=Verdict.BROKEN,
            rules=(RuleHit("VFY021", "The name gone.example does not exist, while other hosts answer."),),
        ),
        _looked_up(
            _citation(16, None, old),
            _live(LiveOutcome.SOFT_404, old, title="Page not found"),
            _kept("20220601000000", old, -7),
            verdict=Verdict.BROKEN,
            rules=(RuleHit("VFY022", "The page is an error page served as if it were the page."),),
            review=Review("accept", "the editors", date(2026, 11, 1), "We cite it as it was.", None, date(2027, 11, 1)),
        ),
    )


def _undecided() -> tuple[Finding, ...]:
    printed = "https://news.example.com/resources/idt-8df450b3 5d6d"
    joined, cut = printed.replace(" ", ""), printed.split(maxsplit=1)[0]
    edits = (Edit(EditKind.JOIN, printed.index(" "), " "),)
    readings = (Candidate(joined, 900, 0.55, edits, ("joined",)), Candidate(cut, 890, 0.45, (), ("as printed",)))
    ambiguous = Repair(RepairStatus.AMBIGUOUS, 0.55, edits, readings)
    pdf, council = "https://cdn.example.com/2021_Report.pdf", "https://council.example.org/prisoners/"
    silent = _live(LiveOutcome.TIMEOUT, council, status_code=None, final_url=None, answered=False, requests=4)
    return (
        _looked_up(
            _citation(6, 4, printed, value=joined, url=joined, repair=ambiguous),
            _live(LiveOutcome.REDIRECTED_HOME, joined, final_url="https://news.example.com/"),
            _not_kept(ArchiveOutcome.ARCHIVED_BAD, "2 captures, both redirects to the home page"),
            verdict=Verdict.REVIEW,
            actions=(Action(ActionKind.LOOK, joined),),
            rules=(RuleHit("VFY030", "The link can be read in two ways, and neither could be confirmed."),),
            review=Review("opened", on=date(2026, 11, 21), note="It is the page that we meant."),
        ),
        _looked_up(
            _citation(7, 5, pdf, description=Description("Separated From Their Families", "Action Institute")),
            _live(LiveOutcome.BOT_WALL, pdf, status_code=403),
            _kept("20220111000000", pdf, -148, ArchiveOutcome.ARCHIVED_FAR),
            verdict=Verdict.REVIEW,
            actions=(Action(ActionKind.LOOK, pdf),),
            rules=(RuleHit("VFY031", "The site shows programs a challenge; a reader probably sees the page."),),
        ),
        _looked_up(
            _citation(8, 7, council),
            silent,
            _not_kept(ArchiveOutcome.UNKNOWN, "web.archive.example did not answer in 20 s"),
            verdict=Verdict.REVIEW,
            actions=(Action(ActionKind.LOOK, council),),
            rules=(RuleHit("VFY032", "No answer in time, after four tries; that is no sign that the page is gone."),),
            since=datetime(2026, 11, 7, 4, 17, tzinfo=UTC),
            seen=3,
        ),
    )


def _odd() -> tuple[Finding, ...]:
    isbn = _citation(9, 8, "ISBN 978-92-1-130000-0", kind=Kind.ISBN, value="9789211300000", url=None)
    doi = _citation(10, 8, "doi:10.1000/182", kind=Kind.DOI, value="10.1000/182", url="https://doi.org/10.1000/182")
    evil = "https://evil.example/\u202egnp.exe"
    script = "javascript:alert(1)"
    unmendable = Repair(RepairStatus.UNMENDABLE, 1.0)
    hijacked = "https://casino.example/"
    return (
        Finding(isbn, verdict=Verdict.SKIPPED, rules=(RuleHit("VFY040", "An ISBN names a book; nothing to open."),)),
        _looked_up(
            doi,
            _live(
                LiveOutcome.OK, "https://publisher.example/182", redirects=(Hop("https://doi.org/10.1000/182", 302),)
            ),
            _kept("20220601000000", "https://doi.org/10.1000/182", -7),
            verdict=Verdict.OK,
            attested_by=Attestation.ARCHIVE,
            rules=(RuleHit("VFY001", "The page answers."),),
        ),
        _looked_up(
            _citation(14, 11, evil, href=script, description=Description(HOSTILE, HOSTILE, HOSTILE)),
            _live(LiveOutcome.PARKED, evil, final_url=hijacked, title=HOSTILE, evidence=(HOSTILE,)),
            _not_kept(ArchiveOutcome.EXCLUDED, HOSTILE),
            verdict=Verdict.BROKEN,
            rules=(RuleHit("VFY023", HOSTILE),),
        ),
        Finding(
            _citation(15, 11, script, repair=unmendable, url=None),
            verdict=Verdict.BROKEN,
            actions=(Action(ActionKind.LOOK, script),),
            rules=(RuleHit("VFY024", "Not a link that can be opened."),),
        ),
        _looked_up(
            _citation(17, None, "https://footer.example/about", part=Part.SURROUNDINGS),
            _live(LiveOutcome.NOT_FOUND, "https://footer.example/about", status_code=404),
            _not_kept(ArchiveOutcome.NONE_FOUND, "nothing is known"),
            verdict=Verdict.BROKEN,
            rules=(RuleHit("VFY020", "The server says that there is no such page (404)."),),
        ),
    )


def the_letter() -> DocumentReport:
    """The letter with every kind of finding, in the order of the text."""
    findings = (*_in_order(), _mended(), _moved(), *_broken(), *_undecided(), *_odd())
    text, regions, notes = _text()
    placed = tuple(_placed(finding, text, notes) for finding in findings)
    return DocumentReport(
        source="letters/230-organisations.txt",
        media_type="text/plain",
        title="A letter of 230 organisations to the Commissioner",
        date=PartialDate(2022, 6, 8),
        language="en",
        remarks=("Marker 13 in line 60 has no note.",),
        notes=notes,
        findings=tuple(sorted(placed, key=lambda finding: finding.citation.id)),
        text=text,
        regions=regions,
        anchors=line_anchors(text),
    )


def _text() -> tuple[str, tuple[Region, ...], tuple[Note, ...]]:
    """The letter's text, with a heading, a sentence for every note, the notes, and a page's footer around it."""
    pieces = ["A letter of 230 organisations to the Commissioner", "\n\n"]
    calls: dict[str, tuple[int, int]] = {}
    reached = sum(map(len, pieces))
    for label, sentence in _SENTENCES.items():
        said = f"{sentence.rstrip('.')} [{label}]." + ("\n\n" if int(label) % 3 == 0 else " ")
        at = reached + said.index(f"[{label}]")
        calls[label] = (at, at + len(label) + 2)
        pieces.append(said)
        reached += len(said)
    pieces.append("Our first letter is at https://old.example.org/page and was never answered.\n\nNotes\n\n")
    reached = sum(map(len, pieces))
    notes = []
    for note in NOTES:
        line = f"[{note.label}] {note.text}"
        start, end = calls[note.label]
        markers = tuple(replace(marker, start=start, end=end) for marker in note.markers)
        notes.append(replace(note, start=reached, end=reached + len(line), markers=markers))
        pieces.append(line + "\n\n")
        reached += len(line) + 2
    footer = "About us: https://footer.example/about"
    text = "".join([*pieces, footer])
    heads = [Region(0, len(pieces[0]), Role.HEADING)]
    return text, (*heads, Region(reached, len(text), Role.SURROUNDINGS)), tuple(notes)


def _placed(finding: Finding, text: str, notes: tuple[Note, ...]) -> Finding:
    """The finding where its link stands in the text: in its note, or wherever it stands first."""
    citation = finding.citation
    start, end = (0, len(text)) if citation.note_index is None else _span(notes[citation.note_index])
    at = text.find(citation.as_written, start, end)
    span = (at, at + len(citation.as_written)) if at >= 0 else (0, 0)
    return replace(finding, citation=replace(citation, start=span[0], end=span[1]))


def _span(note: Note) -> tuple[int, int]:
    return note.start, note.end


def the_report() -> Report:
    """Three sources: the letter, one without citations, and one that could not be read."""
    plain = DocumentReport("letters/73-organisations.txt", "text/plain", "A letter of 73 organisations")
    unread = SourceFailure("The file is encrypted, so nothing could be read.", "Save a copy without a password.")
    return a_report(
        the_letter(),
        plain,
        DocumentReport("letters/locked.pdf", "application/pdf", error=unread),
        options={"archive": ["wayback"], "timeout": 20.0},
        vantage="a desk",
        remarks=("The web was simulated: every answer below comes from a rehearsal, not from the sites named.",),
    )


def the_extract() -> Report:
    """The same letter as `verify extract` sees it: nothing looked up, nothing judged."""
    letter = the_letter()
    findings = tuple(Finding(finding.citation) for finding in letter.findings)
    return a_report(replace(letter, findings=findings), judged=False)
