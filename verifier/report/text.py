"""Report -> plain text for a terminal: what needs doing first, each link as printed above the link as mended.

Clear in five seconds: counts, then the findings that ask for something, then one short line for each of the rest.
Links are never broken over lines by us, so that they can be copied. Colour only repeats what words and symbols say.
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model.citation import RepairStatus
from verifier.model.exits import failing_levels
from verifier.model.report import ActionKind, DocumentReport, Finding, Report, Verdict
from verifier.model.rules import RULES
from verifier.model.transition import Changes
from verifier.report import advice, difference, escapes, words
from verifier.report.masking import mask_changes
from verifier.report.news import news_of
from verifier.report.steps import to_do
from verifier.report.terminal import Paint, cells, wrap

_COLOUR = {
    Verdict.BROKEN: ("red",),
    Verdict.FIX: ("yellow",),
    Verdict.REVIEW: ("magenta",),
    Verdict.SKIPPED: ("dim",),
    Verdict.OK: ("green",),
}
_WIDTH_OF_CHANGES = 100  # cells: what changed goes to files and messages as often as to a terminal
_INDENT = "  "
_LABEL = 9
_IN_SIGHT = 3
"""Findings in full above which the counts at the head of a letter scroll out of a terminal."""


def render(report: Report, *, color: bool = False, width: int = 100, verbose: bool = False) -> str:
    """The whole report as text, `width` cells wide, with a line feed at its end; `verbose`: every finding in full."""
    only_new = report.run.judged and "new" in failing_levels(report.run) and not verbose
    page = _Page(Paint(color), max(width, 40), verbose=verbose, only_new=only_new)
    lines = list(page.changes(report.changes))
    shown = [document for document in report.documents if not only_new or _has_news(document)]
    lines += [line for document in shown for line in (*page.document(document, report.run.judged), "")]
    lines += page.summary(report)
    lines += page.block(_known_before(report), "") if only_new else ()
    return escapes.log("\n".join(line.rstrip() for line in lines) + "\n")


def _known_before(report: Report) -> str:
    """What is told of all that is left out because earlier runs told it."""
    asking = [finding for finding in report.findings if finding.needs_doing]
    known = sum(not finding.new for finding in asking)
    if report.changes is None and asking and not known:
        return "No earlier run over these letters is known, so that all of it is new (--fail-on new)."
    told = "Only what is new is shown (--fail-on new); -v shows all."
    if known:
        ask = "asks" if known == 1 else "ask"
        return f"{told} {words.count(known, 'finding')} of earlier runs still {ask} for something."
    if asking:
        return f"{told} Nothing of earlier runs is open."
    looked_at_all = report.run.network == "online" and not report.run.partial
    return f"{told} Nothing is open." if looked_at_all and not any(one.error for one in report.documents) else told


def _has_news(document: DocumentReport) -> bool:
    return document.error is not None or any(map(_is_news, document.findings))


def _is_news(finding: Finding) -> bool:
    return finding.new and finding.needs_doing


def render_changes(changes: Changes) -> str:
    """What changed between two runs, as text; empty when nothing did."""
    shown = _Page(Paint(False), _WIDTH_OF_CHANGES).changes(mask_changes(changes))
    return escapes.log("".join(f"{line.rstrip()}\n" for line in shown))


class _Page:
    """Lays out lines for one width, with or without colour."""

    def __init__(self, paint: Paint, width: int, *, verbose: bool = False, only_new: bool = False) -> None:
        self.paint = paint
        self.width = width
        self.verbose = verbose
        self.only_new = only_new
        self.in_full: list[Finding] = []

    def changes(self, changes: Changes | None) -> Iterator[str]:
        """What is not as the last run left it; nothing when all is."""
        if changes is None or not changes.transitions:
            return
        yield self.paint(f"Since the run of {words.day(changes.since)}", "bold")
        for one in news_of(changes):
            note = f"note {escapes.prose(one.note, 40)}, " if one.note else ""
            yield f"{_INDENT}{one.kind}: {note}{escapes.link(one.link, 500)}"
            yield from self.block(f"{one.told} · {one.where}", _INDENT * 2)
        yield ""

    def document(self, document: DocumentReport, judged: bool) -> Iterator[str]:
        yield from self.header(document)
        if document.error:
            yield from self.labelled("error", document.error.message, "red")
            if document.error.hint:
                yield from self.labelled("do", document.error.hint)
            return
        yield from self.counts(document)
        for remark in document.remarks:
            yield from self.labelled("remark", remark)
        lay_out = self.judged if judged else self.extracted
        yield from lay_out(document)

    def header(self, document: DocumentReport) -> Iterator[str]:
        yield self.paint(escapes.source(document.source), "bold")
        told = [escapes.prose(document.title, 200)] if document.title else []
        told += [words.day(document.date)] if document.date else []
        yield from self.block(" · ".join(told), _INDENT)

    def counts(self, document: DocumentReport) -> Iterator[str]:
        counts = [
            self.paint(f"{number:,} {verdict}", *_COLOUR[verdict])
            for verdict, number in advice.tally(document.findings).items()
            if verdict
        ] or advice.mendings(document.findings)
        text = advice.holdings(document)
        yield from self.block(text[:1].upper() + text[1:] + ("" if counts else "."), _INDENT)
        if counts:
            decided = sum(finding.settled for finding in document.findings)
            counts += [f"of them {decided:,} accepted or ignored"] if decided else []
            yield from self.block(", ".join(counts), _INDENT)

    def judged(self, document: DocumentReport) -> Iterator[str]:
        ordered = advice.by_urgency(document.findings)
        ordered = [finding for finding in ordered if not self.only_new or _is_news(finding)]
        in_full = [finding for finding in ordered if self.verbose or finding.needs_doing]
        self.in_full += in_full
        for finding in in_full:
            yield ""
            yield from self.finding(finding)
        rest = ordered[len(in_full) :] if not self.verbose else []
        if rest:
            yield ""
        for finding in rest:
            yield from self.short(finding)

    def finding(self, finding: Finding) -> Iterator[str]:
        """A finding that asks for something, in full."""
        citation = finding.citation
        verdict = finding.verdict or Verdict.REVIEW
        head = self.paint(f"{words.SYMBOL[verdict]} {verdict.upper()}", "bold", *_COLOUR[verdict])
        rules = " ".join(rule.id for rule in finding.rules)
        yield f"{head}  {self.paint(advice.place(citation), 'bold')}{self.paint(f'  {rules}' if rules else '', 'dim')}"
        if citation.description.title or citation.description.publisher:
            yield from self.labelled("cites", advice.name(citation))
        yield from self.links(finding)
        for reason in advice.causes(finding):
            yield from self.labelled("why", reason)
        if finding.seen > 1 and finding.since:
            told = f"{words.count(finding.seen, 'run')} have seen this since {words.day(finding.since)}."
            yield from self.labelled("since", told)
        if finding.review:
            yield from self.labelled("review", advice.review_words(finding.review))
        yield from self.archive(finding)
        yield from self.quotations(finding) if self.verbose else ()
        for step in to_do(finding):
            shown_above = step.url == citation.url
            yield from self.labelled("do", step.sentence + (":" if step.url and not shown_above else "."), "cyan")
            if step.url and not shown_above:
                yield from self.link_line("", escapes.link(step.url))

    def links(self, finding: Finding) -> Iterator[str]:
        citation = finding.citation
        mended = difference.mended(citation)
        printed, read = difference.as_printed(citation), difference.as_mended(citation)
        yield from self.link_line("printed" if mended else "link", self.pieces(printed))
        if mended:
            ambiguous = citation.repair.status is RepairStatus.AMBIGUOUS
            if read != printed:
                yield from self.link_line("perhaps" if ambiguous else "mended", self.pieces(read))
            others = [candidate for candidate in citation.repair.candidates if candidate.url != citation.url]
            for candidate in others[:3] if ambiguous else []:
                yield from self.link_line("or", f"{escapes.link(candidate.url)}  ({candidate.score:.0%} sure)")
        elif citation.url and citation.url != citation.as_written:
            yield from self.link_line("opens", escapes.link(citation.url))
        if citation.href:
            yield from self.link_line("links to", escapes.link(citation.href))
        live = finding.live
        if live and live.final_url and live.final_url != citation.url:
            yield from self.link_line("ends at", escapes.link(live.final_url))

    def archive(self, finding: Finding) -> Iterator[str]:
        """What the archive has or said: by the rules, else the copy, unless one of the steps names that."""
        told = advice.archive_said(finding)
        named = any(action.kind is ActionKind.USE_ARCHIVE for action in finding.actions)
        if finding.archive and not told and not named:
            told = (advice.copy_words(finding.archive, dated=finding.dated),)
        for words_of_it in told:
            yield from self.labelled("archive", words_of_it)

    def quotations(self, finding: Finding) -> Iterator[str]:
        """Which quoted words were looked for, whether they stand there, and the words around them."""
        for quote in finding.content.quotes if finding.content else ():
            passage = f": {escapes.prose(quote.excerpt, 200)}" if quote.excerpt else ""
            yield from self.labelled(
                "quotes", f"“{escapes.prose(quote.text, 400)}”: {words.FOUND[quote.found]}{passage}"
            )

    def short(self, finding: Finding) -> Iterator[str]:
        """A finding that asks for nothing, on one line, or two where there is more to say than fits."""
        verdict = finding.verdict or Verdict.SKIPPED
        symbol = self.paint(f"{words.SYMBOL[verdict]} {verdict:<7}", *_COLOUR[verdict])
        told = [advice.review_words(finding.review)] if finding.review else []
        reasons = advice.reasons(finding)[:1] if verdict is Verdict.SKIPPED else ()
        told += [reason for reason in reasons if reason != RULES["VFY219"].title]  # which “skipped” says already
        told += advice.copy_of_unasked(finding)
        told += [step.sentence for step in to_do(finding) if verdict is Verdict.OK]
        more = " · ".join(told)
        link = escapes.link(finding.citation.url or finding.citation.value, 500)
        line = f"{symbol}  {advice.place(finding.citation)}  {link}"
        if not more or cells(f"{line} · {more}") <= self.width:
            yield f"{line}{self.paint(f' · {more}' if more else '', 'dim')}"
            return
        yield line
        yield from self.block(self.paint(more, "dim"), " " * 11)

    def extracted(self, document: DocumentReport) -> Iterator[str]:
        for finding in document.findings:
            citation = finding.citation
            yield ""
            kind = f"  {words.KIND[citation.kind]}" if citation.kind in words.KIND else ""
            yield self.paint(advice.place(citation), "bold") + kind
            if citation.description.title or citation.description.publisher:
                yield from self.labelled("cites", advice.name(citation))
            yield from self.links(finding)
            if citation.repair.status != "intact":
                style = "green" if citation.repair.status == "mended" else "yellow"
                yield from self.labelled("repair", advice.repair_words(citation), style)
        for note in document.notes_without_citation:
            yield ""
            label = escapes.prose(note.label, 40)
            yield f"{self.paint(f'note {label}, {advice.at(note.position)}', 'bold')}  cites no source"
            yield from self.block(escapes.prose(note.text, 160), _INDENT)

    def summary(self, report: Report) -> Iterator[str]:
        run = report.run
        told = [advice.documents(report), advice.cited(report)]
        told += filter(None, [self.in_all(report), advice.decided(report)])
        told.append(advice.network_told(report))
        if run.partial:
            told.append(f"{'INTERRUPTED' if run.interrupted else 'INCOMPLETE'}: this is only a part")
        yield from self.block(self.paint(" · ".join(told), "bold"), "")
        for remark in advice.notices(report):
            yield from self.block(f"! {escapes.prose(remark)}", "")
        if report.findings and run.judged:
            for remark in (*advice.caveats(self.in_full), words.PROVES_NOTHING):
                yield from self.block(remark, "")

    def in_all(self, report: Report) -> str:
        """The verdicts of all letters together, where what was counted above is of one of them, or out of sight."""
        asking = sum(finding.needs_doing for finding in report.findings)
        return advice.verdicts_in_all(report) if len(report.documents) > 1 or asking > _IN_SIGHT else ""

    def labelled(self, label: str, text: str, *styles: str) -> Iterator[str]:
        """A label, and prose wrapped beside it."""
        room = self.width - len(_INDENT) - _LABEL
        for number, line in enumerate(wrap(escapes.prose(text, 2000), room)):
            head = f"{label if number == 0 else '':<{_LABEL}}"
            yield f"{_INDENT}{self.paint(head, 'dim')}{self.paint(line, *styles)}"

    def link_line(self, label: str, shown: str) -> Iterator[str]:
        yield f"{_INDENT}{self.paint(f'{label:<{_LABEL}}', 'dim')}{shown}"

    def pieces(self, pieces: tuple[difference.Piece, ...]) -> str:
        style = {"kept": (), "removed": ("bold", "red"), "inserted": ("bold", "green")}
        return "".join(self.paint(piece.text, *style[piece.change]) for piece in pieces)

    def block(self, text: str, indent: str) -> Iterator[str]:
        for line in wrap(text, self.width - len(indent)):
            yield indent + line
