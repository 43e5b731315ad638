"""What the report says of a citation: the rule that decided, then those that add information, each in plain words."""

from __future__ import annotations

from verifier.model.citation import Citation, EditKind, Repair
from verifier.model.evidence import DEAD, TITLE_MATCH, ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult
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
_LONGEST_QUOTED = 200  # characters of a quotation that a message repeats
_BY_NAME = {rule.name: rule.id for rule in RULES.values()}
_LIVE_RULES = {
    outcome: _BY_NAME["alive" if outcome is LiveOutcome.OK else outcome.replace("_", "-")] for outcome in LiveOutcome
}
"""What each live outcome says: rules bear the names of outcomes."""


def hits(decided: str, case: Case, citation: Citation) -> tuple[RuleHit, ...]:
    """The rule that decided first, then those that add information."""
    found = [RuleHit(decided, _message(decided, case))]
    if case.repair.edits and decided != "VFY101" and case.mended:
        found.append(RuleHit("VFY101", _mended_words(case.repair)))
    if any(edit.kind is EditKind.UNWRAP for edit in case.repair.edits):
        found.append(RuleHit("VFY105", RULES["VFY105"].title))
    if citation.href is not None:
        found.append(RuleHit("VFY104", f"The text shows one address, the link leads to {citation.href}."))
    unsaid = {LiveOutcome.OK, LiveOutcome.SKIPPED}  # nothing that a reader of a mended link has to know
    if case.live is not None and case.live.outcome not in unsaid and decided != _LIVE_RULES[case.live.outcome]:
        found.append(RuleHit(_LIVE_RULES[case.live.outcome], _live_words(case.live)))
    if case.live is not None and any(words.startswith(THE_RESOLVER_KNOWS) for words in case.live.evidence):
        found.append(RuleHit("VFY222", _sentence(case.live.evidence[-1:])))
    similarity = case.content.title_similarity if case.content else None
    if similarity is not None and similarity < TITLE_MATCH and case.outcome is LiveOutcome.OK:
        found.append(RuleHit("VFY402", f"The page calls itself “{(case.live.title if case.live else '') or ''}”."))
    found += _archive_hits(case.archive)
    if case.copy_astray and case.archive is not None:
        found.append(
            RuleHit("VFY307", f"The archived copy calls itself “{(case.archive.title or '')[:_LONGEST_QUOTED]}”.")
        )
    return tuple(found)


def _archive_hits(archive: ArchiveResult | None) -> list[RuleHit]:
    if archive is None or archive.outcome not in _ARCHIVE_RULES:
        return []
    rule = _ARCHIVE_RULES[archive.outcome]
    return [RuleHit(rule, f"{RULES[rule].title} {_sentence(archive.evidence)}".strip())]


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
