"""Reads PDFs in processes of their own, which can be ended: pdfium cannot be interrupted, and hostile files hang it.

In: the bytes of a PDF. Out: the Document that `reader.py` makes of them there. A process serves file after file; it is
started with the first one, ended at exit, and replaced when it died or was ended. A file that takes too long or too
much memory is a SourceError like any other that cannot be read. The next two files may be begun while the last one is
looked through: a second process, where there is a processor for it, then reads beside the first.
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import astuple, fields
from operator import attrgetter
from queue import LifoQueue
from typing import IO, Any

from verifier.documents.pdf.bounds import Bounds
from verifier.documents.pdf.text import anchors_of
from verifier.model.dates import PartialDate
from verifier.model.document import (
    Anchor,
    Document,
    LineEnd,
    Link,
    MarkerSpan,
    NoteKind,
    NoteSpan,
    Region,
    Role,
)
from verifier.model.errors import SourceError

_GRACE = 15.0
"""Seconds beyond the bounds before the process is ended: it stops by itself between pages, and needs time to start."""
_HINT = "Open it in a PDF viewer, print it to a new PDF, and check that."
_LENGTH = struct.Struct(">Q")


class _Reader:
    """A process, while there is one. It is asked for one file at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process unless it runs."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            # The path is handed over whole, so that the process finds this very package however it was installed.
            code = f"import sys; sys.path[:] = {sys.path!r}; from verifier.documents.pdf.worker import main; main()"
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and code of our own
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )

    def ask(self, request: bytes, data: bytes, seconds: float) -> bytes | None:
        """Send one file; the answer, or None when the process died or had to be ended."""
        process, answer = self._process, None
        if process is None:
            return None
        watchdog = threading.Timer(seconds, process.kill)
        watchdog.daemon = True  # the run may end before it, and need not wait
        watchdog.start()
        try:
            answer = _converse(process, request, data)
        finally:
            watchdog.cancel()
            if answer is None:  # also when interrupted: what it would still say answers nothing that is asked next
                self.close()
        return answer

    def close(self) -> None:
        """End the process, if there is one, and wait for it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was not yet written is lost with the process
                    continue
        process.wait()


def _converse(process: subprocess.Popen[bytes], request: bytes, data: bytes) -> bytes | None:
    """One question and its answer; None when the process ends first."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        write_frame(process.stdin, request)
        write_frame(process.stdin, data)
        return read_frame(process.stdout)
    except (OSError, ValueError):  # the pipe broke, or the run ends and has closed it
        return None


class _Readers:
    """All processes: as many as there are processors for, at most two; each started when the others are at work."""

    def __init__(self, most: int) -> None:
        self._all = [_Reader() for _ in range(most)]
        self._free: LifoQueue[_Reader] = LifoQueue()  # the last one used comes first: it has started
        for reader in reversed(self._all):
            self._free.put(reader)
        self._starting = threading.Lock()
        self._closed = False

    def ask(self, request: bytes, data: bytes, seconds: float) -> bytes | None:
        """What one of them answers; waits while all are at work."""
        reader = self._free.get()
        try:
            with self._starting:
                if self._closed:
                    return None
                reader.start()
            return reader.ask(request, data, seconds)
        finally:
            self._free.put(reader)

    def close(self) -> None:
        """End all processes for good: what still waits for one is answered with None."""
        with self._starting:
            self._closed = True
            for reader in self._all:
                reader.close()


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_READERS = _Readers(min(_processors(), 2))
atexit.register(_READERS.close)


class _Ahead:
    """A file that is being read while the asking side does something else."""

    def __init__(self, request: bytes, data: bytes, seconds: float) -> None:
        self.asked = request, data
        self._seconds = seconds
        self._answer: bytes | None = None
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    def _ask(self) -> None:
        self._answer = _READERS.ask(*self.asked, self._seconds)

    def answer(self) -> bytes | None:
        """What `ask` answers, once it does."""
        self._thread.join()
        return self._answer


_AHEAD: deque[_Ahead] = deque(maxlen=3)
"""The files begun, in the order in which they will be asked for: the one that is waited for and two behind it, so that
a long one holds up no process. The oldest makes room for a fourth, for it was passed over."""


