"""Report -> the same report to be passed on (`--share`): what was found, not who looked, nor what the letter says.

Left out: folders (a source goes by its base name), options and vantage, who reviewed and what they noted, the letter's
own words (titles, notes, sentences, quotations, its text), and links that no archive may learn of either. Every part
is built anew from what may be told, so that a field added to the model is not told by accident. Words of the program
stay only where they hold nothing of the letter; else the rule's own title stands in their place. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from verifier.model.citation import Candidate, Citation, Description, Edit, EditKind, Kind, Note, Repair, RepairStatus
from verifier.model.evidence import ArchiveResult, ContentResult, Hop, LiveResult
from verifier.model.exits import failing_levels
from verifier.model.report import (
    Action,
    DocumentReport,
    Finding,
    Report,
    Review,
    RuleHit,
    Run,
    SourceFailure,
    summarise,
)
from verifier.model.rules import RULES
from verifier.model.transition import Changes
from verifier.pipeline.secrecy import kept_from_archives

REMARK = "Made to be shared: folders, options, reviewers, the letter's own words and secret links are left out."
HIDDEN = "(a link that is not shared)"

_HARMLESS = frozenset({EditKind.UNESCAPE, EditKind.SCHEME, EditKind.TRIM})
"""Edits that take out punctuation and escapes, never words."""
_MAILBOX = re.compile(r"(?i)[\w.+-](?:@|%40)[a-z0-9-]{1,63}\.[a-z]")
_PATH = re.compile(r"(?<![\w:/.%?=&])(?:~?/|\.{1,2}/|[A-Za-z]:\\|\\\\)\w")
_ADDRESS = re.compile(r"(?<!\w)\w{1,20}://[^\s“”]+")
_QUOTED = re.compile('[“‘«„「"]')
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]|[^\W_]+")
"""A word; in scripts written without spaces, a letter."""
_RUN = 4
"""So many words in a row that the letter has too are taken to be the letter's."""


@dataclass(frozen=True, slots=True)
class _Secrets:
    """What must not be told: the words of the letters, and texts that were given on the command line or in files."""

    words: frozenset[tuple[str, ...]]
    given: tuple[str, ...]

    def clean(self, text: str) -> bool:
        """Whether `text` may be told as it is."""
        if _QUOTED.search(text) or _PATH.search(text) or _MAILBOX.search(text):
            return False
        if any(given in text for given in self.given) or any(map(_secret, _ADDRESS.findall(text))):
            return False
        return not any(run in self.words for run in _runs(text))

    def of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Those of `texts` that may be told."""
        return tuple(text for text in texts if self.clean(text))


def share(report: Report) -> Report:
    """The report as it may be passed on."""
    names = _names([document.source for document in report.documents])
    secrets = _Secrets(
        frozenset(run for document in report.documents for run in _runs(_own_words(document))),
        tuple({*_texts(report.run.options), *_reviewers(report)}),
    )
    documents = tuple(_document(document, names[document.source], secrets) for document in report.documents)
    changes = _changes(report.changes, names) if report.changes else None
    return Report(_run(report.run, secrets), summarise(documents), documents, changes)


def _names(sources: Iterable[str]) -> dict[str, str]:
    """Each source's base name; those that would be called the same are numbered."""
    names: dict[str, str] = {}
    alike: dict[str, int] = {}
    for source in dict.fromkeys(sources):
        path = re.split(r"[?#]", source)[0] if "://" in source else source
        base = re.split(r"[/\\]", path.rstrip("/\\"))[-1] or "letter"
        alike[base] = alike.get(base, 0) + 1
        names[source] = base if alike[base] == 1 else f"{base} ({alike[base]})"
    return names


