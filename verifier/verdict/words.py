"""What the report says of a citation: the rule that decided, then those that add information, each in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model.citation import Citation, EditKind, Repair, RepairStatus
from verifier.model.evidence import DEAD, TITLE_MATCH, ArchiveOutcome, LiveOutcome, LiveResult
from verifier.model.report import RuleHit
from verifier.model.rules import RULES
from verifier.verdict.outcome import THE_RESOLVER_KNOWS
from verifier.verdict.table import Case

_ARCHIVE_RULES = {
    ArchiveOutcome.NONE_FOUND: "VFY301",
    ArchiveOutcome.ARCHIVED_FAR: "VFY302",
    ArchiveOutcome.UNKNOWN: "VFY303",
    ArchiveOutcome.ARCHIVED_BAD: "VFY305",
    ArchiveOutcome.EXCLUDED: "VFY306",
}
_GOES_WITHOUT_SAYING = frozenset({LiveOutcome.OK, LiveOutcome.SKIPPED})
"""Outcomes that a reader of a mended link need not be told."""
_LONGEST_QUOTED = 200  # characters of a quotation that a message repeats
_BY_NAME = {rule.name: rule.id for rule in RULES.values()}
_LIVE_RULES = {
    outcome: _BY_NAME["alive" if outcome is LiveOutcome.OK else outcome.replace("_", "-")] for outcome in LiveOutcome
}
"""What each live outcome says: rules bear the names of outcomes."""


def hits(decided: str, case: Case, citation: Citation) -> tuple[RuleHit, ...]:
    """The rule that decided first, then those that add information."""
    return (
        RuleHit(decided, _message(decided, case)),
        *_text_hits(decided, case.repair, citation),
        *_live_hits(decided, case),
        *_archive_hits(case),
    )


def _text_hits(decided: str, repair: Repair, citation: Citation) -> Iterator[RuleHit]:
    """What the letter's text tells of the link."""
    if repair.edits and decided != "VFY101" and repair.status is RepairStatus.MENDED:
        yield RuleHit("VFY101", _mended_words(repair))
    if any(edit.kind is EditKind.UNWRAP for edit in repair.edits):
        yield RuleHit("VFY105", RULES["VFY105"].title)
    if citation.href is not None:
        yield RuleHit("VFY104", f"The text shows one address, the link leads to {citation.href}.")


def _live_hits(decided: str, case: Case) -> Iterator[RuleHit]:
    """What was seen on the live web, as far as the rule that decided does not say it."""
    live = case.live
    if live is None:
        return
    rule = _LIVE_RULES[live.outcome]
    if live.outcome not in _GOES_WITHOUT_SAYING and decided != rule:
        yield RuleHit(rule, _live_words(live))
    if any(words.startswith(THE_RESOLVER_KNOWS) for words in live.evidence):
        yield RuleHit("VFY222", _sentence(live.evidence[-1:]))
    similarity = case.content.title_similarity if case.content else None
    if similarity is not None and similarity < TITLE_MATCH and live.outcome is LiveOutcome.OK:
        yield RuleHit("VFY402", f"The page calls itself “{live.title or ''}”.")


def _archive_hits(case: Case) -> Iterator[RuleHit]:
    """What the archive that says most said: no good copy, or one that may be of another page."""
    archive = case.archive
    if archive is None:
        return
    rule = _ARCHIVE_RULES.get(archive.outcome)
    if rule is not None:
        yield RuleHit(rule, f"{RULES[rule].title} {_sentence(archive.evidence)}".strip())
    if case.copy_astray:
        yield RuleHit("VFY307", f"The archived copy calls itself “{(archive.title or '')[:_LONGEST_QUOTED]}”.")


def _live_words(live: LiveResult) -> str:
    return _sentence(live.evidence) or RULES[_LIVE_RULES[live.outcome]].title


def _message(rule: str, case: Case) -> str:
    if rule == "VFY101":
        return _mended_words(case.repair)
    if rule == "VFY102":
        readings = len(case.repair.candidates)
        return f"{readings} readings are possible, the best {case.repair.confidence:.0%} sure."
    if rule == "VFY103" or case.live is None:
        return RULES[rule].title
    if special := _said_of_copies(rule, case):
        return special
    if case.outcome in DEAD and not case.live.confirmed:
        return f"Probably gone, seen on one day so far: {_sentence(case.live.evidence)}"
    return _live_words(case.live)


def _said_of_copies(rule: str, case: Case) -> str | None:
    """What the rules say that set the page beside its copies; None for any other."""
    if rule == "VFY221":
        return f"The page seems gone, but an archive captured it on {case.contradicted}."
    if rule == "VFY304":
        return f"The page is behind a wall, but its copy of {case.attested} bears the cited title."
    if rule == "VFY401":
        quoted = case.missing_quotation[:_LONGEST_QUOTED]
        more = "…" if len(case.missing_quotation) > _LONGEST_QUOTED else ""
        return f"“{quoted}{more}” was found neither in the text of the page nor in that of the archived copy."
    if rule == "VFY403":
        return f"The live page differs much from the archived copy{_in_common(case)}."
    return None


def _in_common(case: Case) -> str:
    """How much page and copy share, and of when the copy is, as far as that is known."""
    copy = case.archive.snapshot if case.archive else None
    day = f" of {copy.day}" if copy else ""
    share = case.content.similarity if case.content else None
    return day if share is None else f"{day}: {share:.0%} of the runs of five words are in both"


def _mended_words(repair: Repair) -> str:
    why = "; ".join(repair.candidates[0].why) if repair.candidates else ""
    reasons = f": {why}" if why else ""
    return f"Broken as printed, mended, {repair.confidence:.0%} sure{reasons}."


def _sentence(evidence: tuple[str, ...]) -> str:
    text = "; ".join(evidence)
    first = text.partition(" ")[0]
    capital = text if "." in first.rstrip(".,:;") else text[:1].upper() + text[1:]  # a host's name stays as it is
    return capital + ("" if text.endswith((".", "”")) or not text else ".")
