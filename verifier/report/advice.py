"""Finding -> what a person is told of it, in plain words: where it stands, why it matters, what to do.

Every format for people takes its sentences from here, so that they never disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from verifier.model.citation import Citation, RepairStatus
from verifier.model.document import Part, Position
from verifier.model.evidence import MAY_LOOK_ABSENT, NOT_ASKED, TAKEN_OVER, ArchiveOutcome, ArchiveResult
from verifier.model.report import (
    DocumentReport,
    Finding,
    Network,
    Report,
    Review,
    RuleHit,
    SourceFailure,
    Verdict,
)
from verifier.report import escapes, words

_LABELS = 5
"""So many notes are named where their number is told."""


def trusted(finding: Finding) -> bool:
    """Whether a report may link to where the citation leads; else its address is shown as text."""
    return finding.live is None or finding.live.outcome not in TAKEN_OVER


def by_urgency(findings: Iterable[Finding]) -> list[Finding]:
    """What needs doing first, then what was decided, then the rest; each in the order of the text."""
    return sorted(findings, key=urgency)


def urgency(finding: Finding) -> tuple[bool, bool, int]:
    """By what findings are sorted, the most urgent first."""
    rank = words.URGENCY[finding.verdict] if finding.verdict else len(words.URGENCY)
    return finding.citation.part is Part.SURROUNDINGS, not finding.needs_doing, rank


def unread(error: SourceFailure) -> str:
    """Why a source could not be read, and what to do about it, as sentences."""
    told = filter(None, (error.message, error.hint))
    return " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in told)


def place(citation: Citation) -> str:
    """Where the citation stands: "note 2, line 114", "in the text, page 3, line 12"."""
    if citation.part is Part.SURROUNDINGS:
        part = "around the letter"
    elif citation.note is None:
        part = "in the text"
    else:
        part = f"note {escapes.prose(citation.note, 40)}"
    return f"{part}, {at(citation.position)}"


def at(position: Position) -> str:
    """ "line 12", "page 3, line 12", "paragraph 12" """
    return f"{f'page {position.page}, ' if position.page else ''}{position.unit} {position.line}"


def name(citation: Citation) -> str:
    """What the citation is called: publisher and title as far as the letter gives them, else the link."""
    said = citation.description
    parts = [escapes.prose(part, 200) for part in (said.publisher or said.author, said.title) if part]
    return ", ".join(parts) or words.numbered(citation.kind, escapes.link(citation.value, 200))


_OF_THE_ARCHIVE = frozenset({"VFY301", "VFY302", "VFY303", "VFY305", "VFY306", "VFY307"})
"""Rules that tell what an archive has or said, and nothing else."""


def of_the_archive(rule: RuleHit) -> bool:
    """Whether a rule tells only what an archive has or said: where a format has a place of its own for that."""
    return rule.id in _OF_THE_ARCHIVE


def causes(finding: Finding) -> tuple[str, ...]:
    """The reasons for the verdict, without what archives said."""
    if not finding.rules:
        return reasons(finding)
    return tuple(escapes.prose(rule.message, 1000) for rule in finding.rules if not of_the_archive(rule))


def archive_said(finding: Finding) -> tuple[str, ...]:
    """What the rules tell of the archive, but for what `copy_words` and `caveats` tell."""
    told = (rule.message for rule in finding.rules if of_the_archive(rule) and rule.id != "VFY302")
    return tuple(escapes.prose(one.replace(f"; {MAY_LOOK_ABSENT}", ""), 1000) for one in told)


def caveats(shown: Iterable[Finding]) -> tuple[str, ...]:
    """What `archive_said` leaves to be said once, below all findings that are shown."""
    absent = any(MAY_LOOK_ABSENT in rule.message for finding in shown for rule in finding.rules)
    return (f"Where an archive holds no copy, {MAY_LOOK_ABSENT}.",) if absent else ()


def reasons(finding: Finding) -> tuple[str, ...]:
    """Why the verdict is what it is: what the rules say, or the outcomes where no rule spoke."""
    if finding.rules:
        return tuple(escapes.prose(rule.message, 1000) for rule in finding.rules)
    found = [repair_words(finding.citation)] if finding.citation.repair.status is not RepairStatus.INTACT else []
    if finding.live:
        found.append(f"The link: {words.LIVE[finding.live.outcome]}.")
    if finding.archive:
        found.append(f"The archive: {words.ARCHIVE[finding.archive.outcome]}.")
    return tuple(found)


def repair_words(citation: Citation) -> str:
    """What was done to the link: "Mended: white space taken out, 97 % sure.\""""
    repair = citation.repair
    done = list(dict.fromkeys(words.EDIT[edit.kind] for edit in repair.edits))
    unsure = {RepairStatus.MENDED, RepairStatus.AMBIGUOUS}
    sure = [f"{repair.confidence:.0%} sure"] if repair.status in unsure else []
    confirmed = [words.CONFIRMED[repair.confirmed_by]] if repair.confirmed_by else []
    told = ", ".join([*done, *sure, *confirmed])
    status = words.REPAIR[repair.status].capitalize()
    return f"{status}: {told}." if told else f"{status}."


