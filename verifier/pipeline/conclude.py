"""Conclude: what was found and what was gathered -> findings. Synchronous and pure but for what history tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from verifier import content
from verifier.model.addresses import is_web
from verifier.model.citation import Citation
from verifier.model.dates import PartialDate
from verifier.model.evidence import (
    GOOD,
    WITH_COPY,
    ArchiveOutcome,
    ArchiveResult,
    Drift,
    LiveOutcome,
    LiveResult,
    best_archive,
)
from verifier.model.report import DocumentReport, Finding
from verifier.model.review import was_looked_at
from verifier.pipeline.desk import Options
from verifier.pipeline.extracted import document_report
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.memory import Memory, is_remembered
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import cited_on, key_of, unwanted
from verifier.pipeline.unmeasured import explained
from verifier.verdict import Evidence, Look, judge, shared_ends

_UNDATED = "The letter bears no date that could be read: copies are measured from today. --letter-date sets its date."
_NETWORK_DOWN = "the network was down: no host at all answered"


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for the whole run while it is concluded."""

    gathered: Gathered
    options: Options
    now: datetime
    down: bool
    sharing: Mapping[str, int]


def conclude(
    planned: Sequence[Planned], gathered: Gathered, memory: Memory, options: Options, now: datetime, *, down: bool
) -> tuple[DocumentReport, ...]:
    """Every source with a finding on each of its citations. `down`: the network was, so that nothing new is judged."""
    run = _Run(gathered, options, now, down, shared_ends(gathered.live))
    return tuple(_document(one, memory, run) for one in planned)


def _document(planned: Planned, memory: Memory, run: _Run) -> DocumentReport:
    options = run.options
    findings = []
    for one in planned.found.citations:
        citation = _completed(one, run.gathered)
        cited = cited_on(citation, planned, options)
        finding = judge(citation, _evidence(citation, cited, run), run.now, dated=cited is not None)
        findings.append(_with_history(_as_read(finding, one, planned), memory))
    report = document_report(planned, tuple(findings), options.letter_date)
    if report.date is None and any(one.archive and not one.citation.description.accessed for one in findings):
        return replace(report, remarks=(*report.remarks, _UNDATED))
    return report


def _completed(citation: Citation, gathered: Gathered) -> Citation:
    """The citation with the readings that were tried beside those of the text: its spare one, an archive index's."""
    added = [gathered.completions[citation.id]] if citation.id in gathered.completions else []
    if citation.spare is not None and key_of(citation.spare.url) in gathered.live and gathered.leads_astray(citation):
        added.insert(0, citation.spare)
    if not added:
        return citation
    candidates = (*citation.repair.candidates, *added)
    return replace(citation, repair=replace(citation.repair, candidates=candidates))


def _as_read(finding: Finding, read: Citation, planned: Planned) -> Finding:
    """The finding, its link taken to reach as far in the text as the reading that proved right does.

    `read` is the citation as it was before anything was looked up. A link that the text does not show stays as it is.
    """
    citation = finding.citation
    readings = (*read.repair.candidates, *((read.spare,) if read.spare else ()))
    proved = next((one for one in readings if one.url == citation.url), None)
    if citation.url == read.url or proved is None or planned.document is None:
        return finding
    text = planned.document.text
    if proved.end <= read.start or text[read.start : read.end] != read.as_written:
        return finding
    return replace(finding, citation=replace(citation, as_written=text[read.start : proved.end], end=proved.end))


def _evidence(citation: Citation, cited: PartialDate | None, run: _Run) -> Evidence:
    reason = unwanted(citation, run.options)
    if run.options.offline:
        return Evidence(asked=False, left_out=reason is not None)
    day = str(cited or "")
    looks: dict[str, Look] = {}
    for url in (citation.url, *[candidate.url for candidate in citation.repair.candidates]):
        if not url or url in looks:
            continue
        if not is_web(url):
            looks[url] = Look(live=_cannot_be_asked(url, run.now))
            continue
        key = key_of(url)
        if url == citation.url or key in run.gathered.live or (key, day) in run.gathered.archives:
            looks[url] = Look(live=_skipped(run, reason)) if reason else _look(key, day, citation, run)
    return Evidence(looks, left_out=reason is not None)


