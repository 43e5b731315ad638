"""The signs of an error page that was served as success: the kind of each, and the words that report it.

Rules decide by the kinds; reports tell the words.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a sign is taken from. The first seven are `strong`: the page, or its software, calls itself gone by them."""

    ERROR_NAME = auto()  # its title or heading is an error page's
    WITHDRAWN = auto()  # it says of itself that it is gone
    ASKED_IN_VAIN = auto()  # it says of what was asked for that it is not there
    TOLD_BACK = auto()  # the same, of the address that it tells back
    IN_ITS_PLACE = auto()  # its name is left, and a notice stands in place of its text
    MARKED = auto()  # its software marks it, where readers do not see it
    TOLD_IN_A_BOX = auto()  # its script says that it is missing, and sends readers back
    ADDRESS = auto()
    UNINDEXED = auto()
    CLAIMS_ANOTHER = auto()  # it gives another page's address as its own
    FEW_WORDS = auto()
    SAYS_MISSING = auto()  # its text says that something is missing


class Sign(NamedTuple):
    """One sign, in words."""

    kind: Kind
    words: str


class ErrorSigns(NamedTuple):
    """What speaks for an error page: `strong` are names it gives itself, `support` other things that agree."""

    strong: tuple[Sign, ...] = ()
    support: tuple[Sign, ...] = ()

    @property
    def convicts(self) -> bool:
        """Whether two signs of different kinds agree, one of them the page's own name for itself."""
        return bool(self.strong) and len(self.strong) + len(self.support) >= 2

    @property
    def suspicious(self) -> bool:
        """Whether a page that does not call itself an error page deserves a second look all the same."""
        return len(self.support) >= 2 or self.hold(Kind.CLAIMS_ANOTHER)

    @property
    def words(self) -> tuple[str, ...]:
        """All of them as reports tell them."""
        return tuple([sign.words for sign in (*self.strong, *self.support)])

    def hold(self, *kinds: Kind) -> bool:
        """Whether any sign is of one of these kinds."""
        return any(sign.kind in kinds for sign in (*self.strong, *self.support))


NO_SIGNS = ErrorSigns()
