"""Conclude: what was found and what was gathered -> findings. Synchronous and pure but for what history tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from verifier import content
from verifier.model.citation import Citation
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult
from verifier.model.report import DocumentReport, Finding
from verifier.pipeline.desk import Options
from verifier.pipeline.extracted import document_report
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.memory import Memory, remembered
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import cited_on, is_web, key_of, left_out
from verifier.pipeline.unmeasured import explained
from verifier.verdict import Evidence, Look, judge, shared_ends

UNDATED = "The letter bears no date that could be read: copies are measured from today. --letter-date sets its date."
NETWORK_DOWN = "the network was down: no host at all answered"


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for the whole run while it is concluded."""

    gathered: Gathered
    options: Options
    now: datetime
    down: bool
    sharing: Mapping[str, int]


def conclude(
    planned: Sequence[Planned], gathered: Gathered, memory: Memory, options: Options, now: datetime
) -> tuple[DocumentReport, ...]:
    """Every source with a finding on each of its citations."""
    run = _Run(gathered, options, now, gathered.is_down(), shared_ends(gathered.live))
    return tuple(_document(one, memory, run) for one in planned)


def _document(planned: Planned, memory: Memory, run: _Run) -> DocumentReport:
    options = run.options
    findings = []
    for citation in (_completed(one, run.gathered) for one in planned.found.citations):
        evidence = _evidence(citation, planned, run)
        finding = judge(citation, evidence, run.now, dated=cited_on(citation, planned, options) is not None)
        findings.append(_with_history(finding, memory) if finding.live else finding)
    report = document_report(planned, tuple(findings), options.letter_date)
    if report.date is None and any(one.archive and not one.citation.description.accessed for one in findings):
        return replace(report, remarks=(*report.remarks, UNDATED))
    return report


def _completed(citation: Citation, gathered: Gathered) -> Citation:
    """The citation with the reading that an archive's index added to those of the text, if it did."""
    added = gathered.completions.get(citation.id)
    if added is None:
        return citation
    candidates = (*citation.repair.candidates, added)
    return replace(citation, repair=replace(citation.repair, candidates=candidates))


def _evidence(citation: Citation, planned: Planned, run: _Run) -> Evidence:
    if run.options.offline:
        return Evidence(asked=False)
    reason = left_out(citation, run.options)
    day = str(cited_on(citation, planned, run.options) or "")
    looks = {}
    for url in dict.fromkeys([citation.url, *(candidate.url for candidate in citation.repair.candidates)]):
        if not url:
            continue
        if not is_web(url):
            looks[url] = _cannot_be_asked(url, run.now)
            continue
        tried = key_of(url) in run.gathered.live or (key_of(url), day) in run.gathered.archives
        if tried or url == citation.url:
            looks[url] = _not_looked_at(run, reason) if reason else _look(url, day, citation, run)
    return Evidence(looks)


def _look(url: str, day: str, citation: Citation, run: _Run) -> Look:
    key, gathered = key_of(url), run.gathered
    live = gathered.live.get(key)
    if live is None or (run.down and not remembered(live)):
        live = _not_looked_at(run, None).live
    archives = gathered.archives.get((key, day))
    if archives and run.down:
        archives = tuple(result if remembered(result) else _unanswered(result) for result in archives)
    asked_for_today = gathered.archives.get((key, ""), ())
    recent = gathered.recent.get(key) or next(iter(asked_for_today), None)
    title = citation.description.title
    content_found = None if run.down else gathered.content(url, citation.description, day)
    return Look(
        live=live,
        archives=explained(archives, live, content_found),
        content=content_found,
        recent=recent,
        recent_title=content.similarity(title, [recent.title]) if recent and recent.title else None,
        sharing=run.sharing.get(key, 0),
    )


def _cannot_be_asked(url: str, now: datetime) -> Look:
    scheme = url.partition(":")[0]
    words = f"the scheme {scheme} is not http or https, so it cannot be asked for here"
    return Look(live=LiveResult(LiveOutcome.NOT_CHECKABLE, now, (words,)))


def _not_looked_at(run: _Run, reason: str | None) -> Look:
    if reason is None and run.down:
        reason = NETWORK_DOWN
    if reason is None and run.gathered.stopped:
        reason = f"the run ended before there was an answer: {run.gathered.stopped}"
    if reason is None:
        reason = "only archives were to be asked (--private)" if run.options.private else "this reading was not needed"
    return Look(live=LiveResult(LiveOutcome.SKIPPED, run.now, (reason,)))


def _unanswered(result: ArchiveResult) -> ArchiveResult:
    return replace(result, outcome=ArchiveOutcome.UNKNOWN, evidence=(NETWORK_DOWN,))


def _with_history(finding: Finding, memory: Memory) -> Finding:
    if finding.live is None or finding.live.outcome is LiveOutcome.SKIPPED:
        return finding
    since, seen = memory.since(finding.citation.id, finding.live.outcome.value)
    looked = seen == 0 or not remembered(finding.live)
    return replace(finding, since=since or finding.live.checked_at, seen=seen + looked)
