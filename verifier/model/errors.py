"""The error tree. Bad links are values, never exceptions; these are for a job that cannot go on.

VerifierError
├── UsageError      an option, setting or argument is wrong             (exit 2)
├── SourceError     a source cannot be read, or holds nothing to read   (exit 3, the rest goes on)
├── StoreError      the history file cannot be used                     (exit 3)
└── OutputError     a result could not be written, all the others are   (exit 3)
    └── UnreadError whoever read our output has gone (`| head`)         (exit 3, without a word)
"""

from __future__ import annotations


class VerifierError(Exception):
    """Something the user has to know: what happened and where (`message`), what to do (`hint`)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def remark(self) -> str:
        """Message and hint in a row, as a report remarks on a trouble that did not end the run."""
        return f"{self.message}. {self.hint}".strip()


class UsageError(VerifierError):
    """An option, setting or argument that cannot be used as given."""


class SourceError(VerifierError):
    """A source that cannot be read, or that holds nothing to read."""


class StoreError(VerifierError):
    """A history file that cannot be opened, read or written."""


class OutputError(VerifierError):
    """A result that could not be written when the job was done."""


class UnreadError(OutputError):
    """Whoever read our output has gone (`verify … | head`): nothing more can be said to them."""
