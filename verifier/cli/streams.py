"""Standard input, output and error that are there, and lose nothing when nobody reads fast enough.

A pipe that a parent process has set to non-blocking (Node.js does, and CI runners written in it) refuses what does not
fit: Python then drops the rest of a large report without a word. Here a refused write waits until there is room.

A program may be started with any of the three closed (`<&-`, some schedulers). The next file or connection then gets
its number: uvloop aborts the process for it, and a message could land in a file.
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

    def __init__(self, descriptor: int, *, needed: bool) -> None:
        self._descriptor = descriptor
        self._needed = needed
        self._failed = False

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
            except OSError as error:
                if self._needed and not self._failed:
                    self._failed = True  # what is left over is tried again on leaving, and goes nowhere then
                    from verifier.model.errors import OutputError, UnreadError

                    if isinstance(error, BrokenPipeError):
                        raise UnreadError("whoever read standard output has gone") from error
                    words = f"standard output cannot be written: {error.strerror}"
                    raise OutputError(words, "Make room, or name a file: --format NAME=PATH.") from error
                return memoryview(data).nbytes  # a message that cannot be told must not end the run


def make_patient() -> None:
    """Put waiting streams in the place of the process's own `sys.stdout` and `sys.stderr`, and something in a gap."""
    _fill_gaps()
    if sys.stdout is sys.__stdout__:
        sys.stdout = _patient(sys.stdout, 1)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _patient(sys.stderr, 2)


def _fill_gaps() -> None:
    """Open what was closed before the start: nothing can be read there; who writes a result there is told of it."""
    for descriptor, access in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, access)  # gets the lowest number that is free: this one
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - kept open to the end


def _is_windows_console(stream: TextIO) -> bool:
    """Whether it takes characters: bytes written to its descriptor would be shown in the console's old code page."""
    return os.name == "nt" and stream.isatty()


def _patient(stream: TextIO | None, descriptor: int) -> TextIO | None:
    """What waits in the place of `stream`, which is None where `descriptor` was closed before the start."""
    if stream is not None and (not isinstance(stream, io.TextIOWrapper) or _is_windows_console(stream)):
        return stream
    encoding, errors, by_line = "utf-8", "backslashreplace", False
    with contextlib.suppress(OSError, ValueError):  # closed since: nothing is to be said there
        if stream is not None:
            stream.flush()
            descriptor, by_line = stream.fileno(), stream.line_buffering
            encoding, errors = stream.encoding, stream.errors or errors
        buffer = io.BufferedWriter(_Patient(descriptor, needed=descriptor == 1))
        return io.TextIOWrapper(buffer, encoding, errors, line_buffering=by_line)
    return stream