def begin_pdf(data: bytes, source: str) -> None:
    """Begin to read a PDF that `read_pdf_apart` will soon be asked for, with no remarks and the usual bounds."""
    bounds = Bounds()
    _AHEAD.append(_Ahead(_request(source, (), bounds), data, bounds.seconds + _GRACE))


def _begun(request: bytes, data: bytes) -> _Ahead | None:
    """The file asked for if it was begun; those begun before it were passed over."""
    found = next((at for at, one in enumerate(_AHEAD) if one.asked == (request, data)), None)
    if found is None:
        return None
    for _ in range(found):
        _AHEAD.popleft()
    return _AHEAD.popleft()


def read_pdf_apart(data: bytes, source: str, remarks: tuple[str, ...] = (), bounds: Bounds | None = None) -> Document:
    """Read a PDF in another process, within `bounds`. Raises SourceError, also when the reader hangs or crashes."""
    bounds = bounds or Bounds()
    request = _request(source, remarks, bounds)
    begun = _begun(request, data)
    answer = begun.answer() if begun else _READERS.ask(request, data, bounds.seconds + _GRACE)
    if answer is None:
        message = f"{source} could not be read: it took too much time or memory, as no ordinary PDF does"
        raise SourceError(message, _HINT)
    found = json.loads(answer)
    if "error" in found:
        raise SourceError(*found["error"])
    return unpack(found)


def _request(source: str, remarks: tuple[str, ...], bounds: Bounds) -> bytes:
    return json.dumps({"source": source, "remarks": remarks, "bounds": astuple(bounds)}).encode()


def write_frame(stream: IO[bytes], content: bytes) -> None:
    """Write `content` with its length before it."""
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """What `write_frame` wrote; None at the end of the stream, also in the middle of a frame."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def pack(document: Document) -> dict[str, Any]:
    """A document of the PDF reader as JSON values."""
    return {
        "source": document.source,
        "media_type": document.media_type,
        "text": document.text,
        "anchors": _columns_of(document.anchors),
        "title": document.title,
        "date": astuple(document.date) if document.date else None,
        "language": document.language,
        "links": _rows(Link, document.links),
        "regions": _rows(Region, document.regions),
        "note_spans": _rows(NoteSpan, document.note_spans),
        "marker_spans": _rows(MarkerSpan, document.marker_spans),
        "line_ends": _rows(LineEnd, document.line_ends),
        "remarks": document.remarks,
    }


def _columns_of(anchors: Sequence[Anchor]) -> tuple[list[int], list[int], list[int | None]]:
    """What `anchors_of` takes: offsets, lines, pages. (Carrying anchor by anchor over takes three times as long.)"""
    positions = [anchor.position for anchor in anchors]
    return [anchor.offset for anchor in anchors], [one.line for one in positions], [one.page for one in positions]


def _rows(kind: type, spans: Sequence[object]) -> list[tuple[Any, ...]]:
    """The fields of each, in the order that `kind` takes them in. (`astuple` copies every value.)"""
    return list(map(attrgetter(*(field.name for field in fields(kind))), spans))


def unpack(found: dict[str, Any]) -> Document:
    """The document that `pack` packed."""
    return Document(
        source=found["source"],
        media_type=found["media_type"],
        text=found["text"],
        anchors=anchors_of(*found["anchors"]),
        title=found["title"],
        date=PartialDate(*found["date"]) if found["date"] else None,
        language=found["language"],
        links=tuple(Link(*link) for link in found["links"]),
        regions=tuple(Region(start, end, Role(role), label) for start, end, role, label in found["regions"]),
        note_spans=tuple(
            NoteSpan(key, label, NoteKind(kind), start, end, body)
            for key, label, kind, start, end, body in found["note_spans"]
        ),
        marker_spans=tuple(MarkerSpan(*marker) for marker in found["marker_spans"]),
        line_ends=tuple(LineEnd(*end) for end in found["line_ends"]),
        remarks=tuple(found["remarks"]),
    )