def _own_words(document: DocumentReport) -> str:
    """The letter's text without its links: those are told."""
    pieces, reached = [document.title or ""], 0
    for citation in sorted((finding.citation for finding in document.findings), key=lambda one: one.start):
        if citation.start >= reached:
            pieces.append(document.text[reached : citation.start])
            reached = citation.end
    pieces.append(document.text[reached:])
    for finding in document.findings:
        said = finding.citation.description
        pieces += [said.title or "", said.publisher or "", said.author or "", *(quote.text for quote in said.quotes)]
    for note in document.notes:  # a report out of the history has no text
        pieces += [note.text, *(marker.sentence for marker in note.markers)]
    return "\n\n".join(pieces)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _texts(value: object) -> Iterator[str]:
    """Every text inside the options that could tell something (numbers and durations do not)."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and len(value) > 3 and not value[0].isdigit():
        yield value


def _reviewers(report: Report) -> Iterator[str]:
    for document in report.documents:
        for finding in document.findings:
            if finding.review:
                yield from (text for text in (finding.review.by, finding.review.note) if text)


def _run(run: Run, secrets: _Secrets) -> Run:
    return Run(
        id=run.id,
        started_at=run.started_at,
        finished_at=run.finished_at,
        tool_version=run.tool_version,
        network=run.network,
        fail_on=failing_levels(run),
        selected=run.of_part,
        remarks=(*secrets.of(run.remarks), REMARK),
        judged=run.judged,
        partial=run.partial,
        interrupted=run.interrupted,
    )


def _changes(changes: Changes, names: Mapping[str, str]) -> Changes:
    told = tuple(
        replace(one, source=names.get(one.source, _names([one.source])[one.source]), link=_link(one.link) or HIDDEN)
        for one in changes.transitions
    )
    return replace(changes, transitions=told)


def _document(document: DocumentReport, name: str, secrets: _Secrets) -> DocumentReport:
    return DocumentReport(
        source=name,
        media_type=document.media_type,
        date=document.date,
        language=document.language,
        error=_failure(document, name, secrets) if document.error else None,
        remarks=secrets.of(document.remarks),
        notes=tuple(_note(note) for note in document.notes),
        findings=tuple(_finding(finding, secrets) for finding in document.findings),
        tallies=document.tallies,
    )


def _failure(document: DocumentReport, name: str, secrets: _Secrets) -> SourceFailure:
    error = document.error or SourceFailure("")
    message = error.message.replace(document.source, name)
    said = message if secrets.clean(message.replace(name, "")) else f"{name} could not be read"
    return SourceFailure(said, error.hint if secrets.clean(error.hint) else "")


def _note(note: Note) -> Note:
    markers = tuple(replace(marker, sentence="", start=0, end=0) for marker in note.markers)
    return Note(note.index, note.label, note.kind, "", note.position, 0, 0, markers)


def _finding(finding: Finding, secrets: _Secrets) -> Finding:
    citation = finding.citation
    hidden = any(_secret(text) for text in (citation.as_written, citation.value, citation.url or ""))
    return Finding(
        citation=_citation(citation, secrets, hidden=hidden),
        live=_live(finding.live, secrets, hidden=hidden) if finding.live else None,
        archives=None
        if finding.archives is None
        else tuple(_archive(archive, secrets, hidden=hidden) for archive in finding.archives),
        content=_content(finding.content) if finding.content else None,
        verdict=finding.verdict,
        attested_by=finding.attested_by,
        actions=tuple(Action(action.kind, None if hidden else _link(action.url)) for action in finding.actions),
        rules=tuple(_rule(rule, secrets, hidden=hidden) for rule in finding.rules),
        since=finding.since,
        seen=finding.seen,
        new=finding.new,
        review=_review(finding.review) if finding.review else None,
        dated=finding.dated,
        past=finding.past,
    )


def _citation(citation: Citation, secrets: _Secrets, *, hidden: bool) -> Citation:
    said = Description(date=citation.description.date, accessed=citation.description.accessed)
    told = replace(citation, start=0, end=0, description=said, href=_link(citation.href))
    if hidden:
        status, confidence = citation.repair.status, citation.repair.confidence
        return replace(told, as_written=HIDDEN, value=HIDDEN, url=None, href=None, repair=Repair(status, confidence))
    if _shows_words(citation):
        return replace(told, as_written=citation.value, repair=_repair(citation, (), secrets))
    edits = tuple(_edit(edit) for edit in citation.repair.edits)
    return replace(told, as_written=_written(citation), repair=_repair(citation, edits, secrets))


def _shows_words(citation: Citation) -> bool:
    """Whether it stands in the letter as words, such as a link with its address behind them: nothing spells it out."""
    named = citation.value
    if citation.kind is Kind.URL:
        try:
            named = (urlsplit(citation.value).hostname or "").removeprefix("www.")
        except ValueError:
            return True
    spelt, written = (re.sub(r"[\W_]", "", text).casefold() for text in (named, citation.as_written))
    return spelt not in written


def _repair(citation: Citation, edits: tuple[Edit, ...], secrets: _Secrets) -> Repair:
    """How it was read; other readings may have swallowed words of the letter, so only the chosen one is told."""
    repair = citation.repair
    chosen = tuple(
        Candidate(one.url, 0, one.score, edits, secrets.of(one.why))
        for one in repair.candidates
        if one.url == citation.url and repair.status is not RepairStatus.UNMENDABLE
    )[:1]
    return Repair(repair.status, repair.confidence, edits, chosen, repair.confirmed_by)


def _edit(edit: Edit) -> Edit:
    return edit if edit.kind in _HARMLESS else replace(edit, removed=_dotted(edit.removed))


def _dotted(text: str) -> str:
    """Words that stood inside a link (a page's foot, a neighbour, a gateway's wrapper), each letter as a dot."""
    return re.sub(r"[^\W_]", "·", text)


def _written(citation: Citation) -> str:
    """The link as written, with what was taken out of it made unreadable; offsets into it stay true."""
    text = citation.as_written
    for edit in citation.repair.edits:
        end = edit.at + len(edit.removed)
        if edit.kind not in _HARMLESS and text[edit.at : end] == edit.removed:
            text = text[: edit.at] + _dotted(edit.removed) + text[end:]
    return text


def _live(live: LiveResult, secrets: _Secrets, *, hidden: bool) -> LiveResult:
    return LiveResult(
        outcome=live.outcome,
        checked_at=live.checked_at,
        evidence=() if hidden else secrets.of(live.evidence),
        confirmed=live.confirmed,
        status_code=live.status_code,
        final_url=None if hidden else _link(live.final_url),
        redirects=() if hidden else tuple(Hop(_link(hop.url) or HIDDEN, hop.status_code) for hop in live.redirects),
        title=live.title if live.title and not hidden and secrets.clean(live.title) else None,
        media_type=live.media_type,
        body_sha256=None if hidden else live.body_sha256,
        elapsed_ms=live.elapsed_ms,
        requests=live.requests,
        answered=live.answered,
        provenance=live.provenance,
    )


def _archive(archive: ArchiveResult, secrets: _Secrets, *, hidden: bool) -> ArchiveResult:
    snapshot = archive.snapshot
    return ArchiveResult(
        outcome=archive.outcome,
        service=archive.service,
        checked_at=archive.checked_at,
        snapshot=snapshot if snapshot and not hidden and _link(snapshot.url) else None,
        stable_around_citation=archive.stable_around_citation,
        evidence=() if hidden else secrets.of(archive.evidence),
        answered=archive.answered,
        provenance=archive.provenance,
        captures=() if hidden else archive.captures,
    )


def _content(content: ContentResult) -> ContentResult:
    return ContentResult(content.title_similarity, content.similarity, content.drift)


def _rule(rule: RuleHit, secrets: _Secrets, *, hidden: bool) -> RuleHit:
    if not hidden and secrets.clean(rule.message):
        return rule
    return RuleHit(rule.id, RULES[rule.id].title if rule.id in RULES else "")


def _review(review: Review) -> Review:
    return Review(review.decision, on=review.on, url=_link(review.url), expires=review.expires)


def _link(url: str | None) -> str | None:
    """The link, unless it is a secret one."""
    return None if url is None or _secret(url) else url


def _secret(text: str) -> bool:
    return _MAILBOX.search(text) is not None or ("://" in text and kept_from_archives(text) is not None)
