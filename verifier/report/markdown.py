"""Report -> Markdown, for a job summary, an issue or a pull request: counts, what needs doing, the rest folded.

Everything from a letter is inert: no markup, no mention, no link that was not meant. GitHub drops a job summary over
1,024 kB as a whole, so the page stops short of that and says how much it left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.model.citation import RepairStatus
from verifier.model.own_reports import FOUND_HEADING, JUDGED_HEADING
from verifier.model.report import DocumentReport, Finding, Report, Verdict
from verifier.model.transition import Changes
from verifier.report import advice, difference, escapes, markup, words
from verifier.report.news import news_of
from verifier.report.steps import to_do

_ACTIVE = re.compile(r"([\\`*_\[\]|~<>&$]|:(?=//)|(?<=[wW]{3})\.)")
_LEADING = re.compile(r"^([-+#=:]|\d+(?=[.)]))")
_MENTION = re.compile(r"([@#])(?=\w)")
_LIGHT = 900_000
"""Bytes."""
_CHANGES = 200
"""Changes that are listed; there are so many only when a whole host went."""


def render(report: Report, *, in_full: int | None = None) -> str:
    """The page, with a line feed at its end. `in_full`: how many findings are told in full, the others on a line."""
    blocks: list[str] = []
    size, left_out = 0, 0
    for block, is_finding in _blocks(report, in_full):
        weight = len(block.encode("utf-8")) + 2
        if is_finding and size + weight > _LIGHT:
            left_out += 1
            continue
        size += weight
        blocks.append(block)
    if left_out:
        blocks.append(
            f"**{words.count(left_out, 'citation')} left out: the page would be too long. The JSON report has all.**"
        )
    return escapes.log("\n\n".join(blocks) + "\n")


def text(value: str, limit: int | None = 300) -> str:
    """Text of a letter that renders as itself: markup escaped, mentions and marks at its start taken apart."""
    shown = _ACTIVE.sub(r"\\\1", escapes.prose(value, limit))
    shown = _LEADING.sub("\u2060\\1", shown)
    return _MENTION.sub("\\1\u2060", shown)


def code(value: str) -> str:
    """A link or identifier as code, fenced by more backticks than it holds."""
    shown = escapes.link(value, 1000).strip() or " "
    runs = [len(run) for run in re.findall(r"`+", shown)]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def target(url: str) -> str:
    """A link that may be followed, or the address as code."""
    if markup.href(url) is None:
        return code(url)
    return f"<{url}>"


def _blocks(report: Report, in_full: int | None) -> Iterator[tuple[str, bool]]:
    """The parts of the page in their order, each with whether it is a finding, which may be left out."""
    judged = report.run.judged
    yield JUDGED_HEADING if judged else FOUND_HEADING, False
    if len(report.documents) > 1 and (verdicts := advice.verdicts_in_all(report)):
        yield f"{advice.documents(report)} · **{verdicts}**", False
    if report.changes and report.changes.transitions:
        yield _changes(report.changes), False
    for remark in advice.notices(report):
        yield f"> **Please note.** {text(remark, None)}", False
    if report.run.partial:
        ended = "Interrupted" if report.run.interrupted else "Incomplete"
        yield f"> **{ended}.** This report holds only a part of the job.", False
    for document in report.documents:
        yield from _document(document, judged, in_full)
        if in_full is not None:
            in_full = max(in_full - sum(finding.needs_doing for finding in document.findings), 0)
    yield _summary(report), False


def _changes(changes: Changes) -> str:
    """What is not as the last run left it, the most urgent first."""
    lines = [f"## Since the run of {words.day(changes.since)}", ""]
    news = news_of(changes)
    for one in news[:_CHANGES]:
        note = f", note {text(one.note, 40)}" if one.note else ""
        lines.append(f"- **{one.kind}**: {code(one.link)} ({text(one.told)}) · {text(one.where)}{note}")
    more = len(news) - _CHANGES
    return "\n".join([*lines, f"- … and {more:,} more"] if more > 0 else lines)


def _document(document: DocumentReport, judged: bool, in_full: int | None) -> Iterator[tuple[str, bool]]:
    yield f"## {text(document.title or escapes.source(document.source))}", False
    if document.title:
        dated = f" · {words.day(document.date)}" if document.date else ""
        yield f"{code(escapes.source(document.source))}{dated}", False
    if document.error:
        yield f"**Could not be read.** {text(advice.unread(document.error), 2000)}", False
        return
    holdings = advice.holdings(document)
    yield f"{holdings[:1].upper()}{holdings[1:]}.", False
    for remark in document.remarks:
        yield f"Remark: {text(remark, 1000)}", False
    if not judged:
        yield from ((_line(finding), True) for finding in document.findings)
        return
    if document.findings:
        yield _counts(document), False
    ordered = advice.by_urgency(document.findings)
    asking = [finding for finding in ordered if finding.needs_doing]
    most = len(asking) if in_full is None else in_full
    yield from ((_finding(finding), True) for finding in asking[:most])
    yield from _folded(asking[most:], "more that ask for something")
    yield from _folded([finding for finding in ordered if not finding.needs_doing], "that ask for nothing")


def _folded(findings: Sequence[Finding], what: str) -> Iterator[tuple[str, bool]]:
    """A line for each, out of sight until a reader asks; nothing without any."""
    if findings:
        yield f"<details><summary>{len(findings):,} {what}</summary>", False
        yield from ((_line(finding), True) for finding in findings)
        yield "</details>", False


def _counts(document: DocumentReport) -> str:
    counts = {verdict: number for verdict, number in advice.tally(document.findings).items() if verdict}
    head = " | ".join(f"{words.SYMBOL[verdict]} {verdict}" for verdict in counts)
    numbers = " | ".join(f"{number:,}" for number in counts.values())
    return f"| {head} |\n|{' --: |' * len(counts)}\n| {numbers} |" if counts else "No verdicts."


def _finding(finding: Finding) -> str:
    citation = finding.citation
    verdict = finding.verdict or Verdict.REVIEW
    lines = [
        f"### {words.SYMBOL[verdict]} {verdict}: {text(advice.name(citation))}",
        "",
        " · ".join([text(advice.place(citation)), *(rule.id for rule in finding.rules)]),
        "",
    ]
    lines.append(f"- as printed: {_pieces(difference.as_printed(citation))}")
    if difference.mended(citation) and citation.url:
        ambiguous = citation.repair.status is RepairStatus.AMBIGUOUS
        lines.append(f"- {'perhaps' if ambiguous else 'as mended'}: {target(citation.url)}")
    lines += [f"- {text(reason, 1000)}" for reason in advice.causes(finding)]
    lines += [f"- archive: {text(told, 1000)}" for told in advice.archive_said(finding)]
    if finding.archive and finding.archive.snapshot:
        told = advice.copy_words(finding.archive, dated=finding.dated)
        lines.append(f"- archive: [{told}]({_destination(finding.archive.snapshot.url)})")
    for step in to_do(finding):
        lines.append(f"- **{step.sentence}**{f': {target(step.url)}' if step.url else ''}")
    if finding.review:
        lines.append(f"- {text(advice.review_words(finding.review), 500)}")
    return "\n".join(lines)


def _destination(url: str) -> str:
    return f"<{url}>" if markup.href(url) else "#"


def _pieces(pieces: tuple[difference.Piece, ...]) -> str:
    return code("".join(piece.text for piece in pieces))


def _line(finding: Finding) -> str:
    citation = finding.citation
    verdict = f"{words.SYMBOL[finding.verdict]} {finding.verdict} · " if finding.verdict else ""
    told = f" · {text(advice.review_words(finding.review), 300)}" if finding.review else ""
    told += "".join(f" · {text(words_of_it, 300)}" for words_of_it in advice.copy_of_unasked(finding))
    address = citation.url or citation.value
    link = target(address) if advice.trusted(finding) else code(address)
    return f"- {verdict}{text(advice.place(citation))} · {link}{told}"


def _summary(report: Report) -> str:
    summary, run = report.summary, report.run
    told = [advice.documents(report), advice.cited(report)]
    told += filter(None, [advice.decided(report)])
    told.append(advice.network_told(report))
    asking = (finding for finding in report.findings if finding.needs_doing)
    below = (*advice.caveats(asking), words.PROVES_NOTHING) if run.judged and summary.citations else ()
    proves = "".join(f"\n\n*{text(one, None)}*" for one in below)
    return f"{' · '.join(told)}{proves}"
