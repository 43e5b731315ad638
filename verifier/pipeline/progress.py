"""How far a run has come: what is done, what is left, and which hosts are being waited for."""

from __future__ import annotations

from dataclasses import dataclass

_SURE_AFTER = 3.0  # seconds before which a rate says little


@dataclass(frozen=True, slots=True)
class Progress:
    """What a watcher is told: look-ups done and known to be needed, seconds since the start, hosts longest waited for.

    `ended` is True once, at the end.
    """

    done: int
    total: int
    seconds: float
    waiting: tuple[str, ...] = ()
    ended: bool = False

    @property
    def rate(self) -> float:
        """Look-ups per second so far."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at this rate; None while nothing is known."""
        return (self.total - self.done) / self.rate if self.done else None

    def line(self, width: int) -> str:
        """All of it in one line of at most `width` characters."""
        parts = [f"{self.done} of {self.total} done"]
        if self.seconds >= _SURE_AFTER and self.done:
            parts.append(f"{self.rate:.3g} a second")
            parts.append(f"about {_in_words(self.seconds_left or 0.0)} to go")
        if self.waiting:
            parts.append("waiting for " + ", ".join(self.waiting))
        text = ", ".join(parts)
        return text if len(text) <= width else text[: max(width - 1, 0)] + "…"


def _in_words(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 3600 else f"{seconds / 3600:.1f} h"