def copy_words(archive: ArchiveResult, *, dated: bool) -> str:
    """Which copy is kept, of when, and how far that is from the citation."""
    if archive.snapshot is None:
        return words.ARCHIVE[archive.outcome]
    away = words.distance(archive.snapshot.days_from_citation, dated=dated)
    return f"copy of {words.capture_day(archive.snapshot.timestamp)}{f', {away}' if away else ''}"


def documents(report: Report) -> str:
    """How many documents were to be read, and how many of them could not be."""
    unread = sum(document.error is not None for document in report.documents)
    told = f", {unread:,} could not be read" if unread else ""
    return words.count(report.summary.documents, "document") + told


def notices(report: Report) -> tuple[str, ...]:
    """What a reader has to know of the run before its findings: its remarks, and what archives left open.

    A link that is in order shows no archive; without this nobody would learn that none answered.
    """
    counts = report.summary.archive or {}
    silent = counts.get(ArchiveOutcome.UNKNOWN, 0)
    if not silent or report.run.network is not Network.ONLINE:
        return report.run.remarks
    of = f"{silent:,} of {words.count(sum(counts.values()), 'link')}"
    why = "the archive gave no usable answer" + (", or none before the run ended" if report.run.partial else "")
    return (*report.run.remarks, f"Whether a copy is kept is not known of {of}: {why}.")


def copy_of_unasked(finding: Finding) -> tuple[str, ...]:
    """What the archive keeps of a link that was not asked itself (`--private`): all that the run found out of it."""
    if finding.verdict is not Verdict.SKIPPED or finding.archive is None:
        return ()
    if finding.archive.outcome is ArchiveOutcome.UNKNOWN:  # told of the whole run (`notices`)
        return ()
    return (f"archive: {copy_words(finding.archive, dated=finding.dated)}",)


def tally(findings: Iterable[Finding]) -> dict[Verdict, int]:
    """How many findings have each verdict, the most urgent first, those around the letter left out."""
    inside = (finding for finding in findings if finding.citation.part is not Part.SURROUNDINGS)
    counts = Counter(finding.verdict for finding in inside)
    return {verdict: counts[verdict] for verdict in words.URGENCY if counts[verdict]}


def cited(report: Report) -> str:
    """How much all letters cite: "12 citations, 1 around the letter"."""
    findings = report.findings
    around = sum(finding.citation.part is Part.SURROUNDINGS for finding in findings)
    return words.count(len(findings) - around, "citation") + (f", {around:,} around the letter" if around else "")