def _look(key: str, day: str, citation: Citation, run: _Run) -> Look:
    gathered, title = run.gathered, citation.description.title
    live, archives = _live(key, run), _archives(key, day, run)
    compared = None if run.down and not is_remembered(live) else gathered.content(key, citation.description, day)
    recent = gathered.recent.get(key) or next(iter(gathered.archives.get((key, ""), ())), None)
    fine = live.outcome in GOOD and (compared is None or compared.drift is not Drift.DRIFTED)
    # Nearly every link has a copy; its title is compared only where the copy speaks for the page or is set beside it.
    copy = None if fine else best_archive(archives)
    return Look(
        live=live,
        archives=explained(archives, live, compared),
        content=compared,
        recent=recent,
        recent_title=_title_similarity(title, recent),
        copy_title=_title_similarity(title, copy) if copy and copy.outcome in WITH_COPY else None,
        sharing=run.sharing.get(key, 0),
    )


def _live(key: str, run: _Run) -> LiveResult:
    """What the live web said of a URL; where it was not heard, or the network was down, that it was not asked."""
    live = run.gathered.live.get(key)
    if live is not None and (is_remembered(live) or not run.down):
        return live
    place = run.gathered.defects.get(key)
    return _skipped(run, f"a defect of verifier got in the way ({place}); please report it" if place else None)


def _archives(key: str, day: str, run: _Run) -> tuple[ArchiveResult, ...] | None:
    """What the archives said of a URL for the day; None where none was to be asked."""
    archives = run.gathered.archives.get((key, day)) or _too_late(run)
    if archives and run.down:
        return tuple(result if is_remembered(result) else _unanswered(result) for result in archives)
    return archives


def _title_similarity(title: str | None, copy: ArchiveResult | None) -> float | None:
    """How well a copy's title fits the cited one; None where one of the two is not known."""
    return content.similarity(title, [copy.title]) if title and copy and copy.title else None


def _cannot_be_asked(url: str, now: datetime) -> LiveResult:
    scheme = url.partition(":")[0]
    words = f"the scheme {scheme} is not http or https, so it cannot be asked for here"
    return LiveResult(LiveOutcome.NOT_CHECKABLE, now, (words,))


def _skipped(run: _Run, reason: str | None) -> LiveResult:
    """A result for what was not looked at, with the `reason`; where none is given, that of the run."""
    if reason is None and run.down:
        reason = _NETWORK_DOWN
    if reason is None and run.gathered.stopped:
        reason = f"the run ended before there was an answer: {run.gathered.stopped}"
    if reason is None:
        reason = "only archives were to be asked (--private)" if run.options.private else "this reading was not needed"
    return LiveResult(LiveOutcome.SKIPPED, run.now, (reason,))


def _too_late(run: _Run) -> tuple[ArchiveResult, ...] | None:
    """What the archives say of a page when the run ended before they were done with it; None when nothing cut it."""
    if run.gathered.stopped is None or not run.gathered.services:
        return None
    words = f"the run ended before there was an answer: {run.gathered.stopped}"
    return tuple(
        ArchiveResult(ArchiveOutcome.UNKNOWN, service, run.now, evidence=(words,)) for service in run.gathered.services
    )


def _unanswered(result: ArchiveResult) -> ArchiveResult:
    return replace(result, outcome=ArchiveOutcome.UNKNOWN, evidence=(_NETWORK_DOWN,))


def _with_history(finding: Finding, memory: Memory) -> Finding:
    """The finding with what earlier runs saw of it: what is remembered was not seen once more."""
    if finding.live is None or not was_looked_at(finding):
        return finding
    since, runs = memory.since(finding.citation.id, finding.live.outcome.value)
    if runs == 0:
        return finding
    return replace(finding, since=since or finding.since, seen=runs + (not is_remembered(finding.live)))
