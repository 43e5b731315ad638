"""What `verify fix` does to a letter: the links it changes, and those it leaves, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.model.document import Position

if TYPE_CHECKING:
    from verifier.model.report import SourceFailure


class ChangeKind(StrEnum):
    """Why a link is changed; the words that `--only` takes."""

    MENDED = "mended"
    MOVED = "moved"
    DEAD = "dead"
    CHOSEN = "chosen"  # a person's decision (`replace`) names the address


@dataclass(frozen=True, slots=True)
class Change:
    """One link to change. `start` and `end` delimit it as written (`written`) in the document's text.

    `shown` is what the text shall show there instead; None when it shows words that stay, and only the link that the
    format puts under them (`href`, as read; None when there is none) changes. `url` is where the link shall lead,
    `meant` where it was meant to lead until now. `captured` is the day of the archived copy, for `dead` ones.
    """

    kind: ChangeKind
    start: int
    end: int
    written: str
    shown: str | None
    url: str
    meant: str
    position: Position
    why: str
    href: str | None = None
    note: str | None = None
    captured: str | None = None
    """YYYY-MM-DD."""
    still: str | None = None
    """What is wrong with the link even when it is mended, in words."""


@dataclass(frozen=True, slots=True)
class Left:
    """A link that needs something and was left as it is, with the reason in words."""

    written: str
    position: Position
    why: str
    note: str | None = None


def leave(change: Change, why: str) -> Left:
    """What a change that cannot be made becomes."""
    return Left(change.written, change.position, why, change.note)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was fixed: `old` and `new` are its bytes, `text` and `new_text` what people compare of them."""

    name: str
    path: Path | None = None
    title: str | None = None
    old: bytes = field(default=b"", repr=False)
    new: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    new_text: str = field(default="", repr=False)
    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()
    error: SourceFailure | None = None
    """Why it could not be read or written again."""
