"""Sets a program an examination on the simulated web, and marks it.

`letter(cases)` is a letter with one numbered note per case. `mark(cases, seen)` compares what a program said of each
URL with the truth, and renders the confusion table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.web.model import Case

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def letter(cases: Iterable[Case], date: str = "8 June 2022") -> str:
    """A plain-text letter of that date which cites each case in a note of its own, under its title and date."""
    cases = tuple(cases)
    body = [_sentence(case, number) for number, case in enumerate(cases, 1)]
    notes = [_note(case, number) for number, case in enumerate(cases, 1)]
    head = f"An open letter to the harbour board\n\n{date}\n\nDear members of the board,\n\n"
    return head + "\n\n".join(body) + "\n\nSigned by:\n\nThe harbour society\n\nNotes:\n\n" + "\n\n".join(notes) + "\n"


def _sentence(case: Case, number: int) -> str:
    if case.truth.quote:
        return f"We were told that “{case.truth.quote.rstrip('.')}” [{number}]."
    return f"The board has been aware of this matter for some time [{number}]."


def _note(case: Case, number: int) -> str:
    parts = ["Harbour society"]
    if case.truth.title:
        parts.append(f"“{case.truth.title}”")
    if case.truth.date:
        parts.append(_in_words(case.truth.date))
    return f"[{number}] {', '.join(parts)}: {case.url}"


def _in_words(date: str) -> str:
    year, *rest = date.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def seen_in(report: Mapping[str, object]) -> dict[str, tuple[str | None, str | None]]:
    """From a JSON report: for each URL cited in a note, as written, the live outcome and the verdict."""
    seen: dict[str, tuple[str | None, str | None]] = {}
    for document in report["documents"]:  # type: ignore[attr-defined]
        for citation in document["citations"]:
            if citation["part"] != "surroundings":
                live = citation["live"]
                seen[citation["as_written"]] = (live["outcome"] if live else None, citation["verdict"])
    return seen


@dataclass(frozen=True, slots=True)
class Mark:
    """One case, and what was said of it."""

    case: Case
    outcome: str | None
    verdict: str | None

    @property
    def outcome_right(self) -> bool:
        """Whether the outcome is the true one, or one that a careful program may give instead."""
        return self.outcome in {self.case.truth.outcome, *self.case.truth.also}

    @property
    def verdict_right(self) -> bool:
        """Likewise for the verdict."""
        return self.verdict in {self.case.truth.verdict, *self.case.truth.also_verdicts}


@dataclass(frozen=True, slots=True)
class Marks:
    """All cases marked."""

    marks: tuple[Mark, ...]

    @property
    def wrong(self) -> tuple[Mark, ...]:
        """The cases in which outcome or verdict is wrong."""
        return tuple(mark for mark in self.marks if not (mark.outcome_right and mark.verdict_right))

    @property
    def false_alarms(self) -> tuple[Mark, ...]:
        """Called broken, and not broken: the worst mistake there is."""
        allowed = ((mark, {mark.case.truth.verdict, *mark.case.truth.also_verdicts}) for mark in self.marks)
        return tuple(mark for mark, verdicts in allowed if mark.verdict == "broken" and "broken" not in verdicts)

    def table(self) -> str:
        """True outcome against given outcome, then every mistake with the reason of its truth."""
        counts = Counter((mark.case.truth.outcome, str(mark.outcome)) for mark in self.marks)
        lines = [
            f"{len(self.marks)} cases, {len(self.wrong)} wrong, {len(self.false_alarms)} falsely called broken",
            "",
        ]
        for true in sorted({true for true, _ in counts}):
            given = sorted((said, count) for (is_true, said), count in counts.items() if is_true == true)
            lines.append(f"{true:22}" + "  ".join(f"{said}: {count}" for said, count in given))
        for mark in self.wrong:
            truth = mark.case.truth
            said, true = f"{mark.outcome}/{mark.verdict}", f"{truth.outcome}/{truth.verdict}"
            lines.append(f"\n{mark.case.url}\n  said {said}, is {true}: {truth.why}")
        return "\n".join(lines) + "\n"


def mark(cases: Iterable[Case], seen: Mapping[str, tuple[str | None, str | None]]) -> Marks:
    """Mark what was `seen`, (outcome, verdict) by URL; a URL that is missing counts as said nothing."""
    return Marks(tuple(Mark(case, *seen.get(case.url, (None, None))) for case in cases))