def network(report: Report) -> str:
    """The state of the network in the run, and what came of it: "down: no host answered, so no page was judged"."""
    run = report.run
    if run.network is Network.DOWN and report.summary.citations and looked_up(report.findings):
        return words.DOWN_REMEMBERING
    return words.NETWORK[run.network]


def verdicts_in_all(report: Report) -> str:
    """The verdicts of all letters together, without what stands around them: "2 broken, 4 ok"; "" without any."""
    counts = tally(report.findings)
    return ", ".join(f"{number:,} {verdict}" for verdict, number in counts.items() if verdict)


def network_told(report: Report) -> str:
    """What the network was to a run that had something to ask: "network online"; else "nothing was looked up"."""
    looked = report.run.judged and (report.summary.citations > 0 or report.run.network is not Network.ONLINE)
    return f"network {network(report)}" if looked else words.NOTHING_LOOKED_UP


def looked_up(findings: Collection[Finding]) -> bool:
    """Whether anything that they tell was seen on the web, now or by an earlier run; True where there are none."""
    return not findings or any(
        _visited(finding) or (finding.archive and finding.archive.outcome is not ArchiveOutcome.UNKNOWN)
        for finding in findings
    )


def visited(findings: Collection[Finding]) -> bool:
    """Whether any cited page itself was looked at, now or by an earlier run (`--private`: none); True without any."""
    return not findings or any(map(_visited, findings))


def _visited(finding: Finding) -> bool:
    return finding.live is not None and finding.live.outcome not in NOT_ASKED


def decided(report: Report) -> str:
    """How far a run came: "92% decided" of what was checked, or that nothing was; "" where nobody was to be asked."""
    run, summary = report.run, report.summary
    if not run.judged or not summary.citations or summary.decided is None or run.network is not Network.ONLINE:
        return ""
    skipped = (summary.verdicts or {}).get(Verdict.SKIPPED, 0)
    # What the text alone settles, such as a mended link, says nothing of how far an interrupted run came.
    unchecked = skipped == summary.citations or (run.interrupted and not visited(report.findings))
    return words.NOTHING_CHECKED if unchecked else f"{summary.decided:.0%} decided"


def mendings(findings: Iterable[Finding]) -> list[str]:
    """How many links were mended, may be read in several ways or cannot be mended: ["5 mended", "1 unmendable"]."""
    counts = Counter(finding.citation.repair.status for finding in findings)
    return [
        f"{counts[status]:,} {status}"
        for status in RepairStatus
        if status is not RepairStatus.INTACT and counts[status]
    ]


def holdings(document: DocumentReport) -> str:
    """What the document holds: "12 citations, 10 notes, 1 note without a citation (7)"."""
    inside = [finding for finding in document.findings if finding.citation.part is not Part.SURROUNDINGS]
    around = len(document.findings) - len(inside)
    empty = [note.label for note in document.notes_without_citation]
    parts = [words.count(len(inside), "citation") if inside else "no citation in this letter"]
    parts += [words.count(len(document.notes), "note")] if document.notes else []
    parts += [f"{words.count(len(empty), 'note')} without a citation ({_labels(empty)})"] if empty else []
    parts += [f"{around:,} around the letter"] if around else []
    return ", ".join(parts)


def _labels(labels: Sequence[str]) -> str:
    shown = [escapes.prose(label, 20) for label in labels[:_LABELS]]
    return ", ".join([*shown, "…"] if len(labels) > _LABELS else shown)


def review_words(review: Review) -> str:
    """A person's decision: "accepted by N. N. on 3 May 2026: the archived copy will do\""""
    told = words.DECISION.get(review.decision, escapes.prose(review.decision, 40))
    told += f" by {escapes.prose(review.by, 100)}" if review.by else ""
    told += f" on {words.day(review.on)}" if review.on else ""
    told += f" until {words.day(review.expires)}" if review.expires else ""
    return told + (f": {escapes.prose(review.note, 300)}" if review.note else "")
