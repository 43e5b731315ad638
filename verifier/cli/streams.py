"""Standard output and error that lose nothing when nobody reads fast enough.

A pipe that a parent process has set to non-blocking (Node.js does, and CI runners written in it) refuses what does not
fit: Python then drops the rest of a large report without a word. Here a refused write waits until there is room.
"""

from __future__ import annotations

import contextlib
import io
import os
import select
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from typing_extensions import Buffer


class _Patient(io.RawIOBase):
    """A file descriptor to write to; waits where the system says “not now”."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)

    def write(self, data: Buffer, /) -> int:
        while True:
            try:
                return os.write(self._descriptor, data)
            except BlockingIOError:
                select.select([], [self._descriptor], [])


def make_patient() -> None:
    """Put waiting streams in the place of the process's own `sys.stdout` and `sys.stderr`."""
    if sys.stdout is sys.__stdout__:
        sys.stdout = _patient(sys.stdout)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _patient(sys.stderr)


def _patient(stream: TextIO | None) -> TextIO | None:
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    with contextlib.suppress(OSError, ValueError):  # closed before the start: nothing is to be said there
        stream.flush()
        buffer = io.BufferedWriter(_Patient(stream.fileno()))
        return io.TextIOWrapper(buffer, stream.encoding, stream.errors, line_buffering=stream.line_buffering)
    return stream
