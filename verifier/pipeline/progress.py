"""How far a run has come: what is done, what is left, and which hosts are being waited for."""

from __future__ import annotations

from dataclasses import dataclass

_SURE_AFTER = 3.0  # seconds before which a rate says little
_SHORT_HOST = 12  # characters of a host's name that are worth showing
_WAITING = ", waiting for "


@dataclass(frozen=True, slots=True)
class Progress:
    """What a watcher is told: look-ups done and known to be needed, seconds since the start, hosts longest waited for.

    `ended` is True once, at the end. `idle` is how many seconds ago a look-up was last done. `left` and `lately` are of
    the kind that takes longest, cited pages or archived copies: how many are to be done, and how many are done in a
    second by now, 0 while that is not known. Many hosts answer at once, and the archive is asked slowly.
    """

    done: int
    total: int
    seconds: float
    waiting: tuple[str, ...] = ()
    ended: bool = False
    idle: float = 0.0
    lately: float | None = None
    left: int | None = None

    @property
    def rate(self) -> float:
        """Look-ups per second: lately, else so far."""
        if self.lately is not None:
            return self.lately
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at this rate; None while nothing is known."""
        left = self.total - self.done if self.left is None else self.left
        return left / self.rate if self.rate else None

    def line(self, width: int) -> str:
        """All of it in one line of at most `width` characters; a narrow one loses the rate first, then hosts."""
        done = f"{self.done} of {self.total} done"
        rate, to_go = self._pace()
        full = ", ".join(part for part in (done, rate, to_go) if part)
        short = ", ".join(part for part in (done, to_go) if part)
        for text in (full, short):
            room = width - len(text) - len(_WAITING)
            if self.waiting and room >= min(len(self.waiting[0]), _SHORT_HOST):
                return text + _WAITING + _fitting(self.waiting, room)
        fitting = (text for text in (full, short, done) if len(text) <= width)
        return next(fitting, done[: max(width - 1, 0)] + "…")

    def _pace(self) -> tuple[str, str]:
        """The rate and the time to go; nothing while, or since, they say little."""
        left = self.seconds_left
        if left is None or self.seconds < _SURE_AFTER or left < self.idle:
            return "", ""
        often, unit = (self.rate, "second") if self.rate >= 1 else (self.rate * 60, "minute")
        rate = f"{often:.0f}" if often >= 10 else f"{often:.2g}"
        return f"{rate} a {unit}", f"about {_in_words(left)} to go"


def _fitting(hosts: tuple[str, ...], room: int) -> str:
    """As many hosts as there is room for; of the first at least its end, which tells whose it is."""
    if len(hosts[0]) > room:
        return "…" + hosts[0][len(hosts[0]) - room + 1 :]
    told = hosts[0]
    for host in hosts[1:]:
        if len(told) + 2 + len(host) > room:
            break
        told += f", {host}"
    return told


def _in_words(seconds: float) -> str:
    if seconds < 60:
        return f"{max(seconds, 1):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 3600 else f"{seconds / 3600:.1f} h"
