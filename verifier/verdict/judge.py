"""Put the decisions together: `judge(citation, evidence, now) -> Finding`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from verifier.model.citation import SURE, Citation, Kind, QuoteWhere, Repair, RepairStatus
from verifier.model.evidence import (
    DEAD,
    GOOD,
    TITLE_MATCH,
    WITH_COPY,
    ArchiveOutcome,
    ArchiveResult,
    Found,
    LiveOutcome,
    LiveResult,
    best_archive,
)
from verifier.model.report import Action, ActionKind, Attestation, Finding, Verdict
from verifier.verdict.choose import choose
from verifier.verdict.evidence import Evidence, Look
from verifier.verdict.outcome import RECENT, refine
from verifier.verdict.table import Case, decide
from verifier.verdict.words import hits

_ATTESTS = timedelta(days=30)
"""A title-matching capture no older than this lets a walled page pass."""


def judge(citation: Citation, evidence: Evidence, now: datetime, *, dated: bool = True) -> Finding:
    """The finding on one citation: reading chosen, outcome refined, verdict, actions and the rules that applied.

    What was looked at counts as seen for the first time. `dated`: whether the citation or its letter bears a date.
    """
    repair, url = choose(citation, evidence)
    if url != citation.url:
        # The reading changed: so does what it names; the id stays, since reviews hang on it.
        citation = replace(citation, url=url, value=url or citation.as_written)
    if repair is not citation.repair:
        citation = replace(citation, repair=repair)
    look = evidence.of(url)
    live = refine(url, citation.kind, look) if url else None
    if not url and evidence.asked:
        live = _nothing_to_ask(citation, now)
    case = Case(
        repair=repair,
        url=url,
        live=live,
        archive=best_archive(look.archives),
        content=look.content,
        contradicted=_contradicted(look, now),
        attested=_attested(look, now),
        missing_quotation=_missing_quotation(citation, look),
        quotation_stands=_quotation_stands(citation, look),
        open_reading=_open_reading(repair, evidence),
        left_out=evidence.left_out,
        copy_astray=_copy_astray(look),
    )
    row = decide(case)
    attested_by = None
    if row.verdict is Verdict.OK:
        attested_by = Attestation.ARCHIVE if row.rule == "VFY304" else Attestation.LIVE
    seen = live is not None and live.outcome is not LiveOutcome.SKIPPED
    return Finding(
        citation,
        live,
        look.archives,
        look.content,
        row.verdict,
        attested_by,
        actions=_actions(row.verdict, case),
        rules=hits(row.rule, case, citation),
        since=live.checked_at if live and seen else None,
        seen=int(seen),
        dated=dated,
    )


def _nothing_to_ask(citation: Citation, now: datetime) -> LiveResult:
    if citation.kind is Kind.URL:
        return LiveResult(LiveOutcome.NOT_CHECKABLE, now, ("no address can be made of what is written",))
    return LiveResult(LiveOutcome.SKIPPED, now, (f"a citation of kind {citation.kind.value} names no web address",))


def _open_reading(repair: Repair, evidence: Evidence) -> bool:
    """Whether the text leaves the reading open and some reading is not known to be dead."""
    unsure = repair.status is RepairStatus.AMBIGUOUS or (
        repair.status is RepairStatus.MENDED and repair.confidence < SURE
    )
    if not unsure:
        return False
    lives = [evidence.of(candidate.url).live for candidate in repair.candidates]
    return any(live is None or live.outcome not in DEAD for live in lives)


def _captured(result: ArchiveResult | None, since: datetime) -> str:
    """The day of a good capture that is no older than `since`; empty without one."""
    if result is None or result.outcome not in WITH_COPY or result.snapshot is None:
        return ""
    taken = datetime.strptime(result.snapshot.timestamp[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return f"{taken:%Y-%m-%d}" if taken >= since else ""


def _contradicted(look: Look, now: datetime) -> str:
    if not look.recent and not look.archives:
        return ""
    return max(_captured(result, now - RECENT) for result in (look.recent, *(look.archives or ())))


def _attested(look: Look, now: datetime) -> str:
    if look.recent_title is None or look.recent_title < TITLE_MATCH:
        return ""
    return _captured(look.recent, now - _ATTESTS)


def _missing_quotation(citation: Citation, look: Look) -> str:
    if look.content is None or not look.content.quotes:
        return ""
    missing = {quote.text for quote in look.content.quotes if quote.found is Found.NO}
    return next(
        (quote.text for quote in citation.description.quotes if quote.telling and quote.text in missing),
        "",
    )


def _quotation_stands(citation: Citation, look: Look) -> bool:
    if not citation.description.quotes:
        return False
    found = look.content.quotes if look.content else ()
    there = {quote.text for quote in found if quote.found in {Found.LIVE, Found.BOTH}}
    return any(quote.text in there and quote.where is not QuoteWhere.TITLE for quote in citation.description.quotes)


def _copy_astray(look: Look) -> bool:
    """Whether the copy bears another title than the cited one, so that it may be of another page.

    Nothing is said of a copy that holds what is quoted, nor where the page itself is known by another title, too.
    """
    if look.copy_title is None or look.copy_title >= TITLE_MATCH:
        return False
    if any(quote.found in {Found.ARCHIVE, Found.BOTH} for quote in (look.content.quotes if look.content else ())):
        return False
    if look.live is None or look.live.outcome not in GOOD:
        return True
    copy = best_archive(look.archives)
    return bool(look.title_matches) and copy is not None and look.live.title != copy.title


def _actions(verdict: Verdict, case: Case) -> tuple[Action, ...]:
    copy = case.archive.snapshot if case.archive and case.archive.outcome in WITH_COPY else None
    use_archive = [Action(ActionKind.USE_ARCHIVE, copy.url)] if copy else []
    absent = case.archive is not None and case.archive.outcome in {
        ArchiveOutcome.NONE_FOUND,
        ArchiveOutcome.ARCHIVED_BAD,
    }
    # A link that was mended may lead to a page that has moved: one step puts both right, as `verify fix` does.
    live_url = case.live.final_url if case.live and case.live.outcome is LiveOutcome.MOVED else case.url
    save_now = [Action(ActionKind.SAVE_NOW, live_url)] if absent else []
    if verdict is Verdict.BROKEN:
        return tuple(use_archive)
    if verdict is Verdict.FIX:
        return (Action(ActionKind.USE_URL, live_url), *save_now)
    if verdict is Verdict.OK:
        return tuple(save_now)
    if verdict is Verdict.REVIEW:
        return (Action(ActionKind.LOOK, case.url), *(() if case.copy_astray and case.outcome in GOOD else use_archive))
    return ()
