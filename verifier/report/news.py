"""What changed since the last run, told once for each link, however many letters cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.model.transition import Changes, Transition, TransitionKind
from verifier.report import escapes, words


@dataclass(frozen=True, slots=True)
class News:
    """One link and what became of it: `told` in words, `where` it is cited; `citation` is the first that cites it."""

    kind: TransitionKind
    link: str
    note: str | None
    told: str
    where: str
    citation: str

    @property
    def shown(self) -> str:
        """The link as it may be shown, whatever is in it."""
        return escapes.link(self.link, 300)


def news_of(changes: Changes) -> tuple[News, ...]:
    """The changes by link, in their order."""
    alike: dict[tuple[object, ...], list[Transition]] = {}
    for one in changes.transitions:
        alike.setdefault((one.kind, one.link, one.was, one.now, one.flapping), []).append(one)
    return tuple(_told(group) for group in alike.values())


def _told(group: Sequence[Transition]) -> News:
    first, *others = group
    was = f"was {escapes.prose(first.was, 20)}, now" if first.was else "now"
    was = "still" if first.was == first.now else was
    often = ", and comes and goes" if first.flapping else ""
    more = f" and {words.count(len(others), 'other place')}" if others else ""
    return News(
        first.kind,
        first.link,
        None if others else first.note,
        f"{was} {first.now}{often}",
        f"{escapes.source(first.source)}{more}",
        first.citation,
    )
