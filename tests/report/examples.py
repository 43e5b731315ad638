"""Letters of our own, truly read, with evidence of every kind dealt out to their citations in turn.

What a report must look like with: one letter, hundreds of citations, none, several earlier runs, scripts that run from
right to left, Chinese. The hostile one is in `hostile.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.builders import NOON, a_report, a_run
from verifier.documents import Source
from verifier.documents.sources import SourceKind
from verifier.model.citation import RepairStatus
from verifier.model.dates import PartialDate
from verifier.model.document import Part
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    Found,
    Hop,
    LiveOutcome,
    LiveResult,
    QuoteResult,
    Snapshot,
)
from verifier.model.report import Action, ActionKind, DocumentReport, Finding, Report, RuleHit, Verdict
from verifier.model.trend import Stretch, Tally
from verifier.pipeline import Options, Planned
from verifier.pipeline.extracted import as_extracted

LETTERS = Path(__file__).parent.parent / "letters"
DATE = PartialDate(2022, 6, 8)

OK, GONE, LATE, WALL, MOVED = (
    LiveOutcome.OK,
    LiveOutcome.NOT_FOUND,
    LiveOutcome.TIMEOUT,
    LiveOutcome.BOT_WALL,
    LiveOutcome.MOVED,
)
_TURNS = [
    (OK, Verdict.OK, -12, "VFY001", "The page answers, and its title is the cited one."),
    (OK, Verdict.OK, 3, "VFY001", "The page answers."),
    (GONE, Verdict.BROKEN, -40, "VFY020", "The server says that there is no such page (404), on two days."),
    (OK, Verdict.OK, 0, "VFY001", "The page answers."),
    (MOVED, Verdict.FIX, 400, "VFY011", "The page has moved for good, and the page there has the cited title."),
    (WALL, Verdict.REVIEW, -700, "VFY031", "The site shows programs a challenge; a reader probably sees the page."),
    (OK, Verdict.OK, None, "VFY001", "The page answers."),
    (LATE, Verdict.REVIEW, None, "VFY032", "No answer in time, after four tries; that is no sign that it is gone."),
]
"""Live outcome, verdict, days from the citation to its copy (None: no copy), rule, and what it says."""


def read(text: str, source: str, media_type: str = "text/plain") -> DocumentReport:
    """A letter as `verify extract` reads it."""
    from verifier import citations, documents, repair

    document = documents.read(text.encode("utf-8", "replace"), source, media_type=media_type)
    found = citations.find(document)
    extract = citations.assemble(document, found, repair.propose(document, found.references))
    return as_extracted(Planned(Source(source, SourceKind.FILE), document, extract), Options(letter_date=DATE))


def judged(document: DocumentReport, weeks: int = 0) -> Report:
    """A report in which the letter's citations were looked up; with `weeks`, as many earlier runs saw them, too."""
    findings = tuple(_judged(finding, turn, weeks) for turn, finding in enumerate(document.findings))
    tallies = tuple(_tally(findings, week, weeks) for week in range(weeks + 1)) if weeks else ()
    return a_report(replace(document, findings=findings, tallies=tallies))


def _judged(finding: Finding, turn: int, weeks: int) -> Finding:
    outcome, verdict, days, rule, message = _TURNS[turn % len(_TURNS)]
    citation = finding.citation
    url = citation.url or "https://example.org/"
    if citation.repair.status is RepairStatus.MENDED and verdict is Verdict.OK:
        verdict, rule, message = Verdict.FIX, "VFY010", "The link as printed is broken by white space."
    answered = outcome is not LATE
    live = LiveResult(
        outcome,
        NOON,
        (f"GET answered {'404' if outcome is GONE else '200'}",) if answered else ("four tries, 20 s each",),
        confirmed=outcome is GONE,
        status_code={GONE: 404, WALL: 403}.get(outcome, 200) if answered else None,
        final_url=f"{url}?new" if outcome is MOVED else url if answered else None,
        redirects=(Hop(url, 301),) if outcome is MOVED else (),
        title=citation.description.title if outcome is OK else None,
        media_type="text/html",
        elapsed_ms=180,
        requests=1,
        answered=answered,
    )
    quotes = tuple(QuoteResult(quote.text, Found.BOTH) for quote in citation.description.quotes)
    content = ContentResult(0.97, 0.93, Drift.SAME, quotes) if outcome is OK and days is not None else None
    archive = _copy(url, days)
    return replace(
        finding,
        live=live,
        archives=(archive,),
        content=content,
        verdict=verdict,
        actions=_actions(verdict, url, archive),
        rules=(RuleHit(rule, message),),
        since=NOON - timedelta(weeks=weeks),
        seen=1 + weeks,
        past=_past(verdict, outcome, weeks),
    )


def _copy(url: str, days: int | None) -> ArchiveResult:
    if days is None:
        return ArchiveResult(ArchiveOutcome.NONE_FOUND, "web.archive.org", NOON, evidence=("nothing was known",))
    at = f"{DATE.earliest + timedelta(days=days):%Y%m%d}000000"
    outcome = ArchiveOutcome.ARCHIVED if abs(days) <= 90 else ArchiveOutcome.ARCHIVED_FAR
    snapshot = Snapshot(at, f"https://web.archive.org/web/{at}/{url}", 200, days)
    return ArchiveResult(outcome, "web.archive.org", NOON, snapshot, None, ("3 captures near the date",), answered=True)


