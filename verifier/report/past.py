"""What the history tells, as text: runs, links over time, what needs a decision; and the table of `verify export`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from verifier.model.past import PastFinding, PastRun, PastSpan
from verifier.model.transition import Spell, is_flapping, spells
from verifier.report import escapes, rows, words
from verifier.report.masking import mask_credentials, mask_secrets

_COLUMNS = ("source", "note", "citation", "link", "verdict", "outcome", "archived", "since", "until", "runs")
_MOST_SOURCES = 5
"""Letters of a run that are named."""
_MANY_CHANGES = 2
"""More changes of the outcome than these are told."""


def run(one: PastRun, came_to: Mapping[str, int] | str) -> Iterator[str]:
    """A line for the run, with what it came to: its verdicts, or why it has none; then one for each of its letters."""
    told = came_to
    if not isinstance(told, str):
        told = ", ".join(f"{told[verdict]:,} {verdict}" for verdict in words.URGENCY if told.get(verdict))
    yield f"{one.started_at:%Y-%m-%d %H:%M}  {one.id}  {told}"
    yield from (f"    {escapes.source(name)}" for name in one.sources[:_MOST_SOURCES])
    if len(one.sources) > _MOST_SOURCES:
        yield f"    … and {len(one.sources) - _MOST_SOURCES} more"


def links(spans: Iterable[PastSpan]) -> list[str]:
    """Two lines for each citation: the link as it is now, and what is known of its past."""
    of: dict[str, list[PastSpan]] = {}
    for span in spans:
        of.setdefault(span.citation_id, []).append(span)
    return [line for of_one in of.values() for line in _over_time(of_one)]


def _over_time(spans: Sequence[PastSpan]) -> Iterator[str]:
    """The lines for one citation, from its spans in the order of time. Runs that did not look change nothing."""
    seen = [span for span in spans if span.outcome is not None] or spans
    last = seen[-1]
    same = list(takewhile(lambda span: span.outcome == last.outcome, reversed(seen)))
    changed = sum(one.outcome != following.outcome for one, following in pairwise(seen))
    told = f"{words.standing(last.verdict, last.outcome)}, since {words.day(same[-1].since)}"
    told += f", in {words.count(sum(span.runs for span in same), 'run')}, last on {words.day(last.until)}"
    told += "; not looked at since" if last is not spans[-1] else ""
    told += f"; the outcome changed {changed} times" if changed > _MANY_CHANGES else ""
    told += ": flapping" if _flaps(seen) else ""
    yield f"{last.verdict or 'none':<8}{link(last)}"
    yield f"        {told}"


def _flaps(spans: Sequence[PastSpan]) -> bool:
    """Whether the link broke and came back often of late, as seen from the last run."""
    seen = spells(Spell(span.verdict == "broken", span.since, span.until) for span in spans)
    return is_flapping(seen, spans[-1].until)


def finding(one: PastFinding) -> str:
    """What needs a decision, in two lines: the link, and how it is, in which letter, under which id."""
    told = f"{words.standing(one.verdict, one.outcome)}, since {words.day(one.since)}"
    source = escapes.source(one.source)
    return f"{one.verdict:<8}{link(one)}\n        {told} · {source} · --id {one.citation_id}"


def link(one: PastFinding | PastSpan) -> str:
    """A link with its note, its secrets masked."""
    note = f"note {escapes.prose(one.note, 40)}, " if one.note else ""
    return f"{note}{words.numbered(one.kind, escapes.link(mask_secrets(one.value), 500))}"


def export(spans: Iterable[PastSpan], to: str) -> str:
    """All spans as a table, each one row; `to` is csv or jsonl."""
    return rows.render(_COLUMNS, map(_row, spans), to)


def _row(span: PastSpan) -> tuple[object, ...]:
    since, until = f"{span.since:%Y-%m-%dT%H:%M:%SZ}", f"{span.until:%Y-%m-%dT%H:%M:%SZ}"
    told = (span.verdict, span.outcome, span.archived, since, until, span.runs)
    return (mask_credentials(span.source), span.note, span.citation_id, mask_credentials(span.value), *told)