def _actions(verdict: Verdict, url: str, archive: ArchiveResult) -> tuple[Action, ...]:
    if verdict is Verdict.BROKEN:
        return (Action(ActionKind.USE_ARCHIVE, archive.snapshot.url),) if archive.snapshot else ()
    kind = {Verdict.FIX: ActionKind.USE_URL, Verdict.REVIEW: ActionKind.LOOK}.get(verdict)
    return (Action(kind, url),) if kind else ()


def _past(verdict: Verdict, outcome: LiveOutcome, weeks: int) -> tuple[Stretch, ...]:
    if not weeks:
        return ()
    begun = NOON - timedelta(weeks=weeks)
    if verdict is not Verdict.BROKEN or weeks < 2:
        return (Stretch(verdict.value, outcome.value, begun, NOON, weeks + 1),)
    broke = NOON - timedelta(weeks=1)
    return (
        Stretch("ok", "ok", begun, NOON - timedelta(weeks=2), weeks - 1),
        Stretch(verdict.value, outcome.value, broke, NOON, 2),
    )


def _tally(findings: tuple[Finding, ...], week: int, weeks: int) -> Tally:
    """What the run of that week said; pages break as the weeks go by."""
    counts: dict[str, int] = {}
    inside = [finding for finding in findings if finding.citation.part is not Part.SURROUNDINGS]
    for number, finding in enumerate(inside):
        verdict = finding.verdict.value if finding.verdict else "ok"
        if verdict == "broken" and number % (weeks + 1) > week:
            verdict = "ok"
        counts[verdict] = counts.get(verdict, 0) + 1
    at = NOON - timedelta(weeks=weeks - week)
    return Tally(a_run().id if week == weeks else f"r{week}", at, counts, sum(counts.values()) - counts.get("ok", 0))


def demo() -> Report:
    """The sample letter of `make demo`."""
    return judged(read((LETTERS / "twin.txt").read_text("utf-8"), "letters/twin.txt"))


def chinese() -> Report:
    """A Chinese letter."""
    return judged(read((LETTERS / "chinese.txt").read_text("utf-8"), "letters/公开信.txt"))


def none() -> Report:
    """A letter that cites nothing."""
    return judged(read((LETTERS / "no-citations.txt").read_text("utf-8"), "letters/no-citations.txt"))


_TOPICS = ("water levels", "footpaths", "night trains", "street trees", "open records", "slow mail", "peat bogs")
_MAKERS = ("Example Council", "Office for Rivers", "The Lake Post", "Institute for Footpaths", "Example Assembly")


def long(notes: int = 320, weeks: int = 7) -> Report:
    """A letter of hundreds of notes, seen week after week; some of its links are broken by spaces."""
    body, listed = [], []
    for number in range(1, notes + 1):
        topic, maker = _TOPICS[number % len(_TOPICS)], _MAKERS[number % len(_MAKERS)]
        body.append(
            f"Of {topic} the {maker} said in its paper of that spring that “nothing was kept of what was measured in "
            f"year {number}” [{number}]. We ask for the figures, their source and their date, in one table."
        )
        host = f"{maker.lower().replace(' ', '-')}-{number % 23}.example.org"
        slug = "-".join(f"{topic} paper on what was kept {number}".split())
        link = f"https://www.{host}/en/papers/2022/{slug}"
        if number % 9 == 0:
            link = link.replace("-paper", " -paper")
        listed.append(f"[{number}] {maker}, ‘A paper on {topic} {number}’, {number % 28 + 1} May 2022: {link}")
    text = "An open letter on figures that are not kept\n\n" + "\n\n".join(body)
    return judged(read(f"{text}\n\nNotes\n\n" + "\n\n".join(listed) + "\n", "letters/figures.txt"), weeks)


ARABIC = """رسالة مفتوحة بشأن مستويات المياه في البحيرة الشمالية

إلى السادة المسؤولين،

نحن جمعيات القراءة والقوارب حول البحيرة. منذ الربيع لم تعد الأرقام تنشر، وقالت دائرة المياه إن ذلك «تعديل قصير» [1].
وقد كتب اتحاد الصيادين تقريرا في الخريف (lake report 2021) عن الموضوع نفسه [2].
لا نطلب إلا أمرا واحدا: إعادة الأرقام إلى مكانها [3].

الهوامش

[1] دائرة المياه، «بيان عن تعديل الأرقام»، 12 مارس 2021، https://water.example.org/ar/2021/03/bayan-tadil-al-arqam

[2] اتحاد الصيادين، «تقرير الخريف»، أكتوبر 2021، https://fishers.example.net/reports/2021/ autumn-report.html

[3] المكتب، «قواعد النشر»، 4 أبريل 2022، https://office.example.com/ar/rules?lang=ar&id=26006
"""

HEBREW = """מכתב גלוי על מפלסי המים באגם הצפוני

אנחנו מועדוני הקריאה והשיט שסביב האגם. מאז האביב לא פורסמו עוד המספרים, ורשות המים קראה לכך ״התאמה קצרה״ [1].
איגוד הדייגים כתב בסתיו דוח (lake report) באותו עניין [2].

הערות

[1] רשות המים, ״הודעה על התאמת המספרים״, 12 במרץ 2021, https://water.example.org/he/2021/03/hodaa-hatama

[2] איגוד הדייגים, ״דוח הסתיו״, אוקטובר 2021, https://fishers.example.net/reports/2021/autumn -report.html
"""


def arabic() -> Report:
    """An Arabic letter, with Latin words and links in it."""
    return judged(read(ARABIC, "letters/رسالة.txt"))


def hebrew() -> Report:
    """A Hebrew letter, likewise."""
    return judged(read(HEBREW, "letters/מכתב.txt"))
